import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { checkBegleitung } from '#src/begleitung/server/check.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today, type Day } from '#src/platform/day.ts';
import { notFound, refuseFields, Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { einwilligungContract } from '../contract.ts';
import { unterschriftRefusals } from '../unterschrift.ts';
import { checkEinwilligung } from './check-einwilligung.ts';
import { keepEinwilligung } from './keep.ts';
import { loadPerson } from './load-person.ts';
import { readStand } from './read-stand.ts';

type Renew = typeof einwilligungContract.renewEinwilligung;

/**
 * A new signature: after a withdrawal it unlocks the person in the same transaction, a consent with an end it replaces.
 * A second one beside one that holds without end is refused.
 */
export async function renewEinwilligung({ tx, deps, params, body }: Call<Renew>): Promise<Answer<Renew>> {
  const { kreisId, personId } = params;
  const stand = await readStand(tx, kreisId, personId);
  const [first] = stand;
  if (!first) throw notFound();
  const geltend = stand.find((s) => s.widerrufenAm === null && !s.abgeloest);
  if (geltend ? geltend.ablaufAm === null : !first.gesperrt) {
    throw new Refusal('einwilligung-besteht', 409);
  }
  const { traegerId } = first;
  const heute = today(deps.now());
  const pruefung = await checkEinwilligung(tx, { kreisId, traegerId, heute }, body, null);
  refuseFields(
    earlierThan(
      stand.map((s) => s.widerrufenAm ?? s.erteiltAm),
      body.am,
    ),
  );

  if (geltend) {
    await tx.run(sql`
      update einwilligung set abgeloest_am = now()
      where kreis_id = ${kreisId} and id = ${geltend.einwilligungId}`);
  }
  const einwilligungId = randomUUID();
  const { fassung, vordruckId, uebersetzung } = pruefung.einwilligung;
  await tx.run(sql`
    insert into einwilligung (kreis_id, id, person_id, erteilt_am, textfassung, sprache, vordruck_id, zweck, dolmetschen,
      ablauf_am, erfasst_von)
    values (${kreisId}, ${einwilligungId}, ${personId}, ${body.am}, ${String(fassung)}, ${uebersetzung?.sprache ?? 'deu'},
      ${vordruckId}, ${body.zweck}::text[], ${body.dolmetschen}, ${body.ablaufAm}::date, app_konto())`);
  const { offen } = await tx.one(sql<{ offen: boolean }>`
    select person_entsperren(${kreisId}, ${personId}, ${einwilligungId}) as offen`);
  if (!offen) throw new Refusal('einwilligung-besteht', 409);
  const person = await loadPerson(tx, deps.schluessel, kreisId, personId);
  // Only now the birth date may be read again.
  refuseFields(unterschriftRefusals({ ...body, heute, geburtsdatum: person.geburtsdatum }));
  const ort = { kreisId, personId, einwilligungId, key: person.key };
  const unterschrift = await keepEinwilligung(tx, ort, body, pruefung);
  const begleitung = await checkBegleitung(tx, deps, { ...person, kreisId });
  await recordEreignis(tx, {
    kreisId,
    art: 'einwilligung.erneuert',
    gegenstand: 'person',
    gegenstandId: personId,
    daten: { am: body.am, fassung, sprache: body.sprache, zweck: body.zweck },
  });
  return { personId, einwilligungId, unterschrift, begleitung };
}

function earlierThan(days: readonly Day[], am: Day) {
  return days.some((day) => day > am) ? [{ instance: '/am', code: 'datum-vor-widerruf' }] : [];
}
