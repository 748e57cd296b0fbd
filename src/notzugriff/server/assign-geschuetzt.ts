import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { notzugriffContract } from '../contract.ts';

/** The way out when the only one who sees a protected person is gone: somebody else is named; nothing is read. */
export async function assignGeschuetzt({
  tx,
  params,
  body,
}: Call<typeof notzugriffContract.assignGeschuetzt>): Promise<undefined> {
  const { kreisId } = params;
  const row = await tx.first(sql<{ fallId: string }>`
    select fall_id as "fallId" from schutz_zuweisen(${kreisId}, ${body.nummer}, ${body.kontoId})`);
  if (!row) {
    throw new Refusal('notzugriff-nicht-moeglich', 422, {
      felder: [{ instance: '/nummer', code: 'notzugriff-nicht-moeglich' }],
    });
  }
  await recordEreignis(tx, {
    kreisId,
    art: 'person.schutz_zugewiesen',
    gegenstand: 'fall',
    gegenstandId: row.fallId,
    daten: { anKontoId: body.kontoId },
  });
}
