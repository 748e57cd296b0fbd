import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';

export interface Ereignis {
  readonly kreisId: string;
  /** concept.verb, for example "fall.aufgenommen". */
  readonly art: string;
  readonly gegenstand: string;
  readonly gegenstandId?: string;
  /** Codes, days and numbers only; never a name or free text. */
  readonly daten?: Readonly<Record<string, unknown>>;
}

/** Leaves the event of a write in the same transaction; nothing waits for it but the commit. */
export function recordEreignis(tx: Tx, ereignis: Ereignis): Promise<void> {
  tx.send(sql`
    insert into ereignis (kreis_id, konto_id, art, gegenstand, gegenstand_id, daten)
    values (${ereignis.kreisId}, app_konto(), ${ereignis.art}, ${ereignis.gegenstand},
      ${ereignis.gegenstandId ?? null}, ${JSON.stringify(ereignis.daten ?? {})}::jsonb)`);
  return Promise.resolve();
}
