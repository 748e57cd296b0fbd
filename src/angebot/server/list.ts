import { sql, type RawBuilder } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today, type Day } from '#src/platform/day.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { angebotContract, AngebotFilter } from '../contract.ts';
import { pruefGrenze } from '../rules.ts';
import { mayChangeAngebot } from './policy.ts';
import { currentOn, kommuneIds } from './read.ts';

type List = typeof angebotContract.listAngebot;

/** The directory after a filter: lines, how fresh all of it is, and the places where a map is wanted; one statement. */
export async function listAngebot({ tx, deps, params, query, actor }: Call<List>): Promise<Answer<List>> {
  const { kreisId } = params;
  const heute = today(deps.now());
  const order =
    query.pruefen === undefined
      ? sql`lower(t.name), t.id`
      : sql`t.bestaetigt_am nulls first, lower(t.name), t.id`;
  const row = await tx.one(sql<Omit<Answer<List>, 'abilities'>>`
    with t as materialized (
      select a.id, a.name, a.bestaetigt_am, a.kommune_id, a.anschrift, a.laenge, a.breite
      from angebot a
      where a.kreis_id = ${kreisId} and ${sql.join(conditions(query, heute, kreisId), sql` and `)}),
    seite as materialized (select t.id, t.name, t.bestaetigt_am from t order by ${order} limit ${query.anzahl})
    select (select count(*)::int from t) as gesamt,
      (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'stelleId', a.stelle_id, 'stelle', s.name,
          'art', a.art, 'ebene', a.ebene, 'kommuneId', a.kommune_id, 'kommuneIds', ${kommuneIds},
          'lebensbereich', a.lebensbereich, 'rechtskreis', a.rechtskreis, 'zielgruppe', a.zielgruppe,
          'sprache', a.sprache, 'plaetzeGesamt', a.plaetze_gesamt, 'plaetzeFrei', a.plaetze_frei,
          'plaetzeAm', a.plaetze_am, 'kosten', a.kosten, 'telefon', a.telefon, 'bestaetigtAm', a.bestaetigt_am,
          'gueltigBis', a.gueltig_bis, 'fassung', a.fassung) order by ${order}), '[]')
        from seite t join angebot a on a.kreis_id = ${kreisId} and a.id = t.id
          join stelle s on s.kreis_id = a.kreis_id and s.id = a.stelle_id) as angebot,
      ${query.karte === undefined ? sql`null` : karteOf(kreisId)} as karte,
      (select json_build_object('gesamt', count(*)::int,
          'veraltet', (count(*) filter (where a.bestaetigt_am < ${pruefGrenze(heute)}::date))::int,
          'nie', (count(*) filter (where a.bestaetigt_am is null))::int)
        from angebot a where a.kreis_id = ${kreisId} and ${currentOn(heute)}) as bestand`);
  return { ...row, abilities: { changeAngebot: mayChangeAngebot(actor, kreisId) } };
}

/** The places of all hits t, by the centre of the Kommune where an offer has no point of its own. */
function karteOf(kreisId: string): RawBuilder<unknown> {
  return sql`(with p as (
      select t.id, t.name, t.kommune_id, t.anschrift, coalesce(t.laenge, k.laenge) as laenge,
        coalesce(t.breite, k.breite) as breite
      from t left join kommune k on k.kreis_id = ${kreisId} and k.id = t.kommune_id),
    o as (select laenge, breite, min(kommune_id) as kommune_id, min(anschrift) as anschrift, count(*)::int as anzahl,
        (array_agg(json_build_object('id', id, 'name', name) order by lower(name), id))[1:20] as angebot
      from p where laenge is not null group by laenge, breite)
    select json_build_object(
      'ort', (select coalesce(json_agg(json_build_object('laenge', laenge, 'breite', breite, 'kommuneId', kommune_id,
          'anschrift', anschrift, 'anzahl', anzahl, 'angebot', angebot) order by anzahl desc, breite), '[]') from o),
      'ohneOrt', (select count(*)::int from p where laenge is null),
      'kommune', (select coalesce(json_agg(json_build_object('id', id, 'laenge', laenge, 'breite', breite)
          order by name), '[]') from kommune where kreis_id = ${kreisId} and laenge is not null)))`;
}

/** What the filter asks of a row of angebot a. */
export function conditions(query: AngebotFilter, heute: Day, kreisId: string): RawBuilder<unknown>[] {
  const wanted = [query.beendete === undefined ? currentOn(heute) : sql`true`];
  for (const word of (query.suche ?? '').toLowerCase().split(/\s+/).filter(Boolean)) {
    wanted.push(sql`(strpos(a.suche, ${word}) > 0 or a.stelle_id in (select s.id from stelle s
      where s.kreis_id = ${kreisId} and strpos(lower(s.name), ${word}) > 0))`);
  }
  if (query.art !== undefined) wanted.push(sql`a.art = ${query.art}`);
  if (query.stelle !== undefined) wanted.push(sql`a.stelle_id = ${query.stelle}`);
  if (query.lebensbereich !== undefined) wanted.push(sql`${query.lebensbereich} = any (a.lebensbereich)`);
  if (query.rechtskreis !== undefined)
    wanted.push(sql`(a.rechtskreis = '{}' or ${query.rechtskreis} = any (a.rechtskreis))`);
  // What is for everybody is for each group; employers are meant only where they are named.
  if (query.zielgruppe !== undefined)
    wanted.push(
      query.zielgruppe === 'arbeitgeber'
        ? sql`'arbeitgeber' = any (a.zielgruppe)`
        : sql`(a.zielgruppe = '{}' or ${query.zielgruppe} = any (a.zielgruppe))`,
    );
  if (query.sprache !== undefined) wanted.push(sql`${query.sprache} = any (a.sprache)`);
  if (query.kommune !== undefined)
    wanted.push(sql`(a.ebene = 'kreisweit' or (a.ebene = 'kommunal' and a.kommune_id = ${query.kommune})
      or (a.ebene = 'teilregional' and a.id in (select k.angebot_id from angebot_kommune k
        where k.kreis_id = ${kreisId} and k.kommune_id = ${query.kommune})))`);
  if (query.freie !== undefined) wanted.push(sql`a.plaetze_frei > 0`);
  if (query.pruefen !== undefined)
    wanted.push(sql`(a.bestaetigt_am is null or a.bestaetigt_am < ${pruefGrenze(heute)}::date)`);
  return wanted;
}
