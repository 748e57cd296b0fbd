import { sql } from 'kysely';
import { addDays, type Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { getRegel } from '#src/regel/server/get-regel.ts';
import type { FallVorschau } from '../anfrage-contract.ts';

/** How far ahead something that runs out is worth a mention. */
const ABLAUF_DAYS = 60;

/**
 * The little that another Träger learns of cases before it accepts: place, languages, areas of life, how much is open.
 * Codes and counts; the caller has opened the purpose "uebergabe" and decided which cases these may be.
 */
export async function readVorschau(
  tx: Tx,
  kreisId: string,
  fallIds: readonly string[],
  heute: Day,
): Promise<Map<string, FallVorschau>> {
  const { lebensbereiche } = await getRegel(tx, kreisId, 'komplexer_fall', heute);
  const until = addDays(heute, ABLAUF_DAYS);
  const merkmal = sql`m.kreis_id = f.kreis_id and m.ersetzt_am is null and m.gueltig_ab <= ${heute}::date
    and (m.gueltig_bis is null or m.gueltig_bis > ${heute}::date)`;
  const rows = await tx.all(sql<{ id: string; vorschau: Omit<FallVorschau, 'komplex'> }>`
    select f.id, json_build_object(
      'kommuneId', f.kommune_id,
      -- Where nobody asked for languages, that of the consent says something.
      'sprache', (select coalesce(json_agg(distinct coalesce(m.wert, e.sprache)), '[]') from person p
        join einwilligung e on e.kreis_id = p.kreis_id and e.id = p.einwilligung_id
        left join person_merkmal m on ${merkmal} and m.person_id = p.id and m.merkmal = 'sprache'
        where p.kreis_id = f.kreis_id and p.id = f.person_id),
      'lebensbereich', (select coalesce(json_agg(m.wert order by m.wert), '[]') from fall_merkmal m
        where ${merkmal} and m.fall_id = f.id and m.merkmal = 'lebensbereich'),
      'offen', json_build_object(
        'schritt', (select count(*) from hilfeplan_schritt s where s.kreis_id = f.kreis_id and s.fall_id = f.id
          and s.entfernt_am is null and s.stand in ('offen', 'in_arbeit')),
        'aufgabe', (select count(*) from aufgabe a where a.kreis_id = f.kreis_id and a.fall_id = f.id and a.stand = 'offen'),
        'vermittlung', (select count(*) from vermittlung v where v.kreis_id = f.kreis_id and v.fall_id = f.id
          and v.art = 'vermittlung' and v.stand not in ('beendet', 'abgelehnt', 'zurueckgezogen')),
        'termin', (select count(*) from termin t where t.kreis_id = f.kreis_id and t.fall_id = f.id
          and t.stand = 'geplant' and t.beginn >= ${heute}::date),
        'ablauf', (select count(*) from person_merkmal m where ${merkmal} and m.person_id = f.person_id
            and m.laeuft_ab_am between ${heute}::date and ${until}::date)
          + (select count(*) from einwilligung e where e.kreis_id = f.kreis_id and e.person_id = f.person_id
            and e.widerrufen_am is null and e.abgeloest_am is null and e.ablauf_am between ${heute}::date and ${until}::date)
      )) as vorschau
    from fall f where f.kreis_id = ${kreisId} and f.id = any (${fallIds}::uuid[])`);
  return new Map(
    rows.map(({ id, vorschau }) => [
      id,
      { ...vorschau, komplex: vorschau.lebensbereich.length >= lebensbereiche },
    ]),
  );
}
