import { sql } from 'kysely';
import type { Handlers } from '#src/platform/server/http.ts';
import type { lageContract } from '../contract.ts';
import { addLage, changeLage, deleteLage } from './change.ts';
import { mayChangeLage } from './policy.ts';
import { selectLage } from './read.ts';

export const lageHandlers: Handlers<typeof lageContract> = {
  listLage: async ({ tx, actor, params }) => ({
    lage: await selectLage(tx, params.kreisId, sql`true`),
    abilities: { changeLage: mayChangeLage(actor, params.kreisId) },
  }),
  addLage,
  changeLage,
  deleteLage,
};
