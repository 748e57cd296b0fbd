import { Refusal } from '#src/platform/refusal.ts';
import { askParser } from '#src/platform/server/spreadsheet/parse-process.ts';
import type { Batch, ParseJob, WorkerMessage } from './parse-job.ts';
import type { SheetFinding } from './read-sheet.ts';

const workerFile = new URL('./parse-worker.ts', import.meta.url);

/** Says what a file holds, read in a process of its own. Throws Refusal with the code of the file. */
export async function findTables(bytes: Uint8Array): Promise<readonly SheetFinding[]> {
  for await (const message of messages({ art: 'befund', bytes })) {
    if (message.art === 'befund') return message.blatt;
  }
  throw new Refusal('datei-beschaedigt');
}

/** Reads the mapped sheets batch by batch; the next batch is parsed only when this one is done with. */
export async function* parseRows(
  job: Omit<Extract<ParseJob, { art: 'zeilen' }>, 'art'>,
): AsyncGenerator<Batch> {
  for await (const message of messages({ ...job, art: 'zeilen' })) {
    if (message.art === 'fall' || message.art === 'kontakt') yield message;
  }
}

function messages(job: ParseJob): AsyncGenerator<WorkerMessage> {
  return askParser(workerFile, job, ({ art }) => art === 'ende' || art === 'befund');
}
