import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';

export interface KontoKey {
  readonly kreisId: string;
  readonly kontoId: string;
}

/** Leaves the event of something that happened to an account; `by` is null when the machine's operator did it. */
export async function recordKontoEreignis(
  tx: Tx,
  konto: KontoKey,
  art: string,
  by: string | null,
  daten: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await tx.run(sql`
    insert into ereignis (kreis_id, konto_id, art, gegenstand, gegenstand_id, daten)
    values (${konto.kreisId}, ${by}, ${art}, 'konto', ${konto.kontoId}, ${JSON.stringify(daten)}::jsonb)`);
}
