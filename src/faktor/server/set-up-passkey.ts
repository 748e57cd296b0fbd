import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import type { Handler } from '#src/platform/server/http.ts';
import type { Session } from '#src/platform/server/session.ts';
import type { faktorContract } from '../contract.ts';
import { activate } from './activate.ts';
import { aufgabeSeconds, makeAufgabe } from './aufgabe.ts';
import { acceptAnlage, listCredentials, siteOf, userHandle } from './passkey.ts';
import { prepareMore, readNames } from './prepare.ts';

// ES256, EdDSA and RS256: what today's devices offer (COSE numbers).
const algorithms = [-7, -8, -257];

function bindungOf(session: Session): string {
  return `anlegen:${session.pruefwert}`;
}

/** What the browser has to know to make a passkey for this page and account. */
export const beginPasskey: Handler<typeof faktorContract.beginPasskey> = async ({
  tx,
  actor,
  deps,
  session,
}) =>
  tx.as('lotse_anmeldung', async () => {
    await prepareMore(tx, actor);
    const { anmeldename, name } = await readNames(tx, actor);
    return {
      challenge: makeAufgabe(deps, bindungOf(session)),
      timeout: aufgabeSeconds * 1000,
      rp: { id: siteOf(deps).rpID, name: 'Lotse' },
      user: { id: userHandle(actor), name: anmeldename, displayName: name },
      pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key' as const, alg })),
      excludeCredentials: await listCredentials(tx, actor),
      authenticatorSelection: {
        residentKey: 'preferred' as const,
        requireResidentKey: false,
        userVerification: 'preferred' as const,
      },
      attestation: 'none' as const,
    };
  });

/** Remembers a passkey that the browser has made. */
export const addPasskey: Handler<typeof faktorContract.addPasskey> = async (call) => {
  const { tx, actor, deps, session, body } = call;
  return tx.as('lotse_anmeldung', async () => {
    const before = await prepareMore(tx, actor);
    const info = await acceptAnlage(tx, deps, body.antwort, bindungOf(session));
    if (!info) throw new Refusal('passkey-falsch');
    const { credential, credentialBackedUp } = info;
    const added = await tx.run(sql`
      insert into faktor_passkey (kreis_id, konto_id, name, kennung, schluessel, zaehler, wege, abgeglichen)
      values (${actor.kreisId}, ${actor.kontoId}, ${body.name}, ${credential.id}, ${Buffer.from(credential.publicKey)},
        ${credential.counter}, ${body.antwort.response.transports ?? []}::text[], ${credentialBackedUp})
      on conflict (kennung) do nothing`);
    if (added === 0) throw new Refusal('passkey-vergeben', 409);
    return activate(call, { art: 'passkey', first: before === 0 });
  });
};
