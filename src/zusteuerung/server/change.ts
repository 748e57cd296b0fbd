import type { Answer } from '#src/platform/contract.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import { planRegel } from '#src/regel/rules.ts';
import type { zusteuerungContract } from '../contract.ts';
import { requireCoordination, zusteuerungRefusals } from './check.ts';
import { insertFassung, loadReihe, repeatUntil, supersede } from './write.ts';

type Change = typeof zusteuerungContract.changeZusteuerung;

/** Changes a rule from a day on; what held before that day stays as it was. */
export async function changeZusteuerung({ tx, params, body }: Call<Change>): Promise<Answer<Change>> {
  const { kreisId, reiheId } = params;
  const { fassungen, gezeigt } = await loadReihe(tx, kreisId, reiheId, body.fassungId);
  await requireCoordination(tx, kreisId, gezeigt.kommuneId);
  await requireCoordination(tx, kreisId, body.kommuneId);
  refuseFields(await zusteuerungRefusals(tx, kreisId, body));
  const plan = planRegel(fassungen, body.gueltigAb);
  await supersede(tx, kreisId, plan.ersetzt);
  if (plan.gekuerzt) await repeatUntil(tx, kreisId, plan.gekuerzt.id, plan.gekuerzt.bis);
  await insertFassung(tx, kreisId, reiheId, body, plan.neuBis);
  await recordEreignis(tx, {
    kreisId,
    art: 'zusteuerung.geaendert',
    gegenstand: 'zusteuerung',
    gegenstandId: reiheId,
    daten: { ab: body.gueltigAb, rang: body.rang },
  });
  return { reiheId };
}
