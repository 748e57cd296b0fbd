import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';

/** Adds an office of which only the name is known yet, as when a list of its offers is read. */
export async function insertStelle(
  tx: Tx,
  kreisId: string,
  { id, name }: { readonly id: string; readonly name: string },
  heute: Day,
): Promise<void> {
  await tx.run(sql`
    insert into stelle (kreis_id, id, name, art, gueltig_ab) values (${kreisId}, ${id}, ${name}, 'sonstige', ${heute}::date)`);
  await recordEreignis(tx, {
    kreisId,
    art: 'stelle.angelegt',
    gegenstand: 'stelle',
    gegenstandId: id,
    daten: { art: 'sonstige', vereinbartAm: null },
  });
}
