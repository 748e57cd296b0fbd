import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Refusal } from '#src/platform/refusal.ts';
import type { Batch, ParseJob, WorkerMessage } from './parse-job.ts';
import type { SheetFinding } from './read-sheet.ts';

/**
 * Memory of the process that opens a file from outside; a file that needs more is refused, the server goes on. A thread
 * would not do: one that dies of a hostile file can take the whole server with it.
 */
const limits = ['--max-old-space-size=768'];
const workerFile = fileURLToPath(new URL('./parse-worker.ts', import.meta.url));
/** Longest silence of the worker before its file counts as a trap. */
const silenceMs = 120_000;

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

async function* messages(job: ParseJob): AsyncGenerator<WorkerMessage> {
  // Nothing of the environment: keys and addresses of databases are not for a file from outside.
  const worker = fork(workerFile, [], {
    execArgv: limits,
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // Between two batches nobody listens; without this an error then would end the process.
  worker.on('error', () => undefined);
  try {
    worker.send(job);
    for (;;) {
      const message = await nextMessage(worker);
      if (message.art === 'fehler') throw refusalOf(message.code, message.detail);
      yield message;
      if (message.art === 'ende' || message.art === 'befund') return;
      worker.send('weiter');
    }
  } finally {
    worker.kill('SIGKILL');
  }
}

function nextMessage(worker: ChildProcess): Promise<WorkerMessage> {
  return new Promise((resolve, reject) => {
    // The channel carries what parse-worker.ts sends and nothing else.
    const onMessage = (message: unknown) => {
      done();
      resolve(message as WorkerMessage);
    };
    const onError = (error: unknown) => {
      done();
      reject(error);
    };
    // Node.js ends itself when the memory is used up.
    const onExit = (code: number | null) =>
      onError(
        code === null || code > 128
          ? new Refusal('datei-zu-gross', 413)
          : new Error('the parsing process ended early'),
      );
    const timer = setTimeout(() => onError(new Refusal('datei-zeitlimit')), silenceMs);
    const done = () => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}

function refusalOf(code: string, detail: string): Error {
  if (code === 'unerwartet') return new Error(`parsing process: ${detail}`);
  return new Refusal(code, code === 'datei-zu-gross' ? 413 : 422, { daten: { stelle: detail } });
}
