import { unknownCodes, unknownPlaces } from '#src/kreis/server/check-codes.ts';
import { mayAdmitFor } from '#src/fall/server/policy.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { beratungskontaktContract } from '../contract.ts';
import { writeSonstiger } from './write-sonstiger.ts';

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
  return { kontaktId: await writeSonstiger(tx, { ...body, kreisId }) };
}
