import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { recordKontoEreignis, type KontoKey } from './record-konto-ereignis.ts';

/** Sets or removes the address to which an account gets hints without content; refuses mail-ungueltig. Runs as lotse_owner. */
export async function setMail(tx: Tx, konto: KontoKey, adresse: string | null): Promise<void> {
  if (adresse !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(adresse)) throw new Refusal('mail-ungueltig');
  await tx.run(
    sql`update konto set email = ${adresse} where kreis_id = ${konto.kreisId} and id = ${konto.kontoId}`,
  );
  await recordKontoEreignis(
    tx,
    konto,
    adresse === null ? 'zugang.mail-entfernt' : 'zugang.mail-gesetzt',
    null,
  );
}
