import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';

export interface KreisZeile {
  readonly id: string;
  readonly name: string;
  readonly ags: string;
  readonly demo: boolean;
  readonly kommunen: number;
  readonly traeger: number;
}

/** All Kreise of the installation. */
export function listKreis(tx: Tx): Promise<KreisZeile[]> {
  return tx.all(sql<KreisZeile>`
    select k.id, k.name, k.ags, k.demo,
      (select count(*)::int from kommune o where o.kreis_id = k.id) as kommunen,
      (select count(*)::int from traeger t where t.kreis_id = k.id) as traeger
    from kreis k order by k.id`);
}
