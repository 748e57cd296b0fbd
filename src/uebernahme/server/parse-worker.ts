import { openTableFile } from '#src/platform/server/spreadsheet/open-table-file.ts';
import { SpreadsheetError } from '#src/platform/server/spreadsheet/spreadsheet-error.ts';
import type { TableFile } from '#src/platform/server/spreadsheet/table-file.ts';
import type { BlattZuordnung } from '../contract.ts';
import { openLookup } from '../vokabular.ts';
import type { Batch, ParseJob, WorkerMessage } from './parse-job.ts';
import { readFall, type FallZeile } from './read-fall.ts';
import { klasseOf, readKlasse } from './read-klasse.ts';
import { readKontakt } from './read-kontakt.ts';
import { dataRows, findSheets, type Titles } from './read-sheet.ts';

const batchSize = 500;

async function work(job: ParseJob): Promise<void> {
  const file = await openTableFile(job.bytes);
  if (job.art === 'befund') {
    send({ art: 'befund', blatt: await findSheets(file) });
    return;
  }
  const lookup = openLookup(job.vokabular);
  const numbers = new Set<string>();
  for (const blatt of job.blatt) {
    if (!file.sheets.some(({ name }) => name === blatt.name))
      throw new SpreadsheetError('blatt-fehlt', blatt.name);
    for await (const batch of batches(file, blatt)) {
      const message: Batch =
        blatt.art === 'fall'
          ? {
              art: 'fall',
              blatt: blatt.name,
              titel: batch.titel,
              zeilen: batch.rows
                .filter((row) => klasseOf(row) !== 'kontakt')
                .map((row) => once(readFall(row, lookup, job.heute), numbers)),
              kontakte: batch.rows
                .filter((row) => klasseOf(row) === 'kontakt')
                .map((row) => readKlasse(row, lookup, job.heute, job.kommuneId)),
            }
          : {
              art: 'kontakt',
              blatt: blatt.name,
              titel: batch.titel,
              zeilen: batch.rows.map((row) => readKontakt(row, lookup, job.heute, job.kommuneId)),
            };
      send(message);
      await resumed();
    }
  }
  send({ art: 'ende' });
}

/** The first row with a Fall-Nr. counts, every later one is refused. */
function once(zeile: FallZeile, numbers: Set<string>): FallZeile {
  const nummer = 'angaben' in zeile ? zeile.angaben.nummer : zeile.nummer;
  const double = nummer !== '' && numbers.has(nummer);
  numbers.add(nummer);
  if (!double) return zeile;
  const known = 'einwand' in zeile ? zeile : { zeile: zeile.zeile, nummer, einwand: [], unbekannt: [] };
  return { ...known, einwand: [{ feld: 'nummer', code: 'nummer-doppelt' }, ...known.einwand] };
}

type SheetRow = Parameters<typeof readFall>[0];

async function* batches(
  file: TableFile,
  blatt: BlattZuordnung,
): AsyncGenerator<{ titel: Batch['titel']; rows: SheetRow[] }> {
  let titel: Batch['titel'] = [];
  let rows: SheetRow[] = [];
  const onTitles = (titles: Titles) => {
    titel = [...titles];
  };
  for await (const row of dataRows(file, blatt, onTitles)) {
    rows.push(row);
    if (rows.length < batchSize) continue;
    yield { titel, rows };
    rows = [];
  }
  yield { titel, rows };
}

/** Waits until the batch has been written, so that the file is never ahead of the database. */
function resumed(): Promise<void> {
  return new Promise((resolve) => process.once('message', () => resolve()));
}

function send(message: WorkerMessage): void {
  process.send?.(message);
}

async function start(job: ParseJob): Promise<void> {
  try {
    await work(job);
  } catch (error) {
    const refused = error instanceof SpreadsheetError;
    send({
      art: 'fehler',
      code: refused ? error.code : 'unerwartet',
      detail: refused ? error.detail : describe(error),
    });
  }
}

// The first message is the job; parse.ts ends the process when it has the answer.
process.once('message', (job: unknown) => void start(job as ParseJob));
process.once('disconnect', () => process.exit());

/** Name and place of an error, never its message, which may quote a cell. */
function describe(error: unknown): string {
  return error instanceof Error
    ? `${error.name} ${(error.stack ?? '').split('\n').slice(1, 4).join(' ')}`
    : 'unknown';
}
