import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { sealText, unsealText, type Key } from '#src/platform/server/siegel.ts';
import type { AbschlussEingabe } from '../abschluss.ts';

/** What of the plan a closure has to know. */
export interface PlanStand {
  readonly ziele: number;
  readonly erreicht: number;
  readonly offeneSchritte: number;
  readonly offeneAufgaben: number;
}

type Wort = 'rueckblick' | 'naechster';

// Binds sealed words to their row and column.
function contextOf(id: string, wort: Wort): string {
  return `abschluss:${id}:${wort}`;
}

/** Words of a closure as they were read from the database, base64; empty where there are none. */
export function openAbschluss(key: Key, id: string, wort: Wort, siegel: string | null): string {
  return siegel === null ? '' : unsealText(key, Buffer.from(siegel, 'base64'), contextOf(id, wort));
}

/** Goals, open steps and open tasks of a case. */
export async function readPlanStand(tx: Tx, kreisId: string, fallId: string): Promise<PlanStand> {
  return tx.one(sql<PlanStand>`
    select count(*)::int as ziele, count(*) filter (where z.stand = 'erreicht')::int as erreicht,
      (select count(*)::int from hilfeplan_schritt s
        join hilfeplan_ziel g on g.kreis_id = s.kreis_id and g.id = s.ziel_id and g.entfernt_am is null
          and g.stand in ('offen', 'in_arbeit', 'teilweise')
        where s.kreis_id = ${kreisId} and s.fall_id = ${fallId} and s.entfernt_am is null
          and s.stand in ('offen', 'in_arbeit')) as "offeneSchritte",
      (select count(*)::int from aufgabe a
        where a.kreis_id = ${kreisId} and a.fall_id = ${fallId} and a.stand = 'offen') as "offeneAufgaben"
    from hilfeplan_ziel z
    where z.kreis_id = ${kreisId} and z.fall_id = ${fallId} and z.entfernt_am is null`);
}

export interface AbschlussZeile {
  readonly kreisId: string;
  readonly fallId: string;
  readonly ab: Day;
  readonly grund: string;
  readonly plan: PlanStand;
}

/** Writes how a case ended and, where wished, ends the steps that are still open; words are sealed. */
export async function writeAbschluss(
  tx: Tx,
  key: Key,
  { kreisId, fallId, ab, grund, plan }: AbschlussZeile,
  eingabe: AbschlussEingabe,
): Promise<void> {
  const id = randomUUID();
  const sealed = (wort: Wort, text: string) =>
    text === '' ? null : sealText(key, text, contextOf(id, wort));
  await tx.run(sql`
    insert into abschluss (kreis_id, id, fall_id, am, grund, gespraech, gespraech_am, kein_grund, ziele_erreicht,
      ziele_gesamt, schritte_beendet, rueckblick_siegel, naechster_siegel, erfasst_von)
    values (${kreisId}, ${id}, ${fallId}, ${ab}, ${grund}, ${eingabe.gespraech}, ${eingabe.gespraechAm},
      ${eingabe.keinGrund}, ${plan.erreicht}, ${plan.ziele}, ${plan.offeneSchritte},
      ${sealed('rueckblick', eingabe.rueckblick)}, ${sealed('naechster', eingabe.naechsterSchritt)}, app_konto())`);
  await tx.run(sql`
    update aufgabe set stand = 'entfallen', erledigt_am = ${ab}, erledigt_von = app_konto(), fassung = fassung + 1
    where kreis_id = ${kreisId} and fall_id = ${fallId} and stand = 'offen'`);
  await tx.run(sql`
    with ende as (
      update hilfeplan_schritt s set stand = 'entfallen', stand_ab = ${ab}
      where s.kreis_id = ${kreisId} and s.fall_id = ${fallId} and s.entfernt_am is null and s.stand in ('offen', 'in_arbeit')
      returning s.id, s.ziel_id
    )
    insert into hilfeplan_stand (kreis_id, fall_id, ziel_id, schritt_id, stand, gueltig_ab, erfasst_von)
    select ${kreisId}, ${fallId}::uuid, ende.ziel_id, ende.id, 'entfallen', ${ab}::date, app_konto() from ende`);
}
