import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import type { SchrittZeile, ZielZeile } from '../contract.ts';
import type { PlanOrt } from './load.ts';
import { openSchritt, openZiel } from './worte.ts';

interface ZielRow extends Omit<ZielZeile, 'text' | 'worte' | 'indikator' | 'schritt'> {
  readonly siegel: Buffer;
}

interface SchrittRow extends Omit<SchrittZeile, 'text' | 'dritte'> {
  readonly zielId: string;
  readonly siegel: Buffer;
}

/** The goals of a plan with their steps, in the order in which they are shown. */
export async function readZiele(tx: Tx, { kreisId, fallId, key }: PlanOrt): Promise<ZielZeile[]> {
  const [ziele, schritte] = await Promise.all([
    tx.all(sql<ZielRow>`
      select z.id, z.lebensbereich, z.prioritaet, z.bis_wann as "bisWann", z.stand, z.stand_ab as "standAb", z.fassung,
        z.worte_siegel as siegel
      from hilfeplan_ziel z where z.kreis_id = ${kreisId} and z.fall_id = ${fallId} and z.entfernt_am is null
      order by z.prioritaet, z.reihenfolge, z.id`),
    tx.all(sql<SchrittRow>`
      select s.id, s.ziel_id as "zielId", s.akteur, s.stelle_id as "stelleId", s.faellig_am as "faelligAm", s.stand,
        s.stand_ab as "standAb", s.worte_siegel as siegel
      from hilfeplan_schritt s where s.kreis_id = ${kreisId} and s.fall_id = ${fallId} and s.entfernt_am is null
      order by s.ziel_id, s.reihenfolge, s.id`),
  ]);
  return ziele.map(({ siegel, ...ziel }) => ({
    ...ziel,
    ...openZiel(key, ziel.id, siegel),
    schritt: schritte
      .filter(({ zielId }) => zielId === ziel.id)
      .map(({ siegel: worte, zielId: _zielId, ...schritt }) => ({
        ...schritt,
        ...openSchritt(key, schritt.id, worte),
      })),
  }));
}
