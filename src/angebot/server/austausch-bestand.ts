import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Bestand } from './austausch-plan.ts';
import { loadWorte } from './austausch-worte.ts';
import { selectAngebot } from './read.ts';

/** Everything of a Kreis with which the rows of a file are compared. */
export async function loadBestand(tx: Tx, kreisId: string, heute: Day): Promise<Bestand> {
  const [angebote, stellen, worte] = await Promise.all([
    selectAngebot(tx, kreisId, sql`true`),
    tx.all(
      sql<{
        id: string;
        name: string;
      }>`select id, name from stelle where kreis_id = ${kreisId} order by name`,
    ),
    loadWorte(tx, kreisId, heute),
  ]);
  return { angebote, stellen, worte, heute };
}

/** Keeps others from adding an offer or an office until the request is done. */
export async function lockNetz(tx: Tx, kreisId: string): Promise<void> {
  for (const what of ['stelle', 'angebot'])
    await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`${what}:${kreisId}`}, 0))`);
}
