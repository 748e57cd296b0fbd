import { sql } from 'kysely';
import { knownAt } from '#src/fall/server/status-on-day.ts';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { parseRegel, regelVorgabe } from '#src/regel/regel.ts';
import type { RegelWert } from '#src/regel/schemata.ts';

export interface AktivRegel {
  readonly stichtag: Day;
  readonly wert: RegelWert<'aktiv_regel'>;
  /** Null when the Kreis had set nothing and the default of the product holds. */
  readonly gueltigAb: Day | null;
}

/** The rule by which a case counts as aktiv, on each of the key dates, in their order. */
export async function readAktivRegel(
  tx: Tx,
  kreisId: string,
  stichtage: readonly Day[],
  kenntnisstand: string | null,
): Promise<AktivRegel[]> {
  const rows = await tx.all(sql<{ wert: unknown; gueltig_ab: Day; gueltig_bis: Day | null }>`
    select r.wert, r.gueltig_ab, r.gueltig_bis from regel r
    where r.kreis_id = ${kreisId} and r.schluessel = 'aktiv_regel' and ${knownAt('r', kenntnisstand)}`);
  return stichtage.map((stichtag) => {
    const row = rows.find(
      (r) => r.gueltig_ab <= stichtag && (r.gueltig_bis === null || r.gueltig_bis > stichtag),
    );
    return row
      ? { stichtag, wert: parseRegel('aktiv_regel', row.wert), gueltigAb: row.gueltig_ab }
      : { stichtag, wert: regelVorgabe('aktiv_regel'), gueltigAb: null };
  });
}
