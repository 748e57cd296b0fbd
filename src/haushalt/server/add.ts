import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { unknownCodes } from '#src/kreis/server/check-codes.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today, type Day } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { haushaltContract, HaushaltEingabe } from '../contract.ts';
import { haushaltRefusals } from '../rules.ts';
import { loadUmfeldFall, type UmfeldFall } from './load.ts';
import { withPersonen } from './personen.ts';
import { sealWort } from './wort.ts';

type Add = typeof haushaltContract.addHaushalt;

/** Enters somebody of the household with small needs of their own (Konzept Kreis Unna 2.2: part of the parent's case). */
export async function addHaushalt(call: Call<Add>): Promise<Answer<Add>> {
  const { tx, deps, params, body } = call;
  const heute = today(deps.now());
  const fall = await loadUmfeldFall(call);
  refuseFields([
    ...haushaltRefusals(body, heute),
    ...(await unknownAreas(tx, params.kreisId, body.lebensbereich, heute)),
  ]);
  let haushaltId = '';
  const personen = await withPersonen(tx, fall, heute, async () => {
    haushaltId = await insertHaushalt(tx, fall, body);
  });
  await recordEreignis(tx, {
    kreisId: params.kreisId,
    art: 'haushalt.ergaenzt',
    gegenstand: 'fall',
    gegenstandId: fall.id,
    daten: { beziehung: body.beziehung, lebensbereich: body.lebensbereich, seit: body.seit, personen },
  });
  return { haushaltId, personen };
}

/** Writes one member; the caller carries the number of persons along. */
export async function insertHaushalt(tx: Tx, fall: UmfeldFall, eingabe: HaushaltEingabe): Promise<string> {
  const id = randomUUID();
  await tx.run(sql`
    insert into haushalt (kreis_id, id, fall_id, beziehung, lebensbereich, zaehlt, seit, bis, wort_siegel, erfasst_von)
    values (${fall.kreisId}, ${id}, ${fall.id}, ${eingabe.beziehung}, ${[...new Set(eingabe.lebensbereich)]}::text[],
      ${eingabe.zaehlt}, ${eingabe.seit}, ${eingabe.bis}, ${sealWort(fall.key, id, eingabe)}, app_konto())`);
  return id;
}

/** Lebensbereiche that the Kreis does not have, as refusals of the field. */
export async function unknownAreas(tx: Tx, kreisId: string, codes: readonly string[], am: Day) {
  return unknownCodes(
    tx,
    kreisId,
    codes.map((code) => ({ instance: '/lebensbereich', liste: 'lebensbereich', code })),
    am,
  );
}
