import { sql } from 'kysely';
import { writeSonstiger } from '#src/beratungskontakt/server/write-sonstiger.ts';
import { unknownCodes } from '#src/kreis/server/check-codes.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { anfrageContract } from '../contract.ts';
import { tagRefusals } from '../rules.ts';
import { loadAnfrage, requireOpen } from './load.ts';
import { askUmwandlung } from './read-umfang.ts';

type Record = typeof anfrageContract.recordAnfrageKontakt;

/**
 * Records a talk of an Anfrage: counted as a sonstiger Beratungskontakt of its Träger and month. Whoever talks first
 * has the Anfrage from then on. Answers whether the counselling has outgrown a Kurzberatung.
 */
export async function recordAnfrageKontakt(call: Call<Record>): Promise<Answer<Record>> {
  const { tx, actor, deps, params, body } = call;
  const { kreisId, anfrageId } = params;
  const anfrage = await loadAnfrage(tx, kreisId, anfrageId);
  requireOpen(anfrage);
  const codes = body.lebensbereich.map((code) => ({
    instance: '/lebensbereich',
    liste: 'lebensbereich',
    code,
  }));
  if (body.ergebnis !== null) codes.push({ instance: '/ergebnis', liste: 'ergebnis', code: body.ergebnis });
  refuseFields([
    ...tagRefusals('/am', body.am, anfrage.eingegangenAm, today(deps.now())),
    ...(await unknownCodes(tx, kreisId, codes, body.am)),
  ]);
  const kontaktId = await writeSonstiger(tx, {
    ...body,
    kreisId,
    traegerId: anfrage.traegerId,
    kommuneId: anfrage.kommuneId,
    zugang: anfrage.zugang,
    anfrageId,
  });
  await tx.run(sql`
    update anfrage set stand = case when stand = 'offen' then 'in_beratung' else stand end,
      casemanager_id = coalesce(casemanager_id, ${actor.kontoId}::uuid), fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${anfrageId}`);
  return { kontaktId, umwandlung: await askUmwandlung(tx, deps, kreisId, anfrageId) };
}
