import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { vertretungContract } from '../contract.ts';

type List = typeof vertretungContract.listVertretung;

/** For whom the account stands in today; the same rows open the cases in the database. */
export function listVertretung({ tx, params }: Call<List>): Promise<Answer<List>> {
  return tx.all(sql<Answer<List>[number]>`
    select v.vertritt_konto_id as "kontoId", k.name, v.traeger_id as "traegerId", v.gueltig_ab as von,
      v.gueltig_bis - 1 as bis
    from vertretung v left join konto k on k.kreis_id = v.kreis_id and k.id = v.vertritt_konto_id
    where v.kreis_id = ${params.kreisId} and v.konto_id = app_konto()
      and v.gueltig_ab <= current_date and v.gueltig_bis > current_date
      and v.traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
    order by v.gueltig_bis, k.name`);
}
