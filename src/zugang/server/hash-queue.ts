import { Refusal } from '#src/platform/refusal.ts';

const maxRunning = 2;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * Runs at most two password checks at a time, so that a storm of sign-ins takes neither memory nor the processor.
 * Refuses at once when more than `maxWaiting` stand in line.
 */
export async function queueHash<T>(maxWaiting: number, work: () => Promise<T>): Promise<T> {
  if (running >= maxRunning) {
    if (waiting.length >= maxWaiting) throw new Refusal('anmeldung-ueberlastet', 503);
    // The one who finishes hands over its place, so `running` stays as it is.
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
