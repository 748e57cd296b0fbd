import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { AufgabeStand } from '../contract.ts';

/** A task as it stands, locked. */
export interface GeladeneAufgabe {
  readonly fassung: number;
  readonly faelligAm: Day | null;
  readonly zustaendigId: string | null;
  readonly stand: AufgabeStand;
  readonly siegel: Buffer;
}

/** Loads a task of a case, locked; 404 where the case has none such. */
export async function loadAufgabe(
  tx: Tx,
  { kreisId, fallId, aufgabeId }: { kreisId: string; fallId: string; aufgabeId: string },
): Promise<GeladeneAufgabe> {
  const row = await tx.first(sql<GeladeneAufgabe>`
    select fassung, faellig_am as "faelligAm", zustaendig_id as "zustaendigId", stand, text_siegel as siegel
    from aufgabe where kreis_id = ${kreisId} and fall_id = ${fallId} and id = ${aufgabeId} for update`);
  if (!row) throw notFound();
  return row;
}
