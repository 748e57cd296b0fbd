import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { unknownCodes, unknownPlaces } from '#src/kreis/server/check-codes.ts';
import { mayAdmitFor } from '#src/fall/server/policy.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { beratungskontaktContract } from '../contract.ts';

type Record = typeof beratungskontaktContract.recordSonstigerKontakt;

/** Records a contact without admission: anonymous, only counted (Vorlage 197/23). */
export async function recordSonstigerKontakt(call: Call<Record>): Promise<Answer<Record>> {
  const { tx, actor, deps, params, body } = call;
  const { kreisId } = params;
  const codes = body.lebensbereich.map((code) => ({
    instance: '/lebensbereich',
    liste: 'lebensbereich',
    code,
  }));
  if (body.zugang !== null) codes.push({ instance: '/zugang', liste: 'zugang', code: body.zugang });
  if (body.ergebnis !== null) codes.push({ instance: '/ergebnis', liste: 'ergebnis', code: body.ergebnis });
  refuseFields([
    ...(mayAdmitFor(actor, kreisId, body.traegerId)
      ? []
      : [{ instance: '/traegerId', code: 'traeger-fremd' }]),
    ...(body.am > today(deps.now()) ? [{ instance: '/am', code: 'datum-in-zukunft' }] : []),
    ...(await unknownCodes(tx, kreisId, codes, body.am)),
    ...(await unknownPlaces(tx, kreisId, body.kommuneId, null)),
  ]);
  const kontaktId = randomUUID();
  await tx.run(sql`
    insert into sonstiger_kontakt (kreis_id, id, traeger_id, kommune_id, am, zugang, ergebnis, lebensbereich, erfasst_von)
    values (${kreisId}, ${kontaktId}, ${body.traegerId}, ${body.kommuneId}, ${body.am}, ${body.zugang},
      ${body.ergebnis}, ${[...new Set(body.lebensbereich)]}::text[], app_konto())`);
  await recordEreignis(tx, {
    kreisId,
    art: 'sonstiger_kontakt.erfasst',
    gegenstand: 'sonstiger_kontakt',
    gegenstandId: kontaktId,
    daten: { am: body.am, traegerId: body.traegerId },
  });
  return { kontaktId };
}
