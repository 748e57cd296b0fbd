import { sql, type RawBuilder } from 'kysely';

/** Anfragen (alias of anfrage) of the Träger for which the account works: those it may change. */
export function worksOnAnfrage(alias: string): RawBuilder<boolean> {
  return sql`${sql.ref(`${alias}.traeger_id`)} = any ((select app_uuids('app.cm_traeger'))::uuid[])`;
}

/** Anfragen that exist for the account: those of its team, for the Koordination those of its Kreis or region. */
export function seesAnfrage(alias: string): RawBuilder<boolean> {
  return sql`(${worksOnAnfrage(alias)}
    or ${sql.ref(`${alias}.kreis_id`)} = any ((select app_liste('app.ko_kreis'))::text[])
    or ${sql.ref(`${alias}.kommune_id`)} = any ((select app_liste('app.ko_kommune'))::text[]))`;
}
