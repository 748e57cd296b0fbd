import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { notzugriffContract } from '../contract.ts';
import { sealBegruendung } from './begruendung.ts';

type Start = typeof notzugriffContract.startNotzugriff;

/**
 * Opens a case by its number. One function of the database checks the Träger, opens for three hours and tells the Case
 * Manager and the data protection officers; what it does not open does not exist, whatever the reason is.
 */
export async function startNotzugriff({ tx, deps, params, body }: Call<Start>): Promise<Answer<Start>> {
  const { kreisId } = params;
  const id = randomUUID();
  const siegel = sealBegruendung(deps.schluessel, id, body.begruendung);
  const row = await tx.first(sql<{ fallId: string; bis: Date; laeuft: boolean }>`
    select fall_id as "fallId", bis, laeuft
    from notzugriff_oeffnen(${kreisId}, ${id}, ${body.nummer}, ${body.grund}, ${siegel})`);
  if (!row)
    throw new Refusal('notzugriff-nicht-moeglich', 422, {
      felder: [{ instance: '/nummer', code: 'notzugriff-nicht-moeglich' }],
    });
  if (row.laeuft) throw new Refusal('notzugriff-laeuft', 409);
  await recordEreignis(tx, {
    kreisId,
    art: 'notzugriff.geoeffnet',
    gegenstand: 'fall',
    gegenstandId: row.fallId,
    daten: { notzugriffId: id, grund: body.grund, bis: row.bis.toISOString() },
  });
  return { fallId: row.fallId, bis: row.bis.toISOString() };
}
