import { sql } from 'kysely';
import { notFound } from '#src/platform/refusal.ts';
import type { Handler } from '#src/platform/server/http.ts';
import type { regelContract } from '../contract.ts';
import { isRegelSchluessel } from '../regel.ts';
import { selectRegelStand } from './regel-stand.ts';

/** The versions of one setting that stand today, oldest first; superseded ones stay in the database for reports. */
export const listRegelVerlauf: Handler<typeof regelContract.listRegelVerlauf> = async ({ tx, params }) => {
  if (!isRegelSchluessel(params.schluessel)) throw notFound();
  return selectRegelStand(
    tx,
    params.kreisId,
    sql`r.ersetzt_am is null and r.schluessel = ${params.schluessel}`,
  );
};
