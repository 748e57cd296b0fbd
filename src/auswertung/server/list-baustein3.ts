import { sql } from 'kysely';
import type { Baustein3 } from '../tabelle.ts';
import type { Baustein3Frage } from '../frage.ts';
import { both, define } from './define.ts';
import type { Auftrag } from './report-fallzahlen.ts';
import { selectUmfang } from './scope.ts';

interface Zeile {
  reihe: 'aufenthalt_25a_25b' | 'einbuergerung';
  behoerde: string;
  jahr: number;
  wert: number;
  quelle: string;
}

/** Yearly figures of the authorities with their source (Vorlage 197/23, Baustein 3); nothing is counted here. */
export async function listBaustein3(auftrag: Auftrag, frage: Baustein3Frage): Promise<Baustein3> {
  const { tx, kreisId, now } = auftrag;
  const umfang = await selectUmfang(tx, kreisId, auftrag.erlaubt, frage);
  const regionId = umfang.region?.id;
  const rows = await tx.all(sql<Zeile>`
    select a.reihe, b.name as behoerde, a.jahr, a.wert, a.quelle
    from aussenreihe a join behoerde b on b.kreis_id = a.kreis_id and b.id = a.behoerde_id
    where a.kreis_id = ${kreisId} ${
      regionId === undefined
        ? sql``
        : sql`and exists (select from behoerde_kommune bk
            join region_kommune rk on rk.kreis_id = bk.kreis_id and rk.kommune_id = bk.kommune_id
            where bk.kreis_id = a.kreis_id and bk.behoerde_id = a.behoerde_id and rk.region_id = ${regionId}::uuid)`
    }
    order by a.reihe, b.name, a.jahr`);
  const jahre = [...new Set(rows.map((r) => r.jahr))].toSorted((a, b) => a - b);
  const reihen = new Map<string, Zeile[]>();
  for (const row of rows) {
    const key = `${row.reihe}|${row.behoerde}`;
    reihen.set(key, [...(reihen.get(key) ?? []), row]);
  }
  const { veroeffentlicht } = frage;
  return {
    jahre,
    reihen: [...reihen.values()].flatMap((zeilen) => {
      const [erste] = zeilen;
      if (!erste) return [];
      return [
        {
          reihe: erste.reihe,
          behoerde: erste.behoerde,
          quelle: [...new Set(zeilen.map((z) => z.quelle))].join('; '),
          werte: jahre.map((jahr) => {
            const wert = zeilen.find((z) => z.jahr === jahr)?.wert ?? null;
            return veroeffentlicht && wert !== null && wert > 0 && wert <= 2 ? ('.' as const) : wert;
          }),
        },
      ];
    }),
    definition: define(
      {
        titel: both((t) => t.titel.baustein3),
        text: both((t) => t.text.baustein3),
        gebiet: umfang.gebiet,
        datenbasis: both((t) => t.datenbasis.meldung(umfang.gebiet)),
        veroeffentlicht,
      },
      {},
      now,
    ),
  };
}
