import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { sealForPerson, unsealForPerson } from '#src/platform/server/schluessel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { aufgabeContract } from '../contract.ts';
import { aufgabeRefusals } from '../rules.ts';
import { loadAufgabe } from './load-aufgabe.ts';
import { loadForWork } from './load.ts';
import { readTeam } from './read-team.ts';
import { tellZustaendig } from './tell.ts';

type Change = typeof aufgabeContract.changeAufgabe;

/** Changes an open task or gives it to somebody else, who is told. */
export async function changeAufgabe(call: Call<Change>): Promise<Answer<Change>> {
  const { tx, actor, deps, params, body } = call;
  const { kreisId, fallId, aufgabeId } = params;
  const fall = await loadForWork(call);
  const { siegel, stand, ...bisher } = await loadAufgabe(tx, params);
  requireFassung({ ...bisher, text: unsealForPerson(fall.key, aufgabeId, siegel) }, body, ['text']);
  if (stand !== 'offen') throw new Refusal('aufgabe-zu', 409);
  const team = (await readTeam(tx, kreisId, fall)).map(({ id }) => id);
  refuseFields(
    aufgabeRefusals(
      body,
      { bisherFaelligAm: bisher.faelligAm, bisherZustaendigId: bisher.zustaendigId, team },
      today(deps.now()),
    ),
  );
  const fassung = bisher.fassung + 1;
  await tx.run(sql`
    update aufgabe set text_siegel = ${sealForPerson(fall.key, aufgabeId, body.text)}, faellig_am = ${body.faelligAm},
      zustaendig_id = ${body.zustaendigId}, fassung = ${fassung}
    where kreis_id = ${kreisId} and id = ${aufgabeId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'aufgabe.geaendert',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { aufgabeId, fassung, faelligAm: body.faelligAm, zustaendigId: body.zustaendigId },
  });
  if (body.zustaendigId !== bisher.zustaendigId) {
    await tellZustaendig(tx, actor, { kreisId, fallId, nummer: fall.nummer }, body);
  }
  return { fassung };
}
