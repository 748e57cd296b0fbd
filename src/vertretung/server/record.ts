import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { mayAdmitFor } from '#src/fall/server/policy.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { vertretungContract } from '../contract.ts';
import { abwesenheitRefusals, isLongWithoutVertretung } from '../rules.ts';
import { beginVertretung, requireVertretung } from './write.ts';

type Record = typeof vertretungContract.recordAbwesenheit;

/** Records an own absence and opens the own cases to the colleague who stands in. */
export async function recordAbwesenheit(call: Call<Record>): Promise<Answer<Record>> {
  const { tx, actor, deps, params, body } = call;
  const { kreisId } = params;
  const { von, bis, traegerId, vertretungKontoId } = body;
  await tx.run(sql`select pg_advisory_xact_lock(hashtext('abwesenheit'), hashtext(app_konto()::text))`);
  const { ueberlappt } = await tx.one(sql<{ ueberlappt: boolean }>`
    select exists (select from abwesenheit w where w.kreis_id = ${kreisId} and w.konto_id = app_konto()
      and w.traeger_id = ${traegerId} and w.von <= ${bis}::date and w.bis >= ${von}::date) as ueberlappt`);
  const lage = { eigenerTraeger: mayAdmitFor(actor, kreisId, traegerId), ueberlappt };
  refuseFields(abwesenheitRefusals(body, lage, today(deps.now())));
  if (vertretungKontoId !== null) {
    await requireVertretung(tx, kreisId, body, vertretungKontoId, '/vertretungKontoId');
  }
  const abwesenheitId = randomUUID();
  await tx.run(sql`
    insert into abwesenheit (kreis_id, id, konto_id, traeger_id, von, bis, art, erfasst_von)
    values (${kreisId}, ${abwesenheitId}, app_konto(), ${traegerId}, ${von}, ${bis}, ${body.art}, app_konto())`);
  await recordEreignis(tx, {
    kreisId,
    art: 'abwesenheit.eingetragen',
    gegenstand: 'abwesenheit',
    gegenstandId: abwesenheitId,
    daten: { von, bis },
  });
  if (vertretungKontoId !== null) {
    await beginVertretung(tx, kreisId, { id: abwesenheitId, traegerId, von, bis }, vertretungKontoId);
  }
  return { abwesenheitId, ohneVertretung: isLongWithoutVertretung(von, bis, vertretungKontoId !== null) };
}
