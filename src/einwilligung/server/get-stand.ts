import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { einwilligungContract } from '../contract.ts';

type Get = typeof einwilligungContract.getEinwilligungStand;

/** What the page of an Anfrage needs to know before it shows a text; no name. */
export async function getEinwilligungStand({ tx, params }: Call<Get>): Promise<Answer<Get>> {
  const row = await tx.first(sql<Answer<Get>>`
    select a.nummer, a.traeger_id as "traegerId", a.sprache, a.stand = 'abgeschlossen' as abgeschlossen,
      a.person_id as "personId", a.fall_id as "fallId"
    from anfrage a
    where a.kreis_id = ${params.kreisId} and a.id = ${params.anfrageId}
      and a.traeger_id = any (app_uuids('app.cm_traeger'))`);
  if (!row) throw notFound();
  return row;
}
