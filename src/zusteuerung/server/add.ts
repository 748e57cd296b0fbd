import { randomUUID } from 'node:crypto';
import type { Answer } from '#src/platform/contract.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { zusteuerungContract } from '../contract.ts';
import { requireCoordination, zusteuerungRefusals } from './check.ts';
import { insertFassung } from './write.ts';

type Add = typeof zusteuerungContract.addZusteuerung;

/** Agrees a new rule from a day on. */
export async function addZusteuerung({ tx, params, body }: Call<Add>): Promise<Answer<Add>> {
  const { kreisId } = params;
  await requireCoordination(tx, kreisId, body.kommuneId);
  refuseFields(await zusteuerungRefusals(tx, kreisId, body));
  const reiheId = randomUUID();
  await insertFassung(tx, kreisId, reiheId, body, null);
  await recordEreignis(tx, {
    kreisId,
    art: 'zusteuerung.vereinbart',
    gegenstand: 'zusteuerung',
    gegenstandId: reiheId,
    daten: { ab: body.gueltigAb, rang: body.rang },
  });
  return { reiheId };
}
