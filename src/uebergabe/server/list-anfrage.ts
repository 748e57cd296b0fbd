import type { Answer } from '#src/platform/contract.ts';
import { today, type Day } from '#src/platform/day.ts';
import type { Actor } from '#src/platform/server/actor.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { UebergabeAnfrageZeile } from '../anfrage-contract.ts';
import type { uebergabeContract } from '../contract.ts';
import { standOn } from '../rules.ts';
import { readUebergaben, richtungOf, type GeladeneUebergabe } from './load-anfrage.ts';

type List = typeof uebergabeContract.listUebergabeAnfrage;

/** Questions that came in, that were asked, and those that the Koordination oversees; counts, no case. */
export async function listUebergabeAnfrage(call: Call<List>): Promise<Answer<List>> {
  const { tx, actor, params, deps } = call;
  const rows = await readUebergaben(tx, params.kreisId);
  return rows.map((row) => toZeile(row, actor, params.kreisId, today(deps.now())));
}

/** A question as a line of the list. */
export function toZeile(
  row: GeladeneUebergabe,
  actor: Actor,
  kreisId: string,
  heute: Day,
): UebergabeAnfrageZeile {
  const { id, vonTraegerId, anTraegerId, anKontoId, wirksamAm, grund, fristAm, gestelltAm, vonName } = row;
  return {
    id,
    vonTraegerId,
    anTraegerId,
    anKontoId,
    wirksamAm,
    grund,
    fristAm,
    gestelltAm,
    vonName,
    richtung: richtungOf(row, actor, kreisId),
    anzahl: row.fall.length,
    angenommen: row.fall.filter(({ stand }) => stand === 'angenommen').length,
    stand: standOn(row.stand, fristAm, heute),
  };
}
