import { readFileSync } from 'node:fs';
import { compilePaper } from './compile-paper.ts';

/** One table as a paper: the words around it in the language of the reader, cells as they are to be printed. */
export interface TablePaper {
  readonly language: 'de' | 'en';
  readonly title: string;
  readonly subtitle: string;
  /** Above the title, such as "internal version". */
  readonly kind: string;
  readonly author: string;
  readonly landscape: boolean;
  readonly columns: readonly { readonly title: string; readonly number: boolean }[];
  readonly rows: readonly {
    readonly sum: boolean;
    readonly cells: readonly { readonly text: string; readonly marks: readonly number[] }[];
  }[];
  readonly footnotes: readonly { readonly nr: number; readonly text: string }[];
  /** SVG text with the words that stand for it. */
  readonly chart: { readonly svg: string; readonly alt: string } | null;
  readonly heading: string;
  readonly text: string;
  readonly notes: readonly string[];
  readonly footer: string;
  /** Which file this is, below the footer; empty on what goes to everybody. */
  readonly mark: string;
  /** "Page" and "of" of the page number. */
  readonly page: string;
  readonly of: string;
}

const template = readFileSync(new URL('table-paper.typ', import.meta.url), 'utf8');

/** The paper as PDF/UA-1, byte for byte the same for the same content and moment. Throws when it would not be accessible. */
export function writeTablePaper(paper: TablePaper, at: Date): Buffer {
  return compilePaper(template, { ...paper, columns: withWeights(paper) }, at);
}

/** How much of the width a column needs: its longest word or cell, within limits. */
function withWeights({ columns, rows }: TablePaper): unknown[] {
  return columns.map((column, index) => {
    const words = column.title.split(/[\s-]/).map((word) => word.length);
    const cells = rows.map((row) => row.cells[index]?.text.length ?? 0);
    return { ...column, weight: 4 + Math.min(26, Math.max(5, ...words, ...cells)) };
  });
}
