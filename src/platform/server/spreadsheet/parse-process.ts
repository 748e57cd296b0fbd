import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Refusal } from '#src/platform/refusal.ts';

/**
 * Memory of the process that opens a file from outside; a file that needs more is refused, the server goes on. A thread
 * would not do: one that dies of a hostile file can take the whole server with it.
 */
const limits = ['--max-old-space-size=768'];
/** Longest silence of the worker before its file counts as a trap. */
const silenceMs = 120_000;

/** What every parsing process may say instead of an answer; a code of the file, or `unerwartet` for an error of ours. */
export interface ParseFailure {
  readonly art: 'fehler';
  readonly code: string;
  readonly detail: string;
}

/**
 * Gives a job to a process of its own and hands on what it says; it goes on only when its message is done with. Throws
 * Refusal with the code of the file.
 */
export async function* askParser<M extends { readonly art: string }>(
  workerFile: URL,
  job: object,
  isLast: (message: M) => boolean,
): AsyncGenerator<M> {
  // Nothing of the environment: keys and addresses of databases are not for a file from outside.
  const worker = fork(fileURLToPath(workerFile), [], {
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
      const message = await nextMessage<M>(worker);
      if (isFailure(message)) throw refusalOf(message.code, message.detail);
      yield message;
      if (isLast(message)) return;
      worker.send('weiter');
    }
  } finally {
    worker.kill('SIGKILL');
  }
}

function isFailure<M extends { readonly art: string }>(message: M | ParseFailure): message is ParseFailure {
  return message.art === 'fehler';
}

function nextMessage<M>(worker: ChildProcess): Promise<M | ParseFailure> {
  return new Promise((resolve, reject) => {
    // The channel carries what the worker's file sends and nothing else.
    const onMessage = (message: unknown) => {
      done();
      resolve(message as M | ParseFailure);
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
