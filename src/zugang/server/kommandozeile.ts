import { sql } from 'kysely';
import type { Owner } from '#src/platform/server/db.ts';

/**
 * The account under which the command line acts in a Kreis. It has no password, so nobody can sign in with it;
 * its abilities last for the hour of the command and are visible in the list of roles.
 */
export async function kommandozeile(
  installation: { readonly owner: Owner },
  kreisId: string,
): Promise<{ kreisId: string; kontoId: string } | undefined> {
  return installation.owner(async (tx) => {
    const kreis = await tx.first(sql`select 1 from kreis where id = ${kreisId}`);
    if (!kreis) return undefined;
    const konto = await tx.one(sql<{ id: string }>`
      insert into konto (kreis_id, anmeldename, name) values (${kreisId}, ${`kommandozeile.${kreisId}`}, 'Kommandozeile')
      on conflict (anmeldename) do update set name = excluded.name returning id`);
    await tx.run(sql`delete from rolle where konto_kreis_id = ${kreisId} and konto_id = ${konto.id}`);
    await tx.run(sql`
      insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle, gueltig_ab, gueltig_bis)
      select ${kreisId}, ${kreisId}, ${konto.id}, r, now(), now() + interval '1 hour'
      from unnest(array['uebernahme', 'koordination']) r`);
    return { kreisId, kontoId: konto.id };
  });
}
