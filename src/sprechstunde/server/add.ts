import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { mayAdmitFor } from '#src/fall/server/policy.ts';
import type { Answer } from '#src/platform/contract.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { sprechstundeContract } from '../contract.ts';

type Add = typeof sprechstundeContract.addSprechstunde;

/** Sets up a weekly open hour, a language café or work in the neighbourhood. */
export async function addSprechstunde({ tx, actor, params, body }: Call<Add>): Promise<Answer<Add>> {
  const { kreisId } = params;
  const known = await tx.one(sql<{ standort: boolean; casemanager: boolean }>`
    select exists (select from standort s where s.kreis_id = ${kreisId} and s.id = ${body.standortId}::uuid) as standort,
      ${body.casemanagerId}::uuid is null or exists (select from rolle r where r.kreis_id = ${kreisId}
        and r.konto_id = ${body.casemanagerId}::uuid and r.rolle = 'casemanager' and r.traeger_id = ${body.traegerId}::uuid
        and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())) as casemanager`);
  refuseFields([
    ...(mayAdmitFor(actor, kreisId, body.traegerId)
      ? []
      : [{ instance: '/traegerId', code: 'traeger-fremd' }]),
    ...(known.standort ? [] : [{ instance: '/standortId', code: 'standort-unbekannt' }]),
    ...(known.casemanager ? [] : [{ instance: '/casemanagerId', code: 'casemanager-fremd' }]),
    ...(body.von < body.bis ? [] : [{ instance: '/bis', code: 'ende-vor-beginn' }]),
  ]);
  const sprechstundeId = randomUUID();
  await tx.run(sql`
    insert into sprechstunde (kreis_id, id, traeger_id, standort_id, casemanager_id, art, wochentag, von, bis, gueltig_ab,
      erfasst_von)
    values (${kreisId}, ${sprechstundeId}, ${body.traegerId}, ${body.standortId}, ${body.casemanagerId}, ${body.art},
      ${body.wochentag}, ${body.von}, ${body.bis}, ${body.gueltigAb}, app_konto())`);
  await recordEreignis(tx, {
    kreisId,
    art: 'sprechstunde.eingerichtet',
    gegenstand: 'sprechstunde',
    gegenstandId: sprechstundeId,
    daten: { art: body.art, wochentag: body.wochentag, gueltigAb: body.gueltigAb },
  });
  return { sprechstundeId };
}
