import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { notFound } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { bericht as berichtSchema, type Bericht, type Lauf } from '../contract.ts';

interface LaufRow {
  id: string;
  datei_name: string;
  profil: string;
  am: Date;
  von_name: string | null;
  zurueckgenommen_am: Date | null;
  gelesen: number;
  angelegt: number;
  geaendert: number;
  unveraendert: number;
  abgelehnt: number;
}

function runs(kreisId: string, id: string | null): RawBuilder<LaufRow> {
  return sql<LaufRow>`
    select u.id, u.datei_name, u.profil, u.am, k.name as von_name, u.zurueckgenommen_am,
      (u.bericht->>'gelesen')::int as gelesen, (u.bericht->>'angelegt')::int as angelegt, (u.bericht->>'geaendert')::int as geaendert,
      (u.bericht->>'unveraendert')::int as unveraendert, jsonb_array_length(u.bericht->'abgelehnt') as abgelehnt
    from uebernahme u left join konto k on k.kreis_id = u.kreis_id and k.id = u.konto_id
    where u.kreis_id = ${kreisId} and (${id}::uuid is null or u.id = ${id}::uuid)
    order by u.am desc limit 200`;
}

function toLauf(row: LaufRow): Lauf {
  return {
    id: row.id,
    dateiName: row.datei_name,
    profil: row.profil,
    am: row.am.toISOString(),
    vonName: row.von_name,
    gelesen: row.gelesen,
    angelegt: row.angelegt,
    geaendert: row.geaendert,
    unveraendert: row.unveraendert,
    abgelehnt: row.abgelehnt,
    zurueckgenommenAm: row.zurueckgenommen_am?.toISOString() ?? null,
    abilities: { undoUebernahme: row.zurueckgenommen_am === null },
  };
}

/** Past runs of a Kreis, the latest first. */
export async function listUebernahme(tx: Tx, kreisId: string): Promise<Lauf[]> {
  return (await tx.all(runs(kreisId, null))).map(toLauf);
}

export async function getLauf(tx: Tx, kreisId: string, id: string): Promise<Lauf> {
  const row = await tx.first(runs(kreisId, id));
  if (!row) throw notFound();
  return toLauf(row);
}

/** The report of a run: numbers and refused cells, never what stood in them. */
export async function getUebernahme(
  tx: Tx,
  kreisId: string,
  id: string,
): Promise<{ lauf: Lauf; bericht: Bericht }> {
  const lauf = await getLauf(tx, kreisId, id);
  const { bericht } = await tx.one(
    sql<{ bericht: unknown }>`select bericht from uebernahme where kreis_id = ${kreisId} and id = ${id}`,
  );
  return { lauf, bericht: z.parse(berichtSchema, bericht) };
}
