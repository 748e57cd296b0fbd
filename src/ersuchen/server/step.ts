import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { ersuchenContract } from '../contract.ts';
import { fristOf, verlaengerungRefusals } from '../rules.ts';
import { leaveStep } from './leave-step.ts';
import { loadErsuchen, requireStep } from './load.ts';

type Check = typeof ersuchenContract.checkIdentitaet;
type Extend = typeof ersuchenContract.extendErsuchen;
type Complete = typeof ersuchenContract.completeErsuchen;

/** Notes how it was made sure who asks; nothing is prepared before. */
export async function checkIdentitaet({ tx, deps, params, body }: Call<Check>): Promise<Answer<Check>> {
  const ersuchen = await loadErsuchen(tx, deps.schluessel, params);
  requireStep(ersuchen, body.fassung, ['eingegangen']);
  await tx.run(sql`
    update ersuchen set stand = 'identitaet_geprueft', identitaet = ${body.identitaet}, fassung = fassung + 1
    where kreis_id = ${params.kreisId} and id = ${params.ersuchenId}`);
  await leaveStep(tx, { ...params, schritt: 'identitaet_geprueft', daten: { identitaet: body.identitaet } });
  return { fassung: body.fassung + 1 };
}

/** Two more months, when the person was told why within the first (Art. 12 (3) GDPR). */
export async function extendErsuchen({ tx, deps, params, body }: Call<Extend>): Promise<Answer<Extend>> {
  const ersuchen = await loadErsuchen(tx, deps.schluessel, params);
  requireStep(ersuchen, body.fassung, ['eingegangen', 'identitaet_geprueft', 'vorbereitet']);
  if (ersuchen.verlaengertAm !== null) throw new Refusal('verlaengerung-besteht', 409);
  const { eingegangenAm } = ersuchen;
  refuseFields(verlaengerungRefusals(body.mitgeteiltAm, { eingegangenAm, heute: today(deps.now()) }));
  const fristAm = fristOf(eingegangenAm, true);
  await tx.run(sql`
    update ersuchen set verlaengert_am = ${body.mitgeteiltAm}, verlaengert_grund = ${body.grund}, frist_am = ${fristAm},
      fassung = fassung + 1
    where kreis_id = ${params.kreisId} and id = ${params.ersuchenId}`);
  await leaveStep(tx, {
    ...params,
    schritt: 'verlaengert',
    daten: { verlaengertGrund: body.grund, mitgeteiltAm: body.mitgeteiltAm, fristAm },
  });
  return { fassung: body.fassung + 1, fristAm };
}

/** The answer is with the person: how and when. A refusal ends as refused. */
export async function completeErsuchen({
  tx,
  deps,
  params,
  body,
}: Call<Complete>): Promise<Answer<Complete>> {
  const ersuchen = await loadErsuchen(tx, deps.schluessel, params);
  requireStep(ersuchen, body.fassung, ['freigegeben']);
  refuseFields([
    ...(body.am > today(deps.now()) ? [{ instance: '/am', code: 'datum-in-zukunft' }] : []),
    ...(body.am < ersuchen.eingegangenAm ? [{ instance: '/am', code: 'datum-vor-eingang' }] : []),
  ]);
  const stand = ersuchen.entscheidung === 'abgelehnt' ? 'abgelehnt' : 'erledigt';
  await tx.run(sql`
    update ersuchen set stand = ${stand}, uebergeben = ${body.uebergeben}, uebergeben_am = ${body.am}, fassung = fassung + 1
    where kreis_id = ${params.kreisId} and id = ${params.ersuchenId}`);
  await leaveStep(tx, { ...params, schritt: stand, daten: { uebergeben: body.uebergeben, am: body.am } });
  return { fassung: body.fassung + 1 };
}
