import type { Feld } from '../feld.ts';
import type { KontaktAngaben } from '../zeile.ts';
import type { Lookup } from '../vokabular.ts';
import { openCells, type RowCells, type Unbekannt } from './read-row.ts';

export type KontaktZeile =
  | { readonly zeile: number; readonly angaben: KontaktAngaben }
  | {
      readonly zeile: number;
      readonly einwand: readonly { readonly feld: Feld; readonly code: string }[];
      readonly unbekannt: readonly Unbekannt[];
    };

/** Reads a row of the sheet of sonstige Kontakte. `kommuneId` is where the workbook belongs, for sheets without a place. */
export function readKontakt(
  row: RowCells,
  lookup: Lookup,
  heute: string,
  kommuneId: string | null,
): KontaktZeile {
  const cells = openCells(row, lookup, heute);
  const datum = cells.day('datum') ?? cells.refuse('datum', 'pflichtfeld');
  const traegerId = cells.traeger('traeger') ?? cells.refuse('traeger', 'pflichtfeld');
  const wohnort = cells.text('wohnort', 200);
  const place = wohnort ? lookup.kommune(wohnort) : null;
  if (place === undefined) cells.refuse('wohnort', 'wohnort-unbekannt');
  if (datum !== undefined && datum > heute) cells.refuse('datum', 'datum-in-zukunft');
  const rest = {
    zugang: cells.code('zugang', 'zugang') ?? null,
    ergebnis: cells.code('ergebnis', 'ergebnis') ?? null,
    lebensbereich: cells.codes('handlungsfeld', 'lebensbereich') ?? [],
    kommuneId: place ?? kommuneId,
  };
  const { zeile } = row;
  if (cells.einwand.length > 0 || datum === undefined || traegerId === undefined) {
    return { zeile, einwand: cells.einwand, unbekannt: cells.unbekannt };
  }
  return { zeile, angaben: { datum, traegerId, ...rest } };
}
