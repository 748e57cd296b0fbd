import { sql } from 'kysely';
import { notFound } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Angebot } from '../angebot.ts';
import { selectAngebot } from './read.ts';

/** One offer of the Kreis, ended ones included; 404 for one that this Kreis does not have. */
export async function loadAngebot(tx: Tx, kreisId: string, angebotId: string): Promise<Angebot> {
  const [angebot] = await selectAngebot(tx, kreisId, sql`a.id = ${angebotId}`);
  if (!angebot) throw notFound();
  return angebot;
}

/** The same, held against others until the end of the request. */
export async function lockAngebot(tx: Tx, kreisId: string, angebotId: string): Promise<Angebot> {
  await tx.run(sql`select from angebot where kreis_id = ${kreisId} and id = ${angebotId} for update`);
  return loadAngebot(tx, kreisId, angebotId);
}
