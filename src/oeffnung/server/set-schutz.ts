import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { oeffnungContract } from '../contract.ts';
import { loadToOpen } from './load.ts';

/** Protects a person from the eyes of colleagues (§ 35 SGB I), or lifts it; her own Case Manager only. */
export async function setSchutz({
  tx,
  params,
  body,
}: Call<typeof oeffnungContract.setSchutz>): Promise<undefined> {
  const { kreisId, fallId } = params;
  await loadToOpen(tx, kreisId, fallId);
  const angefragt = await tx.first(sql`
    select from uebergabe_anfrage_fall
    where kreis_id = ${kreisId} and fall_id = ${fallId} and stand = 'angefragt'`);
  if (angefragt && body.grund !== null) throw new Refusal('uebergabe-angefragt', 409);
  const { gesetzt } = await tx.one(sql<{ gesetzt: boolean }>`
    select person_schuetzen(${kreisId}, ${fallId}, ${body.grund}) as gesetzt`);
  if (!gesetzt) throw new Refusal('nur-eigene-fachkraft', 403);
  await recordEreignis(tx, {
    kreisId,
    art: body.grund === null ? 'person.schutz_aufgehoben' : 'person.geschuetzt',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { grund: body.grund ?? body.aufhebung },
  });
}
