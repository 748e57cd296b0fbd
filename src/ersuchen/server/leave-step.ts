import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';

interface Schritt {
  readonly kreisId: string;
  readonly ersuchenId: string;
  readonly schritt:
    | 'eingegangen'
    | 'identitaet_geprueft'
    | 'verlaengert'
    | 'zusammengestellt'
    | 'vorbereitet'
    | 'zurueckgegeben'
    | 'freigegeben'
    | 'erledigt'
    | 'abgelehnt';
  readonly grund?: string;
  /** Codes, days and numbers. */
  readonly daten?: Readonly<Record<string, unknown>>;
}

/** Every step leaves its own row, which nobody can change, and its event: the proof that remains. */
export async function leaveStep(
  tx: Tx,
  { kreisId, ersuchenId, schritt, grund, daten }: Schritt,
): Promise<void> {
  await tx.run(sql`
    insert into ersuchen_schritt (kreis_id, ersuchen_id, schritt, grund, konto_id)
    values (${kreisId}, ${ersuchenId}, ${schritt}, ${grund ?? null}, app_konto())`);
  await recordEreignis(tx, {
    kreisId,
    art: `ersuchen.${schritt}`,
    gegenstand: 'ersuchen',
    gegenstandId: ersuchenId,
    daten: { ...daten, ...(grund === undefined ? {} : { grund }) },
  });
}
