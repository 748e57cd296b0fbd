import { sql } from 'kysely';
import type { FaktorWeg } from '#src/faktor/contract.ts';
import { listWege } from '#src/faktor/server/list-wege.ts';
import { lockFaktoren } from '#src/faktor/server/lock.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Session } from '#src/platform/server/session.ts';
import { absoluteHours, schrittMinutes } from '#src/zugang/rules.ts';
import { recordKontoEreignis, type KontoKey } from './record-konto-ereignis.ts';

/** What was proved before a session opens. */
export interface Beweis {
  readonly weg: 'kennwort' | 'einladung' | 'passkey' | 'anbieter';
  /** The second factor was proved along with it. */
  readonly mitFaktor: boolean;
  /** When it was proved, where that was elsewhere; not given: now. */
  readonly am?: Date;
}

/**
 * Opens a session under a new secret; whatever session the browser had before is dead. Without a second factor an account
 * that has one gets a session that opens nothing but the second step: then its ways are returned, else none. Runs as
 * lotse_anmeldung; offered to whoever proves an account on another way than the password.
 */
export async function openSitzung(
  tx: Tx,
  konto: KontoKey,
  session: Session,
  beweis: Beweis,
): Promise<FaktorWeg[]> {
  await lockFaktoren(tx, konto);
  const wege = beweis.mitFaktor ? [] : await listWege(tx, konto);
  const wartet = wege.length > 0;
  const stufe = beweis.mitFaktor ? 2 : wartet ? 0 : 1;
  const seconds = wartet ? schrittMinutes * 60 : absoluteHours * 3600;
  await tx.run(sql`
    delete from sitzung
    where pruefwert = ${session.pruefwert}
      or (kreis_id = ${konto.kreisId} and konto_id = ${konto.kontoId} and endet_am <= now())`);
  await tx.run(sql`
    insert into sitzung (kreis_id, konto_id, pruefwert, stufe, endet_am, geraet, adresse, bestaetigt_am)
    values (${konto.kreisId}, ${konto.kontoId}, ${session.issue(seconds)}, ${stufe},
      now() + make_interval(secs => ${seconds}), ${session.geraet}, ${session.adresse},
      least(coalesce(${beweis.am ?? null}::timestamptz, now()), now()))`);
  if (!wartet)
    await recordKontoEreignis(tx, konto, 'zugang.angemeldet', konto.kontoId, { weg: beweis.weg, stufe });
  return wege;
}
