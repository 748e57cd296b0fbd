import { sql, type RawBuilder } from 'kysely';
import { suchform, suchlaut } from '#src/person/suchform.ts';
import { today, type Day } from '#src/platform/day.ts';
import type { Answer } from '#src/platform/contract.ts';
import { hasRolle } from '#src/platform/server/actor.ts';
import type { Call } from '#src/platform/server/http.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import { regelVorgabe } from '#src/regel/regel.ts';
import { getRegel, regelOn, toRegel } from '#src/regel/server/get-regel.ts';
import type { fallContract } from '../contract.ts';
import { isNummerSuche, type StatusZeile } from '../rules.ts';
import { merkmalOn } from './merkmal-filter.ts';
import { inRegion, seesFall } from './scope.ts';
import { admittedOn, knownAt, statusOnDay, validOn, type AsOf } from './status-on-day.ts';
import { toFallZeile, type ZeilenStand } from './zeile.ts';

type Filter = Call<typeof fallContract.searchFall>['body'];
type List = Omit<Call<typeof fallContract.listFall>, 'query'> & { readonly query: Filter };

/** Hits of a name search that are looked at; the best ones come first. */
const SUCHTREFFER = 200;

interface Row extends ZeilenStand {
  readonly eigener: StatusZeile['status'] | null;
  readonly herkunft: StatusZeile['herkunft'] | null;
  readonly ab: string | null;
}

/**
 * The cases that the actor may see, as of today or of a Stichtag and Kenntnisstand: the same predicates count the
 * published figures. One statement reads the page and writes the row of the access log.
 */
export async function listFall(call: List): Promise<Answer<typeof fallContract.listFall>> {
  const { tx, actor, deps, params, query } = call;
  const stichtag = query.stichtag ?? today(deps.now());
  const kenntnisstand = query.kenntnisstand ?? null;
  const on: AsOf = { kreisId: params.kreisId, stichtag, kenntnisstand };
  const namen = query.suche !== undefined && query.suche !== '' && !isNummerSuche(query.suche);
  // A search looks at a few cases, the Koordination at all of a Kreis: for both the policies cost little.
  const heute =
    query.stichtag === undefined &&
    kenntnisstand === null &&
    !namen &&
    !hasRolle(actor, ['koordination'], params.kreisId);
  const filter = [
    sql`f.kreis_id = ${params.kreisId}`,
    seesFall('f', actor, params.kreisId),
    admittedOn('f', stichtag, kenntnisstand),
    ...filters(query, on, actor.kontoId, await countsInCommon(call, stichtag)),
  ];
  const [row] = await tx.last(sql<{ gesamt: number; fall: Row[]; regel: unknown }>`
    with regel_tag as materialized (${aktivRegelOn(on)}), treffer as materialized (
      select f.kreis_id, f.id, f.nummer, f.person_id, f.kommune_id, f.ortsteil_id, f.aufgenommen_am,
        ${query.stichtag === undefined ? sql`f.traeger_id, f.casemanager_id` : sql`z.traeger_id, z.casemanager_id`},
        s.status, s.eigener, s.herkunft, s.ab, s.qualifiziert, p.id as p_id, p.familienname, p.vorname, p.geburtsdatum,
        ${heute ? sql`s.letzter` : sql`k.am as letzter`}, ${namen ? sql`n.aehnlichkeit` : sql`null::real`} as aehnlichkeit
      from ${heute ? standToday(call, on) : sql`fall f`}
      ${namen ? nameHits(query.suche ?? '') : sql``}
      ${query.stichtag === undefined ? sql`` : zustaendigkeitOn(on)}
      ${heute ? sql`` : sql`left join ${statusOnDay(on, grenze)} s on s.fall_id = f.id`}
      left join person p on p.kreis_id = f.kreis_id and p.id = f.person_id ${notOnlyOpened('p')}
      ${heute ? sql`` : lastKontakt(on)}
      where ${sql.join(filter, sql` and `)}
    ), seite as materialized (
      select * from treffer order by ${order(query.sortierung)} limit ${query.anzahl} offset ${query.ab}
    ), gelesen as (
      insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
      select ${params.kreisId}, app_konto(), array_agg(p_id), 'fall.list' from seite
      where p_id is not null having count(*) > 0
    )
    select (select count(*)::int from treffer) as gesamt, (select coalesce(json_agg(x), '[]') from (
      select id, nummer, traeger_id as "traegerId", casemanager_id as "casemanagerId", kommune_id as "kommuneId",
        ortsteil_id as "ortsteilId", aufgenommen_am as "aufgenommenAm", eigener, herkunft, ab,
        letzter as "letzterKontakt", qualifiziert as "letzterQualifizierter", p_id as "personId", familienname, vorname,
        geburtsdatum
      from seite order by ${order(query.sortierung)}) x) as fall,
      (select wert from regel_tag) as regel`);
  markLesezugriff(tx);
  const regel = toRegel('aktiv_regel', row?.regel ?? null);
  return {
    gesamt: row?.gesamt ?? 0,
    fall: (row?.fall ?? []).map((stand) => {
      const { eigener, herkunft, ab, aufgenommenAm } = stand;
      const status = { status: eigener ?? 'ruhend', herkunft: herkunft ?? 'hand', ab: ab ?? aufgenommenAm };
      return toFallZeile(stand, status, regel, stichtag);
    }),
  };
}

