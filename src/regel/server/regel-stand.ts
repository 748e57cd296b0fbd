import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '#src/platform/server/db.ts';
import type { regelStand } from '../contract.ts';

export type RegelStand = z.infer<typeof regelStand>;

/** Versions of settings with the name of the account that set them; `where` narrows the rows of regel r. */
export async function selectRegelStand(
  tx: Tx,
  kreisId: string,
  where: RawBuilder<unknown>,
): Promise<RegelStand[]> {
  return tx.all(sql<RegelStand>`
    select r.schluessel, r.wert, r.gueltig_ab as "gueltigAb", r.gueltig_bis as "gueltigBis", r.begruendung,
      k.name as "erfasstVon", to_json(r.erfasst_am)#>>'{}' as "erfasstAm", true as gesetzt
    from regel r
    left join konto k on k.kreis_id = r.kreis_id and k.id = r.erfasst_von
    where r.kreis_id = ${kreisId} and ${where}
    order by r.schluessel, r.gueltig_ab, r.erfasst_am`);
}
