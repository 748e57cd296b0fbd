import { sql, type RawBuilder } from 'kysely';

/** The actor's Koordination covers the place of a rule: the whole Kreis, or a Kommune of its region. */
export function coordinates(kreisId: string, kommune: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`(${kreisId} = any ((select app_liste('app.ko_kreis'))::text[])
    or coalesce(${kommune} = any ((select app_liste('app.ko_kommune'))::text[]), false))`;
}
