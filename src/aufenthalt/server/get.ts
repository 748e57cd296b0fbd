import { sql } from 'kysely';
import { readsPerson } from '#src/fall/server/scope.ts';
import { readMerkmal } from '#src/person/server/merkmal.ts';
import type { Answer } from '#src/platform/contract.ts';
import type { Day } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import type { aufenthaltContract } from '../contract.ts';

type Get = typeof aufenthaltContract.getAufenthalt;

/** What is known of the person's residence and situation, past and present, for those who work on the case. */
export async function getAufenthalt({ tx, params }: Call<Get>): Promise<Answer<Get>> {
  const { kreisId, fallId } = params;
  const fall = await tx.first(sql<{ personId: string; fassung: number; aufgenommenAm: Day }>`
    select p.id as "personId", f.fassung, f.aufgenommen_am as "aufgenommenAm" from fall f
    join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where f.kreis_id = ${kreisId} and f.id = ${fallId} and ${readsPerson('f')}`);
  if (!fall) throw notFound();
  const { personId, ...rest } = fall;
  tx.send(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreisId}, app_konto(), array[${personId}::uuid], 'aufenthalt.get')`);
  markLesezugriff(tx);
  const zeilen = await readMerkmal(tx, kreisId, personId);
  return { ...rest, merkmal: zeilen.map(({ id: _id, ...zeile }) => zeile) };
}
