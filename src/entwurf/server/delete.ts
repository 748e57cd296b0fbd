import { sql } from 'kysely';
import type { Call } from '#src/platform/server/http.ts';
import type { entwurfContract } from '../contract.ts';

/** Drops a draft; one that is not there is dropped already. */
export async function deleteEntwurf(call: Call<typeof entwurfContract.deleteEntwurf>): Promise<undefined> {
  const { tx, actor, params } = call;
  await tx.run(sql`
    delete from entwurf
    where kreis_id = ${actor.kreisId} and konto_id = ${actor.kontoId}
      and formular = ${params.formular} and bezug = ${params.bezug}`);
}
