import { sql } from 'kysely';
import { today } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Handler } from '#src/platform/server/http.ts';
import { regelOn } from '#src/regel/server/get-regel.ts';
import type { CodeWert, kreisContract, KreisStamm } from '../contract.ts';
import { getVokabular } from './get-vokabular.ts';
import { maySeeCasemanager } from './policy.ts';

interface Row extends Pick<
  KreisStamm,
  'id' | 'name' | 'kommune' | 'region' | 'traeger' | 'standort' | 'casemanager'
> {
  readonly codeliste: readonly (CodeWert & { liste: keyof KreisStamm['codeliste'] })[];
}

/** Ground data of a Kreis as of today, in one statement, and its words. */
export const getKreis: Handler<typeof kreisContract.getKreis> = async ({ tx, params, actor, deps }) => {
  const { kreisId } = params;
  const am = today(deps.now());
  const row = await tx.first(sql<Row>`
    select k.id, k.name,
      (select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name, 'ortsteil',
          (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name), '[]')
           from ortsteil o where o.kreis_id = g.kreis_id and o.kommune_id = g.id)) order by g.name), '[]')
        from kommune g where g.kreis_id = k.id) as kommune,
      (select coalesce(json_agg(json_build_object('id', r.id, 'slug', r.slug, 'name', r.name,
          'zaehlbar', k.id = any (app_liste('app.zaehl_gesamt')) or cardinality(app_uuids('app.zaehl_traeger')) > 0
            or exists (select from rolle z where z.kreis_id = k.id and z.konto_id = app_konto() and z.region_id = r.id
              and z.gueltig_ab <= now() and (z.gueltig_bis is null or z.gueltig_bis > now())),
          'kommuneIds',
          (select coalesce(json_agg(rk.kommune_id order by rk.kommune_id), '[]') from region_kommune rk
           where rk.kreis_id = r.kreis_id and rk.region_id = r.id and rk.gueltig_ab <= ${am}::date
             and (rk.gueltig_bis is null or rk.gueltig_bis > ${am}::date))) order by r.name), '[]')
        from region r where r.kreis_id = k.id) as region,
      (select coalesce(json_agg(json_build_object('id', t.id, 'slug', t.slug, 'name', t.name,
          'rechtsname', t.rechtsname, 'art', t.art) order by t.name), '[]')
        from traeger t where t.kreis_id = k.id) as traeger,
      (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'traegerId', s.traeger_id,
          'kommuneId', s.kommune_id, 'art', s.art) order by s.name), '[]')
        from standort s where s.kreis_id = k.id) as standort,
      (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'traegerId', r.traeger_id)
          order by c.name), '[]')
        from rolle r join konto c on c.kreis_id = r.konto_kreis_id and c.id = r.konto_id
        where r.kreis_id = k.id and r.rolle = 'casemanager' and r.gueltig_ab <= now()
          and (r.gueltig_bis is null or r.gueltig_bis > now()) and c.gesperrt_am is null
          and ${maySeeCasemanager(actor, kreisId)}) as casemanager,
      (select coalesce(json_agg(json_build_object('liste', l.liste, 'code', l.code, 'bezeichnung', l.bezeichnung,
          'bezeichnungEn', l.bezeichnung_en, 'gemeinsam', l.gemeinsam,
          'aktuell', l.gueltig_ab <= ${am}::date and (l.gueltig_bis is null or l.gueltig_bis > ${am}::date)
            and (l.liste <> 'abschlussgrund' or coalesce(jsonb_array_length(g.codes), 0) = 0 or g.codes ? l.code))
          order by l.rang, l.bezeichnung), '[]')
        from codeliste l cross join (select ${regelOn(kreisId, 'abschlussgrund', am)} -> 'codes' as codes) g
        where l.kreis_id = k.id) as codeliste
    from kreis k where k.id = ${kreisId}`);
  if (!row) throw notFound();
  return { ...row, codeliste: groupLists(row.codeliste), vokabular: await getVokabular(tx, kreisId, am) };
};

function groupLists(rows: Row['codeliste']): KreisStamm['codeliste'] {
  const lists: KreisStamm['codeliste'] = {
    geschlecht: [],
    herkunftsland: [],
    leistungsbezug: [],
    lebensbereich: [],
    zugang: [],
    ergebnis: [],
    abschlussgrund: [],
    ruhegrund: [],
    unterweg: [],
    wohnform: [],
    rechtskreis: [],
    aufenthaltsgruppe: [],
    kein_fall: [],
  };
  for (const { liste, ...wert } of rows) lists[liste].push(wert);
  return lists;
}
