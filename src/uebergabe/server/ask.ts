import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { notFound, refuseFields } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { uebergabeContract } from '../contract.ts';
import { requireMoeglich } from './execute.ts';
import { informUebergabe, kommunenOf, leadsOf, listGefragte } from './inform.ts';
import { planUebergabe, type UebergabePlan } from './plan.ts';
import { sealWort } from './seal.ts';

type Ask = typeof uebergabeContract.askUebergabe;

/**
 * Asks another Träger to take cases over. The same conditions hold as for a hand-over itself, so that nobody is asked in
 * vain; nothing moves. Asked again after a refusal, also somebody else.
 */
export async function askUebergabe(call: Call<Ask>): Promise<Answer<Ask>> {
  const { tx, actor, params, body, deps } = call;
  const { kreisId } = params;
  const heute = today(deps.now());
  const plan = await planUebergabe(tx, actor, kreisId, body, deps.now());
  refuseFields(body.fristAm < heute ? [{ instance: '/fristAm', code: 'frist-vorbei' }] : []);
  requireMoeglich(plan);
  await endLapsed(tx, kreisId, plan);
  const anfrageId = randomUUID();
  const kommuneIds = kommunenOf(plan.fall);
  await tx.run(sql`
    insert into uebergabe_anfrage (kreis_id, id, von_traeger_id, an_traeger_id, an_konto_id, kommune_id, wirksam_am, grund,
      zustimmung_am, frist_am, nachricht_siegel, vorige_id, gestellt_von)
    values (${kreisId}, ${anfrageId}, ${plan.vonTraegerId}, ${body.anTraegerId}, ${body.casemanagerId},
      ${kommuneIds}::text[], ${body.wirksamAm}, ${body.grund}, ${body.zustimmungAm}, ${body.fristAm},
      ${sealWort(deps, anfrageId, 'nachricht', body.nachricht)}, ${await vorige(tx, kreisId, body.vorigeId)}, app_konto())`);
  await tx.run(sql`
    insert into uebergabe_anfrage_fall (kreis_id, anfrage_id, fall_id)
    select ${kreisId}, ${anfrageId}, id from unnest(${plan.fall.map(({ id }) => id)}::uuid[]) as id`);
  const daten = { anzahl: plan.fall.length, fristAm: body.fristAm, ab: body.wirksamAm };
  await informUebergabe(
    tx,
    { kreisId, vonKontoId: actor.kontoId, gegenstandId: anfrageId, daten },
    { art: 'uebergabe.angefragt', an: await listGefragte(tx, kreisId, body.anTraegerId, body.casemanagerId) },
    // The Koordination may ask for a case that somebody else leads.
    { art: 'uebergabe.ko_angefragt', kommuneIds, auch: leadsOf(plan.fall) },
  );
  for (const { id } of plan.fall) {
    await recordEreignis(tx, {
      kreisId,
      art: 'uebergabe.angefragt',
      gegenstand: 'fall',
      gegenstandId: id,
      daten: { anfrageId, an: body.anTraegerId, ab: body.wirksamAm, grund: body.grund },
    });
  }
  return { anfrageId, anzahl: plan.fall.length };
}

/** Questions that nobody answered in time make room for the next one about the same case. */
async function endLapsed(tx: Tx, kreisId: string, { fall }: UebergabePlan): Promise<void> {
  const ids = fall.map(({ id }) => id);
  await tx.run(sql`
    with alt as (
      update uebergabe_anfrage a set stand = 'abgelaufen', fassung = fassung + 1
      where a.kreis_id = ${kreisId} and a.stand = 'angefragt' and exists (select from uebergabe_anfrage_fall x
        where x.kreis_id = a.kreis_id and x.anfrage_id = a.id and x.fall_id = any (${ids}::uuid[]))
      returning a.id
    )
    update uebergabe_anfrage_fall x set stand = 'abgelaufen' from alt
    where x.kreis_id = ${kreisId} and x.anfrage_id = alt.id and x.stand = 'angefragt'`);
}

async function vorige(tx: Tx, kreisId: string, vorigeId: string | null): Promise<string | null> {
  if (vorigeId === null) return null;
  const row = await tx.first(sql<{ id: string }>`
    select a.id from uebergabe_anfrage a where a.kreis_id = ${kreisId} and a.id = ${vorigeId}
      and a.stand in ('abgelehnt', 'teilweise', 'zurueckgezogen', 'abgelaufen', 'angefragt')`);
  if (!row) throw notFound();
  return row.id;
}
