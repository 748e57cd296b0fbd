import { sql } from 'kysely';
import type { Call } from '#src/platform/server/http.ts';
import type { entwurfContract } from '../contract.ts';
import { sealEntwurf } from './seal.ts';

/** Keeps what was typed so far, sealed; the newest stand wins. */
export async function saveEntwurf(call: Call<typeof entwurfContract.saveEntwurf>): Promise<undefined> {
  const { tx, actor, deps, params, body } = call;
  await tx.run(sql`
    insert into entwurf (kreis_id, konto_id, formular, bezug, siegel)
    values (${actor.kreisId}, ${actor.kontoId}, ${params.formular}, ${params.bezug},
      ${sealEntwurf(deps, actor, params, body.werte)})
    on conflict (kreis_id, konto_id, formular, bezug)
      do update set siegel = excluded.siegel, geaendert_am = now()`);
}
