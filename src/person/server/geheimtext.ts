import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import { sealForPerson } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';

/** Seals a text of a person into a row of its own and returns the row's id; nothing for an empty text. */
export async function addGeheimtext(
  tx: Tx,
  kreisId: string,
  personId: string,
  key: Key,
  text: string,
): Promise<string | null> {
  if (text === '') return null;
  const id = randomUUID();
  await tx.run(sql`
    insert into geheimtext (kreis_id, id, person_id, siegel)
    values (${kreisId}, ${id}, ${personId}, ${sealForPerson(key, id, text)})`);
  return id;
}
