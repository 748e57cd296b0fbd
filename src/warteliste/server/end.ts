import { sql } from 'kysely';
import { today } from '#src/platform/day.ts';
import { Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { wartelisteContract } from '../contract.ts';
import { tagRefusals } from '../rules.ts';
import { loadWarteliste } from './load.ts';
import { setStand } from './set-stand.ts';

/** Ends the waiting; the Anfrage is open again and goes on or is closed on its own page. */
export async function endWarteliste(call: Call<typeof wartelisteContract.endWarteliste>): Promise<undefined> {
  const { tx, deps, params, body } = call;
  const { kreisId, wartelisteId } = params;
  const eintrag = await loadWarteliste(tx, kreisId, wartelisteId);
  if (body.ausgang === 'eingeladen' && eintrag.eingeladenAm === null) {
    throw new Refusal('warteliste-nicht-eingeladen', 422, {
      felder: [{ instance: '/ausgang', code: 'warteliste-nicht-eingeladen' }],
    });
  }
  const frueheste = eintrag.eingeladenAm ?? eintrag.eingetragenAm;
  refuseFields(tagRefusals('/ausgetragenAm', body.ausgetragenAm, frueheste, today(deps.now())));
  await tx.run(sql`
    update warteliste set ausgetragen_am = ${body.ausgetragenAm}::date, ausgang = ${body.ausgang}
    where kreis_id = ${kreisId} and id = ${wartelisteId}`);
  await setStand(tx, kreisId, eintrag.anfrageId, 'offen');
  await recordEreignis(tx, {
    kreisId,
    art: 'warteliste.ausgetragen',
    gegenstand: 'anfrage',
    gegenstandId: eintrag.anfrageId,
    daten: { am: body.ausgetragenAm, ausgang: body.ausgang },
  });
}
