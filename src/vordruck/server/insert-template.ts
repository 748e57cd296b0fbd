import type { Tx } from '#src/platform/server/db.ts';
import { insertRows } from '#src/platform/server/insert-rows.ts';
import type { VordruckAngabe, VordruckArt } from '../inhalt.ts';
import type { VordruckRecht } from '../recht.ts';
import { fremdsprachen, readTemplate } from './template.ts';

export interface TemplatePlan {
  readonly kreisId: string;
  readonly id: string;
  readonly traegerId: string;
  readonly art: VordruckArt;
  readonly recht: VordruckRecht;
  readonly angabe: VordruckAngabe;
  /** Moment from which the German text is in force; left out for a draft that somebody has to release. */
  readonly freigegebenAm?: string;
}

/** Puts the first version of a text in, with a draft in every other language. */
export async function insertTemplate(tx: Tx, plan: TemplatePlan): Promise<void> {
  const { kreisId, id, traegerId, art, recht, angabe, freigegebenAm } = plan;
  await insertRows(tx, 'vordruck', [
    {
      kreis_id: kreisId,
      id,
      traeger_id: traegerId,
      art,
      fassung: 1,
      stand: freigegebenAm === undefined ? 'entwurf' : 'freigegeben',
      inhalt: readTemplate(art, recht),
      angabe,
      bearbeitung: 1,
      freigegeben_am: freigegebenAm ?? null,
      erfasst_am: freigegebenAm ?? 'now',
    },
  ]);
  await insertRows(
    tx,
    'vordruck_uebersetzung',
    fremdsprachen.map((sprache) => ({
      kreis_id: kreisId,
      vordruck_id: id,
      sprache,
      bearbeitung: 1,
      stand: 'entwurf',
      inhalt: readTemplate(art, recht, sprache),
      erfasst_am: freigegebenAm ?? 'now',
    })),
  );
}
