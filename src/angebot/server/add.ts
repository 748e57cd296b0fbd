import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { angebotContract } from '../contract.ts';
import { loadAngebot } from './load.ts';
import { columnsOf, refuseAngebot, writeKommunen } from './write.ts';

type Add = typeof angebotContract.addAngebot;

/** Adds an offer; whoever writes it down has confirmed it today. */
export async function addAngebot({ tx, deps, params, body }: Call<Add>): Promise<Answer<Add>> {
  const { kreisId } = params;
  const heute = today(deps.now());
  const id = randomUUID();
  await refuseAngebot(tx, kreisId, id, body, heute);
  const columns = Object.entries(columnsOf(body, heute));
  await tx.run(sql`
    insert into angebot (kreis_id, id, gueltig_ab, erfasst_von, ${sql.join(columns.map(([name]) => sql.ref(name)))})
    values (${kreisId}, ${id}, ${heute}::date, app_konto(), ${sql.join(columns.map(([, value]) => value))})`);
  await writeKommunen(tx, kreisId, id, body);
  await recordEreignis(tx, {
    kreisId,
    art: 'angebot.angelegt',
    gegenstand: 'angebot',
    gegenstandId: id,
    daten: { art: body.art, ebene: body.ebene },
  });
  return loadAngebot(tx, kreisId, id);
}