/** An opened case has its name in the file alone; in a list it stays a number. */
function notOnlyOpened(alias: string): RawBuilder<unknown> {
  return sql`and (${sql.ref(`${alias}.id`)} = any ((select app_uuids('app.geoeffnet'))::uuid[])) is not true`;
}

/** The rule "aktiv" of the Kreis on the day, and the last day on which a case lapses by it for want of a contact. */
function aktivRegelOn({ kreisId, stichtag, kenntnisstand }: AsOf): RawBuilder<unknown> {
  const wert = regelOn(kreisId, 'aktiv_regel', stichtag, kenntnisstand);
  const vorgabe = JSON.stringify(regelVorgabe('aktiv_regel'));
  return sql`select wert, case when wert ->> 'art' = 'kontakt'
      then (${stichtag}::date - make_interval(months => (wert ->> 'monate')::int))::date end as grenze
    from (select coalesce(${wert}, ${vorgabe}::jsonb) as wert) r`;
}

const grenze = sql<Day | null>`(select grenze from regel_tag)`;

/** Whether reports name the Lebensbereiche of all Kreise instead of the Kreis's own: then the list does as well. */
async function countsInCommon({ tx, params, query }: List, stichtag: Day): Promise<boolean> {
  if (query.merkmal !== 'lebensbereich') return false;
  const regel = await getRegel(tx, params.kreisId, 'lebensbereich_bericht', stichtag);
  return regel.liste === 'gemeinsame';
}

function nameHits(suche: string): RawBuilder<unknown> {
  return sql`join person_suche(${suchform(suche)}, ${suchlaut(suche)}, ${SUCHTREFFER}) n
    on n.kreis_id = f.kreis_id and n.person_id = f.person_id`;
}

/** One's own cases as of today with status and last contacts, by the function that asks for the right once. */
function standToday({ params, query }: List, { stichtag }: AsOf): RawBuilder<unknown> {
  const status = query.status === undefined ? null : wantedStatus(query.status);
  // "offset 0": each case by its key, instead of all of them against all rows of the function.
  return sql`fall_stand(${params.kreisId}, ${stichtag}::date, ${grenze}, ${status}::text[]) s
    join lateral (select * from fall x where x.kreis_id = ${params.kreisId} and x.id = s.fall_id offset 0) f on true`;
}

function lastKontakt(on: AsOf): RawBuilder<unknown> {
  return sql`left join lateral (select bk.am from beratungskontakt bk
    where bk.kreis_id = f.kreis_id and bk.fall_id = f.id and bk.am <= ${on.stichtag}::date
      and ${knownAt('bk', on.kenntnisstand)} order by bk.am desc limit 1) k on true`;
}

/** "inaktiv" is a word of the reports for two status. */
function wantedStatus(status: string): string[] {
  return status.split(',').flatMap((s) => (s === 'inaktiv' ? ['ruhend', 'abgeschlossen'] : [s]));
}

function zustaendigkeitOn(on: AsOf): RawBuilder<unknown> {
  return sql`join fall_zustaendigkeit z on z.kreis_id = f.kreis_id and z.fall_id = f.id
    and ${validOn('z', on.stichtag)} and ${knownAt('z', on.kenntnisstand)}`;
}

function filters(query: Filter, on: AsOf, kontoId: string, gemeinsam: boolean): RawBuilder<unknown>[] {
  const holder = query.stichtag === undefined ? 'f' : 'z';
  const filter: RawBuilder<unknown>[] = [];
  if (query.suche !== undefined && isNummerSuche(query.suche)) {
    filter.push(sql`starts_with(upper(f.nummer), upper(${query.suche}))`);
  }
  if (query.status !== undefined) {
    filter.push(sql`coalesce(s.status, 'ruhend') = any (${wantedStatus(query.status)}::text[])`);
  }
  if (query.traeger !== undefined) filter.push(sql`${sql.ref(`${holder}.traeger_id`)} = ${query.traeger}`);
  if (query.casemanager !== undefined) {
    const casemanager = sql.ref(`${holder}.casemanager_id`);
    const konto = query.casemanager === 'ich' ? kontoId : query.casemanager;
    filter.push(
      query.casemanager === 'offen' ? sql`${casemanager} is null` : sql`${casemanager}::text = ${konto}`,
    );
  }
  if (query.kommune !== undefined) filter.push(sql`f.kommune_id = ${query.kommune}`);
  if (query.ortsteil !== undefined) filter.push(sql`f.ortsteil_id = ${query.ortsteil}`);
  if (query.region !== undefined) filter.push(inRegion('f', query.region, sql`${on.stichtag}::date`));
  if (query.merkmal !== undefined && query.wert !== undefined) {
    filter.push(merkmalOn('f', query.merkmal, query.wert, on, gemeinsam));
  }
  return filter;
}

/** The best hits of a name first, then as wished; the Fall-Nr. decides between equals. */
function order(sortierung: Filter['sortierung']): RawBuilder<unknown> {
  const wished = {
    name: sql`familienname collate "de-x-icu" nulls last, vorname collate "de-x-icu"`,
    nummer: sql`nummer`,
    aufnahme: sql`aufgenommen_am desc`,
    kontakt: sql`letzter desc nulls last`,
    status: sql`array_position(array['aktiv', 'ruhend', 'abgeschlossen'], status)`,
  };
  return sql`aehnlichkeit desc nulls last, ${wished[sortierung]}, nummer`;
}
