import { sql } from 'kysely';
import { addDays, today } from '#src/platform/day.ts';
import { registerDir, type Config } from '#src/platform/server/config.ts';
import type { Owner } from '#src/platform/server/db.ts';
import type { Schluessel } from '#src/platform/server/schluessel.ts';
import {
  aufbewahrungMonate,
  auffaelligkeitGrenzen,
  monthBefore,
  stichprobeAnteil,
  stichprobeMindestens,
} from '../rules.ts';
import { checkChain, type KettenBefund } from './check-chain.ts';
import { cleanUp } from './clean-up.ts';
import { publicSigningKey, readPruefpunkte, signHead } from './pruefpunkt.ts';
import { pruneProtokoll } from './prune.ts';
import { sealProtokoll } from './seal.ts';

/** What the background runs need of an installation. */
export interface Ort {
  readonly config: Pick<Config, 'datenDir' | 'protokollMonate'>;
  readonly owner: Owner;
  readonly schluessel: Schluessel;
  readonly now: () => Date;
}

/** Seals what is settled and signs the heads; each minute, and by command. Answers the rows sealed. */
export async function runSeal(ort: Ort): Promise<number> {
  const rows = await sealProtokoll(ort.owner);
  await signHead({ ...ort, register: registerDir(ort.config) }, ort.now());
  return rows;
}

/** Signs that the database was restored: what earlier lines know beyond its heads was lost with that, and is no breach. */
export async function recordWiederherstellung(ort: Ort): Promise<void> {
  await signHead({ ...ort, register: registerDir(ort.config) }, ort.now(), 'wiederherstellung');
}

/** Proves the whole chain against the rows and against the signed file. */
export async function proveChain(ort: Ort): Promise<KettenBefund> {
  const datei = await readPruefpunkte(registerDir(ort.config));
  return ort.owner((tx) =>
    checkChain(tx, { datei, schluessel: publicSigningKey(ort.schluessel), now: ort.now() }),
  );
}

export interface Nachtlauf {
  readonly auffaellig: number;
  readonly gezogen: number;
  readonly gekuerzt: number;
  readonly aufgeraeumt: number;
  readonly inOrdnung: boolean;
}

/** Once a night: what was unusual yesterday, the monthly sample, what is no longer kept, and whether the chain holds. */
export async function runNight(ort: Ort): Promise<Nachtlauf> {
  const heute = today(ort.now());
  const gestern = addDays(heute, -1);
  const kreise = await ort.owner((tx) => tx.all(sql<{ id: string }>`select id from kreis order by id`));
  let auffaellig = 0;
  let gezogen = 0;
  for (const { id } of kreise) {
    const row = await ort.owner((tx) =>
      tx.one(sql<{ auffaellig: number; gezogen: number }>`
        select auffaelligkeit_suchen(${id}, ${gestern}::date, ${JSON.stringify(auffaelligkeitGrenzen)}::jsonb) as auffaellig,
          stichprobe_ziehen(${id}, ${`${monthBefore(heute)}-01`}::date, ${stichprobeAnteil}, ${stichprobeMindestens}) as gezogen`),
    );
    auffaellig += row.auffaellig;
    gezogen += row.gezogen;
  }
  const monate = ort.config.protokollMonate ?? aufbewahrungMonate;
  const gekuerzt = await pruneProtokoll(ort.owner, monate);
  const removed = await cleanUp(ort.owner, heute);
  await runSeal(ort);
  const { bruch } = await proveChain(ort);
  const broken = new Set(
    bruch.flatMap(({ kreisId }) => (kreisId === null ? kreise.map(({ id }) => id) : [kreisId])),
  );
  for (const id of broken) await ort.owner((tx) => tx.run(sql`select auffaelligkeit_kette(${id})`));
  return {
    auffaellig,
    gezogen,
    gekuerzt,
    aufgeraeumt: Object.values(removed).reduce((sum, rows) => sum + rows, 0),
    inOrdnung: bruch.length === 0,
  };
}
