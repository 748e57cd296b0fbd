import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { ZielInhalt } from '../contract.ts';
import type { PlanOrt } from './load.ts';
import { sealSchritt, sealZiel } from './worte.ts';

/** Counts a change of the content; the first one makes the plan. */
async function countChange(tx: Tx, { kreisId, fallId }: PlanOrt): Promise<void> {
  await tx.run(sql`
    insert into hilfeplan as h (kreis_id, fall_id, erfasst_von) values (${kreisId}, ${fallId}, app_konto())
    on conflict (kreis_id, fall_id) do update set fassung = h.fassung + 1`);
}

/** Puts a goal with its steps into the plan, open since the day. */
export async function insertZiel(
  tx: Tx,
  ort: PlanOrt,
  zielId: string,
  ziel: ZielInhalt,
  am: Day,
): Promise<void> {
  const { kreisId, fallId, key } = ort;
  await countChange(tx, ort);
  await tx.run(sql`
    insert into hilfeplan_ziel (kreis_id, id, fall_id, lebensbereich, prioritaet, bis_wann, stand_ab, reihenfolge,
      worte_siegel, erfasst_von)
    select ${kreisId}, ${zielId}, ${fallId}, ${ziel.lebensbereich}, ${ziel.prioritaet}, ${ziel.bisWann}::date,
      ${am}::date, coalesce(max(reihenfolge), 0) + 1, ${sealZiel(key, zielId, ziel)}, app_konto()
    from hilfeplan_ziel where kreis_id = ${kreisId} and fall_id = ${fallId}`);
  await noteStand(tx, ort, { zielId, schrittId: null }, 'offen', am);
  await writeSchritte(tx, ort, zielId, ziel.schritt, am);
}

/** Writes the content of a goal anew; steps that are not named any more leave the plan. */
export async function updateZiel(
  tx: Tx,
  ort: PlanOrt,
  zielId: string,
  ziel: ZielInhalt,
  am: Day,
): Promise<void> {
  const { kreisId, fallId, key } = ort;
  await countChange(tx, ort);
  await tx.run(sql`
    update hilfeplan_ziel set lebensbereich = ${ziel.lebensbereich}, prioritaet = ${ziel.prioritaet},
      bis_wann = ${ziel.bisWann}, worte_siegel = ${sealZiel(key, zielId, ziel)}, fassung = fassung + 1
    where kreis_id = ${kreisId} and id = ${zielId}`);
  await tx.run(sql`
    update hilfeplan_schritt set entfernt_am = now()
    where kreis_id = ${kreisId} and fall_id = ${fallId} and ziel_id = ${zielId} and entfernt_am is null
      and id <> all (${ziel.schritt.map(({ id }) => id)}::uuid[])`);
  await writeSchritte(tx, ort, zielId, ziel.schritt, am);
}

/** Takes a goal out of the plan; what was signed keeps it. */
export async function takeOutZiel(tx: Tx, ort: PlanOrt, zielId: string): Promise<void> {
  await countChange(tx, ort);
  await tx.run(sql`
    update hilfeplan_ziel set entfernt_am = now(), fassung = fassung + 1
    where kreis_id = ${ort.kreisId} and id = ${zielId}`);
}

async function writeSchritte(
  tx: Tx,
  ort: PlanOrt,
  zielId: string,
  schritte: ZielInhalt['schritt'],
  am: Day,
): Promise<void> {
  const { kreisId, fallId, key } = ort;
  for (const [index, schritt] of schritte.entries()) {
    const row = await tx.first(sql<{ neu: boolean }>`
      insert into hilfeplan_schritt as s (kreis_id, id, fall_id, ziel_id, akteur, stelle_id, faellig_am, stand_ab,
        reihenfolge, worte_siegel, erfasst_von)
      values (${kreisId}, ${schritt.id}, ${fallId}, ${zielId}, ${schritt.akteur}, ${schritt.stelleId}, ${schritt.faelligAm},
        ${am}, ${index + 1}, ${sealSchritt(key, schritt.id, schritt)}, app_konto())
      on conflict (kreis_id, id) do update set akteur = excluded.akteur, stelle_id = excluded.stelle_id,
        faellig_am = excluded.faellig_am, reihenfolge = excluded.reihenfolge, worte_siegel = excluded.worte_siegel,
        entfernt_am = null
      where s.fall_id = excluded.fall_id and s.ziel_id = excluded.ziel_id
      returning s.xmax = 0 as neu`);
    if (!row) throw new Refusal('schritt-unbekannt', 422);
    if (row.neu) await noteStand(tx, ort, { zielId, schrittId: schritt.id }, 'offen', am);
  }
}

/**
 * Notes since when a goal or a step stands as it does. Rows with the same or a later day are replaced, and a repeated
 * state corrects the day of the last row; so the last row up to a day says how it stood then.
 */
export async function noteStand(
  tx: Tx,
  { kreisId, fallId }: Omit<PlanOrt, 'key'>,
  { zielId, schrittId }: { readonly zielId: string; readonly schrittId: string | null },
  stand: string,
  am: Day,
): Promise<void> {
  const rows = sql`s.kreis_id = ${kreisId} and s.ziel_id = ${zielId} and s.schritt_id is not distinct from ${schrittId}::uuid
    and s.ersetzt_am is null`;
  await tx.run(sql`
    update hilfeplan_stand s set ersetzt_am = now()
    where ${rows} and (s.gueltig_ab >= ${am}::date or (s.stand = ${stand} and not exists (
      select from hilfeplan_stand n where n.kreis_id = s.kreis_id and n.ziel_id = s.ziel_id
        and n.schritt_id is not distinct from s.schritt_id and n.ersetzt_am is null and n.gueltig_ab > s.gueltig_ab)))`);
  await tx.run(sql`
    insert into hilfeplan_stand (kreis_id, fall_id, ziel_id, schritt_id, stand, gueltig_ab, erfasst_von)
    values (${kreisId}, ${fallId}, ${zielId}, ${schrittId}, ${stand}, ${am}, app_konto())`);
  await (schrittId === null
    ? tx.run(sql`update hilfeplan_ziel set stand = ${stand}, stand_ab = ${am}
        where kreis_id = ${kreisId} and id = ${zielId}`)
    : tx.run(sql`update hilfeplan_schritt set stand = ${stand}, stand_ab = ${am}
        where kreis_id = ${kreisId} and id = ${schrittId}`));
}
