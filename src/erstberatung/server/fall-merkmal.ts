import { sql } from 'kysely';
import { setFallMerkmal } from '#src/aufenthalt/server/set-fall-merkmal.ts';
import { merkmalOn } from '#src/person/merkmal.ts';
import { readMerkmal } from '#src/person/server/merkmal.ts';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';

/**
 * At admission: what the first talk recorded becomes countable Merkmale of the case from that day on. Leistungsbezug and
 * Lebensbereiche stay as the case has them where somebody has typed them at admission.
 */
export async function copyMerkmalToFall(
  tx: Tx,
  von: {
    readonly kreisId: string;
    readonly anfrageId: string;
    readonly personId: string;
    readonly fallId: string;
    readonly ab: Day;
  },
): Promise<void> {
  const { kreisId, anfrageId, personId, fallId, ab } = von;
  const zeilen = await readMerkmal(tx, kreisId, personId);
  const am = (merkmal: string) =>
    merkmalOn(
      zeilen.filter((z) => z.merkmal === merkmal),
      ab,
    );
  const ort = { kreisId, fallId, ab };
  for (const merkmal of ['rechtskreis', 'aufenthaltsgruppe'] as const) {
    await setFallMerkmal(tx, ort, merkmal, am(merkmal));
  }
  const { lebensbereich, gesetzt } = await tx.one(sql<{ lebensbereich: string[]; gesetzt: string[] }>`
    select a.lebensbereich, array(select distinct m.merkmal from fall_merkmal m where m.kreis_id = a.kreis_id
      and m.fall_id = ${fallId} and m.ersetzt_am is null and m.gueltig_bis is null) as gesetzt
    from anfrage a where a.kreis_id = ${kreisId} and a.id = ${anfrageId}`);
  const werte = { leistungsbezug: am('leistungsbezug'), lebensbereich };
  for (const merkmal of ['leistungsbezug', 'lebensbereich'] as const) {
    if (!gesetzt.includes(merkmal)) await setFallMerkmal(tx, ort, merkmal, werte[merkmal]);
  }
}
