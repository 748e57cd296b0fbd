import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { dubletteContract } from '../contract.ts';

type Undo = typeof dubletteContract.undoZusammenfuehrung;

/** Takes back one's own proposal, or parts two records again; nothing else had been changed. */
export async function undoZusammenfuehrung({ tx, params }: Call<Undo>): Promise<Answer<Undo>> {
  const { kreisId, zusammenfuehrungId: id } = params;
  const { outcome } = await tx.one(sql<{ outcome: string }>`
    select zusammenfuehrung_loesen(${kreisId}, ${id}::uuid) as outcome`);
  if (outcome === 'nicht-offen') throw notFound();
  if (outcome !== 'geloest') throw new Refusal(outcome, 403);
  await recordEreignis(tx, {
    kreisId,
    art: 'zusammenfuehrung.geloest',
    gegenstand: 'zusammenfuehrung',
    gegenstandId: id,
  });
  return undefined;
}
