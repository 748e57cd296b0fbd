import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { fieldRefusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { terminContract } from '../contract.ts';
import { isTooLong } from '../rules.ts';
import { readTermin } from './read-termin.ts';

type List = typeof terminContract.listTermin;

/** Appointments of a period: those of the whole team or one's own. */
export async function listTermin({ tx, actor, params, query }: Call<List>): Promise<Answer<List>> {
  const { von, bis, wer } = query;
  if (isTooLong(von, bis)) throw fieldRefusal('/query/bis', 'zeitraum-zu-lang');
  const filter = [
    sql`t.beginn >= ${von}::date::timestamp at time zone 'Europe/Berlin'`,
    sql`t.beginn < (${bis}::date + 1)::timestamp at time zone 'Europe/Berlin'`,
    ...(wer === 'eigene' ? [sql`t.casemanager_id = ${actor.kontoId}`] : []),
  ];
  return { termin: await readTermin(tx, params.kreisId, filter, 'termin.list') };
}
