import { checkAntwort } from '#src/faktor/server/check-antwort.ts';
import { listWege } from '#src/faktor/server/list-wege.ts';
import { fieldRefusal, Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { BestaetigungWeg, zugangContract } from '#src/zugang/contract.ts';
import { releaseTry, reserveTry, versuchOf } from './anmeldeversuch.ts';
import { findSitzung, type Sitzung } from './find-sitzung.ts';
import { verifyKennwort } from './kennwort.ts';
import { recordKontoEreignis } from './record-konto-ereignis.ts';
import { renewSitzung } from './renew-sitzung.ts';
import { refusalOf } from './second-step.ts';

/** A factor proves more than the password, so whoever has one uses it; an account of a sign-in service may have neither. */
async function listBestaetigungWege(tx: Tx, sitzung: Sitzung): Promise<BestaetigungWeg[]> {
  const wege = await listWege(tx, sitzung);
  if (wege.length > 0) return wege;
  return sitzung.kennwort === null ? [] : ['kennwort'];
}

async function readPending({
  deps,
  session,
}: Pick<Call<typeof zugangContract.bestaetigen>, 'deps' | 'session'>) {
  const found = await deps.db.asNobody((tx) =>
    tx.as('lotse_anmeldung', async () => {
      const sitzung = await findSitzung(tx, session.pruefwert, 'angemeldet');
      return sitzung && { sitzung, wege: await listBestaetigungWege(tx, sitzung) };
    }),
  );
  if (!found) throw new Refusal('anmeldung-noetig', 401);
  return found;
}

/** How the holder of this session can prove anew who she is. */
export async function getBestaetigung(
  call: Call<typeof zugangContract.getBestaetigung>,
): Promise<{ wege: BestaetigungWeg[] }> {
  return { wege: (await readPending(call)).wege };
}

/**
 * Proves anew who sits in front of the page: for ten minutes sensitive acts are open, and the session gets a new secret.
 * No connection is held while a password is checked.
 */
export async function confirmIdentity(call: Call<typeof zugangContract.bestaetigen>): Promise<undefined> {
  const { deps, session, body } = call;
  const { sitzung, wege } = await readPending(call);
  if (!wege.includes(body.art)) throw new Refusal('weg-ungueltig');
  const tryId = await reserveTry(deps.db, versuchOf(deps, session, sitzung.anmeldename));
  if (body.art === 'kennwort') {
    const equal = await verifyKennwort(sitzung.kennwort ?? undefined, body.kennwort);
    if (!equal) throw fieldRefusal('/kennwort', 'kennwort-falsch');
  }
  await deps.db.asNobody(
    (tx) =>
      tx.as('lotse_anmeldung', async () => {
        const bindung = `bestaetigen:${session.pruefwert}`;
        if (body.art !== 'kennwort' && !(await checkAntwort(tx, deps, sitzung, body, bindung)))
          throw refusalOf(body.art);
        await renewSitzung(tx, session, { mitFaktor: body.art !== 'kennwort' });
        await releaseTry(tx, tryId);
        await recordKontoEreignis(tx, sitzung, 'zugang.bestaetigt', sitzung.kontoId, { weg: body.art });
      }),
    session.adresse,
  );
}
