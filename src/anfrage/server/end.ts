import { sql } from 'kysely';
import type { z } from 'zod';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { anfrageAusgang } from '../anfrage.ts';
import type { GeladeneAnfrage } from './load.ts';

export interface Ende {
  readonly ausgang: z.infer<typeof anfrageAusgang>;
  readonly am: Day;
  readonly verwiesenAn?: string | null;
  readonly fallId?: string;
}

/** Ends an Anfrage; nobody waits for it any longer. */
export async function endAnfrage(
  tx: Tx,
  kreisId: string,
  anfrage: GeladeneAnfrage,
  ende: Ende,
): Promise<void> {
  await tx.run(sql`
    update anfrage set stand = 'abgeschlossen', ausgang = ${ende.ausgang}, abgeschlossen_am = ${ende.am},
      verwiesen_an = ${ende.verwiesenAn ?? null}, fall_id = coalesce(${ende.fallId ?? null}::uuid, fall_id),
      fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${anfrage.id}`);
  await tx.run(sql`
    update warteliste set ausgetragen_am = ${ende.am},
      ausgang = ${ende.ausgang === 'aufgenommen' ? 'aufgenommen' : ende.ausgang === 'zurueckgezogen' ? 'verzichtet' : 'anderweitig'}
    where kreis_id = ${kreisId} and anfrage_id = ${anfrage.id} and ausgetragen_am is null`);
}
