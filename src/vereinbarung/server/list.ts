import { sql } from 'kysely';
import type { Handler } from '#src/platform/server/http.ts';
import type { vereinbarungContract } from '../contract.ts';
import { mayChangeVereinbarung } from './policy.ts';
import { selectVereinbarung } from './read.ts';

export const listVereinbarung: Handler<typeof vereinbarungContract.listVereinbarung> = async ({
  tx,
  params,
  actor,
}) => ({
  vereinbarung: await selectVereinbarung(tx, params.kreisId, sql`true`),
  abilities: { changeVereinbarung: mayChangeVereinbarung(actor, params.kreisId) },
});
