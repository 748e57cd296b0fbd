import type { PasskeyAufgabe } from '#src/faktor/contract.ts';
import { askPasskey, listCredentials } from '#src/faktor/server/passkey.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { zugangContract } from '#src/zugang/contract.ts';
import { findSitzung } from './find-sitzung.ts';

/**
 * What the passkey of this browser is asked. Before the sign-in it names no account, so it says nothing about whether one
 * exists; later it names the passkeys of the session's account.
 */
export async function askForPasskey(call: Call<typeof zugangContract.fragePasskey>): Promise<PasskeyAufgabe> {
  const { deps, session, body } = call;
  const { zweck } = body;
  if (zweck === 'anmelden') return askPasskey(deps, { bindung: zweck, strict: true }, []);
  const known = await deps.db.asNobody((tx) =>
    tx.as('lotse_anmeldung', async () => {
      const art = zweck === 'schritt' ? 'schritt' : 'angemeldet';
      const sitzung = await findSitzung(tx, session.pruefwert, art);
      return sitzung ? listCredentials(tx, sitzung) : [];
    }),
  );
  return askPasskey(deps, { bindung: `${zweck}:${session.pruefwert}`, strict: false }, known);
}
