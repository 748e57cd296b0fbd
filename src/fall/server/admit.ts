import { checkBegleitung } from '#src/begleitung/server/check.ts';
import { namedRecordRefusals } from '#src/einwilligung/rules.ts';
import { din91379Refusals } from '#src/person/din91379.ts';
import { addPerson } from '#src/person/server/add.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { fallContract } from '../contract.ts';
import { mayAdmitFor } from './policy.ts';
import { aufnahmeRefusals, writeAufnahme } from './write-aufnahme.ts';

type Admit = typeof fallContract.admitFall;

/** Admits a person with consent: named record, case, first status, responsibility and Merkmale in one transaction. */
export async function admitFall({ tx, actor, deps, params, body }: Call<Admit>): Promise<Answer<Admit>> {
  const { kreisId } = params;
  const { traegerId, einwilligung } = body;
  const heute = today(deps.now());
  if (!mayAdmitFor(actor, kreisId, traegerId)) {
    refuseFields([{ instance: '/traegerId', code: 'traeger-fremd' }]);
  }
  refuseFields([
    ...(await aufnahmeRefusals(tx, kreisId, body, heute)),
    ...din91379Refusals('/familienname', body.familienname),
    ...din91379Refusals('/vorname', body.vorname),
    ...namedRecordRefusals(einwilligung.erteiltAm, body.aufgenommenAm, heute),
  ]);
  const casemanagerId = actor.kontoId;
  const person = await addPerson(tx, deps.schluessel, { ...body, kreisId, casemanagerId });
  const fall = await writeAufnahme(
    tx,
    { kreisId, traegerId, casemanagerId, ...person, einwilligungAm: einwilligung.erteiltAm },
    body,
  );
  const begleitung = await checkBegleitung(tx, deps, { ...body, kreisId, personId: person.personId });
  return { ...fall, begleitung };
}
