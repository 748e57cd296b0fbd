import { sql } from 'kysely';
import { checkAntwort } from '#src/faktor/server/check-antwort.ts';
import { listWege } from '#src/faktor/server/list-wege.ts';
import { tellKonto } from '#src/faktor/server/tell-konto.ts';
import { fieldRefusal, Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { Anmeldung, zugangContract } from '#src/zugang/contract.ts';
import { maxSchrittFehler } from '#src/zugang/rules.ts';
import { reserveTry, settleTries, versuchOf } from './anmeldeversuch.ts';
import { findSitzung, type Sitzung } from './find-sitzung.ts';
import { recordKontoEreignis } from './record-konto-ereignis.ts';
import { completeSitzung } from './renew-sitzung.ts';

/** The ways of the second step that this browser still owes; none: it waits for nothing. */
export async function getSchritt(
  call: Call<typeof zugangContract.getSchritt>,
): Promise<Pick<Anmeldung, 'zweiterSchritt'>> {
  const { deps, session } = call;
  const zweiterSchritt = await deps.db.asNobody((tx) =>
    tx.as('lotse_anmeldung', async () => {
      const sitzung = await findSitzung(tx, session.pruefwert, 'schritt');
      return sitzung ? listWege(tx, sitzung) : [];
    }),
  );
  return { zweiterSchritt };
}

/** Completes the sign-in with a one-time code, a passkey or a recovery code; the secret of the session is a new one. */
export async function takeSecondStep(call: Call<typeof zugangContract.zweiterSchritt>): Promise<Anmeldung> {
  const { body, deps, session } = call;
  const pending = await deps.db.asNobody((tx) =>
    tx.as('lotse_anmeldung', () => findSitzung(tx, session.pruefwert, 'schritt')),
  );
  if (!pending) throw new Refusal('schritt-abgelaufen', 401);
  const versuch = versuchOf(deps, session, pending.anmeldename);
  await reserveTry(deps.db, versuch);
  const proved = await deps.db.asNobody(
    (tx) =>
      tx.as('lotse_anmeldung', async () => {
        const sitzung = await findSitzung(tx, session.pruefwert, 'schritt');
        if (!sitzung) throw new Refusal('schritt-abgelaufen', 401);
        if (!(await checkAntwort(tx, deps, sitzung, body, `schritt:${session.pruefwert}`))) {
          // What was wrong is counted, so this transaction must not fail.
          await countFailure(tx, sitzung, session.pruefwert);
          return false;
        }
        await completeSitzung(tx, session);
        await settleTries(tx, versuch, { schluessel: deps.schluessel, session });
        await recordKontoEreignis(tx, sitzung, 'zugang.angemeldet', sitzung.kontoId, {
          weg: body.art,
          stufe: 2,
        });
        return true;
      }),
    session.adresse,
  );
  if (!proved) throw refusalOf(body.art);
  return { kontoId: pending.kontoId, zweiterSchritt: [] };
}

/** What is wrong about an answer that proves nothing; it says no more. */
export function refusalOf(art: 'totp' | 'code' | 'passkey'): Refusal {
  return art === 'passkey' ? new Refusal('passkey-falsch') : fieldRefusal('/code', 'code-falsch');
}

/** Who fails again and again knows the password: the sign-in begins anew, and the account learns of it. */
async function countFailure(tx: Tx, konto: Sitzung, pruefwert: string): Promise<void> {
  const { anzahl } = await tx.one(sql<{ anzahl: number }>`
    update sitzung set fehlversuche = fehlversuche + 1 where pruefwert = ${pruefwert}
    returning fehlversuche as anzahl`);
  if (anzahl < maxSchrittFehler) return;
  await tx.run(sql`delete from sitzung where pruefwert = ${pruefwert}`);
  await recordKontoEreignis(tx, konto, 'zugang.schritt-gescheitert', null, { anzahl });
  await tellKonto(tx, konto, 'faktor.schritt_gescheitert');
}
