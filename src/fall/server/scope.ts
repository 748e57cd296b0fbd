import { sql, type RawBuilder } from 'kysely';
import { hasRolle, type Actor } from '#src/platform/server/actor.ts';

/**
 * Cases (alias of fall) that the actor works on and therefore sees by name: own ones, those of substituted colleagues,
 * and those of the Träger that nobody has yet. Holds also where a purpose opens the whole Kreis in the database.
 */
export function caresFor(alias: string): RawBuilder<boolean> {
  const casemanager = sql.ref(`${alias}.casemanager_id`);
  return sql`(${sql.ref(`${alias}.traeger_id`)} = any ((select app_uuids('app.cm_traeger'))::uuid[])
    and (${casemanager} is null or ${casemanager} = any ((select app_uuids('app.cm_konto'))::uuid[])))`;
}

/** Cases (alias of fall) whose person the actor may read: those worked on, and those that are open to her for a time. */
export function readsPerson(alias: string): RawBuilder<boolean> {
  return sql`(${caresFor(alias)}
    or ${sql.ref(`${alias}.person_id`)} = any ((select app_uuids('app.geoeffnet'))::uuid[]))`;
}

/** Cases (alias of fall) that exist for the actor; the Koordination sees those of its Kreis or region by number. */
export function seesFall(alias: string, actor: Actor, kreisId: string): RawBuilder<boolean> {
  // Without the other arms the planner can use the index over Träger and case manager.
  if (!hasRolle(actor, ['koordination'], kreisId)) return caresFor(alias);
  return sql`(${caresFor(alias)}
    or ${sql.ref(`${alias}.kreis_id`)} = any ((select app_liste('app.ko_kreis'))::text[])
    or ${sql.ref(`${alias}.kommune_id`)} = any ((select app_liste('app.ko_kommune'))::text[]))`;
}

/** Rows (alias with kreis_id and kommune_id) in a Kommune that belonged to the region (slug) on the day. */
export function inRegion(alias: string, region: string, am: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`exists (select from region r
    join region_kommune rk on rk.kreis_id = r.kreis_id and rk.region_id = r.id
    where r.kreis_id = ${sql.ref(`${alias}.kreis_id`)} and r.slug = ${region}
      and rk.kommune_id = ${sql.ref(`${alias}.kommune_id`)}
      and rk.gueltig_ab <= ${am} and (rk.gueltig_bis is null or rk.gueltig_bis > ${am}))`;
}
