import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { anfrageContract } from '../contract.ts';
import { loadAnfrage, requireOpen } from './load.ts';

type Take = typeof anfrageContract.takeAnfrage;

/** Whoever takes an Anfrage answers for its deadline. */
export async function takeAnfrage({ tx, actor, params, body }: Call<Take>): Promise<Answer<Take>> {
  const { kreisId, anfrageId } = params;
  const anfrage = await loadAnfrage(tx, kreisId, anfrageId);
  requireFassung({ fassung: anfrage.fassung, casemanagerId: anfrage.casemanagerId }, body);
  requireOpen(anfrage);
  await tx.run(sql`
    update anfrage set casemanager_id = ${actor.kontoId}, fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${anfrageId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'anfrage.uebernommen',
    gegenstand: 'anfrage',
    gegenstandId: anfrageId,
    daten: { vorher: anfrage.casemanagerId },
  });
  return { fassung: anfrage.fassung + 1 };
}
