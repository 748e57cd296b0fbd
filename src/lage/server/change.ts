import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { notFound, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { Lage, lageContract } from '../contract.ts';

type Add = typeof lageContract.addLage;
type Change = typeof lageContract.changeLage;

/** Notes an event from outside with its day. */
export async function addLage({ tx, params, body }: Call<Add>): Promise<Answer<Add>> {
  const { kreisId } = params;
  refuseEnd(body);
  const id = randomUUID();
  await tx.run(sql`
    insert into lage (kreis_id, id, am, bis, bezeichnung, erfasst_von)
    values (${kreisId}, ${id}, ${body.am}::date, ${body.bis}::date, ${body.bezeichnung}, app_konto())`);
  await recordEreignis(tx, {
    kreisId,
    art: 'lage.erfasst',
    gegenstand: 'lage',
    gegenstandId: id,
    daten: { am: body.am, bis: body.bis },
  });
  return { ...body, id, fassung: 1 };
}

/** Corrects an event, for instance when its end becomes known. */
export async function changeLage({ tx, params, body }: Call<Change>): Promise<Answer<Change>> {
  const { kreisId, lageId } = params;
  const stand = await tx.first(sql<Lage>`
    select id, am, bis, bezeichnung, fassung from lage where kreis_id = ${kreisId} and id = ${lageId} for update`);
  if (!stand) throw notFound();
  requireFassung(stand, body);
  refuseEnd(body);
  const fassung = stand.fassung + 1;
  await tx.run(sql`
    update lage set am = ${body.am}::date, bis = ${body.bis}::date, bezeichnung = ${body.bezeichnung}, fassung = ${fassung}
    where kreis_id = ${kreisId} and id = ${lageId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'lage.berichtigt',
    gegenstand: 'lage',
    gegenstandId: lageId,
    daten: { am: body.am, bis: body.bis, fassung },
  });
  return { ...body, id: lageId, fassung };
}

/** Removes what was noted by mistake; figures do not depend on it. */
export async function deleteLage({ tx, params }: Call<typeof lageContract.deleteLage>): Promise<undefined> {
  const { kreisId, lageId } = params;
  const removed = await tx.run(sql`delete from lage where kreis_id = ${kreisId} and id = ${lageId}`);
  if (removed === 0) throw notFound();
  await recordEreignis(tx, { kreisId, art: 'lage.entfernt', gegenstand: 'lage', gegenstandId: lageId });
}

function refuseEnd({ am, bis }: Pick<Lage, 'am' | 'bis'>): void {
  if (bis !== null && bis < am) refuseFields([{ instance: '/bis', code: 'lage-ende-vor-beginn' }]);
}
