import type { PoolClient } from 'pg';

/** Everything that is sent before the process comes to rest goes out in one packet. */
export function gather(client: PoolClient): void {
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** Marks a promise that is awaited later, so that a failure until then does not end the process. */
export function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
