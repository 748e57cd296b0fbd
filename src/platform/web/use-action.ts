import { useRef, useState } from 'react';
import { newKey } from './call.ts';
import { asProblem, isAbort, type ProblemError } from './problem.ts';
import { invalidate } from './query.ts';

export interface Action<A extends readonly unknown[]> {
  readonly run: (...args: A) => void;
  readonly pending: boolean;
  readonly problem: ProblemError | undefined;
  readonly clear: () => void;
}

/**
 * A write behind a button without fields: pending state, refusal, idempotency key (first argument), and fresh
 * answers afterwards. `done` runs only when it was accepted.
 */
export function useAction<A extends readonly unknown[], R>(
  send: (key: string, ...args: A) => Promise<R>,
  done?: (answer: R) => void,
): Action<A> {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ProblemError>();
  const key = useRef('');

  async function start(...args: A): Promise<void> {
    key.current ||= newKey();
    setPending(true);
    setProblem(undefined);
    try {
      const answer = await send(key.current, ...args);
      key.current = '';
      invalidate();
      done?.(answer);
    } catch (error) {
      const refused = asProblem(error);
      // Only an unanswered call may be repeated under the same key.
      if (refused.status !== 0) key.current = '';
      if (!isAbort(error)) setProblem(refused);
    } finally {
      setPending(false);
    }
  }

  return { run: (...args) => void start(...args), pending, problem, clear: () => setProblem(undefined) };
}
