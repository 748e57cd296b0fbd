import { sql } from 'kysely';
import { changeMerkmal, type MerkmalStand } from '#src/person/merkmal.ts';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';

/** Merkmale of a case that follow from the situation of its person. */
export type AbgeleitetesMerkmal = 'rechtskreis' | 'aufenthaltsgruppe' | 'leistungsbezug' | 'lebensbereich';

/** Makes exactly these values of one countable Merkmal hold from a day on. The caller has the case locked. */
export async function setFallMerkmal(
  tx: Tx,
  ort: { readonly kreisId: string; readonly fallId: string; readonly ab: Day },
  merkmal: AbgeleitetesMerkmal,
  werte: readonly string[],
): Promise<void> {
  const { kreisId, fallId, ab } = ort;
  const zeilen = await tx.all(sql<MerkmalStand>`
    select id, wert, null as "laeuftAbAm", gueltig_ab as ab, gueltig_bis as bis from fall_merkmal
    where kreis_id = ${kreisId} and fall_id = ${fallId} and merkmal = ${merkmal} and ersetzt_am is null
    order by gueltig_ab`);
  const { ersetzt, neu } = changeMerkmal(
    zeilen,
    werte.map((wert) => ({ wert, laeuftAbAm: null })),
    ab,
  );
  if (ersetzt.length > 0) {
    await tx.run(sql`
      update fall_merkmal set ersetzt_am = now()
      where kreis_id = ${kreisId} and id = any (${[...ersetzt]}::uuid[])`);
  }
  if (neu.length === 0) return;
  await tx.run(sql`
    insert into fall_merkmal (kreis_id, fall_id, merkmal, wert, gueltig_ab, gueltig_bis)
    select ${kreisId}, ${fallId}::uuid, ${merkmal}, n.wert, n.ab, n.bis
    from unnest(${neu.map((n) => n.wert)}::text[], ${neu.map((n) => n.ab)}::date[],
      ${neu.map((n) => n.bis)}::date[]) as n (wert, ab, bis)`);
}
