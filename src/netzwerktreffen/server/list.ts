import { sql } from 'kysely';
import type { Handler } from '#src/platform/server/http.ts';
import type { netzwerktreffenContract } from '../contract.ts';
import { mayChangeNetzwerktreffen } from './policy.ts';
import { selectNetzwerktreffen } from './read.ts';

export const listNetzwerktreffen: Handler<typeof netzwerktreffenContract.listNetzwerktreffen> = async ({
  tx,
  params,
  actor,
}) => ({
  netzwerktreffen: await selectNetzwerktreffen(tx, params.kreisId, sql`true`),
  abilities: { changeNetzwerktreffen: mayChangeNetzwerktreffen(actor, params.kreisId) },
});
