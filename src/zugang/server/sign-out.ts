import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { zugangContract } from '#src/zugang/contract.ts';
import { recordKontoEreignis, type KontoKey } from './record-konto-ereignis.ts';

/** Ends the session of the cookie, if there is one; signing out twice is no mistake. */
export async function signOut({ deps, session }: Call<typeof zugangContract.abmelden>): Promise<undefined> {
  await deps.db.asNobody(
    (tx) => tx.as('lotse_anmeldung', () => endSitzung(tx, session.pruefwert)),
    session.adresse,
  );
  session.clear();
}

async function endSitzung(tx: Tx, pruefwert: string): Promise<void> {
  const konto = await tx.first(sql<KontoKey>`
    delete from sitzung where pruefwert = ${pruefwert} returning kreis_id as "kreisId", konto_id as "kontoId"`);
  if (konto) await recordKontoEreignis(tx, konto, 'zugang.abgemeldet', konto.kontoId);
}
