import { addDays, type Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Schluessel } from '#src/platform/server/schluessel.ts';
import { demoKonten } from '../accounts.ts';
import { demoId } from './demo-id.ts';
import type { FallPlan } from './fall-plan.ts';
import type { Row } from '#src/platform/server/insert-rows.ts';
import type { Zufall } from './random.ts';

// In the order of the foreign keys; person and einwilligung check each other at the end of the transaction.
export const fallTabellen = [
  'uebergabe',
  'person',
  'einwilligung',
  'geheimtext',
  'fall',
  'fall_merkmal',
  'fall_status',
  'fall_zustaendigkeit',
  'beratungskontakt',
  'sonstiger_kontakt',
] as const;

/** Rows that are gathered in memory before they are written table by table. */
export interface Ablage {
  readonly tabellen: Readonly<Record<(typeof fallTabellen)[number], Row[]>>;
  readonly tx: Tx;
  readonly schluessel: Schluessel;
  readonly plan: FallPlan;
  readonly zufall: Zufall;
  readonly now: Date;
}

export function emptyTabellen(): Ablage['tabellen'] {
  return {
    uebergabe: [],
    person: [],
    einwilligung: [],
    geheimtext: [],
    fall: [],
    fall_merkmal: [],
    fall_status: [],
    fall_zustaendigkeit: [],
    beratungskontakt: [],
    sonstiger_kontakt: [],
  };
}

/** Account of one of the Träger's case managers; the first, which is announced, has the most to show. */
export function casemanagerOf({ plan, zufall }: Ablage, traeger: string): string {
  const konten = demoKonten.filter(
    (k) =>
      k.kreis === plan.kreis.id && k.rollen.some((r) => r.rolle === 'casemanager' && r.traeger === traeger),
  );
  const konto = zufall.weighted(konten.map((k, at) => [k, at === 0 ? 3 : 1] as const));
  return demoId(plan.kreis.id, 'konto', konto.anmeldename);
}

/** When something of a day was written down: in the afternoon, or some days late, never after now. */
export function moment({ zufall, now }: Ablage, tag: Day, spaeter = 0): string {
  const am = new Date(`${addDays(tag, spaeter)}T13:${String(zufall.int(10, 59))}:00Z`);
  return (am < now ? am : now).toISOString();
}
