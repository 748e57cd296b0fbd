import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { protokollContract, ZugriffZeile } from '../contract.ts';

type List = typeof protokollContract.listZugriffe;

/**
 * Who read about a person, newest day first: roles and Träger at that time, operation, purpose (Art. 15 DSGVO). Empty
 * for whoever neither accompanies the person nor oversees her Träger as data-protection officer.
 */
export async function readZugriffe(tx: Tx, kreisId: string, personId: string): Promise<ZugriffZeile[]> {
  return tx.all(sql<ZugriffZeile>`
    select tag, anzahl, rollen,
      coalesce((select array_agg(t.name order by t.name) from traeger t
        where t.kreis_id = ${kreisId} and t.id = any (z.traeger)), '{}') as traeger, vorgang, zweck
    from person_zugriffe(${kreisId}, ${personId}) z`);
}

/** The same for the case file. */
export async function listZugriffe({ tx, params }: Call<List>): Promise<Answer<List>> {
  const { kreisId, fallId } = params;
  const fall = await tx.first(sql<{ personId: string }>`
    select p.id as "personId" from fall f join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where f.kreis_id = ${kreisId} and f.id = ${fallId}`);
  if (!fall) throw notFound();
  return readZugriffe(tx, kreisId, fall.personId);
}
