import { sql } from 'kysely';
import { today } from '#src/platform/day.ts';
import type { Call, FileAnswer } from '#src/platform/server/http.ts';
import { looksLikeFormula } from '#src/platform/server/spreadsheet/formula-text.ts';
import type { OutCell } from '#src/platform/server/spreadsheet/table-output.ts';
import { writeCsv } from '#src/platform/server/spreadsheet/write-csv.ts';
import { writeXlsx } from '#src/platform/server/spreadsheet/write-xlsx.ts';
import type { Angebot } from '../angebot.ts';
import { spalten, type Spalte } from '../austausch.ts';
import type { austauschContract } from '../austausch-contract.ts';
import { flatOf, gelesenOf } from './austausch-flat.ts';
import { toHsds } from './austausch-hsds.ts';
import { loadWorte, type Worte } from './austausch-worte.ts';
import { conditions } from './list.ts';
import { selectAngebot } from './read.ts';

type Export = typeof austauschContract.exportAngebot;

/** The directory after the filter of the list as a file for others; the same cells in every format. */
export async function exportAngebot({ tx, deps, params, query }: Call<Export>): Promise<FileAnswer> {
  const { kreisId } = params;
  const { format, ...filter } = query;
  const heute = today(deps.now());
  const [angebote, worte] = await Promise.all([
    selectAngebot(tx, kreisId, sql.join(conditions({ ...filter, anzahl: 1 }, heute, kreisId), sql` and `)),
    loadWorte(tx, kreisId, heute),
  ]);
  const name = `angebote-${heute}`;
  if (format === 'hsds') {
    const text = `${JSON.stringify(toHsds(angebote.map((each) => hsdsOf(each, worte))), null, 2)}\n`;
    return { name: `${name}-hsds.json`, type: 'application/json', bytes: Buffer.from(text), numbered: true };
  }
  const columns = spalten.map(([, title]) => ({ title }));
  const rows = angebote.map((each) => cellsOf(each, worte));
  if (format === 'csv')
    return {
      name: `${name}.csv`,
      type: 'text/csv; charset=utf-8',
      bytes: await writeCsv({ columns, rows: rows.map((row) => row.map(keepApostrophe)) }),
      numbered: true,
    };
  // The directory is read in again and handed to others: a line below the rows would be taken for a service.
  return {
    name: `${name}.xlsx`,
    bytes: await writeXlsx([{ name: 'Angebote', columns, rows }]),
    numbered: true,
  };
}

const days: readonly Spalte[] = ['plaetzeAm', 'bestaetigtAm', 'gueltigBis'];
const figures: readonly Spalte[] = ['plaetzeGesamt', 'plaetzeFrei', 'laenge', 'breite'];

function cellsOf(angebot: Angebot, worte: Worte): OutCell[] {
  const flat = flatOf(gelesenOf(angebot), worte, 'name', angebot.id);
  return spalten.map(([name]): OutCell => {
    const text = flat[name] ?? '';
    if (text === '') return null;
    if (days.includes(name)) return { day: text };
    return figures.includes(name) ? Number(text) : text;
  });
}

/** A text that begins like a protected formula gets one apostrophe more, so that reading takes away just the added one. */
function keepApostrophe(cell: OutCell): OutCell {
  return typeof cell === 'string' && /^'+/.test(cell) && looksLikeFormula(cell.replace(/^'+/, ''))
    ? `'${cell}`
    : cell;
}

function hsdsOf(angebot: Angebot, worte: Worte) {
  const words = (['lebensbereich', 'rechtskreis'] as const).flatMap((liste) =>
    angebot[liste].map((code): [string, string] => [`${liste} ${code}`, worte.wordOf(liste, code)]),
  );
  return {
    id: angebot.id,
    stelleId: angebot.stelleId,
    werte: flatOf(gelesenOf(angebot), worte, 'code', angebot.id),
    worte: new Map(words),
  };
}
