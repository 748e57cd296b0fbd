import { loadForWork } from '#src/aufgabe/server/load.ts';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { notizContract } from '../contract.ts';
import { loadNotiz } from './load.ts';
import { writeNachtrag } from './nachtrag.ts';

type Amend = typeof notizContract.amendNotiz;

/** Adds to a note that the account may read; its text stays. */
export async function amendNotiz(call: Call<Amend>): Promise<Answer<Amend>> {
  const { tx, params, body } = call;
  const { kreisId, fallId, notizId } = params;
  const fall = await loadForWork(call);
  await loadNotiz(tx, params);
  const nachtragId = await writeNachtrag(tx, params, { notizId }, fall.key, body.text);
  await recordEreignis(tx, {
    kreisId,
    art: 'notiz.nachgetragen',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { notizId, nachtragId },
  });
  return { nachtragId };
}
