import { sql } from 'kysely';
import { loadPerson } from '#src/einwilligung/server/load-person.ts';
import { isGesperrt } from '#src/einwilligung/server/read-stand.ts';
import { readUnterschriften } from '#src/einwilligung/server/read-unterschrift.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import type { Call } from '#src/platform/server/http.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import type { entbindungContract, EntbindungZeile } from '../contract.ts';
import { entbindungStandOn } from '../rules.ts';

type List = typeof entbindungContract.listEntbindung;

/** The register of releases, those that run out first on top; none after a withdrawal of the consent. */
export async function listEntbindung({ tx, deps, params }: Call<List>): Promise<Answer<List>> {
  const { kreisId, personId } = params;
  if (await isGesperrt(tx, kreisId, personId)) {
    markLesezugriff(tx);
    return [];
  }
  const { traegerId } = await loadPerson(tx, deps.schluessel, kreisId, personId);
  await tx.run(sql`
    insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreisId}, app_konto(), array[${personId}::uuid], 'entbindung.list')`);
  markLesezugriff(tx);
  const unterschrift = await readUnterschriften(tx, kreisId, personId, 'entbindung');
  const rows = await tx.all(sql<Omit<EntbindungZeile, 'stand' | 'unterschrift'>>`
    select e.id, e.stelle_id as "stelleId", s.name as "stelleName", e.zweck, e.inhalt, e.richtung,
      e.gueltig_ab as "gueltigAb", e.gueltig_bis - 1 as "letzterTag", e.widerrufen_am as "widerrufenAm", e.sprache,
      e.traeger_id = ${traegerId}::uuid as eigen
    from entbindung e join stelle s on s.kreis_id = e.kreis_id and s.id = e.stelle_id
    where e.kreis_id = ${kreisId} and e.person_id = ${personId}
    order by e.widerrufen_am is not null, e.gueltig_bis, e.erfasst_am`);
  const heute = today(deps.now());
  return rows.map((row) => ({
    ...row,
    stand: entbindungStandOn(row, heute),
    unterschrift: unterschrift(row.id),
  }));
}
