import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { KontoKey } from './record-konto-ereignis.ts';

/** The account of a sign-in name, locked for a change; refuses konto-unbekannt. For the command line. */
export async function findKonto(tx: Tx, anmeldename: string): Promise<KontoKey> {
  const konto = await tx.first(sql<KontoKey>`
    select kreis_id as "kreisId", id as "kontoId" from konto
    where anmeldename = ${anmeldename.toLowerCase()} for update`);
  if (!konto) throw new Refusal('konto-unbekannt', 404);
  return konto;
}
