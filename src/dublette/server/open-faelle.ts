import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';

/** The open case of each of the persons, also where a colleague has it: read by the counting role, which knows no names. */
export async function openFaelle(
  tx: Tx,
  kreisId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.as('lotse_zaehler', () =>
    tx.all(sql<{ personId: string; fallId: string }>`
      select f.person_id as "personId", f.id as "fallId" from fall f
      join lateral (select s.status from fall_status s
        where s.kreis_id = f.kreis_id and s.fall_id = f.id and s.ersetzt_am is null
        order by s.gueltig_ab desc limit 1) s on s.status <> 'abgeschlossen'
      where f.kreis_id = ${kreisId} and f.person_id = any (${[...new Set(personIds)]}::uuid[])`),
  );
  return new Map(rows.map((row) => [row.personId, row.fallId]));
}
