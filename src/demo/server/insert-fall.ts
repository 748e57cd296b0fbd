import { addDays, today, type Day } from '#src/platform/day.ts';
import { renewPersonen } from '#src/dublette/server/renew.ts';
import { nextNummer } from '#src/fall/rules.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Schluessel } from '#src/platform/server/schluessel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import { emptyTabellen, fallTabellen, moment, type Ablage } from './ablage.ts';
import { addFall } from './add-fall.ts';
import { demoId } from './demo-id.ts';
import type { FallPlan } from './fall-plan.ts';
import { insertRows } from '#src/platform/server/insert-rows.ts';
import { makeFall, werktag, type FallEntwurf } from './make-fall.ts';
import { makeSonstige } from './make-sonstige.ts';
import { openZufall } from './random.ts';

/** Puts invented cases of a Kreis in; needs a transaction with purpose uebernahme for that Kreis. */
export async function insertFall(tx: Tx, schluessel: Schluessel, plan: FallPlan, now: Date): Promise<void> {
  const heute = today(now);
  const zufall = openZufall(plan.kreis.id);
  const ablage: Ablage = { tabellen: emptyTabellen(), tx, schluessel, plan, zufall, now };
  const entwuerfe = Array.from({ length: plan.anzahl }, () => makeFall(zufall, plan, heute)).toSorted(
    (a, b) => a.aufgenommen.localeCompare(b.aufgenommen),
  );
  const uebergeben = planUebergabe(ablage, entwuerfe, heute);
  for (const [at, entwurf] of entwuerfe.entries()) {
    await addFall(ablage, entwurf, nextNummer(plan.kreis.id, at), uebergeben.get(entwurf));
  }
  ablage.tabellen.sonstiger_kontakt.push(...makeSonstige(zufall, plan, heute));
  for (const name of fallTabellen) await insertRows(tx, name, ablage.tabellen[name]);
  await renewPersonen(tx, schluessel, plan.kreis.id);
  await recordEreignis(tx, {
    kreisId: plan.kreis.id,
    art: 'demo.eingerichtet',
    gegenstand: 'kreis',
    daten: { faelle: plan.anzahl },
  });
}

/** The cases that changed the Träger on one day, with that day. */
function planUebergabe(
  ablage: Ablage,
  entwuerfe: readonly FallEntwurf[],
  heute: Day,
): ReadonlyMap<FallEntwurf, Day> {
  const { uebergabe, kreis } = ablage.plan;
  if (!uebergabe) return new Map();
  const am = werktag(addDays(heute, -uebergabe.vorTagen));
  const betroffen = entwuerfe
    .filter((e) => e.traeger === uebergabe.von && e.aufgenommen < addDays(am, -30) && e.status.length === 1)
    .slice(0, uebergabe.anzahl);
  ablage.tabellen.uebergabe.push({
    kreis_id: kreis.id,
    id: demoId(kreis.id, 'uebergabe'),
    von_traeger_id: demoId(kreis.id, 'traeger', uebergabe.von),
    an_traeger_id: demoId(kreis.id, 'traeger', uebergabe.an),
    wirksam_am: am,
    grund: 'zustaendigkeit',
    zustimmung_am: addDays(am, -7),
    erfasst_am: moment(ablage, am),
  });
  return new Map(betroffen.map((e) => [e, am]));
}
