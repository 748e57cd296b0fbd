import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { begleitungContract } from '../contract.ts';

type Get = typeof begleitungContract.getAbsprache;

/** Which lead and split of tasks was agreed for a case; nothing where the account does not work on it. */
export async function getAbsprache({ tx, params }: Call<Get>): Promise<Answer<Get>> {
  const { kreisId, fallId } = params;
  return tx.all(sql<Answer<Get>[number]>`
    select a.andere_traeger_id as "andererTraegerId", a.federfuehrung_traeger_id as "federfuehrungTraegerId",
      a.eigene_aufgaben as "eigeneAufgaben", a.andere_aufgaben as "andereAufgaben",
      to_json(a.geklaert_am) #>> '{}' as seit
    from fall f cross join lateral begleitung_absprache(f.kreis_id, f.person_id) a
    where f.kreis_id = ${kreisId} and f.id = ${fallId}`);
}
