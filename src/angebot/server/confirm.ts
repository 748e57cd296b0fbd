import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { angebotContract } from '../contract.ts';
import { lockAngebot } from './load.ts';

type Confirm = typeof angebotContract.confirmAngebot;

/** Says with one click that what stands there is true today; what somebody changed meanwhile has to be seen first. */
export async function confirmAngebot({ tx, deps, params, body }: Call<Confirm>): Promise<Answer<Confirm>> {
  const { kreisId, angebotId } = params;
  const heute = today(deps.now());
  const stand = await lockAngebot(tx, kreisId, angebotId);
  requireFassung(stand, body);
  await tx.run(sql`
    update angebot set bestaetigt_am = ${heute}::date, bestaetigt_von = app_konto()
    where kreis_id = ${kreisId} and id = ${angebotId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'angebot.bestaetigt',
    gegenstand: 'angebot',
    gegenstandId: angebotId,
    daten: { zuletzt: stand.bestaetigtAm },
  });
  return { bestaetigtAm: heute, fassung: stand.fassung };
}
