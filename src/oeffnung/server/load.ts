import { sql } from 'kysely';
import { caresFor } from '#src/fall/server/scope.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';

/** The case that is to be opened, and its person, by their keys. */
export interface OffenerFall {
  readonly nummer: string;
  readonly traegerId: string;
  readonly kommuneId: string | null;
  readonly personId: string;
}

/** Loads a case that the account works on and whose person can be read, locked; 404 for everyone else. */
export async function loadToOpen(tx: Tx, kreisId: string, fallId: string): Promise<OffenerFall> {
  const row = await tx.first(sql<OffenerFall>`
    select f.nummer, f.traeger_id as "traegerId", f.kommune_id as "kommuneId", p.id as "personId"
    from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where f.kreis_id = ${kreisId} and f.id = ${fallId} and ${caresFor('f')} for update of f`);
  if (!row) throw notFound();
  return row;
}
