import { sql } from 'kysely';
import type { FaktorWeg } from '#src/faktor/contract.ts';
import { acceptPasskey } from '#src/faktor/server/passkey.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { Anmeldung, zugangContract } from '#src/zugang/contract.ts';
import { releaseTry, reserveTry, settleTries, versuchOf } from './anmeldeversuch.ts';
import { verifyKennwort } from './kennwort.ts';
import { openSitzung } from './open-sitzung.ts';
import type { KontoKey } from './record-konto-ereignis.ts';

/**
 * Signs in with a password. Unknown name, wrong password and locked account get the same answer after the same work.
 * No connection is held while the password is checked.
 */
export async function signIn(call: Call<typeof zugangContract.anmelden>): Promise<Anmeldung> {
  const { body, deps, session } = call;
  const versuch = versuchOf(deps, session, body.anmeldename.toLowerCase());
  const tryId = await reserveTry(deps.db, versuch);
  const konto = await deps.db.asNobody((tx) =>
    tx.as('lotse_anmeldung', () => findKonto(tx, versuch.anmeldename)),
  );
  const equal = await verifyKennwort(konto?.pruefwert, body.kennwort);
  if (!konto || !equal || konto.gesperrt) throw new Refusal('anmeldung-falsch', 401);
  const zweiterSchritt = await deps.db.asNobody(
    (tx) =>
      tx.as('lotse_anmeldung', async () => {
        const wege = await openSitzung(tx, konto, session, { weg: 'kennwort', mitFaktor: false });
        // A right password forgives no wrong codes: else whoever has it could guess codes without end.
        await (wege.length > 0
          ? releaseTry(tx, tryId)
          : settleTries(tx, versuch, { schluessel: deps.schluessel, session }));
        return wege;
      }),
    session.adresse,
  );
  return { kontoId: zweiterSchritt.length > 0 ? null : konto.kontoId, zweiterSchritt };
}

/** Signs in with a passkey alone: it stands for an account, a device and a holder whom the device has checked. */
export async function signInWithPasskey(
  call: Call<typeof zugangContract.anmeldenPasskey>,
): Promise<Anmeldung> {
  const { body, deps, session } = call;
  const kontoId = await deps.db.asNobody(
    (tx) =>
      tx.as('lotse_anmeldung', async () => {
        const frage = { konto: undefined, bindung: 'anmelden', strict: true };
        const key = await acceptPasskey(tx, deps, body.antwort, frage);
        const konto = key && (await readKonto(tx, key));
        if (!konto || konto.gesperrt) throw new Refusal('anmeldung-falsch', 401);
        await openSitzung(tx, konto, session, { weg: 'passkey', mitFaktor: true });
        const versuch = versuchOf(deps, session, konto.anmeldename);
        await settleTries(tx, versuch, { schluessel: deps.schluessel, session });
        return konto.kontoId;
      }),
    session.adresse,
  );
  return { kontoId, zweiterSchritt: [] satisfies FaktorWeg[] };
}

const locked = sql`konto_zustand(k.kreis_id, k.id) in ('gesperrt', 'ruhend')`;

async function findKonto(tx: Tx, anmeldename: string) {
  return tx.first(sql<KontoKey & { pruefwert: string; gesperrt: boolean }>`
    select k.kreis_id as "kreisId", k.id as "kontoId", w.pruefwert, ${locked} as gesperrt
    from konto k join kennwort w on w.kreis_id = k.kreis_id and w.konto_id = k.id
    where k.anmeldename = ${anmeldename}`);
}

async function readKonto(tx: Tx, { kreisId, kontoId }: KontoKey) {
  return tx.first(sql<KontoKey & { anmeldename: string; gesperrt: boolean }>`
    select k.kreis_id as "kreisId", k.id as "kontoId", k.anmeldename, ${locked} as gesperrt
    from konto k where k.kreis_id = ${kreisId} and k.id = ${kontoId}`);
}
