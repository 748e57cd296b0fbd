import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';

export interface NeueNachricht {
  readonly kreisId: string;
  /** Accounts of this Kreis. */
  readonly an: readonly string[];
  /** Key of the text, such as "anfrage.weitergeleitet". */
  readonly art: string;
  readonly gegenstand?:
    | 'anfrage'
    | 'fall'
    | 'doppelbetreuung'
    | 'zusammenfuehrung'
    | 'termin'
    | 'vertretung'
    | 'uebergabe'
    | 'fallbestand'
    | 'erfolgsbericht'
    | 'auffaelligkeit'
    | 'ersuchen'
    | 'loeschlauf'
    | 'konto';
  readonly gegenstandId?: string;
  /** Numbers, days and codes; never a name or text. */
  readonly daten?: Readonly<Record<string, unknown>>;
}

/** Puts a message into inboxes, in the transaction of what it tells of. */
export async function sendNachricht(tx: Tx, nachricht: NeueNachricht): Promise<void> {
  if (nachricht.an.length === 0) return;
  await tx.run(sql`
    insert into nachricht (kreis_id, konto_id, art, gegenstand, gegenstand_id, daten)
    select ${nachricht.kreisId}, k, ${nachricht.art}, ${nachricht.gegenstand ?? null},
      ${nachricht.gegenstandId ?? null}::uuid, ${JSON.stringify(nachricht.daten ?? {})}::jsonb
    from unnest(${[...new Set(nachricht.an)]}::uuid[]) as k`);
}
