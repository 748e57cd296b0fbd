import { today } from '#src/platform/day.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { vertretungContract } from '../contract.ts';
import { loadAbwesenheit } from './load.ts';
import { beginVertretung, endVertretung, requireVertretung } from './write.ts';

/** Names another colleague to stand in, or nobody; whoever stood in until now loses access at once. */
export async function nameVertretung(
  call: Call<typeof vertretungContract.nameVertretung>,
): Promise<undefined> {
  const { tx, deps, params, body } = call;
  const { kreisId, abwesenheitId } = params;
  const abwesenheit = await loadAbwesenheit(tx, kreisId, abwesenheitId);
  if (abwesenheit.bis < today(deps.now())) throw new Refusal('abwesenheit-vorbei', 422);
  if (body.kontoId !== null) await requireVertretung(tx, kreisId, abwesenheit, body.kontoId, '/kontoId');
  await endVertretung(tx, kreisId, abwesenheitId);
  if (body.kontoId !== null) await beginVertretung(tx, kreisId, abwesenheit, body.kontoId);
}
