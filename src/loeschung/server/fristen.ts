import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { aufbewahrungArt, vorgabe, type AufbewahrungArt, type Frist, type Fristen } from '../frist.ts';

interface Zeile extends Frist {
  readonly traegerId: string;
  readonly art: AufbewahrungArt;
}

/** The periods of each Träger that hold on a day, as far as the transaction may read them; defaults elsewhere. */
export async function readFristen(tx: Tx, kreisId: string, am: Day): Promise<(traegerId: string) => Fristen> {
  const rows = await tx.all(sql<Zeile>`
    select r.traeger_id as "traegerId", r.art, r.einheit, r.anzahl from aufbewahrungsregel r
    where r.kreis_id = ${kreisId} and r.ersetzt_am is null and r.gueltig_ab <= ${am}::date
      and (r.gueltig_bis is null or r.gueltig_bis > ${am}::date)`);
  return (traegerId) => fristenOf(rows.filter((row) => row.traegerId === traegerId));
}

/** Rules of one Träger over the defaults. */
export function fristenOf(rows: readonly (Frist & { readonly art: AufbewahrungArt })[]): Fristen {
  const frist = (art: AufbewahrungArt): Frist => rows.find((row) => row.art === art) ?? vorgabe[art];
  const { kurzberatung, fall, widerruf, nachweis } = aufbewahrungArt.enum;
  return {
    kurzberatung: frist(kurzberatung),
    fall: frist(fall),
    widerruf: frist(widerruf),
    nachweis: frist(nachweis),
  };
}
