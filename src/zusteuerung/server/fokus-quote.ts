import { sql } from 'kysely';
import { zaehlumfang } from '#src/auswertung/server/policy.ts';
import { admittedOn, knownAt, statusOn, validOn } from '#src/fall/server/status-on-day.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Actor } from '#src/platform/server/actor.ts';
import type { Call } from '#src/platform/server/http.ts';
import { getRegel } from '#src/regel/server/get-regel.ts';
import type { zusteuerungContract } from '../contract.ts';
import { fokusQuote, type FokusZahlen } from '../rules.ts';

type Get = typeof zusteuerungContract.getFokusQuote;

/** Places, focus group and free share of a Träger today, for those who may count all its cases. */
export async function getFokusQuote(call: Call<Get>): Promise<Answer<Get>> {
  const { tx, actor, params, query, deps } = call;
  const { kreisId } = params;
  const { traegerId } = query;
  if (!mayCountTraeger(actor, kreisId, traegerId)) throw notFound();
  const am = today(deps.now());
  const zielgruppe = await getRegel(tx, kreisId, 'zielgruppe', am);
  const fallschluessel = await getRegel(tx, kreisId, 'fallschluessel', am);
  const regel = await getRegel(tx, kreisId, 'aktiv_regel', am);
  const on = { kreisId, stichtag: am, kenntnisstand: null, regel };
  const zahlen = await tx.as('lotse_zaehler', () =>
    tx.one(sql<FokusZahlen>`
      select count(*) filter (where status = 'aktiv')::int as aktiv,
        count(*) filter (where status = 'aktiv' and fokus)::int as fokus,
        (select coalesce(sum(p.vzae_hundertstel), 0)::int from stellenanteil p
          where p.kreis_id = ${kreisId} and p.traeger_id = ${traegerId} and p.baustein = 2
            and p.ebene = 'besetzung' and ${validOn('p', am)}) as "vzaeHundertstel"
      from (
        select ${statusOn('s', on)} as status, exists (select from fall_merkmal m
          where m.kreis_id = f.kreis_id and m.fall_id = f.id and m.merkmal = 'fokusgruppe' and m.wert = 'ja'
            and ${validOn('m', am)} and ${knownAt('m', null)}) as fokus
        from fall f
        join fall_zustaendigkeit z on z.kreis_id = f.kreis_id and z.fall_id = f.id
          and ${validOn('z', am)} and ${knownAt('z', null)}
        join fall_status s on s.kreis_id = f.kreis_id and s.fall_id = f.id
          and ${validOn('s', am)} and ${knownAt('s', null)}
        where f.kreis_id = ${kreisId} and z.traeger_id = ${traegerId} and ${admittedOn('f', am, null)}
        offset 0) je_fall`),
  );
  return { am, traegerId, quote: fokusQuote(fallschluessel, zielgruppe, zahlen) };
}

function mayCountTraeger(actor: Actor, kreisId: string, traegerId: string): boolean {
  const umfang = zaehlumfang(actor, kreisId);
  return umfang.art === 'kreis' || umfang.traegerIds.includes(traegerId);
}
