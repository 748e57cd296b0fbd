import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';

export interface ZuordnungZeile {
  readonly wert: string;
  readonly rolle: string;
  readonly traegerId: string | null;
  readonly regionId: string | null;
}

/** Which group gives which role at a service. */
export function readZuordnung(
  tx: Tx,
  { kreisId, id }: { readonly kreisId: string; readonly id: string },
): Promise<ZuordnungZeile[]> {
  return tx.all(sql<ZuordnungZeile>`
    select wert, rolle, traeger_id as "traegerId", region_id as "regionId" from anbieter_rolle
    where kreis_id = ${kreisId} and anbieter_id = ${id} order by wert, rolle`);
}
