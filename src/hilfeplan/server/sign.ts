import { sign } from '#src/einwilligung/server/sign.ts';
import type { Answer } from '#src/platform/contract.ts';
import { refuseFields, Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import { getRegel } from '#src/regel/server/get-regel.ts';
import { requireFallfuehrung } from '#src/vertretung/server/require-fallfuehrung.ts';
import type { hilfeplanContract } from '../contract.ts';
import { planRefusals, planUnterschriftRefusals } from '../rules.ts';
import { wortlautOf } from '../wortlaut.ts';
import { freezePlan } from './freeze.ts';
import { loadPlanFall } from './load.ts';
import { readPlan, type GelesenerPlan } from './read-plan.ts';

type Present = typeof hilfeplanContract.presentHilfeplan;
type Sign = typeof hilfeplanContract.signHilfeplan;

/** Freezes the plan as a draft that is printed and signed on paper. */
export async function presentHilfeplan(call: Call<Present>): Promise<Answer<Present>> {
  const { tx, deps, body } = call;
  const { kreisId, fallId, ...ort } = await loadPlanFall(call);
  const plan = await readPlan(tx, deps, kreisId, fallId);
  requireShown(plan, body.pruefwert);
  refuseFields(planRefusals(plan.inhalt));
  const { versionId, nummer } = await freezePlan(
    tx,
    { kreisId, fallId, key: ort.key },
    { inhalt: plan.inhalt, planFassung: plan.fassung, unterschriebenAm: null },
  );
  await recordEreignis(tx, {
    kreisId,
    art: 'hilfeplan.vorgelegt',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { versionId, nummer },
  });
  return { versionId, nummer };
}

/**
 * Signs the plan with the answer of the person (Konzept Kreis Unna 2.2: "durch das KIM CM und die Ratsuchenden
 * unterzeichnet"). What was shown must be what is frozen; whoever signed keeps exactly this text.
 */
export async function signHilfeplan(call: Call<Sign>): Promise<Answer<Sign>> {
  const { tx, deps, body } = call;
  const { kreisId, fallId, key, heute } = await loadPlanFall(call);
  await requireFallfuehrung(tx, kreisId, fallId);
  const plan = await readPlan(tx, deps, kreisId, fallId);
  requireShown(plan, body.pruefwert);
  // A paper bears what was printed, not what is on the screen by now.
  const gedruckt = plan.version.find(({ stand }) => stand === 'entwurf');
  if (gedruckt && body.unterschrift.some(({ form }) => form === 'papier'))
    requireShown(plan, gedruckt.pruefwert);
  const { unterschrift: wer } = await getRegel(tx, kreisId, 'plan_name', body.am);
  const letzte = plan.version.find(({ stand }) => stand === 'unterschrieben');
  refuseFields([
    ...planRefusals(plan.inhalt),
    ...planUnterschriftRefusals({ ...body, wer, geburtsdatum: plan.geburtsdatum, heute }),
    ...(letzte && body.am < (letzte.unterschriebenAm ?? '')
      ? [{ instance: '/am', code: 'datum-vor-unterschrift' }]
      : []),
  ]);

  const zustimmung = {
    ...body.zustimmung,
    grund: body.zustimmung.antwort === 'ja' ? '' : body.zustimmung.grund,
  };
  const inhalt = { ...plan.inhalt, zustimmung };
  const version = await freezePlan(
    tx,
    { kreisId, fallId, key },
    { inhalt, planFassung: plan.fassung, unterschriebenAm: body.am },
  );
  const unterschrift = await sign(tx, {
    kreisId,
    personId: plan.personId,
    key,
    gegenstand: 'hilfeplan',
    gegenstandId: version.versionId,
    text: wortlautOf(inhalt),
    unterschrift: body.unterschrift,
  });
  await recordEreignis(tx, {
    kreisId,
    art: 'hilfeplan.unterschrieben',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: {
      versionId: version.versionId,
      nummer: version.nummer,
      antwort: zustimmung.antwort,
      am: body.am,
      ziele: inhalt.ziel.length,
      rollen: unterschrift.map(({ rolle }) => rolle),
    },
  });
  return { ...version, unterschrift };
}

/** A plan that changed while it was being read has to be read again; both checksums say so. */
function requireShown(plan: GelesenerPlan, gezeigt: string): void {
  if (plan.pruefwert !== gezeigt) {
    throw new Refusal('plan-geaendert', 409, { daten: { gezeigt, jetzt: plan.pruefwert } });
  }
}
