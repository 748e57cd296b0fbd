import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { kontaktFormat, kontaktOrt } from '../kontakt.ts';

export interface NeuerSonstiger {
  readonly kreisId: string;
  readonly traegerId: string;
  readonly kommuneId: string | null;
  readonly am: Day;
  readonly zugang: string | null;
  readonly ergebnis: string | null;
  readonly lebensbereich: readonly string[];
  /** The Anfrage that it belongs to; a contact in passing has none. */
  readonly anfrageId?: string;
  readonly format?: z.infer<typeof kontaktFormat>;
  readonly ort?: z.infer<typeof kontaktOrt>;
  readonly dauerMinuten?: number | null;
}

/** Writes a contact without admission, which the published tables count by month and Träger; returns its id. */
export async function writeSonstiger(tx: Tx, neu: NeuerSonstiger): Promise<string> {
  const kontaktId = randomUUID();
  await tx.run(sql`
    insert into sonstiger_kontakt (kreis_id, id, traeger_id, kommune_id, am, zugang, ergebnis, lebensbereich, anfrage_id,
      format, ort, dauer_minuten, erfasst_von)
    values (${neu.kreisId}, ${kontaktId}, ${neu.traegerId}, ${neu.kommuneId}, ${neu.am}, ${neu.zugang}, ${neu.ergebnis},
      ${[...new Set(neu.lebensbereich)]}::text[], ${neu.anfrageId ?? null}, ${neu.format ?? null}, ${neu.ort ?? null},
      ${neu.dauerMinuten ?? null}, app_konto())`);
  await recordEreignis(tx, {
    kreisId: neu.kreisId,
    art: 'sonstiger_kontakt.erfasst',
    gegenstand: 'sonstiger_kontakt',
    gegenstandId: kontaktId,
    daten: { am: neu.am, traegerId: neu.traegerId },
  });
  return kontaktId;
}
