import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { begleitungContract, Doppelbetreuung } from '../contract.ts';

type List = typeof begleitungContract.listDoppelbetreuung;

interface Row {
  readonly id: string;
  readonly stand: Doppelbetreuung['stand'];
  readonly gemeldetAm: string;
  readonly geklaertAm: string | null;
  readonly fragendeTraegerId: string;
  readonly fragendeNummer: string | null;
  readonly fragendeAufgaben: string[];
  readonly andereTraegerId: string;
  readonly andereNummer: string | null;
  readonly andereAufgaben: string[];
  readonly federfuehrungTraegerId: string | null;
}

/** What the Koordination mediates: two Träger and two numbers each, open ones first. */
export async function listDoppelbetreuung({ tx, params }: Call<List>): Promise<Answer<List>> {
  const all = await loadDoppelbetreuung(tx, params.kreisId);
  return all.toSorted((a, b) => Number(b.stand === 'offen') - Number(a.stand === 'offen'));
}

/** Everything that this Koordination mediates or has mediated, the oldest first. */
export async function loadDoppelbetreuung(tx: Tx, kreisId: string): Promise<Doppelbetreuung[]> {
  const rows = await tx.all(sql<Row>`
    select id, stand, to_json(erfasst_am) #>> '{}' as "gemeldetAm", to_json(geklaert_am) #>> '{}' as "geklaertAm",
      fragende_traeger_id as "fragendeTraegerId", fragende_nummer as "fragendeNummer",
      fragende_aufgaben as "fragendeAufgaben", andere_traeger_id as "andereTraegerId", andere_nummer as "andereNummer",
      andere_aufgaben as "andereAufgaben", federfuehrung_traeger_id as "federfuehrungTraegerId"
    from doppelbetreuung_liste(${kreisId})`);
  return rows.map((row) => ({
    id: row.id,
    stand: row.stand,
    gemeldetAm: row.gemeldetAm,
    geklaertAm: row.geklaertAm,
    fragende: {
      traegerId: row.fragendeTraegerId,
      nummer: row.fragendeNummer,
      aufgaben: row.fragendeAufgaben,
    },
    andere: { traegerId: row.andereTraegerId, nummer: row.andereNummer, aufgaben: row.andereAufgaben },
    federfuehrungTraegerId: row.federfuehrungTraegerId,
  }));
}
