import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import type { KontoKey } from '#src/zugang/server/record-konto-ereignis.ts';
import type { FaktorWeg } from '../contract.ts';

/** On which ways the account can do the second step; none: no factor is set up. Runs as lotse_anmeldung. */
export async function listWege(tx: Tx, { kreisId, kontoId }: KontoKey): Promise<FaktorWeg[]> {
  const row = await tx.one(sql<Record<FaktorWeg, boolean>>`
    select
      exists (select from faktor_totp where kreis_id = ${kreisId} and konto_id = ${kontoId}
        and bestaetigt_am is not null) as totp,
      exists (select from faktor_passkey where kreis_id = ${kreisId} and konto_id = ${kontoId}) as passkey,
      exists (select from wiederherstellungscode where kreis_id = ${kreisId} and konto_id = ${kontoId}
        and verwendet_am is null) as code`);
  if (!row.totp && !row.passkey) return [];
  return (['totp', 'passkey', 'code'] as const).filter((weg) => row[weg]);
}

/** Apps and passkeys that count. Runs as lotse_anmeldung. */
export async function countFaktoren(tx: Tx, { kreisId, kontoId }: KontoKey): Promise<number> {
  const { anzahl } = await tx.one(sql<{ anzahl: number }>`
    select (select count(*) from faktor_totp where kreis_id = ${kreisId} and konto_id = ${kontoId}
        and bestaetigt_am is not null)
      + (select count(*) from faktor_passkey where kreis_id = ${kreisId} and konto_id = ${kontoId}) as anzahl`);
  return anzahl;
}
