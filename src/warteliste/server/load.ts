import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';

export interface Eintrag {
  readonly anfrageId: string;
  readonly eingetragenAm: Day;
  readonly eingeladenAm: Day | null;
}

/** Loads an entry of a Träger for which the account works, locked; refuses when the waiting is over. */
export async function loadWarteliste(tx: Tx, kreisId: string, wartelisteId: string): Promise<Eintrag> {
  const row = await tx.first(sql<Eintrag & { ausgetragenAm: Day | null }>`
    select anfrage_id as "anfrageId", eingetragen_am as "eingetragenAm", eingeladen_am as "eingeladenAm",
      ausgetragen_am as "ausgetragenAm"
    from warteliste where kreis_id = ${kreisId} and id = ${wartelisteId}
      and traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
    for update`);
  if (!row) throw notFound();
  if (row.ausgetragenAm !== null) throw new Refusal('warteliste-beendet', 409);
  return row;
}
