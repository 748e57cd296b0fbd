import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { netzwerktreffenContract } from '../contract.ts';
import { selectNetzwerktreffen } from './read.ts';
import { refuseNetzwerktreffen } from './refuse.ts';

type Change = typeof netzwerktreffenContract.changeNetzwerktreffen;

/** Corrects a meeting or adds what came out of it. */
export async function changeNetzwerktreffen({
  tx,
  deps,
  params,
  body,
}: Call<Change>): Promise<Answer<Change>> {
  const { kreisId, netzwerktreffenId } = params;
  await tx.run(sql`
    select from netzwerktreffen where kreis_id = ${kreisId} and id = ${netzwerktreffenId} for update`);
  const [stand] = await selectNetzwerktreffen(tx, kreisId, sql`n.id = ${netzwerktreffenId}`);
  if (!stand) throw notFound();
  requireFassung(stand, body);
  await refuseNetzwerktreffen(tx, kreisId, body, today(deps.now()));
  const fassung = stand.fassung + 1;
  await tx.run(sql`
    update netzwerktreffen set am = ${body.am}::date, name = ${body.name}, art = ${body.art},
      kommune_id = ${body.kommuneId}, traeger_id = ${body.traegerId}, ergebnis = ${body.ergebnis}, fassung = ${fassung}
    where kreis_id = ${kreisId} and id = ${netzwerktreffenId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'netzwerktreffen.berichtigt',
    gegenstand: 'netzwerktreffen',
    gegenstandId: netzwerktreffenId,
    daten: { am: body.am, art: body.art, fassung },
  });
  return { ...body, id: netzwerktreffenId, fassung };
}
