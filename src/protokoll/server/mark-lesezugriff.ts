import type { Tx } from '#src/platform/server/db.ts';

const recorded = new WeakSet<Tx>();

/**
 * Says that the statement which read named persons has written their row of lesezugriff, in the same transaction; also
 * when it turned out that no name was in the answer.
 */
export function markLesezugriff(tx: Tx): void {
  recorded.add(tx);
}

/** True when the transaction has recorded what it read; asked before an answer with names leaves: no row, no answer. */
export function hasLesezugriff(tx: Tx): boolean {
  return recorded.has(tx);
}
