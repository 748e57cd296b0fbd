import { addDays, addMonths, type Day } from '#src/platform/day.ts';
import { demoId } from './demo-id.ts';
import type { FallPlan } from './fall-plan.ts';
import type { Row } from '#src/platform/server/insert-rows.ts';
import { werktag } from './make-fall.ts';
import type { Zufall } from './random.ts';

/** Anonymous contacts without admission of the last eighteen months, as rows of sonstiger_kontakt. */
export function makeSonstige(zufall: Zufall, plan: FallPlan, heute: Day): Row[] {
  const { kreis } = plan;
  const rows: Row[] = [];
  for (let zurueck = 18; zurueck >= 0; zurueck -= 1) {
    const monat = addMonths(`${heute.slice(0, 7)}-01`, -zurueck);
    for (const { traeger, kommune } of kreis.gebiet) {
      const anzahl = zufall.int(0, plan.sonstigeJeMonat);
      for (let at = 0; at < anzahl; at += 1) {
        const am = werktag(addDays(monat, zufall.int(2, 27)));
        if (am >= heute) continue;
        rows.push({
          kreis_id: kreis.id,
          id: demoId(kreis.id, 'sonstiger', traeger, monat, String(at)),
          fassung: 1,
          traeger_id: demoId(kreis.id, 'traeger', traeger),
          kommune_id: kreis.kommune.find((k) => k.name === zufall.pick(kommune))?.ags,
          am,
          zugang: zufall.pick(kreis.liste.zugang).code,
          ergebnis: zufall.pick(kreis.liste.ergebnis).code,
          lebensbereich: zufall.some(
            kreis.liste.lebensbereich.map((b) => b.code),
            zufall.int(1, 2),
          ),
          erfasst_am: `${am}T09:00:00Z`,
        });
      }
    }
  }
  return rows;
}
