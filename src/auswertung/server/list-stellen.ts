import { sql } from 'kysely';
import { validOn } from '#src/fall/server/status-on-day.ts';
import type { Stellen } from '../tabelle.ts';
import type { StellenFrage } from '../frage.ts';
import { both, define } from './define.ts';
import type { Auftrag } from './report-fallzahlen.ts';
import { selectUmfang } from './scope.ts';

type Zeile = Stellen['stellen'][number];

/** Shares of posts that hold on a key date; contract, grant and staffing stay apart and are never added together. */
export async function listStellen(auftrag: Auftrag, frage: StellenFrage): Promise<Stellen> {
  const { tx, kreisId, erlaubt, now } = auftrag;
  const umfang = await selectUmfang(tx, kreisId, erlaubt, frage);
  const regionIds = umfang.region ? [umfang.region.id] : erlaubt.art === 'teil' ? erlaubt.regionIds : [];
  const gebiet = sql`exists (select from region_kommune rk where rk.kreis_id = s.kreis_id and rk.kommune_id = s.kommune_id
    and rk.region_id = any (${[...regionIds]}::uuid[]) and ${validOn('rk', frage.stichtag)})`;
  const eigene =
    erlaubt.art === 'teil' ? sql`s.traeger_id = any (${[...erlaubt.traegerIds]}::uuid[])` : sql`false`;
  const rows = await tx.all(sql<Zeile>`
    select s.baustein, s.ebene, s.bezeichnung, coalesce(t.name, b.name) as anstellung, coalesce(o.name, k.name) as gebiet,
      s.vzae_hundertstel as "vzaeHundertstel", s.gueltig_ab as "gueltigAb", s.gueltig_bis as "gueltigBis"
    from stellenanteil s
    left join traeger t on t.kreis_id = s.kreis_id and t.id = s.traeger_id
    left join behoerde b on b.kreis_id = s.kreis_id and b.id = s.behoerde_id
    left join kommune k on k.kreis_id = s.kreis_id and k.id = s.kommune_id
    left join ortsteil o on o.kreis_id = s.kreis_id and o.id = s.ortsteil_id
    where s.kreis_id = ${kreisId} and ${validOn('s', frage.stichtag)}
      ${umfang.region ? sql`and ${gebiet}` : sql``}
      ${erlaubt.art === 'teil' ? sql`and (${eigene} or ${gebiet})` : sql``}
    order by s.baustein, s.ebene, coalesce(o.name, k.name), s.bezeichnung`);
  const summe: Stellen['summe'] = [];
  for (const { baustein, ebene, vzaeHundertstel } of rows) {
    const zeile = summe.find((s) => s.baustein === baustein && s.ebene === ebene);
    if (zeile) zeile.vzaeHundertstel += vzaeHundertstel;
    else summe.push({ baustein, ebene, vzaeHundertstel });
  }
  return {
    stichtag: frage.stichtag,
    stellen: rows,
    summe,
    definition: define(
      {
        titel: both((t) => t.titel.stellen),
        text: both((t) => t.text.stellen),
        gebiet: umfang.gebiet,
        datenbasis: both((t) => t.datenbasis.stellen(umfang.gebiet)),
        stichtage: [frage.stichtag],
        veroeffentlicht: false,
      },
      {},
      now,
    ),
  };
}
