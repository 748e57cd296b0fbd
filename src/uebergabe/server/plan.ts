import { sql } from 'kysely';
import { caresFor, seesFall } from '#src/fall/server/scope.ts';
import { today, type Day } from '#src/platform/day.ts';
import { notFound, refuseFields, type FieldRefusal } from '#src/platform/refusal.ts';
import type { Actor } from '#src/platform/server/actor.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { UebergabeEingabe, UebergabeHinderung } from '../eingabe.ts';
import { uebergabeHinderungen, type UebergabeFall } from '../rules.ts';
import { overseesFall } from './policy.ts';

export interface GeplanterFall extends UebergabeFall {
  readonly id: string;
  readonly nummer: string;
  readonly kommuneId: string | null;
  readonly casemanagerId: string | null;
  readonly personId: string | null;
  readonly schluessel: Buffer | null;
}

export interface PlanZeile {
  readonly fallId: string;
  readonly nummer: string;
  readonly vonTraegerId: string;
  readonly moeglich: boolean;
  readonly hinderung: UebergabeHinderung[];
}

export interface UebergabePlan {
  readonly fall: readonly GeplanterFall[];
  readonly zeile: readonly PlanZeile[];
  readonly vonTraegerId: string;
}

/**
 * Locks the cases that are to be handed over, in scope although the purpose opens the whole Kreis, and says of each what
 * stands in the way. A single case that the actor does not see makes the whole request unfindable.
 */
export async function planUebergabe(
  tx: Tx,
  actor: Actor,
  kreisId: string,
  eingabe: UebergabeEingabe,
  now: Date,
): Promise<UebergabePlan> {
  const ids = [...new Set(eingabe.fallIds)];
  const fall = await tx.all(sql<GeplanterFall>`
    select ${columns(today(now))},
      not ${overseesFall('f', actor, kreisId)} and f.casemanager_id is not null and f.casemanager_id <> app_konto()
        and ${caresFor('f')} as vertretung,
      exists (select from uebergabe_anfrage_fall x
        join uebergabe_anfrage a on a.kreis_id = x.kreis_id and a.id = x.anfrage_id
        where x.kreis_id = f.kreis_id and x.fall_id = f.id and x.stand = 'angefragt'
          and a.frist_am >= ${today(now)}::date) as angefragt
    from fall f ${joins}
    where f.kreis_id = ${kreisId} and f.id = any (${ids}::uuid[]) and ${seesFall('f', actor, kreisId)}
    order by f.nummer for update of f`);
  if (fall.length !== ids.length) throw notFound();
  refuseFields([
    ...(await wrongFields(tx, kreisId, eingabe, today(now))),
    // One hand-over has one giving Träger; its line in the report names both.
    ...(new Set(fall.map((f) => f.traegerId)).size > 1
      ? [{ instance: '/fallIds', code: 'mehrere-traeger' }]
      : []),
  ]);
  return planOf(fall, eingabe, fall[0]?.traegerId ?? '');
}

/**
 * Reads or locks cases that were asked for, for the side that is asked and sees none of them: the question has brought them. One
 * that has left the asking Träger meanwhile cannot be accepted.
 */
export async function planAngefragte(
  tx: Tx,
  kreisId: string,
  eingabe: UebergabeEingabe,
  vonTraegerId: string,
  now: Date,
  lock: boolean,
): Promise<UebergabePlan> {
  const fall = await tx.all(sql<GeplanterFall>`
    select ${columns(today(now))}, false as vertretung, false as angefragt
    from fall f ${joins}
    where f.kreis_id = ${kreisId} and f.id = any (${eingabe.fallIds}::uuid[])
    order by f.nummer ${lock ? sql`for update of f` : sql``}`);
  return planOf(fall, eingabe, vonTraegerId);
}

const joins = sql`left join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    left join einwilligung e on e.kreis_id = p.kreis_id and e.id = p.einwilligung_id`;

function columns(heute: Day) {
  return sql`f.id, f.nummer, f.traeger_id as "traegerId", f.kommune_id as "kommuneId",
      f.casemanager_id as "casemanagerId", f.aufgenommen_am as "aufgenommenAm",
      coalesce((select max(z.gueltig_ab) from fall_zustaendigkeit z
        where z.kreis_id = f.kreis_id and z.fall_id = f.id and z.ersetzt_am is null), f.aufgenommen_am) as "zustaendigSeit",
      coalesce(e.widerrufen_am is not null, false) as "einwilligungWiderrufen",
      coalesce(e.ablauf_am < ${heute}::date, false) as "einwilligungAbgelaufen",
      person_eingeschraenkt(f.kreis_id, f.person_id) as eingeschraenkt, f.geschuetzt_am is not null as geschuetzt,
      p.id is null and not person_eingeschraenkt(f.kreis_id, f.person_id) as "personGeloescht", p.id as "personId", p.schluessel_verpackt as schluessel`;
}

function planOf(
  fall: readonly GeplanterFall[],
  eingabe: UebergabeEingabe,
  vonTraegerId: string,
): UebergabePlan {
  const zeile = fall.map((f): PlanZeile => {
    const hinderung: UebergabeHinderung[] =
      f.traegerId === vonTraegerId ? uebergabeHinderungen(f, eingabe) : ['nicht-mehr-hier'];
    return {
      fallId: f.id,
      nummer: f.nummer,
      vonTraegerId: f.traegerId,
      moeglich: hinderung.length === 0,
      hinderung,
    };
  });
  return { fall, zeile, vonTraegerId };
}

/** What is wrong with where to, to whom and from when. */
export async function wrongFields(
  tx: Tx,
  kreisId: string,
  eingabe: Pick<UebergabeEingabe, 'anTraegerId' | 'casemanagerId' | 'wirksamAm'>,
  heute: Day,
): Promise<FieldRefusal[]> {
  const { anTraegerId, casemanagerId, wirksamAm } = eingabe;
  const known = await tx.one(sql<{ traeger: boolean; konto: boolean }>`
    select exists (select from traeger t where t.kreis_id = ${kreisId} and t.id = ${anTraegerId}) as traeger,
      ${casemanagerId}::uuid is null or exists (select from rolle r
        join konto k on k.kreis_id = r.konto_kreis_id and k.id = r.konto_id
        where r.kreis_id = ${kreisId} and r.traeger_id = ${anTraegerId} and r.rolle = 'casemanager'
          and k.kreis_id = ${kreisId} and k.id = ${casemanagerId}::uuid and k.gesperrt_am is null
          and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())) as konto`);
  return [
    ...(known.traeger ? [] : [{ instance: '/anTraegerId', code: 'traeger-unbekannt' }]),
    ...(known.konto ? [] : [{ instance: '/casemanagerId', code: 'konto-fremd' }]),
    ...(wirksamAm > heute ? [{ instance: '/wirksamAm', code: 'datum-in-zukunft' }] : []),
  ];
}
