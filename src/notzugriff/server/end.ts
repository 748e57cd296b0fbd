import { sql } from 'kysely';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { notzugriffContract } from '../contract.ts';

/** Ends one's own emergency access at once. */
export async function endNotzugriff({
  tx,
  params,
}: Call<typeof notzugriffContract.endNotzugriff>): Promise<undefined> {
  const { kreisId, notzugriffId } = params;
  const row = await tx.first(sql<{ fallId: string }>`
    update notzugriff set beendet_am = now()
    where kreis_id = ${kreisId} and id = ${notzugriffId} and konto_id = app_konto() and beendet_am is null and bis > now()
    returning fall_id as "fallId"`);
  if (!row) throw notFound();
  await recordEreignis(tx, {
    kreisId,
    art: 'notzugriff.beendet',
    gegenstand: 'fall',
    gegenstandId: row.fallId,
    daten: { notzugriffId },
  });
}
