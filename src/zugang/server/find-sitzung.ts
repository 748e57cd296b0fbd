import { sql } from 'kysely';
import { idleMinutes, type Tx } from '#src/platform/server/db.ts';
import type { KontoKey } from './record-konto-ereignis.ts';

/** A session that holds, and whose it is. */
export interface Sitzung extends KontoKey {
  readonly anmeldename: string;
  readonly stufe: number;
  /** argon2id text of the password; null: the account has none. */
  readonly kennwort: string | null;
  readonly restSekunden: number;
}

/**
 * The session of a secret, either one that waits for its second step or one that is signed in; locked, so that two calls
 * do not renew it both. Runs as lotse_anmeldung.
 */
export function findSitzung(
  tx: Tx,
  pruefwert: string,
  art: 'schritt' | 'angemeldet',
): Promise<Sitzung | undefined> {
  return tx.first(sql<Sitzung>`
    select s.kreis_id as "kreisId", s.konto_id as "kontoId", s.stufe, k.anmeldename,
      (select pruefwert from kennwort w where w.kreis_id = k.kreis_id and w.konto_id = k.id) as kennwort,
      floor(extract(epoch from s.endet_am - now()))::int as "restSekunden"
    from sitzung s join konto k on k.kreis_id = s.kreis_id and k.id = s.konto_id
    where s.pruefwert = ${pruefwert} and (s.stufe = 0) = ${art === 'schritt'}
      and s.endet_am > now() and s.zuletzt_am + make_interval(mins => ${idleMinutes}) > now()
      and konto_zustand(k.kreis_id, k.id) not in ('gesperrt', 'ruhend')
    for update of s`);
}
