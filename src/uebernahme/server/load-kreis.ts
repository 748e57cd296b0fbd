import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { words } from '../normalise.ts';
import type { Vokabular } from '../vokabular.ts';

export interface RegionInfo {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kommuneIds: readonly string[];
}

/** Where a Träger was responsible; tells whether an Übergabe followed a change of jurisdiction. */
export interface Gebiet {
  readonly traegerId: string;
  readonly kommuneId: string;
  readonly ortsteilId: string | null;
  readonly ab: string;
  readonly bis: string | null;
}

/** Words, regions and jurisdictions of a Kreis, as an import needs them. */
export interface KreisWissen {
  readonly vokabular: Omit<Vokabular, 'wert'>;
  readonly region: readonly RegionInfo[];
  readonly gebiet: readonly Gebiet[];
}

/** Reads the ground data of the Kreis. Codes that no longer apply are read as well: a workbook tells of the past. */
export async function loadKreis(tx: Tx, kreisId: string): Promise<KreisWissen> {
  const code = await tx.all(sql<Vokabular['code'][number]>`
    select liste, code, bezeichnung, bezeichnung_en as "bezeichnungEn", variante from codeliste
    where kreis_id = ${kreisId} order by liste, rang, code`);
  const traeger = await tx.all(sql<Vokabular['traeger'][number]>`
    select id, name, rechtsname, slug, namensvariante as variante from traeger where kreis_id = ${kreisId} order by name`);
  const kommune = await tx.all(sql<Vokabular['kommune'][number]>`
    select id, name, namensvariante as variante from kommune where kreis_id = ${kreisId} order by name`);
  const ortsteil = await tx.all(sql<Vokabular['ortsteil'][number]>`
    select id, kommune_id as "kommuneId", name, namensvariante as variante from ortsteil where kreis_id = ${kreisId} order by name`);
  const region = await tx.all(sql<RegionInfo>`
    select r.id, r.slug, r.name, coalesce(array_agg(distinct rk.kommune_id) filter (where rk.kommune_id is not null), '{}') as "kommuneIds"
    from region r left join region_kommune rk on rk.kreis_id = r.kreis_id and rk.region_id = r.id
    where r.kreis_id = ${kreisId} group by r.id, r.slug, r.name order by r.name`);
  const gebiet = await tx.all(sql<Gebiet>`
    select traeger_id as "traegerId", kommune_id as "kommuneId", ortsteil_id as "ortsteilId", gueltig_ab as ab, gueltig_bis as bis
    from traeger_gebiet where kreis_id = ${kreisId}`);
  return { vokabular: { code, traeger, kommune, ortsteil }, region, gebiet };
}

/** The region that the titles above the tables name ("Regionalbereich Rheine"); the longest name wins. */
export function guessRegion(
  regions: readonly RegionInfo[],
  titles: readonly string[],
): RegionInfo | undefined {
  const text = titles.map((title) => ` ${words(title).join(' ')} `);
  return regions
    .filter(({ name }) => text.some((line) => line.includes(` ${words(name).join(' ')} `)))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
}

/** The region of a mapping; unknown slugs are refused. */
export function findRegion(regions: readonly RegionInfo[], slug: string | null): RegionInfo | undefined {
  if (slug === null) return undefined;
  const region = regions.find((r) => r.slug === slug);
  if (!region) throw new Refusal('region-unbekannt');
  return region;
}

/** Kommune of rows without a place: the only one of the region, or of the whole Kreis. */
export function onlyKommune(kreis: KreisWissen, region: RegionInfo | undefined): string | null {
  const ids = region?.kommuneIds ?? kreis.vokabular.kommune.map(({ id }) => id);
  return ids.length === 1 ? (ids[0] ?? null) : null;
}

/** True when the Träger was responsible for the place on the day (Vorlage 197/23: handed over for jurisdiction). */
export function wasResponsible(
  gebiete: readonly Gebiet[],
  traegerId: string,
  place: { readonly kommuneId?: string | null | undefined; readonly ortsteilId?: string | null | undefined },
  day: string,
): boolean {
  return gebiete.some(
    (g) =>
      g.traegerId === traegerId &&
      g.kommuneId === place.kommuneId &&
      (g.ortsteilId === null || g.ortsteilId === place.ortsteilId) &&
      g.ab <= day &&
      (g.bis === null || day < g.bis),
  );
}
