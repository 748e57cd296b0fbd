import { sql } from 'kysely';
import { notFound } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { NotizEbene } from '../notiz.ts';

/** A note as it stands. */
export interface GeladeneNotiz {
  readonly fassung: number;
  readonly ebene: NotizEbene;
  readonly siegel: Buffer;
  /** By the account itself and not older than 24 hours, as the policy of the table says too. */
  readonly aenderbar: boolean;
}

/** Loads a note that the account may read; 404 for everyone else. The lock on the case keeps others away. */
export async function loadNotiz(
  tx: Tx,
  { kreisId, fallId, notizId }: { kreisId: string; fallId: string; notizId: string },
): Promise<GeladeneNotiz> {
  const row = await tx.first(sql<GeladeneNotiz>`
    select fassung, ebene, text_siegel as siegel,
      erfasst_von = app_konto() and erfasst_am > now() - interval '24 hours' as aenderbar
    from notiz where kreis_id = ${kreisId} and fall_id = ${fallId} and id = ${notizId}`);
  if (!row) throw notFound();
  return row;
}
