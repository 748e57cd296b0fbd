import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { angebotContract } from '../contract.ts';
import { loadAngebot, lockAngebot } from './load.ts';
import { columnsOf, refuseAngebot, writeKommunen } from './write.ts';

type Change = typeof angebotContract.changeAngebot;

/** Changes an offer and confirms it thereby. */
export async function changeAngebot({ tx, deps, params, body }: Call<Change>): Promise<Answer<Change>> {
  const { kreisId, angebotId } = params;
  const heute = today(deps.now());
  const stand = await lockAngebot(tx, kreisId, angebotId);
  requireFassung(stand, body);
  await refuseAngebot(tx, kreisId, angebotId, body, heute);
  const columns = Object.entries(columnsOf(body, heute)).map(
    ([name, value]) => sql`${sql.ref(name)} = ${value}`,
  );
  await tx.run(sql`
    update angebot set ${sql.join(columns)}, fassung = fassung + 1 where kreis_id = ${kreisId} and id = ${angebotId}`);
  await writeKommunen(tx, kreisId, angebotId, body);
  await recordEreignis(tx, {
    kreisId,
    art: 'angebot.geaendert',
    gegenstand: 'angebot',
    gegenstandId: angebotId,
    daten: { fassung: stand.fassung + 1 },
  });
  return loadAngebot(tx, kreisId, angebotId);
}
