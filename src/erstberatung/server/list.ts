import { sql } from 'kysely';
import { caresFor } from '#src/fall/server/scope.ts';
import type { Answer } from '#src/platform/contract.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import type { erstberatungContract } from '../contract.ts';
import { openPerson, readErstberatung, toErstberatung } from './load.ts';

type List = typeof erstberatungContract.listErstberatung;

/** The sheets of a case's person, also those that another Träger wrote before an Übergabe. */
export async function listErstberatung({ tx, deps, params }: Call<List>): Promise<Answer<List>> {
  const { kreisId, fallId } = params;
  const fall = await tx.first(sql<{ personId: string | null }>`
    select f.person_id as "personId" from fall f
    where f.kreis_id = ${kreisId} and f.id = ${fallId} and ${caresFor('f')}`);
  if (!fall?.personId) throw notFound();
  const key = await openPerson(tx, deps, kreisId, fall.personId);
  const rows = await readErstberatung(tx, kreisId, sql`e.person_id = ${fall.personId}`);
  tx.send(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreisId}, app_konto(), array[${fall.personId}::uuid], 'erstberatung.list')`);
  markLesezugriff(tx);
  return rows.map((row) => toErstberatung(row, key));
}
