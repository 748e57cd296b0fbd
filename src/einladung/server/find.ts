import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { hashToken } from '#src/platform/server/session.ts';

export interface Eingeladen {
  readonly kreisId: string;
  readonly kontoId: string;
  readonly name: string;
  readonly anmeldename: string;
  readonly art: 'einladung' | 'kennwort';
}

/** Whom a link is for, as lotse_anmeldung. Unknown, expired, used, withdrawn and locked are refused alike. */
export async function findEingeladen(tx: Tx, geheimnis: string): Promise<Eingeladen> {
  const row = await tx.first(sql<Eingeladen>`
    select e.kreis_id as "kreisId", e.konto_id as "kontoId", k.name, k.anmeldename, e.art
    from einladung e join konto k on k.kreis_id = e.kreis_id and k.id = e.konto_id
    where e.pruefwert = ${hashToken(geheimnis)} and e.eingeloest_am is null and e.zurueckgezogen_am is null
      and e.gueltig_bis > now() and konto_zustand(k.kreis_id, k.id) in ('eingeladen', 'aktiv')`);
  if (!row) throw new Refusal('einladung-ungueltig', 404);
  return row;
}
