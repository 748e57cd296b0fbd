import { Worker } from 'node:worker_threads';
import { Refusal } from '#src/platform/refusal.ts';
import type { Batch, ParseJob, WorkerMessage } from './parse-job.ts';
import type { SheetFinding } from './read-sheet.ts';

/** Memory of the thread that opens a file from outside; a file that needs more is refused, the server goes on. */
const resourceLimits = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };
/** Longest silence of the worker before its file counts as a trap. */
const silenceMs = 120_000;

/** Says what a file holds, read in a thread of its own. Throws Refusal with the code of the file. */
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

async function* messages(job: ParseJob): AsyncGenerator<WorkerMessage> {
  const worker = new Worker(new URL('./parse-worker.ts', import.meta.url), {
    workerData: job,
    resourceLimits,
    execArgv: [],
  });
  // Between two batches nobody listens; without this an error then would end the process.
  worker.on('error', () => undefined);
  try {
    for (;;) {
      const message = await nextMessage(worker);
      if (message.art === 'fehler') throw refusalOf(message.code, message.detail);
      yield message;
      if (message.art === 'ende' || message.art === 'befund') return;
      worker.postMessage('weiter');
    }
  } finally {
    await worker.terminate();
  }
}

function nextMessage(worker: Worker): Promise<WorkerMessage> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: WorkerMessage) => {
      done();
      resolve(message);
    };
    const onError = (error: unknown) => {
      done();
      reject(isOutOfMemory(error) ? new Refusal('datei-zu-gross', 413) : error);
    };
    const onExit = () => onError(new Error('the parsing thread ended early'));
    const timer = setTimeout(() => onError(new Refusal('datei-zeitlimit')), silenceMs);
    const done = () => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function refusalOf(code: string, detail: string): Error {
  if (code === 'unerwartet') return new Error(`parsing thread: ${detail}`);
  return new Refusal(code, code === 'datei-zu-gross' ? 413 : 422, { daten: { stelle: detail } });
}
