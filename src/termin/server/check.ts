import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { terminContract } from '../contract.ts';
import { endOf, hinweiseOf, terminRefusals } from '../rules.ts';
import { momentOf } from '../zeit.ts';
import { loadBezug, loadUmfeld } from './load-umfeld.ts';

type Check = typeof terminContract.checkTermin;

/** What speaks against an appointment before it is made, and which rooms of its Träger are free then. */
export async function checkTermin({ tx, actor, deps, params, body }: Call<Check>): Promise<Answer<Check>> {
  const { kreisId } = params;
  const { terminId, ...termin } = body;
  const heute = today(deps.now());
  const refusals = terminRefusals(termin, await loadBezug(tx, actor, kreisId, termin), heute);
  // A form that is not filled in yet may ask as well.
  refuseFields(refusals.filter(({ code }) => !code.endsWith('-fehlt')));
  const umfeld = await loadUmfeld(tx, kreisId, termin, terminId, heute);
  const beginn = momentOf(termin.tag, termin.von) ?? deps.now();
  const raum = await tx.all(sql<Answer<Check>['raum'][number]>`
    select r.id, r.standort_id as "standortId", r.name, r.geschuetzt,
      not exists (select from termin t where t.kreis_id = r.kreis_id and t.raum_id = r.id
        and t.stand in ('geplant', 'stattgefunden') and t.id is distinct from ${terminId}::uuid
        and t.beginn < ${endOf(beginn, termin.dauerMinuten)} and t.ende > ${beginn}) as frei
    from raum r join standort s on s.kreis_id = r.kreis_id and s.id = r.standort_id
    where r.kreis_id = ${kreisId} and (s.traeger_id = ${termin.traegerId}::uuid or s.id = ${termin.standortId}::uuid)
    order by r.name`);
  return { hinweis: hinweiseOf(termin, umfeld), raum, fristBis: umfeld.fristBis };
}
