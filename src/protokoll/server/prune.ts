import { sql } from 'kysely';
import type { Owner } from '#src/platform/server/db.ts';

/**
 * Removes reads older than so many months, whole sealed blocks only. The blocks stay, so the chain is proved from its
 * beginning; that their rows went stands in an event, which the chain seals in turn. Answers the rows removed.
 */
export async function pruneProtokoll(owner: Owner, monate: number): Promise<number> {
  const kreise = await owner((tx) => tx.all(sql<{ id: string }>`select id from kreis order by id`));
  let removed = 0;
  for (const { id } of kreise) removed += await pruneKreis(owner, id, monate);
  return removed;
}

async function pruneKreis(owner: Owner, kreisId: string, monate: number): Promise<number> {
  return owner(async (tx) => {
    const block = await tx.first(sql<{ bis: number; bisId: number }>`
      select b.nummer as bis, b.bis_id as "bisId" from protokollblock b
      where b.kreis_id = ${kreisId} and b.art = 'lesezugriff' and b.nummer < coalesce(
        (select min(j.nummer) from protokollblock j where j.kreis_id = ${kreisId} and j.art = 'lesezugriff'
          and j.bis_am >= now() - make_interval(months => ${monate})), ${2 ** 31 - 1})
        and exists (select from lesezugriff_verzeichnis v where v.kreis_id = ${kreisId} and v.nummer = b.nummer)
      order by b.nummer desc limit 1`);
    if (!block) return 0;
    const anzahl = await tx.run(
      sql`delete from lesezugriff where kreis_id = ${kreisId} and id <= ${block.bisId}`,
    );
    await tx.run(
      sql`delete from lesezugriff_verzeichnis where kreis_id = ${kreisId} and nummer <= ${block.bis}`,
    );
    await tx.run(sql`
      insert into ereignis (kreis_id, art, gegenstand, daten) values (${kreisId}, 'protokoll.gekuerzt', 'protokoll',
        ${JSON.stringify({ bis: block.bis, anzahl, monate })}::jsonb)`);
    return anzahl;
  });
}
