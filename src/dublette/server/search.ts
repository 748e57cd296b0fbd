import type { Answer } from '#src/platform/contract.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import type { dubletteContract } from '../contract.ts';
import { recordGelesen } from './eintrag.ts';
import { findTreffer } from './find-treffer.ts';
import { maySearchAt } from './policy.ts';

type Search = typeof dubletteContract.searchDublette;

/** Looks for the person before a record is made; what was typed is compared and not kept. */
export async function searchDublette({ tx, actor, params, body }: Call<Search>): Promise<Answer<Search>> {
  const { kreisId } = params;
  if (!maySearchAt(actor, kreisId, body.traegerId)) throw notFound();
  const treffer = await findTreffer(tx, { kreisId, ...body });
  await recordGelesen(
    tx,
    kreisId,
    treffer.map((each) => each.personId),
    'dublette.suchen',
  );
  markLesezugriff(tx);
  return { treffer };
}
