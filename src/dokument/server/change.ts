import { sql } from 'kysely';
import { loadForWork } from '#src/aufgabe/server/load.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { sealForPerson, unsealForPerson } from '#src/platform/server/schluessel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { dokumentContract } from '../contract.ts';
import { dokumentRefusals } from '../rules.ts';
import { loadDokument } from './load-dokument.ts';

type Change = typeof dokumentContract.changeDokument;

/** Changes what is said about an attachment; the file itself never changes. */
export async function changeDokument(call: Call<Change>): Promise<Answer<Change>> {
  const { tx, deps, params, body } = call;
  const { kreisId, fallId, dokumentId } = params;
  const fall = await loadForWork(call);
  const { titelSiegel, ...stand } = await loadDokument(tx, params);
  const titel = unsealForPerson(fall.key, dokumentId, titelSiegel);
  requireFassung({ ...stand, titel }, body, ['titel']);
  refuseFields(dokumentRefusals(body, today(deps.now())));
  const fassung = stand.fassung + 1;
  await tx.run(sql`
    update dokument set art = ${body.art}, am = ${body.am}, laeuft_ab_am = ${body.laeuftAbAm}, fassung = ${fassung},
      titel_siegel = ${sealForPerson(fall.key, dokumentId, body.titel)}
    where kreis_id = ${kreisId} and id = ${dokumentId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'dokument.geaendert',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { dokumentId, fassung, dokumentArt: body.art },
  });
  return { fassung };
}
