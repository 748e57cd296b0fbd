import { sql } from 'kysely';
import { notFound } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { TerminStand } from '../contract.ts';

/** An appointment locked for a change. */
export interface GeladenerTermin {
  readonly id: string;
  readonly fassung: number;
  readonly stand: TerminStand;
  readonly beginn: Date;
  readonly anfrageId: string | null;
  readonly fallId: string | null;
}

/** Loads an appointment of a team of the account, locked; 404 for everyone else. */
export async function loadTermin(tx: Tx, kreisId: string, terminId: string): Promise<GeladenerTermin> {
  const row = await tx.first(sql<GeladenerTermin>`
    select t.id, t.fassung, t.stand, t.beginn, t.anfrage_id as "anfrageId", t.fall_id as "fallId" from termin t
    where t.kreis_id = ${kreisId} and t.id = ${terminId} and t.traeger_id = any (app_uuids('app.cm_traeger'))
    for update of t`);
  if (!row) throw notFound();
  return row;
}
