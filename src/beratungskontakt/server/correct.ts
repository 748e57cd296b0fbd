import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { writeNachtrag } from '#src/notiz/server/nachtrag.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { notFound, Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { sealForPerson, unsealForPerson } from '#src/platform/server/schluessel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { beratungskontaktContract } from '../contract.ts';
import type { KontaktEingabe } from '../kontakt.ts';
import { isUnchanged, kontaktRefusals } from '../rules.ts';
import { loadKontaktLage } from './load.ts';
import { mayCorrectKontakt } from './policy.ts';
import { insertKontakt } from './write.ts';

type Correct = typeof beratungskontaktContract.correctBeratungskontakt;

interface Stand extends Omit<KontaktEingabe, 'notiz'> {
  readonly fassung: number;
  readonly traegerId: string;
  readonly casemanagerId: string | null;
  readonly notizId: string | null;
  readonly siegel: Buffer | null;
  /** The first version is older than 24 hours. */
  readonly notizSteht: boolean;
}

/**
 * Corrects a contact by a new version; reports of an earlier Kenntnisstand keep the old one. Its note stands after 24
 * hours: what is new becomes an amendment below it.
 */
export async function correctBeratungskontakt(call: Call<Correct>): Promise<Answer<Correct>> {
  const { tx, actor, deps, params, body } = call;
  const { kreisId, fallId, kontaktId } = params;
  const lage = await loadKontaktLage(tx, actor, params, body);
  const stand = await tx.first(sql<Stand>`
    select bk.fassung, bk.traeger_id as "traegerId", bk.casemanager_id as "casemanagerId", bk.am, bk.qualifiziert,
      bk.format, bk.ort, bk.dauer_minuten as "dauerMinuten", bk.sprache, bk.dolmetschen, bk.lebensbereich,
      g.id as "notizId", g.siegel,
      (select min(b.erfasst_am) <= now() - interval '24 hours' from beratungskontakt b
        where b.kreis_id = bk.kreis_id and b.id = bk.id) as "notizSteht"
    from beratungskontakt bk left join geheimtext g on g.kreis_id = bk.kreis_id and g.id = bk.notiz_id
    where bk.kreis_id = ${kreisId} and bk.fall_id = ${fallId} and bk.id = ${kontaktId} and bk.ersetzt_am is null`);
  if (!stand) throw notFound();
  if (!mayCorrectKontakt({ eigen: true, traegerId: lage.traegerId }, stand.traegerId)) {
    throw new Refusal('traeger-fremd', 403);
  }
  const key = await deps.schluessel.personKey(tx, kreisId, lage.traegerId, lage.schluessel);
  const { notizId, siegel, traegerId, casemanagerId, notizSteht, ...werte } = stand;
  const notiz = notizId !== null && siegel !== null ? unsealForPerson(key, notizId, siegel) : '';
  requireFassung({ ...werte, notiz }, body, ['notiz']);
  refuseFields([
    ...kontaktRefusals(body, lage, today(deps.now())),
    ...(notizSteht && body.notiz !== notiz ? [{ instance: '/notiz', code: 'notiz-steht' }] : []),
  ]);
  if (body.nachtrag !== '') {
    await writeNachtrag(tx, params, { kontaktId }, key, body.nachtrag);
    await recordEreignis(tx, {
      kreisId,
      art: 'beratungskontakt.nachgetragen',
      gegenstand: 'fall',
      gegenstandId: fallId,
      daten: { kontaktId },
    });
    // An amendment alone is no new version.
    if (isUnchanged({ ...werte, notiz }, body)) return { fassung: stand.fassung };
  }

  const neueNotizId = randomUUID();
  const fassung = stand.fassung + 1;
  await tx.run(sql`
    update beratungskontakt set ersetzt_am = now()
    where kreis_id = ${kreisId} and id = ${kontaktId} and ersetzt_am is null`);
  await tx.run(
    insertKontakt({
      ...body,
      kreisId,
      fallId,
      id: kontaktId,
      fassung,
      traegerId,
      casemanagerId,
      personId: lage.personId,
      geheimtext:
        body.notiz === '' ? null : { id: neueNotizId, siegel: sealForPerson(key, neueNotizId, body.notiz) },
    }),
  );
  await recordEreignis(tx, {
    kreisId,
    art: 'beratungskontakt.berichtigt',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { kontaktId, fassung, am: body.am, vorherAm: stand.am, qualifiziert: body.qualifiziert },
  });
  return { fassung };
}
