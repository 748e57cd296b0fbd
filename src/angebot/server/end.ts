import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { angebotContract } from '../contract.ts';
import { loadAngebot, lockAngebot } from './load.ts';

type End = typeof angebotContract.endAngebot;

/** Ends an offer with a day, or takes the end back; it stays for what was referred to it. */
export async function endAngebot({ tx, params, body }: Call<End>): Promise<Answer<End>> {
  const { kreisId, angebotId } = params;
  const stand = await lockAngebot(tx, kreisId, angebotId);
  requireFassung(stand, body);
  if (body.gueltigBis !== null && body.gueltigBis <= stand.gueltigAb)
    refuseFields([{ instance: '/gueltigBis', code: 'angebot-ende-vor-beginn' }]);
  await tx.run(sql`
    update angebot set gueltig_bis = ${body.gueltigBis}::date, fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${angebotId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'angebot.beendet',
    gegenstand: 'angebot',
    gegenstandId: angebotId,
    daten: { gueltigBis: body.gueltigBis, fassung: stand.fassung + 1 },
  });
  return loadAngebot(tx, kreisId, angebotId);
}
