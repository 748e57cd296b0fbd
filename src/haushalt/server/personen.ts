import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { personenVerlauf, type CountedHaushalt } from '../rules.ts';

interface Fall {
  readonly kreisId: string;
  readonly id: string;
  readonly aufgenommenAm: Day;
}

/** Members of a household as far as the number of persons depends on them. */
export function readCounted(
  tx: Tx,
  { kreisId, id }: Pick<Fall, 'kreisId' | 'id'>,
): Promise<CountedHaushalt[]> {
  return tx.all(sql<CountedHaushalt>`
    select zaehlt, seit, bis, eigener_ab as "eigenerAb" from haushalt
    where kreis_id = ${kreisId} and fall_id = ${id}`);
}

/**
 * Runs a change of the household and carries the number of persons of the case along, where the published tables read it
 * (fall_merkmal "personen"): what was counted before stays known. Returns the number that holds on the day.
 */
export async function withPersonen(
  tx: Tx,
  fall: Fall,
  heute: Day,
  change: () => Promise<unknown>,
): Promise<number | null> {
  const { kreisId, id: fallId } = fall;
  const vorher = await readCounted(tx, fall);
  await change();
  const nachher = await readCounted(tx, fall);
  const stand = await tx.all(sql<{ id: string; ab: Day; bis: Day | null; zahl: number }>`
    select id, gueltig_ab as ab, gueltig_bis as bis, wert::int as zahl from fall_merkmal
    where kreis_id = ${kreisId} and fall_id = ${fallId} and merkmal = 'personen' and ersetzt_am is null
    order by gueltig_ab`);
  const verlauf = personenVerlauf(stand, vorher, nachher, fall.aufgenommenAm);
  const keyOf = (zeit: { ab: Day; bis: Day | null; zahl: number }) =>
    `${zeit.ab} ${zeit.bis ?? ''} ${zeit.zahl}`;
  const soll = new Map(verlauf.map((zeit) => [keyOf(zeit), zeit]));
  const ersetzt = stand.filter((zeile) => !soll.delete(keyOf(zeile))).map((zeile) => zeile.id);
  if (ersetzt.length > 0) {
    await tx.run(sql`
      update fall_merkmal set ersetzt_am = now() where kreis_id = ${kreisId} and id = any (${ersetzt}::uuid[])`);
  }
  const neu = [...soll.values()];
  if (neu.length > 0) {
    await tx.run(sql`
      insert into fall_merkmal (kreis_id, fall_id, merkmal, wert, gueltig_ab, gueltig_bis)
      select ${kreisId}, ${fallId}::uuid, 'personen', n.zahl::text, n.ab, n.bis
      from unnest(${neu.map((n) => n.zahl)}::int[], ${neu.map((n) => n.ab)}::date[], ${neu.map((n) => n.bis)}::date[])
        as n (zahl, ab, bis)`);
  }
  return verlauf.find((zeit) => zeit.ab <= heute && (zeit.bis === null || zeit.bis > heute))?.zahl ?? null;
}
