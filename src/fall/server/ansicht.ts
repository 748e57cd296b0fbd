import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { fallContract } from '../contract.ts';

type Ansicht = Answer<typeof fallContract.saveAnsicht>;

/** The account's own saved views, by name. */
export function listAnsicht({ tx, actor }: Call<typeof fallContract.listAnsicht>): Promise<Ansicht[]> {
  return tx.all(sql<Ansicht>`
    select id, name, filter from ansicht
    where kreis_id = ${actor.kreisId} and konto_id = ${actor.kontoId} order by lower(name)`);
}

/** Saves a view; a view of the same name gives way. */
export async function saveAnsicht(call: Call<typeof fallContract.saveAnsicht>): Promise<Ansicht> {
  const { tx, actor, body } = call;
  await tx.run(sql`
    delete from ansicht
    where kreis_id = ${actor.kreisId} and konto_id = ${actor.kontoId} and name = ${body.name}`);
  return tx.one(sql<Ansicht>`
    insert into ansicht (kreis_id, konto_id, name, filter)
    values (${actor.kreisId}, ${actor.kontoId}, ${body.name}, ${JSON.stringify(body.filter)}::jsonb)
    returning id, name, filter`);
}

export async function deleteAnsicht(call: Call<typeof fallContract.deleteAnsicht>): Promise<undefined> {
  const { tx, actor, params } = call;
  const count = await tx.run(sql`
    delete from ansicht
    where kreis_id = ${actor.kreisId} and konto_id = ${actor.kontoId} and id = ${params.ansichtId}`);
  if (count === 0) throw notFound();
}
