import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import { insertRows } from '#src/platform/server/insert-rows.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import { dimension, type Bereich, type Selbststand } from '../runde.ts';
import { sealWorte } from './load.ts';

/** A round of a case, and the key under which its words are sealed. */
export interface RundeOrt {
  readonly kreisId: string;
  readonly fallId: string;
  readonly assessmentId: string;
  readonly key: Key;
}

/** Writes areas and self-reliance of a round in the place of what stood there. */
export async function writeInhalt(
  tx: Tx,
  { kreisId, fallId, assessmentId, key }: RundeOrt,
  bereich: readonly (Bereich & { readonly neu: boolean })[],
  selbststand: Selbststand,
): Promise<void> {
  for (const table of ['assessment_bereich', 'selbststand']) {
    await tx.run(sql`
      delete from ${sql.table(table)} where kreis_id = ${kreisId} and assessment_id = ${assessmentId}`);
  }
  const place = () => ({
    kreis_id: kreisId,
    id: randomUUID(),
    fall_id: fallId,
    assessment_id: assessmentId,
  });
  await insertRows(
    tx,
    'assessment_bereich',
    bereich.map((each) => {
      const ort = place();
      return {
        ...ort,
        lebensbereich: each.code,
        bedarf: each.bedarf,
        sicht_klient: each.sicht,
        ressource_persoenlich: each.ressource.persoenlich.vorhanden,
        ressource_sozial: each.ressource.sozial.vorhanden,
        ressource_materiell: each.ressource.materiell.vorhanden,
        bearbeitet: each.bearbeitet,
        neu: each.neu,
        worte_siegel: sealWorte(key, ort.id, each),
      };
    }),
  );
  await insertRows(
    tx,
    'selbststand',
    dimension.options.flatMap((name) => {
      const stufe = selbststand[name];
      return stufe === null ? [] : [{ ...place(), dimension: name, stufe }];
    }),
  );
}
