import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import type { RolleZeile } from '../contract.ts';

interface Row {
  readonly id: string;
  readonly kontoId: string;
  readonly rolle: RolleZeile['rolle'];
  readonly traegerId: string | null;
  readonly regionId: string | null;
  readonly stelle: string | null;
  readonly gueltigAb: Date | null;
  readonly gueltigBis: Date | null;
  readonly geprueftAm: Date;
  readonly vomAnbieter: boolean;
  readonly anbieter: string | null;
  readonly vorbei: boolean;
}

export type KontoRolle = RolleZeile & { readonly kontoId: string; readonly vorbei: boolean };

/** Roles of accounts in a Kreis, those that are over included, the newest first. */
export async function readRollen(
  tx: Tx,
  kreisId: string,
  kontoIds: readonly string[],
): Promise<KontoRolle[]> {
  const rows = await tx.all(sql<Row>`
    select r.id, r.konto_id as "kontoId", r.rolle, r.traeger_id as "traegerId", r.region_id as "regionId", s.name as stelle,
      nullif(r.gueltig_ab, '-infinity') as "gueltigAb", r.gueltig_bis as "gueltigBis", r.geprueft_am as "geprueftAm",
      r.anbieter_id is not null as "vomAnbieter", a.name as anbieter, coalesce(r.gueltig_bis <= now(), false) as vorbei
    from rolle r
    left join stelle s on s.kreis_id = r.kreis_id and s.id = r.stelle_id
    left join anbieter a on a.kreis_id = r.kreis_id and a.id = r.anbieter_id
    where r.kreis_id = ${kreisId} and r.konto_kreis_id = ${kreisId} and r.konto_id = any (${kontoIds}::uuid[])
    order by r.rolle, r.gueltig_ab desc`);
  return rows.map(({ vomAnbieter, ...row }) => ({
    ...row,
    gueltigAb: row.gueltigAb?.toISOString() ?? null,
    gueltigBis: row.gueltigBis?.toISOString() ?? null,
    geprueftAm: row.geprueftAm.toISOString(),
    anbieter: vomAnbieter ? (row.anbieter ?? '') : null,
  }));
}

/** The role as the interface shows it. */
export function toZeile({ kontoId: _konto, vorbei: _vorbei, ...zeile }: KontoRolle): RolleZeile {
  return zeile;
}
