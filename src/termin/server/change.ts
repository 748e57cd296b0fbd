import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { terminContract } from '../contract.ts';
import { endOf } from '../rules.ts';
import { momentOf } from '../zeit.ts';
import { loadTermin } from './load.ts';
import { gegenstandOf, requirePossible } from './write.ts';

type Change = typeof terminContract.changeTermin;

/** Moves a planned appointment or changes what it is about. */
export async function changeTermin({ tx, actor, deps, params, body }: Call<Change>): Promise<Answer<Change>> {
  const { kreisId, terminId } = params;
  const termin = await loadTermin(tx, kreisId, terminId);
  requireFassung({ fassung: termin.fassung }, { fassung: body.fassung });
  if (termin.stand !== 'geplant') throw new Refusal('termin-vorbei', 422);
  await requirePossible(tx, actor, kreisId, body, terminId, deps.now());
  const beginn = momentOf(body.tag, body.von);
  if (beginn === undefined) throw new Error('a time that does not exist was not refused');
  await tx.run(sql`
    update termin set fassung = fassung + 1, traeger_id = ${body.traegerId}, casemanager_id = ${body.casemanagerId},
      standort_id = ${body.standortId}, raum_id = ${body.raumId}, art = ${body.art}, beginn = ${beginn},
      ende = ${endOf(beginn, body.dauerMinuten)}, anfrage_id = ${body.anfrageId}, fall_id = ${body.fallId},
      dolmetschen = ${body.dolmetschen}, dolmetschen_bestaetigt = ${body.dolmetschenBestaetigt},
      begleitung_grund = ${body.begleitungGrund}, mit_stelle_id = ${body.mitStelleId}
    where kreis_id = ${kreisId} and id = ${terminId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'termin.geaendert',
    ...gegenstandOf(body, terminId),
    daten: { terminId, art: body.art, am: body.tag, trotzHinweis: body.bestaetigt },
  });
  return { fassung: termin.fassung + 1 };
}
