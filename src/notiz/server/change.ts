import { sql } from 'kysely';
import { loadForWork } from '#src/aufgabe/server/load.ts';
import type { Answer } from '#src/platform/contract.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { sealForPerson, unsealForPerson } from '#src/platform/server/schluessel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { notizContract } from '../contract.ts';
import { loadNotiz } from './load.ts';

type Change = typeof notizContract.changeNotiz;

/** Puts an own note right while it is fresh; later ones are amended. */
export async function changeNotiz(call: Call<Change>): Promise<Answer<Change>> {
  const { tx, params, body } = call;
  const { kreisId, fallId, notizId } = params;
  const fall = await loadForWork(call);
  const stand = await loadNotiz(tx, params);
  if (!stand.aenderbar) throw new Refusal('notiz-steht', 409);
  const text = unsealForPerson(fall.key, notizId, stand.siegel);
  requireFassung({ fassung: stand.fassung, ebene: stand.ebene, text }, body, ['text']);
  const fassung = stand.fassung + 1;
  await tx.run(sql`
    update notiz set text_siegel = ${sealForPerson(fall.key, notizId, body.text)}, ebene = ${body.ebene},
      fassung = ${fassung}, geaendert_am = now()
    where kreis_id = ${kreisId} and id = ${notizId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'notiz.geaendert',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { notizId, fassung, ebene: body.ebene },
  });
  return { fassung };
}
