import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { KontoZustand } from '../contract.ts';

export interface Zustand {
  readonly id: string;
  readonly zustand: KontoZustand;
  readonly zuletztAm: Date | null;
  readonly endetAm: Day | null;
  readonly faktor: boolean;
}

/** What only sign-in may read of accounts: ask for those alone that the actor administers. */
export function readZustand(tx: Tx, kreisId: string, kontoIds: readonly string[]): Promise<Zustand[]> {
  return tx.as('lotse_anmeldung', () =>
    tx.all(sql<Zustand>`
      select k.id, konto_zustand(k.kreis_id, k.id) as zustand, k.zuletzt_am as "zuletztAm", k.endet_am as "endetAm",
        exists (select from faktor_totp f where f.kreis_id = k.kreis_id and f.konto_id = k.id and f.bestaetigt_am is not null)
          or exists (select from faktor_passkey f where f.kreis_id = k.kreis_id and f.konto_id = k.id) as faktor
      from konto k where k.kreis_id = ${kreisId} and k.id = any (${kontoIds}::uuid[])`),
  );
}
