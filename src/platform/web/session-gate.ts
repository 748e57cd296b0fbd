type Gate = () => Promise<void>;

let gate: Gate | undefined;
let waiting: Promise<void> | undefined;

/** Names what asks for a new sign-in when a session has run out; returns how to take it back. */
export function setSessionGate(next: Gate): () => void {
  gate = next;
  return () => {
    if (gate === next) gate = undefined;
  };
}

/** Waits until somebody has signed in again over the open page; false when nothing can ask for it. */
export async function waitForSignIn(): Promise<boolean> {
  if (!gate) return false;
  waiting ??= gate().finally(() => {
    waiting = undefined;
  });
  await waiting;
  return true;
}
