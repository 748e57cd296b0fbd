import { sql } from 'kysely';
import type { Handler } from '#src/platform/server/http.ts';
import type { nachrichtContract } from '../contract.ts';

/** Marks messages of one's own as read; the ones of others do not exist. */
export const readNachricht: Handler<typeof nachrichtContract.readNachricht> = async ({
  tx,
  params,
  body,
}) => {
  await tx.run(sql`update nachricht set gelesen_am = now()
    where kreis_id = ${params.kreisId} and konto_id = app_konto() and id = any (${body.id}::uuid[]) and gelesen_am is null`);
  return undefined;
};
