import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import type { Angebot } from '../angebot.ts';

/** Offers of a Kreis with everything known of them; `where` narrows the rows of angebot a. */
export async function selectAngebot(tx: Tx, kreisId: string, where: RawBuilder<unknown>): Promise<Angebot[]> {
  return tx.all(sql<Angebot>`
    select a.id, a.stelle_id as "stelleId", s.name as stelle, a.name, a.beschreibung, a.art, a.beratungsansatz,
      a.eigenes_fallmanagement as "eigenesFallmanagement", a.ebene, a.kommune_id as "kommuneId",
      ${kommuneIds} as "kommuneIds", a.lebensbereich, a.rechtskreis, a.zielgruppe, a.sprache,
      a.plaetze_gesamt as "plaetzeGesamt", a.plaetze_frei as "plaetzeFrei", a.plaetze_am as "plaetzeAm", a.kosten,
      a.kosten_text as "kostenText", a.oeffnung, a.anschrift, a.laenge, a.breite, a.ansprechpartner, a.telefon, a.email,
      a.web, a.barriere, a.quelle, a.quelle_web as "quelleWeb", a.quelle_kennung as "quelleKennung",
      a.bestaetigt_am as "bestaetigtAm", a.gueltig_ab as "gueltigAb", a.gueltig_bis as "gueltigBis", a.fassung
    from angebot a join stelle s on s.kreis_id = a.kreis_id and s.id = a.stelle_id
    where a.kreis_id = ${kreisId} and ${where} order by a.name, a.id`);
}

/** AGS of the Kommunen for which a sub-regional offer a is there. */
export const kommuneIds = sql`array(select k.kommune_id from angebot_kommune k
  where k.kreis_id = a.kreis_id and k.angebot_id = a.id order by 1)`;

/** Rows of angebot a that exist on the day. */
export function currentOn(tag: string): RawBuilder<unknown> {
  return sql`a.gueltig_ab <= ${tag}::date and (a.gueltig_bis is null or a.gueltig_bis > ${tag}::date)`;
}
