import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import { endSitzung } from './end-sitzung.ts';
import { recordKontoEreignis, type KontoKey } from './record-konto-ereignis.ts';

/** Locks an account and ends its sessions: the next request of each is refused. Runs as lotse_owner. */
export async function lockKonto(tx: Tx, konto: KontoKey): Promise<void> {
  const changed = await tx.run(sql`
    update konto set gesperrt_am = now()
    where kreis_id = ${konto.kreisId} and id = ${konto.kontoId} and gesperrt_am is null`);
  await endSitzung(tx, konto);
  if (changed > 0) await recordKontoEreignis(tx, konto, 'zugang.konto-gesperrt', null);
}

/** Opens a locked or dormant account again and forgets its failed tries. */
export async function unlockKonto(tx: Tx, konto: KontoKey): Promise<void> {
  const changed = await tx.run(sql`
    update konto set gesperrt_am = null, entsperrt_am = now()
    where kreis_id = ${konto.kreisId} and id = ${konto.kontoId}
      and konto_zustand(kreis_id, id) in ('gesperrt', 'ruhend')`);
  await tx.run(sql`
    delete from anmeldeversuch v using konto k
    where k.kreis_id = ${konto.kreisId} and k.id = ${konto.kontoId}
      and v.anmeldename = k.anmeldename and not v.gelungen`);
  if (changed > 0) await recordKontoEreignis(tx, konto, 'zugang.konto-entsperrt', null);
}
