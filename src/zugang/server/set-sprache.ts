import { sql } from 'kysely';
import type { Call } from '#src/platform/server/http.ts';
import type { zugangContract } from '#src/zugang/contract.ts';
import { recordKontoEreignis } from './record-konto-ereignis.ts';

/** Remembers the language of the pages for the own account. */
export async function setSprache(call: Call<typeof zugangContract.setSprache>): Promise<undefined> {
  const { tx, actor, body } = call;
  await tx.as('lotse_anmeldung', async () => {
    await tx.run(sql`
      update konto set sprache = ${body.sprache} where kreis_id = ${actor.kreisId} and id = ${actor.kontoId}`);
    await recordKontoEreignis(tx, actor, 'zugang.sprache-gesetzt', actor.kontoId, { sprache: body.sprache });
  });
}
