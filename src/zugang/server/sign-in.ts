import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { Session } from '#src/platform/server/session.ts';
import type { zugangContract } from '#src/zugang/contract.ts';
import { reserveTry, settleTries, type Versuch } from './anmeldeversuch.ts';
import { verifyKennwort } from './kennwort.ts';
import { recordKontoEreignis, type KontoKey } from './record-konto-ereignis.ts';

/** A session ends after this time whatever happens (12 hours). */
const absoluteSeconds = 12 * 3600;

/**
 * Signs in. Unknown name, wrong password and locked account get the same answer after the same work.
 * No connection is held while the password is checked.
 */
export async function signIn(call: Call<typeof zugangContract.anmelden>): Promise<{ kontoId: string }> {
  const { body, deps, session } = call;
  const versuch = { anmeldename: body.anmeldename.toLowerCase(), adresse: session.adresse };
  await reserveTry(deps.db, versuch);
  const konto = await deps.db.asNobody((tx) =>
    tx.as('lotse_anmeldung', () => findKonto(tx, versuch.anmeldename)),
  );
  const equal = await verifyKennwort(konto?.pruefwert, body.kennwort);
  if (!konto || !equal || konto.gesperrt) throw new Refusal('anmeldung-falsch', 401);
  await deps.db.asNobody((tx) => tx.as('lotse_anmeldung', () => openSitzung(tx, konto, versuch, session)));
  return { kontoId: konto.kontoId };
}

async function findKonto(tx: Tx, anmeldename: string) {
  return tx.first(sql<KontoKey & { pruefwert: string; gesperrt: boolean }>`
    select k.kreis_id as "kreisId", k.id as "kontoId", w.pruefwert, k.gesperrt_am is not null as gesperrt
    from konto k join kennwort w on w.kreis_id = k.kreis_id and w.konto_id = k.id
    where k.anmeldename = ${anmeldename}`);
}

/** A new secret for every sign-in; whatever session the browser had before is dead. */
async function openSitzung(tx: Tx, konto: KontoKey, versuch: Versuch, session: Session): Promise<void> {
  await settleTries(tx, versuch);
  await tx.run(sql`
    delete from sitzung
    where pruefwert = ${session.pruefwert}
      or (kreis_id = ${konto.kreisId} and konto_id = ${konto.kontoId} and endet_am <= now())`);
  await tx.run(sql`
    insert into sitzung (kreis_id, konto_id, pruefwert, endet_am, geraet)
    values (${konto.kreisId}, ${konto.kontoId}, ${session.issue(absoluteSeconds)},
      now() + make_interval(secs => ${absoluteSeconds}), ${session.geraet})`);
  await recordKontoEreignis(tx, konto, 'zugang.angemeldet', konto.kontoId);
}
