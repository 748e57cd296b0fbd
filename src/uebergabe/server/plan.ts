import { sql } from 'kysely';
import { seesFall } from '#src/fall/server/scope.ts';
import { today, type Day } from '#src/platform/day.ts';
import { notFound, refuseFields, type FieldRefusal } from '#src/platform/refusal.ts';
import type { Actor } from '#src/platform/server/actor.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { UebergabeEingabe, UebergabeZeile } from '../contract.ts';
import { uebergabeHinderungen, type UebergabeFall } from '../rules.ts';

export interface GeplanterFall extends UebergabeFall {
  readonly id: string;
  readonly nummer: string;
  readonly personId: string | null;
  readonly schluessel: Buffer | null;
}

export interface UebergabePlan {
  readonly fall: readonly GeplanterFall[];
  readonly zeile: readonly UebergabeZeile[];
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
    select f.id, f.nummer, f.traeger_id as "traegerId", f.aufgenommen_am as "aufgenommenAm",
      coalesce((select max(z.gueltig_ab) from fall_zustaendigkeit z
        where z.kreis_id = f.kreis_id and z.fall_id = f.id and z.ersetzt_am is null), f.aufgenommen_am) as "zustaendigSeit",
      coalesce(e.widerrufen_am is not null, false) as "einwilligungWiderrufen",
      coalesce(e.ablauf_am < ${today(now)}::date, false) as "einwilligungAbgelaufen",
      p.id is null as "personGeloescht", p.id as "personId", p.schluessel_verpackt as schluessel
    from fall f
    left join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    left join einwilligung e on e.kreis_id = p.kreis_id and e.id = p.einwilligung_id
    where f.kreis_id = ${kreisId} and f.id = any (${ids}::uuid[]) and ${seesFall('f', actor, kreisId)}
    order by f.nummer for update of f`);
  if (fall.length !== ids.length) throw notFound();
  refuseFields(await wrongFields(tx, kreisId, eingabe, fall, today(now)));
  const zeile = fall.map((f): UebergabeZeile => {
    const hinderung = uebergabeHinderungen(f, eingabe);
    return {
      fallId: f.id,
      nummer: f.nummer,
      vonTraegerId: f.traegerId,
      moeglich: hinderung.length === 0,
      hinderung,
    };
  });
  return { fall, zeile, vonTraegerId: fall[0]?.traegerId ?? '' };
}

async function wrongFields(
  tx: Tx,
  kreisId: string,
  eingabe: UebergabeEingabe,
  fall: readonly GeplanterFall[],
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
    // One hand-over has one giving Träger; its line in the report names both.
    ...(new Set(fall.map((f) => f.traegerId)).size > 1
      ? [{ instance: '/fallIds', code: 'mehrere-traeger' }]
      : []),
  ];
}
