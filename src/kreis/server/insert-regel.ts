import type { Tx } from '#src/platform/server/db.ts';
import { parseRegel, regelSchluessel } from '#src/regel/regel.ts';
import { insertRows } from '#src/platform/server/insert-rows.ts';
import type { KreisPlan } from '../plan.ts';
import type { MakeId } from './insert-kreis.ts';

/** Puts the settings of a Kreis in, each version until the next; known since the day from which it holds, a coming one since now. */
export async function insertRegel(tx: Tx, plan: KreisPlan, makeId: MakeId): Promise<void> {
  const now = new Date().toISOString();
  const rows = regelSchluessel.flatMap((schluessel) => {
    const fassungen = plan.regel
      .filter((r) => r.werte[schluessel] !== undefined)
      .toSorted((a, b) => a.ab.localeCompare(b.ab));
    return fassungen.map((fassung, at) => ({
      kreis_id: plan.id,
      id: makeId(plan.id, 'regel', schluessel, fassung.ab),
      schluessel,
      wert: parseRegel(schluessel, fassung.werte[schluessel]),
      gueltig_ab: fassung.ab,
      gueltig_bis: fassungen[at + 1]?.ab ?? null,
      begruendung: fassung.quelle,
      erfasst_am: [`${fassung.ab}T08:00:00Z`, now].toSorted()[0],
    }));
  });
  await insertRows(tx, 'regel', rows);
}
