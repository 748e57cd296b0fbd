import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { loadForWork } from '#src/aufgabe/server/load.ts';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import { sealForPerson } from '#src/platform/server/schluessel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { notizContract } from '../contract.ts';

type Add = typeof notizContract.addNotiz;

/** Writes a sealed note of one's own; its level decides who reads it. */
export async function addNotiz(call: Call<Add>): Promise<Answer<Add>> {
  const { tx, params, body } = call;
  const { kreisId, fallId } = params;
  const fall = await loadForWork(call);
  const notizId = randomUUID();
  await tx.run(sql`
    insert into notiz (kreis_id, id, fall_id, traeger_id, ebene, text_siegel, erfasst_von)
    values (${kreisId}, ${notizId}, ${fallId}, ${fall.traegerId}, ${body.ebene},
      ${sealForPerson(fall.key, notizId, body.text)}, app_konto())`);
  await recordEreignis(tx, {
    kreisId,
    art: 'notiz.geschrieben',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { notizId, ebene: body.ebene },
  });
  return { notizId };
}
