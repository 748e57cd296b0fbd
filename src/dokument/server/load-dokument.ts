import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { DokumentArt } from '../contract.ts';

/** What is said about an attachment as it stands, locked. */
export interface GeladenesDokument {
  readonly fassung: number;
  readonly art: DokumentArt;
  readonly am: Day | null;
  readonly laeuftAbAm: Day | null;
  readonly titelSiegel: Buffer;
}

/** Loads an attachment that still has its content, locked; 404 for any other. */
export async function loadDokument(
  tx: Tx,
  { kreisId, fallId, dokumentId }: { kreisId: string; fallId: string; dokumentId: string },
): Promise<GeladenesDokument> {
  const row = await tx.first(sql<GeladenesDokument>`
    select fassung, art, am, laeuft_ab_am as "laeuftAbAm", titel_siegel as "titelSiegel"
    from dokument where kreis_id = ${kreisId} and fall_id = ${fallId} and id = ${dokumentId} and geloescht_am is null
    for update`);
  if (!row) throw notFound();
  return row;
}
