import { sql } from 'kysely';
import { requireUneingeschraenkt } from '#src/ersuchen/server/restrict.ts';
import { today, type Day } from '#src/platform/day.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';

/** What somebody wants to share: with whom, what for, which kinds of content. */
export interface Freigabe {
  readonly stelleId: string;
  readonly zweck: 'vermittlung' | 'fallkonferenz' | 'kurzer_draht' | 'uebergabe' | 'rueckmeldung';
  readonly inhalt: readonly string[];
  /** "an": we tell them; "von": they tell us. */
  readonly richtung?: 'an' | 'von';
  readonly am?: Day;
}

/**
 * No release, no sharing (Konzept 4.3 and 5, "kurzer Draht"): finds the release that covers recipient, purpose and every
 * kind of content on the day, given to the Träger that holds the person now; refuses when there is none, or when the
 * consent under it has run out.
 */
export async function requireFreigabe(
  tx: Tx,
  kreisId: string,
  personId: string,
  freigabe: Freigabe,
): Promise<string> {
  const { stelleId, zweck, inhalt, richtung = 'an', am = today() } = freigabe;
  await requireUneingeschraenkt(tx, kreisId, personId);
  const row = await tx.first(sql<{ id: string; abgelaufen: boolean }>`
    select e.id, coalesce(w.ablauf_am < ${am}::date, false) as abgelaufen from entbindung e
    join person p on p.kreis_id = e.kreis_id and p.id = e.person_id and p.traeger_id = e.traeger_id
    join einwilligung w on w.kreis_id = p.kreis_id and w.id = p.einwilligung_id and w.widerrufen_am is null
    where e.kreis_id = ${kreisId} and e.person_id = ${personId} and e.stelle_id = ${stelleId} and e.zweck = ${zweck}
      and e.inhalt @> ${[...inhalt]}::text[] and cardinality(${[...inhalt]}::text[]) > 0
      and e.richtung in (${richtung}, 'beide') and e.widerrufen_am is null
      and e.gueltig_ab <= ${am}::date and e.gueltig_bis > ${am}::date
    order by e.gueltig_bis desc limit 1
    for share of e`);
  if (!row) throw new Refusal('entbindung-fehlt', 422);
  if (row.abgelaufen) throw new Refusal('einwilligung-abgelaufen', 422);
  return row.id;
}
