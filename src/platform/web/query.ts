import { useCallback, useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { Answer, Endpoint, Sent } from '#src/platform/contract.ts';
import { addressOf, call } from './call.ts';
import { asProblem, isAbort, type ProblemError } from './problem.ts';

interface Snapshot<T> {
  readonly key: string;
  readonly data: T | undefined;
  readonly error: ProblemError | undefined;
  readonly loading: boolean;
  readonly at: number;
}

interface Entry {
  snapshot: Snapshot<unknown>;
  readonly listeners: Set<() => void>;
  load: (() => Promise<unknown>) | undefined;
  running: AbortController | undefined;
}

export interface QueryState<T> {
  readonly data: T | undefined;
  readonly error: ProblemError | undefined;
  /** True while the first answer is on its way. */
  readonly loading: boolean;
  /** True while `data` is of an earlier question (see `keep`). */
  readonly outdated: boolean;
  readonly refetch: () => void;
}

/** An answer younger than this is shown without asking again. */
const FRESH_MS = 3_000;
const cache = new Map<string, Entry>();
const nothing: Snapshot<unknown> = { key: '', data: undefined, error: undefined, loading: false, at: 0 };

/** A search that travels in a body is another question for every body. */
function keyOf<E extends Endpoint>(endpoint: E, sent: Sent<E>): string {
  const address = addressOf(endpoint, sent);
  return endpoint.liest && 'body' in sent ? `${address} ${JSON.stringify(sent.body)}` : address;
}

/**
 * Reads through the interface and keeps the answer in memory; undefined for `sent` waits.
 * With `keep`, the former answer stays visible while a changed question loads.
 */
export function useQuery<E extends Endpoint>(
  endpoint: E,
  sent: Sent<E> | undefined,
  options: { readonly keep?: boolean } = {},
): QueryState<Answer<E>> {
  const key = sent === undefined ? '' : keyOf(endpoint, sent);
  const subscribe = useCallback((listener: () => void) => join(key, listener), [key]);
  const snapshot = useSyncExternalStore(subscribe, () => cache.get(key)?.snapshot ?? nothing);
  const prepare = useEffectEvent((entry: Entry) => {
    if (sent === undefined) return;
    entry.load = () => {
      const running = new AbortController();
      entry.running = running;
      return call(endpoint, sent, { signal: running.signal });
    };
  });

  useEffect(() => {
    if (key === '') return;
    const entry = entryOf(key);
    prepare(entry);
    if (Date.now() - entry.snapshot.at > FRESH_MS && !entry.running) void refresh(key, entry);
  }, [key]);

  const refetch = useCallback(() => {
    const entry = cache.get(key);
    if (entry) void refresh(key, entry);
  }, [key]);

  const current = isAnswerOf(endpoint, snapshot) ? snapshot.data : undefined;
  const [kept, setKept] = useState(current);
  if (current !== undefined && current !== kept) setKept(current);
  const shown = current ?? (options.keep === true && snapshot.error === undefined ? kept : undefined);
  return {
    data: shown,
    error: snapshot.error,
    loading: key !== '' && shown === undefined && snapshot.error === undefined,
    outdated: current === undefined && shown !== undefined,
    refetch,
  };
}

/** Asks again for everything on the screen, as after a write; forgets the rest. */
export function invalidate(): void {
  for (const [key, entry] of cache) {
    if (entry.listeners.size > 0) void refresh(key, entry);
    else cache.delete(key);
  }
}

/** Forgets every answer, as after signing out: names must not outlive the session. */
export function forgetAnswers(): void {
  for (const [key, entry] of cache) {
    entry.running?.abort();
    if (entry.listeners.size === 0) cache.delete(key);
    else entry.snapshot = { ...nothing, key };
  }
}

// A key begins with the address of one endpoint, so what lies under it has that endpoint's answer type.
function isAnswerOf<E extends Endpoint>(_: E, snapshot: Snapshot<unknown>): snapshot is Snapshot<Answer<E>> {
  return snapshot.data !== undefined;
}

function entryOf(key: string): Entry {
  const known = cache.get(key);
  if (known) return known;
  const entry: Entry = {
    snapshot: { ...nothing, key },
    listeners: new Set(),
    load: undefined,
    running: undefined,
  };
  cache.set(key, entry);
  return entry;
}

function join(key: string, listener: () => void): () => void {
  if (key === '') return () => undefined;
  const entry = entryOf(key);
  entry.listeners.add(listener);
  return () => {
    entry.listeners.delete(listener);
    // React leaves and joins again within one turn; only who stays away stops the call.
    queueMicrotask(() => {
      if (entry.listeners.size === 0) entry.running?.abort();
    });
  };
}

async function refresh(key: string, entry: Entry): Promise<void> {
  if (!entry.load) return;
  entry.running?.abort();
  // Not fresh until it is answered: whoever leaves meanwhile and comes back has to ask again.
  entry.snapshot = { ...entry.snapshot, loading: true, at: 0 };
  const loading = entry.load();
  const mine = entry.running;
  try {
    const data = await loading;
    if (entry.running === mine)
      entry.snapshot = { key, data, error: undefined, loading: false, at: Date.now() };
  } catch (error) {
    if (entry.running !== mine) return;
    entry.snapshot = isAbort(error)
      ? { ...entry.snapshot, loading: false }
      : { ...entry.snapshot, error: asProblem(error), loading: false, at: 0 };
  } finally {
    if (entry.running === mine) {
      entry.running = undefined;
      for (const listener of entry.listeners) listener();
    }
  }
}
