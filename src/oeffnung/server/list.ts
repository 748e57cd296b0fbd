import { sql } from 'kysely';
import { caresFor, readsPerson, seesFall } from '#src/fall/server/scope.ts';
import { unsealBegruendung } from '#src/notzugriff/server/begruendung.ts';
import type { Answer } from '#src/platform/contract.ts';
import { notFound } from '#src/platform/refusal.ts';
import { hasRolle } from '#src/platform/server/actor.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { Oeffnung, oeffnungContract, OeffnungWunsch, SchutzGrund } from '../contract.ts';

type List = typeof oeffnungContract.listOeffnung;

interface Row {
  readonly eigen: boolean;
  readonly benannt: boolean;
  readonly geschuetzt: SchutzGrund | null;
  readonly eigeneFachkraft: boolean;
  readonly oeffnung: readonly Oeffnung[];
  readonly wunsch: readonly OeffnungWunsch[];
  readonly notzugriff: readonly (Omit<Answer<List>['notzugriff'][number], 'begruendung'> & {
    readonly siegel: string;
  })[];
}

const moment = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const konto = (alias: string) =>
  sql`json_build_object('id', ${sql.ref(`${alias}.id`)}, 'name', ${sql.ref(`${alias}.name`)})`;

/** Who sees the case in clear just now and why, for those who work on it and for those to whom it is open. */
export async function listOeffnung({ tx, actor, deps, params }: Call<List>): Promise<Answer<List>> {
  const { kreisId, fallId } = params;
  const row = await tx.first(sql<Row>`
    select ${caresFor('f')} as eigen, p.id is not null as benannt, p.geschuetzt_grund as geschuetzt,
      coalesce(p.casemanager_id = app_konto(), false) as "eigeneFachkraft",
      (select coalesce(json_agg(json_build_object('id', o.id, 'zweck', o.zweck,
          'an', case when a.id is not null then ${konto('a')} end, 'von', ${konto('v')}, 'ab', ${moment('o.ab')},
          'bis', ${moment('o.bis')}) order by o.bis desc), '[]')
        from oeffnung o join konto v on v.kreis_id = o.kreis_id and v.id = o.geoeffnet_von
        left join konto a on a.kreis_id = o.kreis_id and a.id = o.an_konto_id
        where o.kreis_id = f.kreis_id and o.fall_id = f.id and o.beendet_am is null and o.bis > now()) as oeffnung,
      (select coalesce(json_agg(json_build_object('id', w.id, 'zweck', w.zweck, 'von', ${konto('k')},
          'am', ${moment('w.erfasst_am')}, 'stand', w.stand, 'ablehnung', w.ablehnung) order by w.erfasst_am desc), '[]')
        from oeffnung_wunsch w join konto k on k.kreis_id = w.kreis_id and k.id = w.gefragt_von
        where w.kreis_id = f.kreis_id and w.fall_id = f.id and (w.stand = 'offen' or w.gefragt_von = app_konto()
          and w.stand = 'abgelehnt' and w.beantwortet_am > now() - interval '7 days')) as wunsch,
      (select coalesce(json_agg(json_build_object('id', n.id, 'grund', n.grund, 'von', ${konto('k')}, 'ab', ${moment('n.ab')},
          'bis', ${moment('n.bis')}, 'laeuft', n.beendet_am is null and n.bis > now(),
          'siegel', encode(n.begruendung_siegel, 'base64')) order by n.ab desc), '[]')
        from notzugriff n join konto k on k.kreis_id = n.kreis_id and k.id = n.konto_id
        where n.kreis_id = f.kreis_id and n.fall_id = f.id and n.ab > now() - interval '12 months') as notzugriff
    from fall f left join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
    where f.kreis_id = ${kreisId} and f.id = ${fallId} and (${seesFall('f', actor, kreisId)} or ${readsPerson('f')})`);
  if (!row) throw notFound();
  const { eigen, benannt } = row;
  return {
    oeffnung: [...row.oeffnung],
    wunsch: [...row.wunsch],
    notzugriff: row.notzugriff.map(({ siegel, ...each }) => ({
      ...each,
      begruendung: eigen ? unsealBegruendung(deps.schluessel, each.id, Buffer.from(siegel, 'base64')) : null,
    })),
    schutz: row.eigeneFachkraft ? row.geschuetzt : null,
    abilities: {
      oeffnen: eigen && benannt,
      bitten:
        !eigen &&
        !benannt &&
        hasRolle(actor, ['koordination'], kreisId) &&
        !row.wunsch.some(({ stand, von }) => stand === 'offen' && von.id === actor.kontoId),
      schuetzen: eigen && benannt && row.eigeneFachkraft,
    },
  };
}
