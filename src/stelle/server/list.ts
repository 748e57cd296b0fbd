import { sql } from 'kysely';
import type { Handler } from '#src/platform/server/http.ts';
import type { stelleContract } from '../contract.ts';
import { mayChangeStelle } from './policy.ts';
import { selectStelle } from './read.ts';

/** All partner offices of the Kreis, ended ones included. */
export const listStelle: Handler<typeof stelleContract.listStelle> = async ({ tx, params, actor }) => ({
  stelle: await selectStelle(tx, params.kreisId, sql`true`),
  abilities: { changeStelle: mayChangeStelle(actor, params.kreisId) },
});
