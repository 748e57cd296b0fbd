import { sql } from 'kysely';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { zugangContract } from '#src/zugang/contract.ts';
import { recordKontoEreignis } from './record-konto-ereignis.ts';

/** Signs the account out everywhere, this browser included unless it is to be kept. */
export async function endAllSitzung(call: Call<typeof zugangContract.endAllSitzung>): Promise<undefined> {
  const { tx, actor, session, query } = call;
  const kept = query.behalten === 'diese' ? session.pruefwert : '';
  await tx.as('lotse_anmeldung', async () => {
    const anzahl = await tx.run(sql`
      delete from sitzung
      where kreis_id = ${actor.kreisId} and konto_id = ${actor.kontoId} and pruefwert <> ${kept}`);
    await recordKontoEreignis(tx, actor, 'zugang.ueberall-abgemeldet', actor.kontoId, { anzahl });
  });
  if (kept === '') session.clear();
}

/** Ends one session of the own account, such as that of a lost device; the id is a short piece of its hash. */
export async function endOwnSitzung(call: Call<typeof zugangContract.endOwnSitzung>): Promise<undefined> {
  const { tx, actor, session, params } = call;
  await tx.as('lotse_anmeldung', async () => {
    const ended = await tx.run(sql`
      delete from sitzung
      where kreis_id = ${actor.kreisId} and konto_id = ${actor.kontoId} and left(pruefwert, 12) = ${params.sitzungId}`);
    if (ended === 0) throw notFound();
    await recordKontoEreignis(tx, actor, 'zugang.sitzung-beendet', actor.kontoId, { anzahl: ended });
  });
  if (session.pruefwert.startsWith(params.sitzungId)) session.clear();
}
