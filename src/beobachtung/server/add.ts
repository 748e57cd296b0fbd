import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { beobachtungContract } from '../contract.ts';
import { checkBeobachtung } from './check.ts';

type Add = typeof beobachtungContract.addBeobachtung;

/** Notes what was met, as input for the system level; where it came from stays with whoever wrote it. */
export async function addBeobachtung({ tx, deps, params, body }: Call<Add>): Promise<Answer<Add>> {
  const { kreisId } = params;
  const am = today(deps.now());
  await checkBeobachtung(tx, kreisId, body, body.fallId, am);
  const da = await tx.one(sql<{ angebot: boolean; stelle: boolean }>`
    select ${body.angebotId}::uuid is null or exists (select from angebot
        where kreis_id = ${kreisId} and id = ${body.angebotId}) as angebot,
      ${body.stelleId}::uuid is null or exists (select from stelle
        where kreis_id = ${kreisId} and id = ${body.stelleId}) as stelle`);
  refuseFields([
    ...(da.angebot ? [] : [{ instance: '/angebotId', code: 'angebot-unbekannt' }]),
    ...(da.stelle ? [] : [{ instance: '/stelleId', code: 'stelle-unbekannt' }]),
  ]);
  const beobachtungId = randomUUID();
  await tx.run(sql`
    insert into beobachtung (kreis_id, id, art, lebensbereich, kommune_id, angebot_id, stelle_id, text, am)
    values (${kreisId}, ${beobachtungId}, ${body.art}, ${body.lebensbereich}, ${body.kommuneId}, ${body.angebotId},
      ${body.stelleId}, ${body.text}, ${am})`);
  await tx.run(sql`
    insert into beobachtung_herkunft (kreis_id, beobachtung_id, konto_id, fall_id)
    values (${kreisId}, ${beobachtungId}, app_konto(), ${body.fallId})`);
  await recordEreignis(tx, {
    kreisId,
    art: 'beobachtung.festgehalten',
    gegenstand: 'beobachtung',
    gegenstandId: beobachtungId,
    daten: { art: body.art, lebensbereich: body.lebensbereich, kommuneId: body.kommuneId },
  });
  return { beobachtungId, fassung: 1 };
}
