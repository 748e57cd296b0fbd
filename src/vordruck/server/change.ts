import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { vordruckContract } from '../contract.ts';
import { inhaltRefusals } from '../rules.ts';
import { loadVordruck } from './load.ts';
import { mayEditVordruck } from './policy.ts';

type Change = typeof vordruckContract.changeVordruck;

/** Rewords a German draft. What was released stays as it is; it needs a new version. */
export async function changeVordruck({ tx, actor, params, body }: Call<Change>): Promise<Answer<Change>> {
  const { kreisId, vordruckId } = params;
  const stand = await loadVordruck(tx, actor, params);
  if (!mayEditVordruck(actor, kreisId, stand.traegerId)) throw new Refusal('traeger-fremd', 403);
  if (stand.stand !== 'entwurf') throw new Refusal('vordruck-kein-entwurf', 409);
  if (stand.bearbeitung !== body.bearbeitung) throw new Refusal('gleichzeitig-geaendert', 409);
  refuseFields(
    inhaltRefusals(stand.art, body.inhalt).map(({ instance, code }) => ({
      instance: `/inhalt${instance}`,
      code,
    })),
  );
  const bearbeitung = stand.bearbeitung + 1;
  await tx.run(sql`
    update vordruck set inhalt = ${JSON.stringify(body.inhalt)}::jsonb, angabe = ${JSON.stringify(body.angabe)}::jsonb,
      bearbeitung = ${bearbeitung}
    where kreis_id = ${kreisId} and id = ${vordruckId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'vordruck.geaendert',
    gegenstand: 'vordruck',
    gegenstandId: vordruckId,
    daten: { art: stand.art, fassung: stand.fassung, bearbeitung },
  });
  return { bearbeitung };
}
