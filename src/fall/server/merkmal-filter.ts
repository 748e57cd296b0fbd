import { sql, type RawBuilder } from 'kysely';
import { knownAt, validOn, type AsOf } from './status-on-day.ts';

/**
 * Cases (alias of fall) that a report counts under a value of a Merkmal on the day; "ohne_angabe" are those without a
 * value and those whose value says so. With `gemeinsam` the value is one of the list that all Kreise share.
 */
export function merkmalOn(
  alias: string,
  merkmal: string,
  wert: string,
  on: AsOf,
  gemeinsam: boolean,
): RawBuilder<boolean> {
  const stated = sql`select from fall_merkmal m
    left join codeliste c on c.kreis_id = m.kreis_id and c.liste = m.merkmal and c.code = m.wert
    where m.kreis_id = ${on.kreisId} and m.fall_id = ${sql.ref(`${alias}.id`)} and m.merkmal = ${merkmal}
      and ${validOn('m', on.stichtag)} and ${knownAt('m', on.kenntnisstand)}`;
  const saysNothing = sql`(m.wert = 'ohne_angabe' or coalesce(c.gemeinsam, '') = 'ohne_angabe')`;
  if (wert === 'ohne_angabe') return sql`(not exists (${stated}) or exists (${stated} and ${saysNothing}))`;
  const counted = gemeinsam ? sql`coalesce(c.gemeinsam, m.wert)` : sql`m.wert`;
  return sql`exists (${stated} and not ${saysNothing} and ${counted} = ${wert})`;
}
