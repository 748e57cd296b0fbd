import { sql, type RawBuilder } from 'kysely';

/** Persons (alias of person) with whom the account works itself; openings for reading do not count. */
export function worksWith(alias: string): RawBuilder<boolean> {
  const casemanager = sql.ref(`${alias}.casemanager_id`);
  return sql`(${sql.ref(`${alias}.traeger_id`)} = any ((select app_uuids('app.cm_traeger'))::uuid[])
    and (${casemanager} is null or ${casemanager} = any ((select app_uuids('app.cm_konto'))::uuid[])))`;
}
