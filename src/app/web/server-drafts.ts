import { entwurfContract } from '#src/entwurf/contract.ts';
import { call } from '#src/platform/web/call.ts';
import type { Draft, DraftStore } from '#src/platform/web/drafts.ts';
import { asProblem } from '#src/platform/web/problem.ts';

interface Unsaved extends Draft {
  readonly formular: string;
  readonly bezug: string;
}

const RETRY_MS = 5_000;

/** What did not reach the server yet; it stays in this page only, as a shared computer must not keep names. */
const unsaved = new Map<string, Unsaved>();
const underway = new Map<string, Promise<void>>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Drafts of forms are kept by the server, so that they survive this browser; without network they wait for it. */
export const serverDrafts: DraftStore = {
  async load(formular, bezug) {
    const kept = unsaved.get(keyOf(formular, bezug));
    if (kept) return kept;
    const { werte, geaendertAm } = await call(entwurfContract.getEntwurf, { params: { formular, bezug } });
    return werte && geaendertAm !== null ? { werte, geaendertAm } : undefined;
  },
  async save(formular, bezug, werte) {
    const draft = { formular, bezug, werte, geaendertAm: new Date().toISOString() };
    unsaved.set(keyOf(formular, bezug), draft);
    await push(draft);
  },
  async remove(formular, bezug) {
    const key = keyOf(formular, bezug);
    unsaved.delete(key);
    // A save that is still on its way would bring it back.
    await underway.get(key)?.catch(() => undefined);
    await call(entwurfContract.deleteEntwurf, { params: { formular, bezug } });
  },
};

/** Whoever signs in next must not save what somebody else typed. */
export function forgetDrafts(): void {
  unsaved.clear();
}

async function push(draft: Unsaved): Promise<void> {
  const { formular, bezug, werte } = draft;
  const key = keyOf(formular, bezug);
  const sent = call(
    entwurfContract.saveEntwurf,
    { params: { formular, bezug }, body: { werte: { ...werte } } },
    { keepalive: true },
  );
  underway.set(key, sent);
  try {
    await sent;
    if (unsaved.get(key) === draft) unsaved.delete(key);
  } catch (error) {
    const { status } = asProblem(error);
    if (status === 0 || status >= 500) retryLater();
    else if (unsaved.get(key) === draft) unsaved.delete(key);
    throw error;
  } finally {
    if (underway.get(key) === sent) underway.delete(key);
  }
}

function retryLater(): void {
  timer ??= setTimeout(retry, RETRY_MS);
  addEventListener('online', retry, { once: true });
}

function retry(): void {
  clearTimeout(timer);
  timer = undefined;
  removeEventListener('online', retry);
  for (const draft of unsaved.values()) push(draft).catch(() => undefined);
}

function keyOf(formular: string, bezug: string): string {
  return `${formular} ${bezug}`;
}
