import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { notFound, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { sprechstundeContract } from '../contract.ts';
import { isRegular, nextSprechtag } from '../rules.ts';
import { lockSprechstunde } from './load.ts';
import { readSprechstunde } from './read-sprechstunde.ts';

type Cancel = typeof sprechstundeContract.cancelSprechstunde;

/** Cancels an open hour on a day and answers when people can come again (Konzept Kreis Unna 4.1). */
export async function cancelSprechstunde(call: Call<Cancel>): Promise<Answer<Cancel>> {
  const { tx, deps, params, body } = call;
  const { kreisId, sprechstundeId } = params;
  await lockSprechstunde(tx, kreisId, sprechstundeId);
  const heute = today(deps.now());
  const [hour] = await readSprechstunde(tx, kreisId, body.am < heute ? body.am : heute, sprechstundeId);
  if (!hour) throw notFound();
  const announced = isRegular(hour, body.am) || hour.ausfall.some(({ ersatzAm }) => ersatzAm === body.am);
  const known = hour.ausfall.some(({ am }) => am === body.am);
  refuseFields([
    ...(body.am < heute ? [{ instance: '/am', code: 'datum-in-vergangenheit' }] : []),
    ...(announced ? [] : [{ instance: '/am', code: 'kein-sprechtag' }]),
    ...(known ? [{ instance: '/am', code: 'ausfall-bekannt' }] : []),
    ...(body.ersatzAm !== null && body.ersatzAm <= body.am
      ? [{ instance: '/ersatzAm', code: 'ersatz-vor-ausfall' }]
      : []),
  ]);
  await tx.run(sql`
    insert into sprechstunde_ausfall (kreis_id, sprechstunde_id, am, grund, ersatz_am, erfasst_von)
    values (${kreisId}, ${sprechstundeId}, ${body.am}, ${body.grund}, ${body.ersatzAm}, app_konto())`);
  await recordEreignis(tx, {
    kreisId,
    art: 'sprechstunde.ausgefallen',
    gegenstand: 'sprechstunde',
    gegenstandId: sprechstundeId,
    daten: { am: body.am, grund: body.grund, ersatzAm: body.ersatzAm },
  });
  return { naechsterAm: nextSprechtag({ ...hour, ausfall: [...hour.ausfall, body] }, body.am) };
}
