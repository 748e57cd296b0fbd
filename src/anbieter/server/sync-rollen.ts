import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import { recordKontoEreignis, type KontoKey } from '#src/zugang/server/record-konto-ereignis.ts';
import { compareRollen } from '../rules.ts';
import { readZuordnung } from './read-zuordnung.ts';

interface Held {
  readonly id: string;
  readonly rolle: string;
  readonly traegerId: string | null;
  readonly regionId: string | null;
}

/**
 * Gives the roles that the groups stand for and ends those of this service whose group is gone; roles that people gave
 * stay as they are. Runs as lotse_anmeldung, which the database lets touch no other roles.
 */
export async function syncRollen(
  tx: Tx,
  dienst: { readonly kreisId: string; readonly id: string },
  konto: KontoKey,
  gruppen: readonly string[],
): Promise<void> {
  const held = await tx.all(sql<Held>`
    select id, rolle, traeger_id as "traegerId", region_id as "regionId" from rolle
    where konto_kreis_id = ${konto.kreisId} and konto_id = ${konto.kontoId} and kreis_id = ${dienst.kreisId}
      and anbieter_id = ${dienst.id} and (gueltig_bis is null or gueltig_bis > now()) for update`);
  const { neu, vorbei } = compareRollen(await readZuordnung(tx, dienst), gruppen, held);
  if (vorbei.length > 0)
    await tx.run(sql`
      update rolle set gueltig_bis = now() where kreis_id = ${dienst.kreisId} and id = any (${vorbei}::uuid[])`);
  for (const { rolle, traegerId, regionId } of neu)
    await tx.run(sql`
      insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle, traeger_id, region_id, gueltig_ab, anbieter_id)
      values (${dienst.kreisId}, ${konto.kreisId}, ${konto.kontoId}, ${rolle}, ${traegerId}, ${regionId}, now(), ${dienst.id})`);
  if (neu.length + vorbei.length > 0)
    await recordKontoEreignis(tx, konto, 'anbieter.rollen-abgeglichen', konto.kontoId, {
      anbieterId: dienst.id,
      neu: neu.map(({ rolle }) => rolle),
      vorbei: vorbei.length,
    });
}
