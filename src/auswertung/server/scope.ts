import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Zaehlumfang } from './policy.ts';

/** Kreis, what may be counted in it, and the narrower selection that was asked for. */
export interface Umfang {
  readonly kreisId: string;
  readonly erlaubt: Zaehlumfang;
  readonly region: { readonly id: string; readonly name: string } | undefined;
  readonly traeger: { readonly id: string; readonly name: string } | undefined;
  /** Words for the data basis: the area, and the Träger when only theirs is counted. */
  readonly gebiet: string;
}

export interface Wahl {
  readonly region?: string | undefined;
  readonly traeger?: string | undefined;
}

/** Checks the selection against what may be counted; a region or Träger outside of it is refused. */
export async function selectUmfang(
  tx: Tx,
  kreisId: string,
  erlaubt: Zaehlumfang,
  wahl: Wahl,
): Promise<Umfang> {
  const [regionIds, traegerIds] =
    erlaubt.art === 'kreis' ? [[], []] : [erlaubt.regionIds, erlaubt.traegerIds];
  const row = await tx.one(sql<GebietZeile>`
    select k.name as kreis,
      array(select r.name from region r where r.kreis_id = k.id and r.id = any (${[...regionIds]}::uuid[])
        order by r.name) as regionen,
      array(select t.name from traeger t where t.kreis_id = k.id and t.id = any (${[...traegerIds]}::uuid[])
        order by t.name) as eigene,
      (select jsonb_build_object('id', r.id, 'name', r.name) from region r
        where r.kreis_id = k.id and r.slug = ${wahl.region ?? null}) as region,
      (select jsonb_build_object('id', t.id, 'name', t.name) from traeger t
        where t.kreis_id = k.id and t.id = ${wahl.traeger ?? null}::uuid) as traeger
    from kreis k where k.id = ${kreisId}`);
  const { region, traeger } = row;
  if (wahl.region !== undefined && (!region || !mayCountRegion(erlaubt, region.id))) {
    throw new Refusal('region-unbekannt', 422, {
      felder: [{ instance: '/query/region', code: 'region-unbekannt' }],
    });
  }
  if (wahl.traeger !== undefined && (!traeger || !mayCountTraeger(erlaubt, traeger.id))) {
    throw new Refusal('traeger-fremd', 422, {
      felder: [{ instance: '/query/traeger', code: 'traeger-fremd' }],
    });
  }
  return {
    kreisId,
    erlaubt,
    gebiet: gebiet(row),
    region: region ?? undefined,
    traeger: traeger ?? undefined,
  };
}

interface GebietZeile {
  kreis: string;
  regionen: string[];
  eigene: string[];
  region: { id: string; name: string } | null;
  traeger: { id: string; name: string } | null;
}

function gebiet({ kreis, regionen, eigene, region, traeger }: GebietZeile): string {
  const ort = region?.name ?? (regionen.length > 0 ? [...regionen, ...eigene].join(', ') : kreis);
  const wessen = traeger?.name ?? (regionen.length === 0 || region ? eigene.join(', ') : '');
  return [ort, wessen].filter(Boolean).join(', ');
}

function mayCountRegion(erlaubt: Zaehlumfang, regionId: string): boolean {
  // Of any region the own Träger's cases may be counted; the limit stays on each row.
  return erlaubt.art === 'kreis' || erlaubt.regionIds.includes(regionId) || erlaubt.traegerIds.length > 0;
}

function mayCountTraeger(erlaubt: Zaehlumfang, traegerId: string): boolean {
  return erlaubt.art === 'kreis' || erlaubt.regionIds.length > 0 || erlaubt.traegerIds.includes(traegerId);
}

/** The Kommune of a row lies in the region on a day. */
function inRegion(
  kreisId: string,
  regionIds: readonly string[],
  kommune: RawBuilder<unknown>,
  am: RawBuilder<unknown>,
) {
  return sql<boolean>`exists (select from region_kommune rk where rk.kreis_id = ${kreisId}
    and rk.region_id = any (${[...regionIds]}::uuid[]) and rk.kommune_id = ${kommune}
    and rk.gueltig_ab <= ${am} and (rk.gueltig_bis is null or rk.gueltig_bis > ${am}))`;
}

export interface Zeile {
  readonly kommune: RawBuilder<unknown>;
  readonly traeger: RawBuilder<unknown>;
}

/**
 * The predicate "counted for this actor and selection" of a row on a day; undefined when everything in the Kreis is.
 * The same limit stands in the database's policies for lotse_zaehler.
 */
export function inUmfang(
  umfang: Umfang,
  zeile: Zeile,
  am: Day | RawBuilder<unknown>,
): RawBuilder<boolean> | undefined {
  const tag = typeof am === 'string' ? sql`${am}::date` : am;
  const parts: RawBuilder<boolean>[] = [];
  if (umfang.region) parts.push(inRegion(umfang.kreisId, [umfang.region.id], zeile.kommune, tag));
  if (umfang.traeger) parts.push(sql<boolean>`${zeile.traeger} = ${umfang.traeger.id}::uuid`);
  const { erlaubt } = umfang;
  if (erlaubt.art === 'teil') {
    const own = sql<boolean>`${zeile.traeger} = any (${[...erlaubt.traegerIds]}::uuid[])`;
    parts.push(
      erlaubt.regionIds.length === 0
        ? own
        : sql<boolean>`(${inRegion(umfang.kreisId, erlaubt.regionIds, zeile.kommune, tag)} or ${own})`,
    );
  }
  return parts.length === 0 ? undefined : sql<boolean>`(${sql.join(parts, sql` and `)})`;
}
