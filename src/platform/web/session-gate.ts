/** Asks on the open page and answers whether it was done. */
type Gate = () => Promise<boolean>;
type GateName = 'anmelden' | 'bestaetigen';

const gates = new Map<GateName, Gate>();
const waiting = new Map<GateName, Promise<boolean>>();

/** Names what asks for a new sign-in, or for a new proof of who sits there; returns how to take it back. */
export function setSessionGate(name: GateName, gate: Gate): () => void {
  gates.set(name, gate);
  return () => {
    if (gates.get(name) === gate) gates.delete(name);
  };
}

/** Calls that find the same gate closed wait together; false when nothing can ask or the answer was no. */
async function pass(name: GateName): Promise<boolean> {
  const gate = gates.get(name);
  if (!gate) return false;
  const answer =
    waiting.get(name) ??
    gate().finally(() => {
      waiting.delete(name);
    });
  waiting.set(name, answer);
  return answer;
}

let renewals = 0;
let renewing: Promise<unknown> | undefined;

/** How often the session got a new secret on this page. */
export function countRenewals(): number {
  return renewals;
}

/** Runs a call that gives the session a new secret; what is on its way with the old one is repeated, not asked about. */
export async function renewSession<T>(work: () => Promise<T>): Promise<T> {
  const running = work();
  renewing = running;
  try {
    const answer = await running;
    renewals += 1;
    return answer;
  } finally {
    if (renewing === running) renewing = undefined;
  }
}

/** Whether a refused call may be sent again as it was. `since` are the renewals when it was sent. */
export async function mayRepeat(code: string, since: number): Promise<boolean> {
  if (code === 'bestaetigung-noetig' || code === 'menge-erreicht') return pass('bestaetigen');
  if (code !== 'anmeldung-noetig') return false;
  await renewing?.catch(() => undefined);
  return renewals > since || pass('anmelden');
}
