import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { documentationRefusal, type Einwilligung } from '#src/einwilligung/rules.ts';
import { requireUneingeschraenkt } from '#src/ersuchen/server/restrict.ts';
import { listKoordination as koordinationOf } from '#src/nachricht/server/list-empfaenger.ts';
import { sendNachricht } from '#src/nachricht/server/send.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { notFound, Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { oeffnungContract } from '../contract.ts';
import { oeffnungRefusals } from '../rules.ts';
import { loadToOpen } from './load.ts';

type Open = typeof oeffnungContract.openOeffnung;

/**
 * Shows a case in clear to the Koordination until a time. Needs the consent of today and that the person agreed to this
 * opening; a release (Entbindung) names an office outside the KIM and is asked for where something leaves it.
 */
export async function openOeffnung({ tx, actor, deps, params, body }: Call<Open>): Promise<Answer<Open>> {
  const { kreisId, fallId } = params;
  const fall = await loadToOpen(tx, kreisId, fallId);
  const heute = today(deps.now());
  const einwilligung = await tx.one(sql<Einwilligung>`
    select e.erteilt_am as "erteiltAm", e.widerrufen_am as "widerrufenAm", e.ablauf_am as "ablaufAm"
    from person p join einwilligung e on e.kreis_id = p.kreis_id and e.id = p.einwilligung_id
    where p.kreis_id = ${kreisId} and p.id = ${fall.personId}`);
  const grund = documentationRefusal(einwilligung, heute);
  if (grund !== undefined) throw new Refusal(grund, 422);
  await requireUneingeschraenkt(tx, kreisId, fall.personId);
  const an = await koordinationOf(tx, kreisId, fall.kommuneId === null ? [] : [fall.kommuneId]);
  const { anKontoId, wunschId, zweck } = body;
  const bis = new Date(body.bis);
  refuseFields([
    ...oeffnungRefusals(bis, deps.now()),
    ...(body.einverstandenAm > heute ? [{ instance: '/einverstandenAm', code: 'datum-in-zukunft' }] : []),
    ...(anKontoId !== null && !an.includes(anKontoId)
      ? [{ instance: '/anKontoId', code: 'konto-fremd' }]
      : []),
  ]);
  const id = randomUUID();
  await tx.run(sql`
    insert into oeffnung (kreis_id, id, fall_id, person_id, traeger_id, kommune_id, an_konto_id, zweck, einverstanden_am, bis,
      geoeffnet_von)
    values (${kreisId}, ${id}, ${fallId}, ${fall.personId}, ${fall.traegerId}, ${fall.kommuneId}, ${anKontoId}, ${zweck},
      ${body.einverstandenAm}, ${bis}, ${actor.kontoId})`);
  if (wunschId !== null) {
    const beantwortet = await tx.run(sql`
      update oeffnung_wunsch set stand = 'geoeffnet', beantwortet_von = ${actor.kontoId}, beantwortet_am = now()
      where kreis_id = ${kreisId} and fall_id = ${fallId} and id = ${wunschId} and stand = 'offen'`);
    if (beantwortet === 0) throw notFound();
  }
  await recordEreignis(tx, {
    kreisId,
    art: 'oeffnung.gegeben',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { oeffnungId: id, zweck, bis: bis.toISOString(), anKontoId },
  });
  await sendNachricht(tx, {
    kreisId,
    an: (anKontoId === null ? an : [anKontoId]).filter((each) => each !== actor.kontoId),
    art: 'oeffnung.gegeben',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { nummer: fall.nummer, zweck, bis: bis.toISOString() },
  });
  return { id };
}
