import { sql, type RawBuilder } from 'kysely';
import { inRegion } from '#src/fall/server/scope.ts';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { beratungskontaktContract } from '../contract.ts';

type List = typeof beratungskontaktContract.listSonstigerKontakt;
type Zeile = Answer<List>['kontakt'][number];

/** Anonymous contacts, newest first: those of the own Träger, for the Koordination those of its Kreis or region. */
export async function listSonstigerKontakt(call: Call<List>): Promise<Answer<List>> {
  const { tx, params, query } = call;
  const rows = await tx.all(sql<{ gesamt: number } & (Zeile | { id: null })>`
    with treffer as materialized (
      select k.* from sonstiger_kontakt k where ${sql.join(filters(call), sql` and `)}
    )
    select g.gesamt, s.id, s.fassung, s.am, s.traeger_id as "traegerId", s.kommune_id as "kommuneId", s.zugang,
      s.ergebnis, s.lebensbereich
    from (select count(*)::int as gesamt from treffer) g
    left join (select * from treffer order by am desc, id limit ${query.anzahl} offset ${query.ab}) s
      on s.kreis_id = ${params.kreisId}
    order by s.am desc, s.id`);
  return {
    gesamt: rows[0]?.gesamt ?? 0,
    kontakt: rows.flatMap((row) => {
      if (row.id === null) return [];
      const { gesamt: _gesamt, ...zeile } = row;
      return [zeile];
    }),
  };
}

function filters({ params, query }: Call<List>): RawBuilder<unknown>[] {
  const filter = [
    sql`k.kreis_id = ${params.kreisId}`,
    sql`k.ersetzt_am is null`,
    // The same reach as in the database: own Träger, or the Kreis or Kommunen of the Koordination.
    sql`(k.traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
      or k.kreis_id = any ((select app_liste('app.ko_kreis'))::text[])
      or k.kommune_id = any ((select app_liste('app.ko_kommune'))::text[]))`,
  ];
  if (query.von !== undefined) filter.push(sql`k.am >= ${query.von}::date`);
  if (query.bis !== undefined) filter.push(sql`k.am <= ${query.bis}::date`);
  if (query.traeger !== undefined) filter.push(sql`k.traeger_id = ${query.traeger}`);
  if (query.region !== undefined) filter.push(inRegion('k', query.region, sql.ref('k.am')));
  if (query.zugang !== undefined) {
    filter.push(
      query.zugang === 'ohne_angabe'
        ? sql`coalesce(k.zugang, 'ohne_angabe') = 'ohne_angabe'`
        : sql`k.zugang = ${query.zugang}`,
    );
  }
  if (query.lebensbereich !== undefined) {
    filter.push(
      query.lebensbereich === 'ohne_angabe'
        ? sql`cardinality(k.lebensbereich) = 0`
        : sql`${query.lebensbereich} = any (k.lebensbereich)`,
    );
  }
  return filter;
}
