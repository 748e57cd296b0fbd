import { sql } from 'kysely';
import { addGeheimtext } from '#src/person/server/geheimtext.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { sealForPerson } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import type { Bogen } from '../bogen.ts';

interface Ort {
  readonly kreisId: string;
  readonly personId: string;
  readonly key: Key;
}

/** Seals a sheet as one text under the person's key, in the place of the former one; returns the row's id. */
export async function sealBogen(
  tx: Tx,
  { kreisId, personId, key }: Ort,
  bogenId: string | null,
  bogen: Bogen,
): Promise<string | null> {
  const text = JSON.stringify(bogen);
  if (bogenId === null) return addGeheimtext(tx, kreisId, personId, key, text);
  await tx.run(sql`
    update geheimtext set siegel = ${sealForPerson(key, bogenId, text)}
    where kreis_id = ${kreisId} and id = ${bogenId}`);
  return bogenId;
}
