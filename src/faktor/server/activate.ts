import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordKontoEreignis } from '#src/zugang/server/record-konto-ereignis.ts';
import { raiseSitzung } from '#src/zugang/server/renew-sitzung.ts';
import type { Eingerichtet, faktorContract } from '../contract.ts';
import { writeCodes } from './codes.ts';
import { tellKonto } from './tell-konto.ts';

/**
 * A new factor was just proved: this session is now as strong as one that signed in with it and gets a new secret; every
 * other session of the account ends, because it may be somebody who has the password alone. Runs as lotse_anmeldung.
 */
export async function activate(
  call: Call<typeof faktorContract.confirmTotp> | Call<typeof faktorContract.addPasskey>,
  faktor: { readonly art: 'totp' | 'passkey'; readonly first: boolean },
): Promise<Eingerichtet> {
  const { tx, actor, deps, session } = call;
  await raiseSitzung(tx, session);
  const beendet = await endOthers(tx, call);
  await recordKontoEreignis(tx, actor, 'faktor.eingerichtet', actor.kontoId, { art: faktor.art, beendet });
  await tellKonto(tx, actor, 'faktor.eingerichtet', { faktor: faktor.art });
  return { codes: faktor.first ? await writeCodes(tx, deps, actor) : null };
}

function endOthers(tx: Tx, { actor }: Pick<Call<typeof faktorContract.confirmTotp>, 'actor'>) {
  return tx.run(sql`
    delete from sitzung where kreis_id = ${actor.kreisId} and konto_id = ${actor.kontoId} and stufe < 2`);
}
