import type { Cell, Row } from '#src/platform/server/spreadsheet/table-file.ts';
import type { Feld } from '../feld.ts';
import { isNoValue, splitList } from '../normalise.ts';
import type { Liste, Lookup } from '../vokabular.ts';
import { readDay, readText } from './read-cell.ts';

/** The cells of one row by what their column means. */
export interface RowCells {
  readonly zeile: number;
  readonly cells: ReadonlyMap<Feld, Cell>;
  /** Fields that the sheet has a column for. */
  readonly columns: ReadonlySet<Feld>;
}

/** A value that no code list knows; offered for mapping by hand. */
export interface Unbekannt {
  readonly liste: Liste;
  readonly text: string;
}

/** Reads the cells of a row and gathers what stands against it. `undefined`: no such column, or refused. */
export interface CellReader {
  readonly einwand: { feld: Feld; code: string }[];
  readonly unbekannt: Unbekannt[];
  has(feld: Feld): boolean;
  text(feld: Feld, limit: number): string | null | undefined;
  /** Text in which "unbekannt" or "k. A." means that there is none. */
  known(feld: Feld, limit: number): string | null | undefined;
  day(feld: Feld): string | null | undefined;
  code(feld: Feld, liste: Liste): string | null | undefined;
  codes(feld: Feld, liste: Liste): string[] | null | undefined;
  traeger(feld: Feld): string | null | undefined;
  unknown(liste: Liste, text: string): void;
  /** Names a wrong cell; a cell is refused once, for its first fault. */
  refuse(feld: Feld, code: string): undefined;
}

export function openCells({ cells, columns }: RowCells, lookup: Lookup, heute: string): CellReader {
  const einwand: { feld: Feld; code: string }[] = [];
  const unbekannt: Unbekannt[] = [];

  function refuse(feld: Feld, code: string): undefined {
    if (!einwand.some((known) => known.feld === feld)) einwand.push({ feld, code });
    return undefined;
  }
  function text(feld: Feld, limit: number): string | null | undefined {
    if (!columns.has(feld)) return undefined;
    const read = readText(cells.get(feld), limit);
    return 'code' in read ? refuse(feld, read.code) : read.value;
  }
  function codeOf(feld: Feld, liste: Liste, value: string): string | null | undefined {
    const code = lookup.code(liste, value);
    if (code !== undefined) return code;
    unbekannt.push({ liste, text: value });
    return refuse(feld, 'code-unbekannt');
  }
  return {
    einwand,
    unbekannt,
    refuse,
    text,
    has: (feld) => columns.has(feld),
    known: (feld, limit) => {
      const value = text(feld, limit);
      return value && isNoValue(value) ? null : value;
    },
    day: (feld) => {
      if (!columns.has(feld)) return undefined;
      const read = readDay(cells.get(feld), heute);
      return 'code' in read ? refuse(feld, read.code) : read.value;
    },
    code: (feld, liste) => {
      const value = text(feld, 200);
      return value ? codeOf(feld, liste, value) : value;
    },
    codes: (feld, liste) => {
      const value = text(feld, 2_000);
      if (!value) return value === null ? [] : undefined;
      const found = splitList(value).map((entry) => codeOf(feld, liste, entry));
      return [...new Set(found.filter((code): code is string => typeof code === 'string'))].sort();
    },
    traeger: (feld) => {
      const value = text(feld, 200);
      if (!value) return value;
      const id = lookup.traeger(value);
      return id === undefined ? refuse(feld, 'traeger-unbekannt') : id;
    },
    unknown: (liste, value) => {
      unbekannt.push({ liste, text: value });
    },
  };
}

/** Puts the cells of a row under the fields of their columns. */
export function rowCells(row: Row, columns: ReadonlyMap<number, Feld>): RowCells {
  const cells = new Map<Feld, Cell>();
  for (const [index, cell] of row.cells.entries()) {
    const feld = columns.get(index + 1);
    if (feld !== undefined && cell !== null) cells.set(feld, cell);
  }
  return { zeile: row.number, cells, columns: new Set(columns.values()) };
}
