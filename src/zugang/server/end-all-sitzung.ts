import { sql } from 'kysely';
import type { Call } from '#src/platform/server/http.ts';
import type { zugangContract } from '#src/zugang/contract.ts';
import { recordKontoEreignis } from './record-konto-ereignis.ts';

/** Signs the account out everywhere, this browser included. */
export async function endAllSitzung(call: Call<typeof zugangContract.endAllSitzung>): Promise<undefined> {
  const { tx, actor, session } = call;
  await tx.as('lotse_anmeldung', async () => {
    const anzahl = await tx.run(sql`
      delete from sitzung where kreis_id = ${actor.kreisId} and konto_id = ${actor.kontoId}`);
    await recordKontoEreignis(tx, actor, 'zugang.ueberall-abgemeldet', actor.kontoId, { anzahl });
  });
  session.clear();
}
