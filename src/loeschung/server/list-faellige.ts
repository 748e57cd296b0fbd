import { sql } from 'kysely';
import { today, type Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Handler } from '#src/platform/server/http.ts';
import type { loeschungContract } from '../contract.ts';
import type { FaelligeZeile } from '../zeile.ts';
import { faelligkeit } from '../frist.ts';
import { readFristen } from './fristen.ts';

interface Kandidat {
  readonly personId: string;
  readonly traegerId: string;
  readonly nummer: string[];
  readonly fallBezug: Day | null;
  readonly kurzBezug: Day | null;
  readonly widerrufAm: Day | null;
  readonly sperre: FaelligeZeile['sperre'];
  readonly sperreBis: Day | null;
  readonly laufId: string | null;
}

/** Everybody who is to be erased by a day, soonest first, among those whose deletion the actor decides on. */
export async function selectFaellige(
  tx: Tx,
  kreisId: string,
  bis: Day,
  heute: Day,
): Promise<FaelligeZeile[]> {
  const fristen = await readFristen(tx, kreisId, heute);
  const rows = await tx.all(sql<Kandidat>`
    select k.person_id as "personId", k.traeger_id as "traegerId", k.nummer, k.fall_bezug as "fallBezug",
      k.kurz_bezug as "kurzBezug", k.widerruf_am as "widerrufAm", k.sperre, k.sperre_bis as "sperreBis", k.lauf_id as "laufId"
    from loeschung_kandidaten(${kreisId}, ${heute}::date) k`);
  return rows
    .flatMap(({ fallBezug, kurzBezug, widerrufAm, ...row }) => {
      const faellig = faelligkeit({ fallBezug, kurzBezug, widerrufAm }, fristen(row.traegerId));
      if (faellig === undefined || faellig.faelligAb > bis) return [];
      const { einheit, anzahl } = faellig.frist;
      return [{ ...row, ...faellig, frist: { einheit, anzahl } }];
    })
    .toSorted((a, b) => order(a.faelligAb, b.faelligAb) || order(a.nummer.join(), b.nummer.join()));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The preview: who falls due until a day, today if none is named. */
export const listFaellige: Handler<typeof loeschungContract.listFaellige> = async ({
  tx,
  deps,
  params,
  query,
}) => {
  const heute = today(deps.now());
  const bis = query.bis ?? heute;
  return { bis, faellig: await selectFaellige(tx, params.kreisId, bis, heute) };
};
