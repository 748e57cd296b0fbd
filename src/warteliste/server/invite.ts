import { sql } from 'kysely';
import { fristOf } from '#src/anfrage/rules.ts';
import { loadAnfrage } from '#src/anfrage/server/load.ts';
import { today, type Day } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import { getRegel } from '#src/regel/server/get-regel.ts';
import type { wartelisteContract } from '../contract.ts';
import { tagRefusals } from '../rules.ts';
import { loadWarteliste } from './load.ts';

type Invite = typeof wartelisteContract.inviteWarteliste;

/**
 * Notes the day of the invitation; the Anfrage waits on until the person says whether they come. The deadline of the
 * first appointment counts from this day, so that nobody is late for having had no place.
 */
export async function inviteWarteliste(call: Call<Invite>): Promise<undefined> {
  const { tx, deps, params, body } = call;
  const { kreisId, wartelisteId } = params;
  const eintrag = await loadWarteliste(tx, kreisId, wartelisteId);
  refuseFields(tagRefusals('/eingeladenAm', body.eingeladenAm, eintrag.eingetragenAm, today(deps.now())));
  await tx.run(sql`
    update warteliste set eingeladen_am = ${body.eingeladenAm}::date
    where kreis_id = ${kreisId} and id = ${wartelisteId}`);
  const fristAm = await moveFrist(call, eintrag.anfrageId);
  await recordEreignis(tx, {
    kreisId,
    art: 'warteliste.eingeladen',
    gegenstand: 'anfrage',
    gegenstandId: eintrag.anfrageId,
    daten: { am: body.eingeladenAm, fristAm },
  });
}

async function moveFrist({ tx, params, body }: Call<Invite>, anfrageId: string): Promise<Day> {
  const { kreisId } = params;
  const { dringlich } = await loadAnfrage(tx, kreisId, anfrageId);
  const am = body.eingeladenAm;
  const fristAm = fristOf(am, dringlich, await getRegel(tx, kreisId, 'werktag', am));
  await tx.run(sql`
    update anfrage set frist_am = ${fristAm}, fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${anfrageId}`);
  return fristAm;
}
