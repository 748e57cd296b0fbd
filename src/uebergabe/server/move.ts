import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import type { Schluessel } from '#src/platform/server/schluessel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { UebergabeEingabe } from '../eingabe.ts';
import type { UebergabePlan } from './plan.ts';

/**
 * Moves planned cases: the receiving Träger becomes the owner of person and case, the person's key is wrapped anew, and
 * the past stays countable (Vorlage 197/23: 12 cases in October 2022). Answers the id of the hand-over.
 */
export async function moveFaelle(
  tx: Tx,
  schluessel: Schluessel,
  kreisId: string,
  plan: UebergabePlan,
  eingabe: UebergabeEingabe,
): Promise<string> {
  const { anTraegerId, wirksamAm, grund, zustimmungAm } = eingabe;
  const uebergabeId = randomUUID();
  await tx.run(sql`
    insert into uebergabe (kreis_id, id, von_traeger_id, an_traeger_id, wirksam_am, grund, zustimmung_am, erfasst_von)
    values (${kreisId}, ${uebergabeId}, ${plan.vonTraegerId}, ${anTraegerId}, ${wirksamAm}, ${grund}, ${zustimmungAm},
      app_konto())`);
  await moveHistory(tx, kreisId, uebergabeId, plan, eingabe);
  await movePerson(tx, schluessel, kreisId, plan, eingabe);
  await moveWork(tx, kreisId, plan, eingabe);
  for (const { id } of plan.fall) {
    await recordEreignis(tx, {
      kreisId,
      art: 'fall.uebergeben',
      gegenstand: 'fall',
      gegenstandId: id,
      daten: { uebergabeId, von: plan.vonTraegerId, an: anTraegerId, ab: wirksamAm, grund },
    });
  }
  return uebergabeId;
}

/** The responsibility so far ends on the effective day, the new one begins; what was known before stays as it was. */
async function moveHistory(
  tx: Tx,
  kreisId: string,
  uebergabeId: string,
  plan: UebergabePlan,
  { wirksamAm, anTraegerId, casemanagerId }: UebergabeEingabe,
): Promise<void> {
  const ids = plan.fall.map((f) => f.id);
  await tx.run(sql`
    with alt as (
      update fall_zustaendigkeit set ersetzt_am = now()
      where kreis_id = ${kreisId} and fall_id = any (${ids}::uuid[]) and ersetzt_am is null
        and (gueltig_bis is null or gueltig_bis > ${wirksamAm}::date)
      returning *
    )
    insert into fall_zustaendigkeit (kreis_id, fall_id, traeger_id, casemanager_id, anlass, uebergabe_id, gueltig_ab,
      gueltig_bis, erfasst_von)
    select kreis_id, fall_id, traeger_id, casemanager_id, anlass, uebergabe_id, gueltig_ab, ${wirksamAm}::date, erfasst_von
    from alt where gueltig_ab < ${wirksamAm}::date`);
  await tx.run(sql`
    insert into fall_zustaendigkeit (kreis_id, fall_id, traeger_id, casemanager_id, anlass, uebergabe_id, gueltig_ab,
      erfasst_von)
    select ${kreisId}, id, ${anTraegerId}::uuid, ${casemanagerId}::uuid, 'uebergabe', ${uebergabeId}::uuid,
      ${wirksamAm}::date, app_konto()
    from unnest(${ids}::uuid[]) as id`);
}

/** Moves person and case to the other Träger; the sealed texts stay, only the key of the person is wrapped anew. */
async function movePerson(
  tx: Tx,
  schluessel: Schluessel,
  kreisId: string,
  plan: UebergabePlan,
  { anTraegerId, casemanagerId }: UebergabeEingabe,
): Promise<void> {
  for (const fall of plan.fall) {
    if (fall.personId === null || fall.schluessel === null)
      throw new Error('person missing after the rule allowed it');
    const verpackt = await schluessel.rewrap(tx, kreisId, plan.vonTraegerId, anTraegerId, fall.schluessel);
    // The foreign key of fall carries the new Träger of the person along.
    await tx.run(sql`
      update person set traeger_id = ${anTraegerId}, casemanager_id = ${casemanagerId}, schluessel_verpackt = ${verpackt},
        fassung = fassung + 1
      where kreis_id = ${kreisId} and id = ${fall.personId}`);
    await tx.run(sql`
      update fall set casemanager_id = ${casemanagerId}, fassung = fassung + 1
      where kreis_id = ${kreisId} and id = ${fall.id}`);
  }
}

/** Open tasks are the new lead's; planned appointments too, where one is named: somebody has to be there. */
async function moveWork(
  tx: Tx,
  kreisId: string,
  plan: UebergabePlan,
  { anTraegerId, casemanagerId }: UebergabeEingabe,
): Promise<void> {
  const ids = plan.fall.map((f) => f.id);
  await tx.run(sql`
    update aufgabe set zustaendig_id = null, fassung = fassung + 1
    where kreis_id = ${kreisId} and fall_id = any (${ids}::uuid[]) and stand = 'offen' and zustaendig_id is not null`);
  if (casemanagerId === null) return;
  await tx.run(sql`
    update termin set traeger_id = ${anTraegerId}, casemanager_id = ${casemanagerId}, standort_id = null, raum_id = null,
      fassung = fassung + 1
    where kreis_id = ${kreisId} and fall_id = any (${ids}::uuid[]) and stand = 'geplant' and beginn > now()`);
}
