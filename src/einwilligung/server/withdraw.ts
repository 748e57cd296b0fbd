import { sql } from 'kysely';
import { forgetBegleitung } from '#src/begleitung/server/forget.ts';
import { setStatus } from '#src/fall/server/set-status.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { notFound, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { einwilligungContract } from '../contract.ts';
import { loadPerson } from './load-person.ts';

type Withdraw = typeof einwilligungContract.withdrawEinwilligung;

/**
 * Withdrawal, as easy as giving (Art. 7 (3) GDPR): from this transaction on no channel reads the person, every release is
 * withdrawn, what was prepared is stopped. The case stays and counts; it is closed only where that is wished.
 */
export async function withdrawEinwilligung(call: Call<Withdraw>): Promise<Answer<Withdraw>> {
  const { tx, deps, params, body } = call;
  const { kreisId, personId } = params;
  const person = await loadPerson(tx, deps.schluessel, kreisId, personId);
  refuseFields([
    ...(body.am > today(deps.now()) ? [{ instance: '/am', code: 'datum-in-zukunft' }] : []),
    ...(body.am < person.erteiltAm ? [{ instance: '/am', code: 'widerruf-vor-einwilligung' }] : []),
  ]);
  const fall = await tx.all(sql<Fall>`
    select f.id, f.fassung, exists (select from fall_status s where s.kreis_id = f.kreis_id and s.fall_id = f.id
      and s.ersetzt_am is null and s.gueltig_bis is null and s.status = 'abgeschlossen') as abgeschlossen
    from fall f where f.kreis_id = ${kreisId} and f.person_id = ${personId}`);
  if (body.grund !== null) await closeFall(call, fall, body.grund);
  await forgetBegleitung(tx, kreisId, personId);
  const gestoppt = await tx.first(sql<Answer<Withdraw>>`
    select entbindungen, weitergaben from person_sperren(${kreisId}, ${personId}, ${body.am})`);
  if (!gestoppt) throw notFound();
  const ereignis = { kreisId, art: 'einwilligung.widerrufen', daten: { am: body.am, ...gestoppt } };
  await recordEreignis(tx, { ...ereignis, gegenstand: 'person', gegenstandId: personId });
  for (const { id } of fall) await recordEreignis(tx, { ...ereignis, gegenstand: 'fall', gegenstandId: id });
  return gestoppt;
}

interface Fall {
  readonly id: string;
  readonly fassung: number;
  readonly abgeschlossen: boolean;
}

/** Afterwards nobody could: whoever changes a case has to see its person. */
async function closeFall(call: Call<Withdraw>, fall: readonly Fall[], grund: string): Promise<void> {
  const { params, deps } = call;
  for (const { id, fassung, abgeschlossen } of fall) {
    if (abgeschlossen) continue;
    await setStatus({
      ...call,
      params: { kreisId: params.kreisId, fallId: id },
      body: { fassung, status: 'abgeschlossen', ab: today(deps.now()), grund, begruendung: '' },
    });
  }
}
