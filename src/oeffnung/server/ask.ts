import { sql } from 'kysely';
import { caresFor, seesFall } from '#src/fall/server/scope.ts';
import { listTeam } from '#src/nachricht/server/list-empfaenger.ts';
import { sendNachricht } from '#src/nachricht/server/send.ts';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { oeffnungContract } from '../contract.ts';

/** The Koordination asks those who lead the case to open it; one open question per account and case. */
export async function askOeffnung(call: Call<typeof oeffnungContract.askOeffnung>): Promise<undefined> {
  const { tx, actor, params, body } = call;
  const { kreisId, fallId } = params;
  const fall = await tx.first(sql<{
    nummer: string;
    traegerId: string;
    casemanagerId: string | null;
    eigen: boolean;
  }>`
    select f.nummer, f.traeger_id as "traegerId", f.casemanager_id as "casemanagerId", ${caresFor('f')} as eigen
    from fall f where f.kreis_id = ${kreisId} and f.id = ${fallId} and ${seesFall('f', actor, kreisId)}`);
  if (!fall || fall.eigen) throw notFound();
  const gefragt = await tx.run(sql`
    insert into oeffnung_wunsch (kreis_id, fall_id, gefragt_von, zweck)
    values (${kreisId}, ${fallId}, ${actor.kontoId}, ${body.zweck}) on conflict do nothing`);
  if (gefragt === 0) throw new Refusal('wunsch-laeuft', 409);
  await recordEreignis(tx, {
    kreisId,
    art: 'oeffnung.erbeten',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { zweck: body.zweck },
  });
  await sendNachricht(tx, {
    kreisId,
    an: fall.casemanagerId === null ? await listTeam(tx, kreisId, fall.traegerId) : [fall.casemanagerId],
    art: 'oeffnung.erbeten',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { nummer: fall.nummer, zweck: body.zweck },
  });
}
