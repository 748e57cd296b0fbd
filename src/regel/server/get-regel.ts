import { sql, type RawBuilder } from 'kysely';
import { isDay, type Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { parseRegel, regelVorgabe, type RegelSchluessel, type RegelWert } from '../regel.ts';

/**
 * The value of a setting on a day, as it is known now or was known at `kenntnisstand` (a day stands for its end in
 * Germany, a moment for itself); the neutral default when the Kreis had set nothing for that day.
 */
export async function getRegel<K extends RegelSchluessel>(
  tx: Tx,
  kreisId: string,
  schluessel: K,
  am: Day,
  kenntnisstand: string | null = null,
): Promise<RegelWert<K>> {
  const { wert } = await tx.one(sql<{ wert: unknown }>`
    select ${regelOn(kreisId, schluessel, am, kenntnisstand)} as wert`);
  return toRegel(schluessel, wert);
}

/** The same value as an expression (jsonb, null for the default), for a query that need not wait for it. */
export function regelOn(
  kreisId: string,
  schluessel: RegelSchluessel,
  am: Day,
  kenntnisstand: string | null = null,
): RawBuilder<unknown> {
  return sql`(select wert from regel
    where kreis_id = ${kreisId} and schluessel = ${schluessel}
      and gueltig_ab <= ${am}::date and (gueltig_bis is null or gueltig_bis > ${am}::date)
      and ${knownAt(kenntnisstand)})`;
}

/** A value as it stands in the table regel; null is the neutral default. */
export function toRegel<K extends RegelSchluessel>(schluessel: K, wert: unknown): RegelWert<K> {
  return wert === null ? regelVorgabe(schluessel) : parseRegel(schluessel, wert);
}

function knownAt(kenntnisstand: string | null): RawBuilder<boolean> {
  if (kenntnisstand === null) return sql`ersetzt_am is null`;
  const moment = isDay(kenntnisstand)
    ? sql`((${kenntnisstand}::date + 1)::timestamp at time zone 'Europe/Berlin' - interval '1 microsecond')`
    : sql`${kenntnisstand}::timestamptz`;
  return sql<boolean>`erfasst_am <= ${moment} and (ersetzt_am is null or ersetzt_am > ${moment})`;
}
