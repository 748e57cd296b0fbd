import type { Sprache } from '#src/platform/texts.ts';
import type { FileAnswer, Vermerk } from '#src/platform/server/http.ts';
import { writeTablePaper } from '#src/platform/server/pdf/write-table-paper.ts';
import type { OutCell } from '#src/platform/server/spreadsheet/table-output.ts';
import { writeCsv } from '#src/platform/server/spreadsheet/write-csv.ts';
import { writeXlsx } from '#src/platform/server/spreadsheet/write-xlsx.ts';
import { drawDiagramm, describe } from '../chart/diagramm.ts';
import { druckfarben, toSvg } from '../chart/svg.ts';
import type { ExportFormat } from '../tabelle.ts';
import { cellText, toPapier } from '../papier.ts';
import type { Auswertung, Papier } from '../papier-model.ts';
import { reportText } from '../report-text.ts';
import { toJson } from './to-json.ts';

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/**
 * A table as a file; the same cells in every format. The internal version says in the file who took it, the published one
 * only its number; text tables and JSON carry the number in their name, because programs would read a mark as data.
 */
export function toFile(
  auswertung: Auswertung,
  format: ExportFormat,
  sprache: Sprache,
  now: Date,
): FileAnswer {
  const name = `${auswertung.tabelle}-${now.toISOString().slice(0, 10)}.${format}`;
  const markOf = ({ text, nummer }: Vermerk): string =>
    auswertung.daten.definition.veroeffentlicht ? `Ausgabe Nr. ${nummer}` : text;
  return {
    name,
    type: mediaTypes[format],
    bytes: (vermerk) => writeTable(auswertung, { format, sprache, now, mark: markOf(vermerk) }),
    ...(format === 'csv' || format === 'json' ? { numbered: true } : {}),
  };
}

/** How a table is written; `mark` says which file it is. */
interface Schrift {
  readonly format: ExportFormat;
  readonly sprache: Sprache;
  readonly now: Date;
  readonly mark?: string;
}

/** The bytes of a table in a format. */
export async function writeTable(
  auswertung: Auswertung,
  { format, sprache, now, mark = '' }: Schrift,
): Promise<Uint8Array> {
  const papier = toPapier(auswertung, sprache);
  const columns = papier.spalten.map(({ titel }) => ({ title: titel }));
  const rows = papier.zeilen.map(({ zellen }) => zellen.map((z) => z.wert));
  const explained = [...papier.fussnoten.map((f) => `${f.nr}) ${f.text}`), papier.text, ...papier.notizen];
  switch (format) {
    case 'json':
      return Buffer.from(`${JSON.stringify(toJson(auswertung), null, 2)}\n`);
    case 'csv':
      return writeCsv({
        columns,
        rows: [
          ...rows,
          ...['', papier.titel, papier.untertitel, ...explained].map((line) => aside(line, columns)),
        ],
      });
    case 'xlsx':
      return writeXlsx([
        {
          name: auswertung.tabelle.charAt(0).toUpperCase() + auswertung.tabelle.slice(1),
          title: papier.titel,
          notes: [papier.untertitel, kind(auswertung, sprache)].filter(Boolean),
          columns,
          rows: rows satisfies readonly (readonly OutCell[])[],
          footnotes: explained,
          ...(mark === '' ? {} : { mark }),
        },
      ]);
    case 'pdf':
      return writeTablePaper({ ...toTablePaper(auswertung, papier, sprache), mark }, now);
  }
}

/** A line below the table: a table of text has no other place for what it rests on. */
function aside(line: string, columns: readonly unknown[]): string[] {
  return columns.map((_, at) => (at === 0 ? line : ''));
}

function kind(auswertung: Auswertung, sprache: Sprache): string {
  const text = reportText[sprache];
  return auswertung.daten.definition.veroeffentlicht ? text.veroeffentlicht : text.intern;
}

function toTablePaper(auswertung: Auswertung, papier: Papier, sprache: Sprache) {
  const text = reportText[sprache];
  // Many columns, or several of words.
  const landscape = papier.spalten.length > 8 || papier.spalten.filter((s) => !s.zahl).length > 4;
  const node = drawDiagramm(auswertung, {
    sprache,
    breite: landscape ? 980 : 680,
    id: 'diagramm',
    farben: druckfarben,
  });
  return {
    language: sprache,
    title: papier.titel,
    subtitle: papier.untertitel,
    kind: kind(auswertung, sprache),
    author: auswertung.daten.definition.datenbasis[sprache],
    landscape,
    columns: papier.spalten.map((s) => ({ title: s.titel, number: s.zahl })),
    rows: papier.zeilen.map((z) => ({
      sum: z.summe,
      cells: z.zellen.map((zelle) => ({ text: cellText(zelle, sprache), marks: zelle.fussnoten ?? [] })),
    })),
    footnotes: papier.fussnoten,
    chart: node ? { svg: toSvg(node), alt: `${text.diagramm}: ${describe(auswertung, sprache)}` } : null,
    heading: text.zaehlung,
    text: papier.text,
    notes: papier.notizen,
    footer: papier.notizen.at(-1) ?? '',
    page: text.seite,
    of: text.von,
  };
}
