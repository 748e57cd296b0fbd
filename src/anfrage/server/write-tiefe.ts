import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Tiefe } from '../anfrage.ts';

/**
 * The depth of counselling from a day on; earlier days keep what they had. Refuses (datum-vor-tiefe) a day before the
 * present depth began.
 */
export async function writeTiefe(
  tx: Tx,
  neu: { readonly kreisId: string; readonly anfrageId: string; readonly tiefe: Tiefe; readonly ab: Day },
): Promise<void> {
  const { kreisId, anfrageId, tiefe, ab } = neu;
  const letzte = await tx.first(sql<{ id: string; tiefe: Tiefe; ab: Day }>`
    select id, tiefe, gueltig_ab as ab from anfrage_tiefe
    where kreis_id = ${kreisId} and anfrage_id = ${anfrageId} and ersetzt_am is null and gueltig_bis is null`);
  if (letzte) {
    if (ab < letzte.ab) refuseFields([{ instance: '/ab', code: 'datum-vor-tiefe' }]);
    if (letzte.tiefe === tiefe) return;
    await tx.run(sql`
      update anfrage_tiefe set ersetzt_am = now() where kreis_id = ${kreisId} and id = ${letzte.id}`);
    await tx.run(sql`
      insert into anfrage_tiefe (kreis_id, anfrage_id, tiefe, gueltig_ab, gueltig_bis, erfasst_von)
      select kreis_id, anfrage_id, tiefe, gueltig_ab, ${ab}::date, erfasst_von from anfrage_tiefe
      where kreis_id = ${kreisId} and id = ${letzte.id} and gueltig_ab < ${ab}::date`);
  }
  await tx.run(sql`
    insert into anfrage_tiefe (kreis_id, anfrage_id, tiefe, gueltig_ab, erfasst_von)
    values (${kreisId}, ${anfrageId}, ${tiefe}, ${ab}, app_konto())`);
}
