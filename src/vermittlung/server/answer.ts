import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { vermittlungContract } from '../contract.ts';
import { antwortCodes, antwortRefusals, nachfrageAm } from '../rules.ts';
import { loadOffen, loadVermittlung } from './load.ts';
import { insertStand } from './write.ts';

type AnswerIt = typeof vermittlungContract.answerVermittlung;

/** Records what became of a referral; the reminder moves to the day on which to ask again. */
export async function answerVermittlung(call: Call<AnswerIt>): Promise<Answer<AnswerIt>> {
  const { tx, deps, params, body } = call;
  const { kreisId, fallId, vermittlungId } = params;
  const { key } = await loadOffen(call);
  const vermittlung = await loadVermittlung(call, params, body);
  refuseFields(antwortRefusals(vermittlung, body, today(deps.now())));
  const { stand, am } = body;
  const codes = antwortCodes(body);
  await tx.run(sql`
    update vermittlung set stand = ${stand}, stand_am = ${am}, grund = ${codes.grund}, ergebnis = ${codes.ergebnis},
      rueckmeldung_bis = ${nachfrageAm(stand, am, vermittlung.terminAm)}::date, fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${vermittlungId}`);
  await insertStand(tx, params, { ...codes, stand, am, worte: { text: body.worte, key } });
  await recordEreignis(tx, {
    kreisId,
    art: 'vermittlung.stand',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { vermittlungId, art: vermittlung.art, stand, am, ...codes },
  });
  return { fassung: vermittlung.fassung + 1 };
}
