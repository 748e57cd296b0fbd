import { sql } from 'kysely';
import { findZustaendigkeit } from '#src/kreis/server/get-zustaendigkeit.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { getRegel } from '#src/regel/server/get-regel.ts';
import type { zusteuerungContract } from '../contract.ts';
import { resolveZusteuerung } from '../resolve.ts';
import { befundZielgruppe } from '../rules.ts';
import { readZusteuerung } from './read.ts';

type Probe = typeof zusteuerungContract.probeZusteuerung;
type Ziel = Answer<Probe>['ziel'];

/** Tries the rules on invented facts: who would be responsible, by which rule, and does the target group fit. */
export async function probeZusteuerung(call: Call<Probe>): Promise<Answer<Probe>> {
  const { tx, params, query, deps } = call;
  const { kreisId } = params;
  const am = query.am ?? today(deps.now());
  const gebiet = await findZustaendigkeit(tx, kreisId, query.kommune, {
    am,
    ortsteilId: query.ortsteil,
    strasse: query.strasse,
  });
  if (!gebiet) throw notFound();
  const regel =
    resolveZusteuerung(await readZusteuerung(tx, kreisId, am), {
      am,
      kommuneId: query.kommune,
      ortsteilId: gebiet.ortsteil?.id ?? null,
      zugang: query.zugang ?? null,
      wohnform: query.wohnform ?? null,
      bedarf: query.bedarf ?? null,
    }) ?? null;
  const genannt = await tx.all(sql<Ziel[number]>`
    select 'traeger' as art, t.id, t.name, s.name as standort
    from traeger t left join standort s on s.kreis_id = t.kreis_id and s.id = ${regel?.anStandortId ?? null}
    where t.kreis_id = ${kreisId} and t.id = ${regel?.anTraegerId ?? null}
    union all
    select 'stelle', s.id, s.name, null from stelle s
    where s.kreis_id = ${kreisId} and s.id = ${regel?.anStelleId ?? null}`);
  const amOrt = gebiet.traeger.map(({ id, name }) => ({ art: 'traeger' as const, id, name, standort: null }));
  return {
    am,
    ziel: genannt.length > 0 ? genannt : amOrt,
    regel,
    gebiet,
    zielgruppe: befundZielgruppe(await getRegel(tx, kreisId, 'zielgruppe', am), {
      am,
      einreiseAm: query.einreise ?? null,
      andererZugang: query.anderer ?? null,
    }),
  };
}
