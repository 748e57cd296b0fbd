import type { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { call } from '#src/platform/web/call.ts';
import { ProblemError } from '#src/platform/web/problem.ts';
import { zugangContract } from '#src/zugang/contract.ts';
import {
  faktorContract,
  passkeyAnlage,
  passkeyAntwort,
  type PasskeyAnlage,
  type PasskeyAntwort,
} from '../contract.ts';

/** Passkeys need a browser that knows them and an address with TLS (or localhost). */
export function canUsePasskeys(): boolean {
  return window.isSecureContext && typeof PublicKeyCredential === 'function';
}

/** Lets the browser ask for a passkey; refuses with passkey-abgebrochen when nobody answers. */
export async function provePasskey(zweck: 'anmelden' | 'schritt' | 'bestaetigen'): Promise<PasskeyAntwort> {
  const optionsJSON = await call(zugangContract.fragePasskey, { body: { zweck } }, { withoutSignIn: true });
  return ask(async ({ startAuthentication }) =>
    // The browser's own names of transports are a closed list in its types; the server keeps what the browser said.
    passkeyAntwort.parse(await startAuthentication({ optionsJSON: JSON.parse(JSON.stringify(optionsJSON)) })),
  );
}

/** Lets the browser make a passkey for the own account. */
export async function makePasskey(): Promise<PasskeyAnlage> {
  const optionsJSON = await call(faktorContract.beginPasskey, {});
  return ask(async ({ startRegistration }) =>
    passkeyAnlage.parse(await startRegistration({ optionsJSON: JSON.parse(JSON.stringify(optionsJSON)) })),
  );
}

interface Library {
  readonly startAuthentication: typeof startAuthentication;
  readonly startRegistration: typeof startRegistration;
}

async function ask<T>(work: (library: Library) => Promise<T>): Promise<T> {
  const library = await import('@simplewebauthn/browser');
  try {
    return await work(library);
  } catch (error) {
    const known = error instanceof Error && error.name === 'InvalidStateError';
    throw new ProblemError({ code: known ? 'passkey-vorhanden' : 'passkey-abgebrochen', status: 0 });
  }
}
