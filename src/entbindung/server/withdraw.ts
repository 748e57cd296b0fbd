import { sql } from 'kysely';
import { loadPerson } from '#src/einwilligung/server/load-person.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today, type Day } from '#src/platform/day.ts';
import { notFound, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { entbindungContract } from '../contract.ts';

type Withdraw = typeof entbindungContract.withdrawEntbindung;

/** Withdraws one release; what was prepared on its strength does not leave any more. The others hold. */
export async function withdrawEntbindung({
  tx,
  deps,
  params,
  body,
}: Call<Withdraw>): Promise<Answer<Withdraw>> {
  const { kreisId, personId, entbindungId } = params;
  await loadPerson(tx, deps.schluessel, kreisId, personId);
  const entbindung = await tx.first(sql<{ ab: Day; widerrufenAm: Day | null }>`
    select gueltig_ab as ab, widerrufen_am as "widerrufenAm" from entbindung
    where kreis_id = ${kreisId} and person_id = ${personId} and id = ${entbindungId} for update`);
  if (!entbindung || entbindung.widerrufenAm !== null) throw notFound();
  refuseFields([
    ...(body.am > today(deps.now()) ? [{ instance: '/am', code: 'datum-in-zukunft' }] : []),
    ...(body.am < entbindung.ab ? [{ instance: '/am', code: 'widerruf-vor-einwilligung' }] : []),
  ]);
  await tx.run(sql`
    update entbindung set widerrufen_am = ${body.am} where kreis_id = ${kreisId} and id = ${entbindungId}`);
  const weitergaben = await tx.run(sql`
    update weitergabe set stand = 'gestoppt', gestoppt_am = now()
    where kreis_id = ${kreisId} and entbindung_id = ${entbindungId} and stand = 'vorbereitet'`);
  await recordEreignis(tx, {
    kreisId,
    art: 'entbindung.widerrufen',
    gegenstand: 'person',
    gegenstandId: personId,
    daten: { entbindungId, am: body.am, weitergaben },
  });
  return { weitergaben };
}
