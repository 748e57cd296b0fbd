import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { today } from '#src/platform/day.ts';
import { notFound, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { sealForPerson } from '#src/platform/server/schluessel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { eingangContract } from '../eingang.ts';
import { antwortCodes, antwortRefusals, nachfrageAm } from '../rules.ts';
import { readEingang } from './read-eingang.ts';

/** The office answers; case management is told in the same transaction. */
export async function answerEingang(call: Call<typeof eingangContract.answerEingang>): Promise<undefined> {
  const { tx, deps, params, body } = call;
  const { kreisId, vermittlungId } = params;
  const [gefunden] = await readEingang(tx, deps.schluessel, kreisId, vermittlungId);
  if (!gefunden) throw notFound();
  const { key, eingang } = gefunden;
  requireFassung(
    { fassung: eingang.fassung, stand: eingang.stand, standAm: eingang.standAm },
    { fassung: body.fassung },
  );
  refuseFields(antwortRefusals(eingang, body, today(deps.now())));
  const { stand, am, worte } = body;
  const { grund, ergebnis } = antwortCodes(body);
  const id = randomUUID();
  const siegel = worte === '' ? null : sealForPerson(key, id, worte);
  const [fall] = await tx.all(sql<{ fall_id: string }>`
    select fall_id from partner_antworten(${kreisId}, ${vermittlungId}, ${eingang.fassung}, ${id}, ${stand}, ${grund},
      ${ergebnis}, ${am}, ${nachfrageAm(stand, am, eingang.terminAm)}::date, ${siegel})`);
  if (!fall) throw notFound();
  await recordEreignis(tx, {
    kreisId,
    art: 'vermittlung.beantwortet',
    gegenstand: 'fall',
    gegenstandId: fall.fall_id,
    daten: { vermittlungId, stand, am, grund, ergebnis },
  });
}
