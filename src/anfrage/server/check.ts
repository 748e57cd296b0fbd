import { sql } from 'kysely';
import type { CodeAngabe } from '#src/kreis/server/check-codes.ts';
import { unknownCodes, unknownPlaces } from '#src/kreis/server/check-codes.ts';
import type { Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { AnfrageAngaben, AnfrageEingabe } from '../anfrage.ts';
import { asksUnterweg } from '../rules.ts';

const codeLists = ['zugang', 'unterweg', 'wohnform'] as const;

/** Why an Anfrage cannot be taken in as it is typed: everything at once, field by field. */
export async function anfrageRefusals(
  tx: Tx,
  kreisId: string,
  body: AnfrageEingabe,
  heute: Day,
): Promise<FieldRefusal[]> {
  return [
    ...(body.eingegangenAm > heute ? [{ instance: '/eingegangenAm', code: 'datum-in-zukunft' }] : []),
    ...(await angabenRefusals(tx, kreisId, body, body.eingegangenAm)),
    ...(await traegerRefusals(tx, kreisId, body)),
  ];
}

/** Why details cannot be kept; codes that stand there already (`bisher`) stay, even where their time is over. */
export async function angabenRefusals(
  tx: Tx,
  kreisId: string,
  body: AnfrageAngaben,
  am: Day,
  bisher?: Pick<AnfrageAngaben, (typeof codeLists)[number] | 'lebensbereich' | 'keinFall'>,
): Promise<FieldRefusal[]> {
  const codes = [
    ...codeLists.flatMap((liste): CodeAngabe[] => {
      const code = body[liste];
      return code === null || code === bisher?.[liste] ? [] : [{ instance: `/${liste}`, liste, code }];
    }),
    ...body.lebensbereich
      .filter((code) => !bisher?.lebensbereich.includes(code))
      .map((code) => ({ instance: '/lebensbereich', liste: 'lebensbereich', code })),
    ...body.keinFall
      .filter((code) => !bisher?.keinFall.includes(code))
      .map((code) => ({ instance: '/keinFall', liste: 'kein_fall', code })),
  ];
  return [
    ...(await unknownCodes(tx, kreisId, codes, am)),
    ...(await unterwegRefusals(tx, kreisId, body)),
    ...(await unknownPlaces(tx, kreisId, body.kommuneId, body.ortsteilId)),
    ...(body.stelleId === null ? [] : await stelleRefusals(tx, kreisId, '/stelleId', body.stelleId)),
  ];
}

async function unterwegRefusals(tx: Tx, kreisId: string, body: AnfrageAngaben): Promise<FieldRefusal[]> {
  if (body.unterweg === null) return [];
  const row = await tx.first(sql<{ gemeinsam: string }>`
    select gemeinsam from codeliste where kreis_id = ${kreisId} and liste = 'zugang' and code = ${body.zugang} limit 1`);
  return asksUnterweg(row?.gemeinsam) ? [] : [{ instance: '/unterweg', code: 'unterweg-ohne-ansprache' }];
}

/** Refuses an office that the Kreis does not know. */
export async function stelleRefusals(
  tx: Tx,
  kreisId: string,
  instance: string,
  stelleId: string,
): Promise<FieldRefusal[]> {
  const known = await tx.first(sql`select id from stelle where kreis_id = ${kreisId} and id = ${stelleId}`);
  return known ? [] : [{ instance, code: 'code-unbekannt' }];
}

/** Refuses a Träger that is not of the Kreis and a Standort of somebody else. */
export async function traegerRefusals(
  tx: Tx,
  kreisId: string,
  { traegerId, standortId }: { readonly traegerId: string; readonly standortId: string | null },
): Promise<FieldRefusal[]> {
  const { traeger, standort } = await tx.one(sql<{ traeger: boolean; standort: boolean }>`
    select exists (select from traeger where kreis_id = ${kreisId} and id = ${traegerId}) as traeger,
      exists (select from standort where kreis_id = ${kreisId} and traeger_id = ${traegerId} and id = ${standortId})
        as standort`);
  if (!traeger) return [{ instance: '/traegerId', code: 'traeger-unbekannt' }];
  return standortId === null || standort ? [] : [{ instance: '/standortId', code: 'standort-fremd' }];
}
