import { Beschaedigt, readContainer } from './container.ts';
import { openTally } from './copy-tables.ts';
import {
  endeSchema,
  kopfSchema,
  readFrames,
  schlussSchema,
  tabelleSchema,
  type Kopf,
  type Schluss,
} from './frames.ts';
import type { Ring } from '#src/platform/server/hauptschluessel.ts';

/** Where the content of a backup goes while it is read; without it, it is only checked. */
export interface Ziel {
  kopf(kopf: Kopf): Promise<void>;
  tabelle(name: string, spalten: readonly string[]): Promise<void>;
  zeilen(bytes: Buffer): Promise<void>;
  tabelleEnde(): Promise<void>;
}

/** Reads a backup to its end and compares every table with its count and hash; names what is wrong. */
export async function readSicherung(
  path: string,
  ring: Ring,
  ziel?: Ziel,
): Promise<{ kopf: Kopf; schluss: Schluss }> {
  const { bytes } = await readContainer(path, 'sicherung', ring);
  let kopf: Kopf | undefined;
  let schluss: Schluss | undefined;
  let tally = openTally();
  for await (const step of readFrames(bytes)) {
    if (step.art === 'zeilen') {
      tally.add(step.bytes);
      await ziel?.zeilen(step.bytes);
    } else if (step.art === 'kopf') {
      kopf = kopfSchema.parse(step.json);
      await ziel?.kopf(kopf);
    } else if (step.art === 'tabelle') {
      const { name, spalten } = tabelleSchema.parse(step.json);
      tally = openTally();
      await ziel?.tabelle(name, spalten);
    } else if (step.art === 'ende') {
      const { name, anzahl, pruefwert } = endeSchema.parse(step.json);
      const found = tally.result();
      if (found.anzahl !== anzahl || found.pruefwert !== pruefwert)
        throw new Beschaedigt(`Die Tabelle ${name} in ${path} ist nicht die gesicherte.`);
      await ziel?.tabelleEnde();
    } else schluss = schlussSchema.parse(step.json);
  }
  if (!kopf || !schluss) throw new Beschaedigt(`${path} ist unvollständig.`);
  return { kopf, schluss };
}
