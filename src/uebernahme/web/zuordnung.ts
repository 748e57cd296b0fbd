import { guessColumns, missingFields } from '../columns.ts';
import type { Befund, BlattZuordnung, Zuordnung } from '../contract.ts';
import type { BlattArt, Feld } from '../feld.ts';

export type BefundBlatt = Befund['blatt'][number];

export function sheetsToRead(zuordnung: Zuordnung): BlattZuordnung[] {
  return zuordnung.blatt.filter(({ art }) => art !== 'ignoriert');
}

/** Fields without which no row of the sheet can be read. */
export function missingOf({ art, spalte }: BlattZuordnung): Feld[] {
  return art === 'ignoriert' ? [] : missingFields(new Set(spalte.map(({ feld }) => feld)), art);
}

/** Reads the sheet as something else: its columns are guessed anew. */
export function withArt(blatt: BlattZuordnung, sheet: BefundBlatt, art: BlattArt): BlattZuordnung {
  if (art === 'ignoriert') return { ...blatt, art, spalte: [] };
  const felder = guessColumns(
    sheet.spalte.map(({ titel }) => titel),
    art,
  );
  const spalte = sheet.spalte.flatMap(({ nummer }, index) => {
    const feld = felder[index];
    return feld ? [{ nummer, feld }] : [];
  });
  return { ...blatt, art, spalte };
}

/** Gives a column a meaning; a meaning belongs to one column, so the former one loses it. */
export function withFeld(blatt: BlattZuordnung, nummer: number, feld: Feld | undefined): BlattZuordnung {
  const others = blatt.spalte.filter((each) => each.nummer !== nummer && each.feld !== feld);
  const spalte = feld === undefined ? others : [...others, { nummer, feld }];
  return { ...blatt, spalte: spalte.toSorted((a, b) => a.nummer - b.nummer) };
}
