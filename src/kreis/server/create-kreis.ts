import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { KreisPlan } from '../plan.ts';
import { insertKreis, type MakeId } from './insert-kreis.ts';

/** Makes a real Kreis out of its ground data; runs as lotse_owner. Refuses a slug that is taken. */
export async function createKreis(tx: Tx, plan: KreisPlan): Promise<void> {
  const there = await tx.first(sql`select 1 from kreis where id = ${plan.id}`);
  if (there) throw new Refusal('kreis-vorhanden', 409);
  await insertKreis(tx, plan, { demo: false, makeId: drawnIds() });
  await recordEreignis(tx, {
    kreisId: plan.id,
    art: 'kreis.angelegt',
    gegenstand: 'kreis',
    daten: { kommunen: plan.kommune.length, traeger: plan.traeger.length, regeln: plan.regel.length },
  });
}

/** Random ids that stay the same for the same parts within one Kreis. */
function drawnIds(): MakeId {
  const ids = new Map<string, string>();
  return (...parts) => {
    const key = JSON.stringify(parts);
    const id = ids.get(key) ?? randomUUID();
    ids.set(key, id);
    return id;
  };
}
