import type { VerifiedRegistrationResponse } from '@simplewebauthn/server';
import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import type { Deps } from '#src/platform/server/http.ts';
import type { KontoKey } from '#src/zugang/server/record-konto-ereignis.ts';
import type { PasskeyAnlage, PasskeyAntwort, PasskeyAufgabe } from '../contract.ts';
import { aufgabeSeconds, isAufgabe, makeAufgabe, useAufgabe } from './aufgabe.ts';

/** For which page passkeys hold: the public address of this installation and nothing else. */
export function siteOf({ config }: Pick<Deps, 'config'>): { rpID: string; origin: string } {
  const { hostname, origin } = new URL(config.url);
  return { rpID: hostname, origin };
}

// Loaded with the first passkey: it asks this Node for methods that it warns about.
function library() {
  return import('@simplewebauthn/server');
}

interface PasskeyRow extends KontoKey {
  readonly id: string;
  readonly kennung: string;
  readonly schluessel: Buffer;
  readonly zaehler: number;
  readonly wege: string[];
}

/** What is to be proved: by whom (undefined: whoever the passkey belongs to), for what, and how strictly. */
export interface Frage {
  readonly konto: KontoKey | undefined;
  readonly bindung: string;
  /** The device must have checked its holder (PIN, finger, face): the passkey then stands for the password, too. */
  readonly strict: boolean;
}

/** The passkeys of an account as a browser looks for them. Runs as lotse_anmeldung. */
export async function listCredentials(tx: Tx, konto: KontoKey): Promise<PasskeyAufgabe['allowCredentials']> {
  const rows = await tx.all(sql<{ kennung: string; wege: string[] }>`
    select kennung, wege from faktor_passkey
    where kreis_id = ${konto.kreisId} and konto_id = ${konto.kontoId} order by angelegt_am`);
  return rows.map(({ kennung, wege }) => ({ id: kennung, type: 'public-key', transports: wege }));
}

/** Asks for a passkey; without `allowCredentials` for any that the browser knows for this page. */
export function askPasskey(
  deps: Deps,
  { bindung, strict }: Omit<Frage, 'konto'>,
  allowCredentials: PasskeyAufgabe['allowCredentials'],
): PasskeyAufgabe {
  return {
    challenge: makeAufgabe(deps, bindung),
    timeout: aufgabeSeconds * 1000,
    rpId: siteOf(deps).rpID,
    allowCredentials,
    userVerification: strict ? 'required' : 'preferred',
  };
}

/**
 * Accepts the answer of a passkey at most once and says whose it is; undefined: it proves nothing. A counter that does not
 * rise means a copy and is refused. Runs as lotse_anmeldung.
 */
export async function acceptPasskey(
  tx: Tx,
  deps: Deps,
  antwort: PasskeyAntwort,
  frage: Frage,
): Promise<KontoKey | undefined> {
  const row = await tx.first(sql<PasskeyRow>`
    select kreis_id as "kreisId", konto_id as "kontoId", id, kennung, schluessel, zaehler, wege
    from faktor_passkey where kennung = ${antwort.id} for update`);
  if (!row || !isOf(row, antwort, frage)) return undefined;
  const verified = await verify(deps, antwort, row, frage);
  if (!verified) return undefined;
  const { newCounter, credentialBackedUp, challenge } = verified;
  if (!(await useAufgabe(tx, challenge))) return undefined;
  await tx.run(sql`
    update faktor_passkey set zaehler = ${newCounter}, abgeglichen = ${credentialBackedUp}, zuletzt_am = now()
    where kreis_id = ${row.kreisId} and id = ${row.id}`);
  return { kreisId: row.kreisId, kontoId: row.kontoId };
}

function isOf(row: PasskeyRow, antwort: PasskeyAntwort, { konto }: Frage): boolean {
  const handle = antwort.response.userHandle ?? undefined;
  if (handle !== undefined && handle !== userHandle(row)) return false;
  return konto === undefined || (konto.kreisId === row.kreisId && konto.kontoId === row.kontoId);
}

/** Account id as authenticators keep it: no name, no address. */
export function userHandle({ kontoId }: KontoKey): string {
  return Buffer.from(kontoId.replaceAll('-', ''), 'hex').toString('base64url');
}

async function verify(deps: Deps, antwort: PasskeyAntwort, row: PasskeyRow, frage: Frage) {
  const { rpID, origin } = siteOf(deps);
  const { verifyAuthenticationResponse } = await library();
  let challenge = '';
  try {
    const { userHandle: handle, ...response } = antwort.response;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        ...antwort,
        response: { ...response, ...(handle ? { userHandle: handle } : {}) },
        clientExtensionResults: {},
      },
      expectedChallenge: (given) => {
        challenge = given;
        return isAufgabe(deps, given, frage.bindung);
      },
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: frage.strict,
      credential: {
        id: row.kennung,
        publicKey: Uint8Array.from(row.schluessel),
        counter: row.zaehler,
      },
    });
    return verified ? { ...authenticationInfo, challenge } : undefined;
  } catch {
    // The library throws for every reason why an answer proves nothing; the caller answers all of them alike.
    return undefined;
  }
}

/** Checks a new passkey and uses up its challenge; undefined: refused. Runs as lotse_anmeldung. */
export async function acceptAnlage(
  tx: Tx,
  deps: Deps,
  antwort: PasskeyAnlage,
  bindung: string,
): Promise<Angelegt | undefined> {
  const verified = await verifyAnlage(deps, antwort, bindung);
  return verified && (await useAufgabe(tx, verified.challenge)) ? verified.info : undefined;
}

type Angelegt = NonNullable<VerifiedRegistrationResponse['registrationInfo']>;

async function verifyAnlage(
  deps: Deps,
  antwort: PasskeyAnlage,
  bindung: string,
): Promise<{ info: Angelegt; challenge: string } | undefined> {
  const { rpID, origin } = siteOf(deps);
  const { clientDataJSON, attestationObject } = antwort.response;
  const { verifyRegistrationResponse } = await library();
  let challenge = '';
  try {
    const { registrationInfo: info } = await verifyRegistrationResponse({
      response: { ...antwort, response: { clientDataJSON, attestationObject }, clientExtensionResults: {} },
      expectedChallenge: (given) => {
        challenge = given;
        return isAufgabe(deps, given, bindung);
      },
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: false,
    });
    return info && { info, challenge };
  } catch {
    return undefined;
  }
}
