import { sql, type RawBuilder } from 'kysely';
import { addMonths, isDay, type Day } from '#src/platform/day.ts';
import type { RegelWert } from '#src/regel/schemata.ts';

/** Day and knowledge of it. */
export interface AsOf {
  readonly kreisId: string;
  readonly stichtag: Day;
  /** Null: as it is known now. A day stands for its end in Germany, a moment for itself. */
  readonly kenntnisstand: string | null;
}

export interface OnDay extends AsOf {
  readonly regel: RegelWert<'aktiv_regel'>;
}

/** The last moment of a day in Germany, or the moment itself, for comparing with erfasst_am and ersetzt_am. */
function kenntnisMoment(kenntnisstand: string): RawBuilder<Date> {
  return isDay(kenntnisstand)
    ? sql`((${kenntnisstand}::date + 1)::timestamp at time zone 'Europe/Berlin' - interval '1 microsecond')`
    : sql`${kenntnisstand}::timestamptz`;
}

/** True for rows of a history (alias) that were known then; without a Kenntnisstand the ones that stand now. */
export function knownAt(alias: string, kenntnisstand: string | null): RawBuilder<boolean> {
  const [erfasst, ersetzt] = [sql.ref(`${alias}.erfasst_am`), sql.ref(`${alias}.ersetzt_am`)];
  if (kenntnisstand === null) return sql`${ersetzt} is null`;
  const moment = kenntnisMoment(kenntnisstand);
  return sql`(${erfasst} <= ${moment} and (${ersetzt} is null or ${ersetzt} > ${moment}))`;
}

/** True for rows of a history (alias) that hold on the day. */
export function validOn(alias: string, stichtag: Day): RawBuilder<boolean> {
  const [ab, bis] = [sql.ref(`${alias}.gueltig_ab`), sql.ref(`${alias}.gueltig_bis`)];
  return sql`(${ab} <= ${stichtag}::date and (${bis} is null or ${bis} > ${stichtag}::date))`;
}

/**
 * What a row of fall_status (alias) that holds on the day counts as: its own word, except that "aktiv" by admission is
 * "ruhend" when neither its start nor a qualified contact lies within the months of the Kreis (Konzept Kreis Unna 2.2).
 */
export function statusOn(alias: string, on: OnDay): RawBuilder<'aktiv' | 'ruhend' | 'abgeschlossen'> {
  const row = (column: string) => sql.ref(`${alias}.${column}`);
  if (on.regel.art === 'gemeldet') return sql`${row('status')}`;
  const grenze = addMonths(on.stichtag, -on.regel.monate);
  // The planner probes the index for a few cases and hashes the Kreis's contacts of the period for many.
  return sql`case when ${row('status')} = 'aktiv' and ${row('herkunft')} = 'aufnahme'
      and ${row('gueltig_ab')} <= ${grenze}::date
      and not exists (select from beratungskontakt bk
        where bk.kreis_id = ${on.kreisId} and bk.fall_id = ${row('fall_id')} and bk.qualifiziert
          and bk.am > ${grenze}::date and bk.am <= ${on.stichtag}::date and ${knownAt('bk', on.kenntnisstand)})
    then 'ruhend' else ${row('status')} end`;
}

/** True for cases (alias of fall) that were admitted by the day, whatever their status: the Gesamtfälle. */
export function admittedOn(alias: string, stichtag: Day, kenntnisstand: string | null): RawBuilder<boolean> {
  const admitted = sql<boolean>`${sql.ref(`${alias}.aufgenommen_am`)} <= ${stichtag}::date`;
  if (kenntnisstand === null) return admitted;
  return sql`(${admitted} and ${sql.ref(`${alias}.erfasst_am`)} <= ${kenntnisMoment(kenntnisstand)})`;
}

/**
 * Status of every case of the Kreis on a day, one row each: fall_id, status, eigener, herkunft, grund, ab, and where the
 * rule asks for it the last qualified contact. The same rule as statusOn, for lists that show that day as well; `grenze`
 * is the last day on which "aktiv" lapses for want of a contact, null where the status counts as reported.
 */
export function statusOnDay(on: OnDay): RawBuilder<unknown>;
export function statusOnDay(on: AsOf, grenze: RawBuilder<Day | null>): RawBuilder<unknown>;
export function statusOnDay(on: AsOf & Partial<OnDay>, grenze = grenzeOf(on)): RawBuilder<unknown> {
  return sql`(select s.fall_id, case when s.status = 'aktiv' and s.herkunft = 'aufnahme'
        and greatest(s.gueltig_ab, q.am) <= ${grenze} then 'ruhend' else s.status end as status,
      s.status as eigener, s.herkunft, s.grund, s.gueltig_ab as ab, q.am as qualifiziert
    from fall_status s
    left join lateral (select bk.am from beratungskontakt bk
      where bk.kreis_id = s.kreis_id and bk.fall_id = s.fall_id and bk.qualifiziert and s.status = 'aktiv'
        and s.herkunft = 'aufnahme' and ${grenze} is not null
        and bk.am <= ${on.stichtag}::date and ${knownAt('bk', on.kenntnisstand)}
      order by bk.am desc limit 1) q on true
    where s.kreis_id = ${on.kreisId} and ${validOn('s', on.stichtag)} and ${knownAt('s', on.kenntnisstand)})`;
}

function grenzeOf({ stichtag, regel }: AsOf & Partial<OnDay>): RawBuilder<Day | null> {
  return regel?.art === 'kontakt' ? sql`${addMonths(stichtag, -regel.monate)}::date` : sql`null::date`;
}
