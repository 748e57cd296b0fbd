import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';

/** The next number of the Kreis and year, A-2026-0012; others who take in an Anfrage at the same moment wait. */
export async function drawAnfrageNummer(tx: Tx, kreisId: string, heute: Day): Promise<string> {
  const jahr = heute.slice(0, 4);
  const { letzte } = await tx.one(sql<{ letzte: number }>`
    insert into anfrage_nummer as n (kreis_id, jahr, letzte) values (${kreisId}, ${Number(jahr)}, 1)
    on conflict (kreis_id, jahr) do update set letzte = n.letzte + 1
    returning letzte`);
  return `A-${jahr}-${String(letzte).padStart(4, '0')}`;
}
