import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { today } from '#src/platform/day.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Database, Owner } from '#src/platform/server/db.ts';
import type { Schluessel } from '#src/platform/server/schluessel.ts';
import { kommandozeile } from '#src/zugang/server/kommandozeile.ts';
import { bericht as berichtSchema, type Ablehnung, type Bericht } from '../contract.ts';
import { grundText } from '../grund-texts.ts';
import { cleanText } from '../normalise.ts';
import { inspectFile } from './inspect.ts';
import { runUebernahme } from './run.ts';

/** Where the command writes; a test gives its own. */
export interface ImportStreams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const processStreams: ImportStreams = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};

export interface ImportInstallation {
  readonly db: Database;
  readonly owner: Owner;
  readonly schluessel: Schluessel;
  readonly now: () => Date;
}

const options = {
  kreis: { type: 'string' },
  profil: { type: 'string' },
  probe: { type: 'boolean', default: false },
  'alles-oder-nichts': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

const usage = 'lotse import <datei.xlsx> --kreis K [--profil P] [--probe] [--alles-oder-nichts] [--json]\n';
const maxBytes = 50 * 1024 * 1024;

/**
 * `lotse import`: exit code 0 when the run was carried out, with or without refused rows; 1 when it was refused as a
 * whole; 2 for wrong use. With --json standard output is one document.
 */
export async function runImport(
  args: string[],
  installation: ImportInstallation,
  streams: ImportStreams = processStreams,
): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1 || values.kreis === undefined) {
    streams.err(usage);
    return 2;
  }
  try {
    const { id, bericht } = await carryOut(path, values.kreis, values, installation);
    write(streams, values.json, bericht, id, values.probe);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refused = berichtSchema.safeParse(error.detail.daten?.['bericht']);
    if (refused.success) write(streams, values.json, refused.data, null, values.probe);
    const grund = grundText(error.code, 'de');
    if (values.json && !refused.success)
      streams.out(`${JSON.stringify({ code: error.code, grund, ...error.detail.daten })}\n`);
    streams.err(`${grund} (${error.code})\n`);
    return 1;
  }
}

interface Wishes {
  readonly profil?: string | undefined;
  readonly probe: boolean;
  readonly 'alles-oder-nichts': boolean;
}

async function carryOut(
  path: string,
  kreisId: string,
  wishes: Wishes,
  installation: ImportInstallation,
): Promise<{ id: string | null; bericht: Bericht }> {
  const bytes = await readUpload(path);
  const konto = await kommandozeile(installation, kreisId);
  if (!konto) throw new Refusal('kreis-unbekannt');
  const { db, schluessel, now } = installation;
  return db.asKonto(konto, { zweck: 'uebernahme', zweckKreis: kreisId }, async (tx) => {
    const found = await inspectFile(tx, kreisId, bytes, wishes.profil);
    return runUebernahme(tx, schluessel, {
      kreisId,
      datei: { name: cleanText(basename(path)).slice(0, 200), bytes },
      zuordnung: found.zuordnung,
      profil: found.profil,
      probe: wishes.probe,
      allesOderNichts: wishes['alles-oder-nichts'],
      heute: today(now()),
    });
  });
}

async function readUpload(path: string): Promise<Buffer> {
  const info = await stat(path).catch(() => undefined);
  if (!info?.isFile()) throw new Refusal('datei-fehlt');
  if (info.size > maxBytes) throw new Refusal('datei-zu-gross', 413);
  return readFile(path).catch(() => {
    throw new Refusal('datei-fehlt');
  });
}

type MitGrund = Ablehnung & { readonly grund: string };

function withReasons(abgelehnt: readonly Ablehnung[]): MitGrund[] {
  return abgelehnt.map((cell) => ({ ...cell, grund: grundText(cell.code, 'de') }));
}

function write(
  streams: ImportStreams,
  json: boolean,
  bericht: Bericht,
  id: string | null,
  probe: boolean,
): void {
  if (json) {
    const { gelesen, angelegt, geaendert, unveraendert } = bericht;
    const blaetter = bericht.blaetter.map(({ blatt, ...zahlen }) => ({
      blatt,
      ...zahlen,
      abgelehnt: withReasons(zahlen.abgelehnt),
    }));
    streams.out(
      `${JSON.stringify({ gelesen, angelegt, geaendert, unveraendert, abgelehnt: withReasons(bericht.abgelehnt), blaetter, uebernahme: id })}\n`,
    );
    return;
  }
  for (const blatt of [...bericht.blaetter, { ...bericht, blatt: 'Summe' }]) {
    streams.out(
      `${blatt.blatt}: ${blatt.gelesen} gelesen, ${blatt.angelegt} angelegt, ${blatt.geaendert} geändert, ` +
        `${blatt.unveraendert} unverändert, ${blatt.abgelehnt.length} Zellen abgelehnt\n`,
    );
  }
  for (const { blatt, zeile, spalte, code, grund } of withReasons(bericht.abgelehnt)) {
    streams.out(`  ${blatt}, Zeile ${zeile}, ${spalte}: ${grund} (${code})\n`);
  }
  if (probe) streams.out('Probe: es wurde nichts geändert.\n');
  else streams.out(id === null ? 'Es gab nichts zu ändern.\n' : `Übernahme ${id}\n`);
}
