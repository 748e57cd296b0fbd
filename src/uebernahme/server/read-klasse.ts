import type { Feld } from '../feld.ts';
import { keyOf } from '../normalise.ts';
import type { Lookup } from '../vokabular.ts';
import { readText } from './read-cell.ts';
import { readKontakt, type KontaktZeile } from './read-kontakt.ts';
import type { RowCells } from './read-row.ts';

/**
 * Classes of the workbook that Kreis Unna kept (Konzept 5.2): "einmalige Beratung, Verweisberatung oder CM". Only CM is
 * a case; the others have no consent and stay anonymous.
 */
const kontaktKlassen: readonly string[] = ['einmaligeberatung', 'einmalberatung', 'verweisberatung'];
const fallKlassen: readonly string[] = ['cm', 'cmfall', 'casemanagement', 'casemanagementfall'];

type Klasse = 'fall' | 'kontakt' | 'unbekannt';

/** What the class of a row says; without one a row of the sheet of cases is a case. */
export function klasseOf({ cells }: RowCells): Klasse {
  const text = classText(cells.get('klassifizierung'));
  if (text === null) return 'fall';
  if (kontaktKlassen.includes(keyOf(text))) return 'kontakt';
  return fallKlassen.includes(keyOf(text)) ? 'fall' : 'unbekannt';
}

function classText(cell: Parameters<typeof readText>[0]): string | null {
  const read = readText(cell, 200);
  // A cell that cannot be read is refused with its row.
  return 'code' in read ? '?' : read.value;
}

/** Reads a row of the sheet of cases that is no case: its day, Träger and what is counted, nothing else. */
export function readKlasse(
  row: RowCells,
  lookup: Lookup,
  heute: string,
  kommuneId: string | null,
): KontaktZeile {
  const cells = new Map(row.cells);
  const [datum, klasse] = [row.cells.get('aufnahme'), row.cells.get('klassifizierung')];
  if (datum) cells.set('datum', datum);
  // A code list without such a result leaves it open.
  const text = classText(klasse);
  if (klasse && text !== null && lookup.code('ergebnis', text) !== undefined) cells.set('ergebnis', klasse);
  const columns = new Set(row.columns).add('datum').add('ergebnis');
  const zeile = readKontakt({ ...row, cells, columns }, lookup, heute, kommuneId);
  if ('angaben' in zeile) return zeile;
  const einwand = zeile.einwand.map(({ feld, code }) => ({ feld: columnOf(feld), code }));
  return { ...zeile, einwand };
}

/** In which column of the sheet of cases a field of a contact stands. */
export function columnOf(feld: Feld): Feld {
  return feld === 'datum' ? 'aufnahme' : feld === 'ergebnis' ? 'klassifizierung' : feld;
}
