import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';

export interface CodeAngabe {
  readonly instance: string;
  readonly liste: string;
  readonly code: string;
}

/** The codes that the lists of the Kreis do not hold on the day, as refusals. */
export async function unknownCodes(
  tx: Tx,
  kreisId: string,
  angaben: readonly CodeAngabe[],
  am: Day,
): Promise<FieldRefusal[]> {
  if (angaben.length === 0) return [];
  const known = await tx.all(sql<{ liste: string; code: string }>`
    select c.liste, c.code from codeliste c
    join unnest(${angaben.map((a) => a.liste)}::text[], ${angaben.map((a) => a.code)}::text[]) as w (liste, code)
      on w.liste = c.liste and w.code = c.code
    where c.kreis_id = ${kreisId} and c.gueltig_ab <= ${am}::date
      and (c.gueltig_bis is null or c.gueltig_bis > ${am}::date)`);
  const keys = new Set(known.map((k) => `${k.liste} ${k.code}`));
  return angaben
    .filter((a) => !keys.has(`${a.liste} ${a.code}`))
    .map(({ instance }) => ({ instance, code: 'code-unbekannt' }));
}

/** Refuses a Kommune that is not of the Kreis and an Ortsteil that is not of the Kommune. */
export async function unknownPlaces(
  tx: Tx,
  kreisId: string,
  kommuneId: string | null,
  ortsteilId: string | null,
): Promise<FieldRefusal[]> {
  const row = await tx.one(sql<{ kommune: boolean; ortsteil: boolean }>`
    select exists (select from kommune where kreis_id = ${kreisId} and id = ${kommuneId}) as kommune,
      exists (select from ortsteil where kreis_id = ${kreisId} and kommune_id = ${kommuneId} and id = ${ortsteilId}) as ortsteil`);
  const refusals: FieldRefusal[] = [];
  if (kommuneId !== null && !row.kommune) refusals.push({ instance: '/kommuneId', code: 'code-unbekannt' });
  if (ortsteilId !== null && !row.ortsteil)
    refusals.push({ instance: '/ortsteilId', code: 'code-unbekannt' });
  return refusals;
}
