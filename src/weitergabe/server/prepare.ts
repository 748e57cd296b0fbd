import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { loadPerson } from '#src/einwilligung/server/load-person.ts';
import { requireFreigabe } from '#src/einwilligung/server/require-freigabe.ts';
import { addGeheimtext } from '#src/person/server/geheimtext.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { fieldRefusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { weitergabeContract } from '../contract.ts';

type Prepare = typeof weitergabeContract.prepareWeitergabe;

/** Writes down what an office is to be told: never more than the release names. Nothing leaves yet. */
export async function prepareWeitergabe({ tx, deps, params, body }: Call<Prepare>): Promise<Answer<Prepare>> {
  const { kreisId, personId } = params;
  const { key } = await loadPerson(tx, deps.schluessel, kreisId, personId);
  if (body.inhalt.length === 0) throw fieldRefusal('/inhalt', 'inhalt-fehlt');
  const entbindungId = await requireFreigabe(tx, kreisId, personId, { ...body, am: today(deps.now()) });
  const textId = await addGeheimtext(tx, kreisId, personId, key, body.text);
  const weitergabeId = randomUUID();
  await tx.run(sql`
    insert into weitergabe (kreis_id, id, person_id, entbindung_id, inhalt, form, text_id, erfasst_von)
    values (${kreisId}, ${weitergabeId}, ${personId}, ${entbindungId}, ${[...new Set(body.inhalt)]}::text[],
      ${body.form}, ${textId}, app_konto())`);
  await recordEreignis(tx, {
    kreisId,
    art: 'weitergabe.vorbereitet',
    gegenstand: 'person',
    gegenstandId: personId,
    daten: { weitergabeId, entbindungId, stelleId: body.stelleId, zweck: body.zweck, inhalt: body.inhalt },
  });
  return { weitergabeId };
}
