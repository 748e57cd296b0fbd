import { readLage } from '#src/lage/server/read.ts';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Definition } from '../tabelle.ts';

/** Events from outside between the first and the last day of a series; a single day has nothing to explain. */
export async function listLage(tx: Tx, kreisId: string, von: Day, bis: Day): Promise<Definition['lage']> {
  if (von === bis) return [];
  const lage = await readLage(tx, kreisId, von, bis);
  return lage.map((each) => ({ am: each.am, bis: each.bis, bezeichnung: each.bezeichnung }));
}
