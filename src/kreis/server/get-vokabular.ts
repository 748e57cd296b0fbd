import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { getRegel } from '#src/regel/server/get-regel.ts';

/** Words of the Kreis under the keys that pages ask for. */
export async function getVokabular(tx: Tx, kreisId: string, am: Day): Promise<Record<string, string>> {
  const vokabular = await getRegel(tx, kreisId, 'vokabular', am);
  const { gremium } = await getRegel(tx, kreisId, 'lenkung', am);
  const { wort } = await getRegel(tx, kreisId, 'baustein_wort', am);
  const { name } = await getRegel(tx, kreisId, 'plan_name', am);
  return { ...vokabular, lenkung: gremium, baustein: wort, hilfeplan: name };
}
