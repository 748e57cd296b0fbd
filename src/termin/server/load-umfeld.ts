import { sql } from 'kysely';
import { caresFor } from '#src/fall/server/scope.ts';
import type { Day } from '#src/platform/day.ts';
import type { Actor } from '#src/platform/server/actor.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { mayAdmitFor } from '#src/fall/server/policy.ts';
import type { TerminEingabe } from '../contract.ts';
import { endOf, type TerminBezug, type Umfeld } from '../rules.ts';
import { momentOf, ortszeit, weekdayOf } from '../zeit.ts';
import { fristOf } from './frist-of.ts';

/** Whether everything that an appointment names exists for this account and fits together. */
export async function loadBezug(
  tx: Tx,
  actor: Actor,
  kreisId: string,
  termin: TerminEingabe,
): Promise<TerminBezug> {
  const { traegerId, casemanagerId, anfrageId, fallId, standortId, raumId, mitStelleId } = termin;
  const row = await tx.one(sql<Omit<TerminBezug, 'eigenerTraeger'>>`
    select exists (select from rolle r where r.kreis_id = ${kreisId} and r.konto_id = ${casemanagerId}::uuid
        and r.rolle = 'casemanager' and r.traeger_id = ${traegerId}::uuid and r.gueltig_ab <= now()
        and (r.gueltig_bis is null or r.gueltig_bis > now())) as casemanager,
      (${anfrageId}::uuid is null or exists (select from anfrage a where a.kreis_id = ${kreisId}
        and a.id = ${anfrageId}::uuid and a.traeger_id = ${traegerId}::uuid))
      and (${fallId}::uuid is null or exists (select from fall f where f.kreis_id = ${kreisId}
        and f.id = ${fallId}::uuid and f.traeger_id = ${traegerId}::uuid and ${caresFor('f')})) as gegenstand,
      ${standortId}::uuid is null or exists (select from standort s where s.kreis_id = ${kreisId}
        and s.id = ${standortId}::uuid) as standort,
      ${raumId}::uuid is null or exists (select from raum r where r.kreis_id = ${kreisId} and r.id = ${raumId}::uuid
        and r.standort_id = ${standortId}::uuid) as raum,
      ${mitStelleId}::uuid is null or exists (select from stelle s where s.kreis_id = ${kreisId}
        and s.id = ${mitStelleId}::uuid) as stelle`);
  return { ...row, eigenerTraeger: mayAdmitFor(actor, kreisId, traegerId) };
}

interface Row extends Pick<Umfeld, 'sprechstunden' | 'raumBelegt' | 'raumGeschuetzt' | 'abwesendBis'> {
  readonly termine: readonly { readonly beginn: string; readonly ende: string }[];
}

/** What stands in the calendars at the time of an appointment; `ohneId` is the appointment itself. */
export async function loadUmfeld(
  tx: Tx,
  kreisId: string,
  termin: TerminEingabe,
  ohneId: string | null,
  heute: Day,
): Promise<Umfeld> {
  const beginn = momentOf(termin.tag, termin.von);
  if (beginn === undefined) throw new Error('a time that does not exist was not refused');
  const ende = endOf(beginn, termin.dauerMinuten);
  const { tag, casemanagerId, raumId } = termin;
  const row = await tx.one(sql<Row>`
    select (select coalesce(json_agg(json_build_object('beginn', t.beginn, 'ende', t.ende) order by t.beginn), '[]')
        from termin t where t.kreis_id = ${kreisId} and t.casemanager_id = ${casemanagerId}::uuid
          and t.stand in ('geplant', 'stattgefunden') and t.id is distinct from ${ohneId}::uuid
          and t.beginn < ${ende} and t.ende > ${beginn}) as termine,
      (select coalesce(json_agg(json_build_object('von', to_char(s.von, 'HH24:MI'), 'bis', to_char(s.bis, 'HH24:MI'))), '[]')
        from sprechstunde s where s.kreis_id = ${kreisId} and s.casemanager_id = ${casemanagerId}::uuid
          and s.wochentag = ${weekdayOf(tag)} and s.gueltig_ab <= ${tag}::date
          and (s.gueltig_bis is null or s.gueltig_bis > ${tag}::date)
          and not exists (select from sprechstunde_ausfall f where f.kreis_id = s.kreis_id and f.sprechstunde_id = s.id
            and f.am = ${tag}::date)) as sprechstunden,
      exists (select from termin t where t.kreis_id = ${kreisId} and t.raum_id = ${raumId}::uuid
        and t.stand in ('geplant', 'stattgefunden') and t.id is distinct from ${ohneId}::uuid
        and t.beginn < ${ende} and t.ende > ${beginn}) as "raumBelegt",
      coalesce((select r.geschuetzt from raum r where r.kreis_id = ${kreisId} and r.id = ${raumId}::uuid), true)
        as "raumGeschuetzt",
      (select max(w.bis) from abwesenheit w where w.kreis_id = ${kreisId} and w.konto_id = ${casemanagerId}::uuid
        and w.von <= ${tag}::date and w.bis >= ${tag}::date) as "abwesendBis"`);
  const frist = await fristOf(tx, kreisId, termin, heute, ohneId);
  return {
    ...row,
    termine: row.termine.map((other) => ({
      von: ortszeit(new Date(other.beginn)).zeit,
      bis: ortszeit(new Date(other.ende)).zeit,
    })),
    // A deadline that another appointment keeps does not bind a further one.
    fristBis: frist === null || frist.stand === 'eingehalten' ? null : frist.bis,
  };
}
