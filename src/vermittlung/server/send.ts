import { sql } from 'kysely';
import { requireFreigabe } from '#src/einwilligung/server/require-freigabe.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { vermittlungContract } from '../contract.ts';
import { nextStaende } from '../rules.ts';
import { tellPartner } from './add.ts';
import { loadOffen, loadVermittlung } from './load.ts';
import { insertStand } from './write.ts';

type Send = typeof vermittlungContract.sendVermittlung;

/** Sends what was prepared, word for word; the release must hold at this very moment. */
export async function sendVermittlung(call: Call<Send>): Promise<Answer<Send>> {
  const { tx, deps, params, body } = call;
  const { kreisId, fallId, vermittlungId } = params;
  const fall = await loadOffen(call);
  const vermittlung = await loadVermittlung(call, params, body);
  if (!nextStaende(vermittlung.stand).includes('gesendet')) throw new Refusal('stand-folgt-nicht', 409);
  if (vermittlung.fuehrtSelbst) throw new Refusal('nur-verweis', 422);
  const { stelleId, inhalt, kanal } = vermittlung;
  const am = today(deps.now());
  if (kanal !== null)
    await requireFreigabe(tx, kreisId, fall.personId, { stelleId, zweck: 'vermittlung', inhalt, am });
  if (kanal === 'partnerkonto') await tellPartner(tx, { kreisId, stelleId, stand: 'gesendet' });
  await tx.run(sql`
    update vermittlung set stand = 'gesendet', stand_am = ${am}, fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${vermittlungId}`);
  await insertStand(tx, params, { stand: 'gesendet', am });
  await recordEreignis(tx, {
    kreisId,
    art: 'vermittlung.gesendet',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { vermittlungId, stelleId, kanal, inhalt, am },
  });
  return { fassung: vermittlung.fassung + 1 };
}
