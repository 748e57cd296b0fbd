import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import type { Call } from '#src/platform/server/http.ts';
import { selectVereinbarung } from '#src/vereinbarung/server/read.ts';
import type { angebotContract } from '../contract.ts';
import { loadAngebot } from './load.ts';
import { mayChangeAngebot } from './policy.ts';
import { currentOn } from './read.ts';

type Get = typeof angebotContract.getAngebot;
type Around = Pick<Answer<Get>, 'stelle' | 'weitere' | 'aehnliche' | 'zusammengefuehrtMit'>;

/** An offer with its office, the agreements with it, and what stands beside it. */
export async function getAngebot({ tx, deps, params, actor }: Call<Get>): Promise<Answer<Get>> {
  const { kreisId, angebotId } = params;
  const angebot = await loadAngebot(tx, kreisId, angebotId);
  const heute = today(deps.now());
  const [around, vereinbarung] = await Promise.all([
    tx.one(sql<Around>`
      select json_build_object('id', s.id, 'name', s.name, 'weg', s.weg, 'ansprechpartner', s.ansprechpartner,
          'telefon', s.telefon, 'email', s.email) as stelle,
        (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name) order by a.name), '[]')
          from angebot a where a.kreis_id = s.kreis_id and a.stelle_id = s.id and a.id <> ${angebotId}
            and ${currentOn(heute)}) as weitere,
        (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'stelle', o.name) order by a.name), '[]')
          from angebot a join stelle o on o.kreis_id = a.kreis_id and o.id = a.stelle_id
          where a.kreis_id = s.kreis_id and a.stelle_id <> s.id and a.kommune_id = ${angebot.kommuneId}
            and a.art = ${angebot.art} and a.beratungsansatz is not distinct from ${angebot.beratungsansatz} and a.ebene = ${angebot.ebene}
            and a.lebensbereich && ${angebot.lebensbereich}::text[]
            and (a.zielgruppe && ${angebot.zielgruppe}::text[] or a.zielgruppe = ${angebot.zielgruppe}::text[])
            and ${currentOn(heute)}) as aehnliche,
        (select json_build_object('id', a.id, 'name', a.name) from angebot_abgleich g
            join angebot a on a.kreis_id = g.kreis_id and a.id = g.angebot_id
          where g.kreis_id = s.kreis_id and g.anderes_id = ${angebotId} and g.ergebnis = 'zusammengefuehrt'
            and ${angebot.gueltigBis}::date is not null) as "zusammengefuehrtMit"
      from stelle s where s.kreis_id = ${kreisId} and s.id = ${angebot.stelleId}`),
    selectVereinbarung(
      tx,
      kreisId,
      sql`v.stelle_id = ${angebot.stelleId}
      and (v.gueltig_bis is null or v.gueltig_bis > ${heute}::date)`,
    ),
  ]);
  return { angebot, ...around, vereinbarung, abilities: { changeAngebot: mayChangeAngebot(actor, kreisId) } };
}
