import { Refusal } from '#src/platform/refusal.ts';
import type { Handler } from '#src/platform/server/http.ts';
import type { uebergabeContract } from '../contract.ts';
import { mayMoveAtOnce } from './at-once.ts';
import { informUebergabe, kommunenOf, leadsOf, listGefragte } from './inform.ts';
import { moveFaelle } from './move.ts';
import { planUebergabe, type UebergabePlan } from './plan.ts';

/** Hands cases over at once, where nobody need be asked. All or nothing; both sides and the Koordination are told. */
export const executeUebergabe: Handler<typeof uebergabeContract.executeUebergabe> = async ({
  tx,
  actor,
  params,
  body,
  deps,
}) => {
  const { kreisId } = params;
  const plan = await planUebergabe(tx, actor, kreisId, body, deps.now());
  if (!mayMoveAtOnce(actor, kreisId, plan.vonTraegerId, body)) throw new Refusal('anfrage-noetig', 409);
  requireMoeglich(plan);
  const uebergabeId = await moveFaelle(tx, deps.schluessel, kreisId, plan, body);
  const meldung = {
    kreisId,
    vonKontoId: actor.kontoId,
    daten: { anzahl: plan.fall.length, ab: body.wirksamAm },
  };
  const gefragte = await listGefragte(tx, kreisId, body.anTraegerId, body.casemanagerId);
  await informUebergabe(
    tx,
    meldung,
    { art: 'uebergabe.vollzogen', an: [...leadsOf(plan.fall), ...gefragte] },
    { art: 'uebergabe.ko_vollzogen', kommuneIds: kommunenOf(plan.fall) },
  );
  return { uebergabeId, anzahl: plan.fall.length };
};

/** Refuses when anything stands in the way of one of the cases, and says of which. */
export function requireMoeglich({ zeile }: UebergabePlan): void {
  const gehindert = zeile.filter((z) => !z.moeglich);
  if (gehindert.length === 0) return;
  throw new Refusal('uebergabe-unmoeglich', 409, {
    daten: { fall: gehindert.map(({ fallId, nummer, hinderung }) => ({ fallId, nummer, hinderung })) },
  });
}
