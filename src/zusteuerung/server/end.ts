import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { zusteuerungContract } from '../contract.ts';
import { requireCoordination } from './check.ts';
import { loadReihe, repeatUntil, supersede } from './write.ts';

/** Ends a rule with a day; versions planned for later fall away with it. */
export async function endZusteuerung({
  tx,
  params,
  body,
}: Call<typeof zusteuerungContract.endZusteuerung>): Promise<undefined> {
  const { kreisId, reiheId } = params;
  const { fassungen, gezeigt } = await loadReihe(tx, kreisId, reiheId, body.fassungId);
  await requireCoordination(tx, kreisId, gezeigt.kommuneId);
  if (body.gueltigBis <= gezeigt.ab) {
    refuseFields([{ instance: '/gueltigBis', code: 'zusteuerung-ende-vor-beginn' }]);
  }
  const spaeter = fassungen.filter(({ ab }) => ab > gezeigt.ab);
  await supersede(tx, kreisId, [gezeigt.id, ...spaeter.map(({ id }) => id)]);
  await repeatUntil(tx, kreisId, gezeigt.id, body.gueltigBis);
  await recordEreignis(tx, {
    kreisId,
    art: 'zusteuerung.beendet',
    gegenstand: 'zusteuerung',
    gegenstandId: reiheId,
    daten: { bis: body.gueltigBis },
  });
}
