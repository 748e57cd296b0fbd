import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import { recordKontoEreignis, type KontoKey } from './record-konto-ereignis.ts';

/** Ends all sessions of an account and says how many there were; runs as lotse_owner. */
export async function endSitzung(tx: Tx, konto: KontoKey): Promise<number> {
  const anzahl = await tx.run(sql`
    delete from sitzung where kreis_id = ${konto.kreisId} and konto_id = ${konto.kontoId}`);
  if (anzahl > 0) await recordKontoEreignis(tx, konto, 'zugang.ueberall-abgemeldet', null, { anzahl });
  return anzahl;
}
