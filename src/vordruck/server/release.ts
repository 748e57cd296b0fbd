import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { vordruckContract } from '../contract.ts';
import { loadVordruck } from './load.ts';
import { mayReleaseVordruck } from './policy.ts';

type Release = typeof vordruckContract.releaseVordruck;

/** Puts a German draft in force; the one before it is kept and signed no more. */
export async function releaseVordruck({ tx, actor, params, body }: Call<Release>): Promise<Answer<Release>> {
  const { kreisId, vordruckId } = params;
  const stand = await loadVordruck(tx, actor, params);
  if (!mayReleaseVordruck(actor, kreisId, stand.traegerId)) throw new Refusal('traeger-fremd', 403);
  if (stand.stand !== 'entwurf') throw new Refusal('vordruck-kein-entwurf', 409);
  if (stand.bearbeitung !== body.bearbeitung) throw new Refusal('gleichzeitig-geaendert', 409);
  refuseFields(
    Object.entries(stand.angabe)
      .filter(([, text]) => text === '')
      .map(([name]) => ({ instance: `/angabe/${name}`, code: 'angabe-fehlt' })),
  );
  await tx.run(sql`
    update vordruck set stand = 'abgeloest'
    where kreis_id = ${kreisId} and traeger_id = ${stand.traegerId} and art = ${stand.art} and stand = 'freigegeben'`);
  const row = await tx.one(sql<{ freigegebenAm: string }>`
    update vordruck set stand = 'freigegeben', freigegeben_am = now(), freigegeben_von = app_konto()
    where kreis_id = ${kreisId} and id = ${vordruckId}
    returning to_json(freigegeben_am)#>>'{}' as "freigegebenAm"`);
  await recordEreignis(tx, {
    kreisId,
    art: 'vordruck.freigegeben',
    gegenstand: 'vordruck',
    gegenstandId: vordruckId,
    daten: { art: stand.art, fassung: stand.fassung },
  });
  return row;
}
