import { sql } from 'kysely';
import { loadAnfrage } from '#src/anfrage/server/load.ts';
import { checkBegleitung } from '#src/begleitung/server/check.ts';
import { sealErstberatung } from '#src/erstberatung/server/name-person.ts';
import { din91379Refusals } from '#src/person/din91379.ts';
import { addPerson } from '#src/person/server/add.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { einwilligungContract } from '../contract.ts';
import { checkEinwilligung } from './check-einwilligung.ts';
import { keepEinwilligung } from './keep.ts';

type Give = typeof einwilligungContract.giveEinwilligung;

/**
 * Makes a named record of an Anfrage: person, signed consent, handed-out notice and everything noted so far, in one
 * transaction (Konzept 5.2: only who has signed is documented by name).
 */
export async function giveEinwilligung({ tx, actor, deps, params, body }: Call<Give>): Promise<Answer<Give>> {
  const { kreisId, anfrageId } = params;
  const anfrage = await loadAnfrage(tx, kreisId, anfrageId);
  if (anfrage.personId !== null) throw new Refusal('einwilligung-besteht', 409);
  if (anfrage.stand === 'abgeschlossen') throw new Refusal('anfrage-abgeschlossen', 409);
  const { traegerId } = anfrage;
  const heute = today(deps.now());
  const pruefung = await checkEinwilligung(tx, { kreisId, traegerId, heute }, body, body.geburtsdatum, [
    ...din91379Refusals('/familienname', body.familienname),
    ...din91379Refusals('/vorname', body.vorname),
    ...body.vertretung.flatMap((name, index) => din91379Refusals(`/vertretung/${index}`, name)),
  ]);
  const { casemanagerId } = await tx.one(sql<{ casemanagerId: string }>`
    select coalesce((select k from unnest(app_uuids('app.cm_konto')) k where k = ${anfrage.casemanagerId}::uuid),
      ${actor.kontoId}::uuid) as "casemanagerId"`);

  const { personId, einwilligungId, key } = await addPerson(tx, deps.schluessel, {
    ...body,
    kreisId,
    traegerId,
    casemanagerId,
    einwilligung: {
      erteiltAm: body.am,
      textfassung: String(pruefung.einwilligung.fassung),
      sprache: pruefung.einwilligung.uebersetzung?.sprache ?? 'deu',
      vordruckId: pruefung.einwilligung.vordruckId,
      zweck: body.zweck,
      dolmetschen: body.dolmetschen,
      ablaufAm: body.ablaufAm,
    },
  });
  const unterschrift = await keepEinwilligung(tx, { kreisId, personId, einwilligungId, key }, body, pruefung);
  await tx.run(sql`
    update anfrage set person_id = ${personId}, casemanager_id = ${casemanagerId}, fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${anfrageId}`);
  await sealErstberatung(tx, deps, kreisId, anfrageId, personId, key);
  const begleitung = await checkBegleitung(tx, deps, { ...body, kreisId, traegerId, personId });
  await recordEreignis(tx, {
    kreisId,
    art: 'einwilligung.erteilt',
    gegenstand: 'anfrage',
    gegenstandId: anfrageId,
    daten: { am: body.am, fassung: pruefung.einwilligung.fassung, sprache: body.sprache, zweck: body.zweck },
  });
  return { personId, einwilligungId, unterschrift, begleitung };
}
