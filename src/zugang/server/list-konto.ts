import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';

export interface KontoZeile {
  readonly anmeldename: string;
  readonly kreis: string;
  readonly name: string;
  readonly gesperrt: boolean;
  readonly zustand: 'eingeladen' | 'aktiv' | 'gesperrt' | 'ruhend';
  readonly rollen: readonly {
    kreis: string;
    rolle: string;
    traeger: string | null;
    region: string | null;
    bis: string | null;
  }[];
  readonly sitzungen: number;
}

/** Accounts of one Kreis or of all, with the roles that hold now; runs as lotse_owner. */
export async function listKonto(tx: Tx, kreisId: string | undefined): Promise<KontoZeile[]> {
  return tx.all(sql<KontoZeile>`
    select k.anmeldename, k.kreis_id as kreis, k.name, k.gesperrt_am is not null as gesperrt,
      konto_zustand(k.kreis_id, k.id) as zustand,
      (select coalesce(jsonb_agg(jsonb_build_object('kreis', r.kreis_id, 'rolle', r.rolle, 'traeger', t.slug,
          'region', g.slug, 'bis', (r.gueltig_bis at time zone 'Europe/Berlin')::date - 1) order by r.kreis_id, r.rolle), '[]')
        from rolle r
        left join traeger t on t.kreis_id = r.kreis_id and t.id = r.traeger_id
        left join region g on g.kreis_id = r.kreis_id and g.id = r.region_id
        where r.konto_kreis_id = k.kreis_id and r.konto_id = k.id
          and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())) as rollen,
      (select count(*)::int from sitzung s
        where s.kreis_id = k.kreis_id and s.konto_id = k.id and s.endet_am > now()) as sitzungen
    from konto k
    where ${kreisId ?? null}::text is null or k.kreis_id = ${kreisId ?? null}
    order by k.kreis_id, k.anmeldename`);
}
