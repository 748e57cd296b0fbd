import { sql } from 'kysely';
import { addDays, type Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { changeMerkmal, merkmalOn, type MerkmalStand, type MerkmalWert } from '../merkmal.ts';

/** Facts of a person that change over time; several values at once only of rechtskreis and sprache. */
export type PersonMerkmal =
  | 'aufenthaltstitel'
  | 'aufenthaltsgruppe'
  | 'rechtskreis'
  | 'leistungsbezug'
  | 'sprache'
  | 'deutsch'
  | 'einreise'
  | 'haushalt';

export interface MerkmalZeile extends MerkmalStand {
  readonly merkmal: PersonMerkmal;
}

/** The history of a person's facts as it is known now, oldest first; nothing for a person out of sight. */
export function readMerkmal(tx: Tx, kreisId: string, personId: string): Promise<MerkmalZeile[]> {
  return tx.all(sql<MerkmalZeile>`
    select id, merkmal, wert, laeuft_ab_am as "laeuftAbAm", gueltig_ab as ab, gueltig_bis as bis
    from person_merkmal where kreis_id = ${kreisId} and person_id = ${personId} and ersetzt_am is null
    order by gueltig_ab, wert`);
}

/** What a fact was the day before and is from the day on, when that is a change. */
export interface MerkmalErgebnis {
  readonly vorher: readonly string[];
  readonly nachher: readonly string[];
  readonly geaendert: boolean;
}

/** Makes exactly these values of one fact hold from a day on. The caller has the person in scope and locked. */
export async function setMerkmal(
  tx: Tx,
  ort: { readonly kreisId: string; readonly personId: string; readonly ab: Day },
  merkmal: PersonMerkmal,
  werte: readonly MerkmalWert[],
): Promise<MerkmalErgebnis> {
  const { kreisId, personId, ab } = ort;
  const zeilen = (await readMerkmal(tx, kreisId, personId)).filter((z) => z.merkmal === merkmal);
  const { ersetzt, neu } = changeMerkmal(zeilen, werte, ab);
  if (ersetzt.length > 0) {
    await tx.run(sql`
      update person_merkmal set ersetzt_am = now()
      where kreis_id = ${kreisId} and id = any (${[...ersetzt]}::uuid[])`);
  }
  if (neu.length > 0) {
    await tx.run(sql`
      insert into person_merkmal (kreis_id, person_id, merkmal, wert, laeuft_ab_am, gueltig_ab, gueltig_bis, erfasst_von)
      select ${kreisId}, ${personId}::uuid, ${merkmal}, n.wert, n.laeuft, n.ab, n.bis, app_konto()
      from unnest(${neu.map((n) => n.wert)}::text[], ${neu.map((n) => n.laeuftAbAm)}::date[],
        ${neu.map((n) => n.ab)}::date[], ${neu.map((n) => n.bis)}::date[]) as n (wert, laeuft, ab, bis)`);
  }
  return {
    vorher: merkmalOn(zeilen, addDays(ab, -1)),
    nachher: werte.map((w) => w.wert),
    geaendert: ersetzt.length > 0 || neu.length > 0,
  };
}
