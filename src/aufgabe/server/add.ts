import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { sealForPerson } from '#src/platform/server/schluessel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { aufgabeContract } from '../contract.ts';
import { aufgabeRefusals } from '../rules.ts';
import { loadForWork } from './load.ts';
import { readTeam } from './read-team.ts';
import { tellZustaendig } from './tell.ts';

type Add = typeof aufgabeContract.addAufgabe;

/** Writes down a task and tells the colleague who is to do it. */
export async function addAufgabe(call: Call<Add>): Promise<Answer<Add>> {
  const { tx, actor, deps, params, body } = call;
  const { kreisId, fallId } = params;
  const fall = await loadForWork(call);
  const team = (await readTeam(tx, kreisId, fall)).map(({ id }) => id);
  refuseFields(
    aufgabeRefusals(body, { bisherFaelligAm: null, bisherZustaendigId: null, team }, today(deps.now())),
  );
  const aufgabeId = randomUUID();
  await tx.run(sql`
    insert into aufgabe (kreis_id, id, fall_id, zustaendig_id, faellig_am, text_siegel, erfasst_von)
    values (${kreisId}, ${aufgabeId}, ${fallId}, ${body.zustaendigId}, ${body.faelligAm},
      ${sealForPerson(fall.key, aufgabeId, body.text)}, app_konto())`);
  await recordEreignis(tx, {
    kreisId,
    art: 'aufgabe.angelegt',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { aufgabeId, faelligAm: body.faelligAm, zustaendigId: body.zustaendigId },
  });
  await tellZustaendig(tx, actor, { kreisId, fallId, nummer: fall.nummer }, body);
  return { aufgabeId };
}
