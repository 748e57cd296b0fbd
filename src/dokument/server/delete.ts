import { sql } from 'kysely';
import { loadForWork } from '#src/aufgabe/server/load.ts';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { dokumentContract } from '../contract.ts';
import { loadDokument } from './load-dokument.ts';

type Delete = typeof dokumentContract.deleteDokument;

/** Deletes the content of an attachment; that there was one, who deleted it and why, stays. */
export async function deleteDokument(call: Call<Delete>): Promise<Answer<Delete>> {
  const { tx, params, body } = call;
  const { kreisId, fallId, dokumentId } = params;
  await loadForWork(call);
  const stand = await loadDokument(tx, params);
  requireFassung({ fassung: stand.fassung }, body);
  const fassung = stand.fassung + 1;
  await tx.run(sql`
    update dokument set titel_siegel = null, datei_siegel = null, vorschau_siegel = null, geloescht_am = now(),
      geloescht_von = app_konto(), loeschgrund = ${body.grund}, fassung = ${fassung}
    where kreis_id = ${kreisId} and id = ${dokumentId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'dokument.geloescht',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { dokumentId, grund: body.grund },
  });
  return { fassung };
}
