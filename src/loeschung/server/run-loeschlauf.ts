import { sql } from 'kysely';
import { addDays, today, type Day } from '#src/platform/day.ts';
import type { Database, Tx } from '#src/platform/server/db.ts';
import { auslassung, faelligAb, type AufbewahrungArt, type Frist, type Pruefung } from '../frist.ts';
import { erasePerson } from './erase-person.ts';
import { fristenOf } from './fristen.ts';
import { takeBackRegister } from './register.ts';

export interface Ausfuehrung {
  readonly db: Database;
  readonly registerDir: string;
  readonly now: () => Date;
  readonly log: (line: Readonly<Record<string, unknown>>) => void;
}

interface Offen {
  readonly kreisId: string;
  readonly postenId: string;
}

/**
 * Carries out what two accounts have released, person by person, each in a transaction of its own and looked at once more.
 * What a crash left goes on with the next call; what fails is tried three times, a minute apart. Returns how many were
 * erased and left out.
 */
export async function runLoeschlauf(
  ausfuehrung: Ausfuehrung,
): Promise<{ geloescht: number; ausgelassen: number }> {
  const { db, log } = ausfuehrung;
  const offen = await db.asNobody((tx) =>
    tx.all(sql<Offen>`select o.kreis_id as "kreisId", o.posten_id as "postenId" from loeschung_offen() o`),
  );
  const summe = { geloescht: 0, ausgelassen: 0 };
  for (const posten of offen) {
    try {
      const ergebnis = await db.asNobody((tx) => runPosten(tx, ausfuehrung, posten));
      if (ergebnis !== undefined) summe[ergebnis] += 1;
    } catch (error) {
      // One that cannot be erased must not hold up the others.
      log({ art: 'loeschung', posten: posten.postenId, fehler: error instanceof Error ? error.message : '' });
      // A database that is away counts no try.
      if (await db.asNobody((tx) => countFailure(tx, ausfuehrung, posten)).catch(() => false))
        summe.ausgelassen += 1;
    }
  }
  return summe;
}

async function runPosten(
  tx: Tx,
  { now, registerDir }: Ausfuehrung,
  { kreisId, postenId }: Offen,
): Promise<'geloescht' | 'ausgelassen' | undefined> {
  const heute = today(now());
  const stand = await tx.first(sql<Pruefung>`
    select p.art, p.lauf_traeger_id as "laufTraegerId", p.traeger_id as "traegerId", p.fall_bezug as "fallBezug",
      p.kurz_bezug as "kurzBezug", p.widerruf_am as "widerrufAm", p.sperre
    from loeschung_pruefen(${kreisId}, ${postenId}, ${heute}::date) p`);
  if (!stand) return undefined;
  const fristen = fristenOf(await readRegel(tx, kreisId, stand.laufTraegerId, heute));
  const grund = auslassung(stand, fristen, heute);
  if (grund === undefined) {
    const nachweisBis = addDays(faelligAb(fristen.nachweis, heute), -1);
    if (await erasePerson(tx, { kreisId, postenId, heute, nachweisBis, registerDir })) return 'geloescht';
  }
  await tx.run(sql`select loeschung_ueberspringen(${kreisId}, ${postenId}, ${grund ?? 'sperre'})`);
  takeBackRegister(registerDir, postenId);
  return 'ausgelassen';
}

/** Counts a try that failed; after the third the run says so, a person decides, and the register claims nothing. */
async function countFailure(
  tx: Tx,
  { registerDir }: Ausfuehrung,
  { kreisId, postenId }: Offen,
): Promise<boolean> {
  const { aufgegeben } = await tx.one(sql<{ aufgegeben: boolean }>`
    select loeschung_gescheitert(${kreisId}, ${postenId}) as aufgegeben`);
  if (aufgegeben) takeBackRegister(registerDir, postenId);
  return aufgegeben;
}

function readRegel(
  tx: Tx,
  kreisId: string,
  traegerId: string,
  am: Day,
): Promise<(Frist & { art: AufbewahrungArt })[]> {
  return tx.all(sql<Frist & { art: AufbewahrungArt }>`
    select r.art, r.einheit, r.anzahl from loeschung_regel(${kreisId}, ${traegerId}, ${am}::date) r`);
}
