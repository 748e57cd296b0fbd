import { sql, type RawBuilder } from 'kysely';
import { admittedOn, knownAt, validOn } from '#src/fall/server/status-on-day.ts';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { inUmfang, type Umfang } from './scope.ts';

/** How often a code occurs; null for none. `basis` counts cases or contacts, each once. */
export interface MerkmalStand {
  readonly basis: number;
  readonly ohneAngabe: number;
  readonly werte: readonly { readonly code: string; readonly anzahl: number }[];
}

interface Zeile {
  code: string | null;
  gesamt: boolean;
  anzahl: number;
}

export type FallMerkmal = 'geschlecht' | 'herkunftsland' | 'leistungsbezug' | 'lebensbereich';
export type KontaktMerkmal = 'kontaktweg' | 'handlungsfeld';

/** Which code list names the values of a Merkmal. */
export function listeOf(merkmal: FallMerkmal | KontaktMerkmal): FallMerkmal | 'zugang' {
  if (merkmal === 'kontaktweg') return 'zugang';
  return merkmal === 'handlungsfeld' ? 'lebensbereich' : merkmal;
}

/** Values of a Merkmal of all cases admitted by the key date, whatever their status. Run as lotse_zaehler. */
export async function countMerkmal(
  tx: Tx,
  umfang: Umfang,
  merkmal: FallMerkmal,
  stichtag: Day,
  kenntnisstand: string | null,
  codes: CodeSchluessel,
): Promise<MerkmalStand> {
  const imUmfang = inUmfang(
    umfang,
    { kommune: sql.ref('f.kommune_id'), traeger: sql.ref('z.traeger_id') },
    stichtag,
  );
  const rows = await tx.all(
    zaehlung(
      merkmal === 'lebensbereich',
      codes,
      sql`
    select f.id, m.wert
    from fall f
    join fall_zustaendigkeit z on z.kreis_id = f.kreis_id and z.fall_id = f.id
      and ${knownAt('z', kenntnisstand)} and ${validOn('z', stichtag)}
    left join fall_merkmal m on m.kreis_id = f.kreis_id and m.fall_id = f.id and m.merkmal = ${merkmal}
      and ${knownAt('m', kenntnisstand)} and ${validOn('m', stichtag)}
    where f.kreis_id = ${umfang.kreisId} and ${admittedOn('f', stichtag, kenntnisstand)}
      ${imUmfang ? sql`and ${imUmfang}` : sql``}`,
    ),
  );
  return toStand(rows, merkmal === 'lebensbereich' ? new Map() : codes);
}

/** Values of a Merkmal of the sonstige Kontakte of a period. Run as lotse_zaehler. */
export async function countKontaktmerkmal(
  tx: Tx,
  umfang: Umfang,
  merkmal: KontaktMerkmal,
  zeitraum: { readonly von: Day; readonly bis: Day },
  kenntnisstand: string | null,
  codes: CodeSchluessel,
): Promise<MerkmalStand> {
  const imUmfang = inUmfang(
    umfang,
    { kommune: sql.ref('k.kommune_id'), traeger: sql.ref('k.traeger_id') },
    sql`k.am`,
  );
  const mehrfach = merkmal === 'handlungsfeld';
  const rows = await tx.all(
    zaehlung(
      mehrfach,
      codes,
      sql`
    select k.id, ${mehrfach ? sql`w.wert` : sql`k.zugang as wert`}
    from sonstiger_kontakt k
    ${mehrfach ? sql`left join lateral unnest(k.lebensbereich) as w(wert) on true` : sql``}
    where k.kreis_id = ${umfang.kreisId} and k.am between ${zeitraum.von}::date and ${zeitraum.bis}::date
      and ${knownAt('k', kenntnisstand)} ${imUmfang ? sql`and ${imUmfang}` : sql``}`,
    ),
  );
  return toStand(rows, mehrfach ? new Map() : codes);
}

/** Under which code a stored value is counted; null where the value itself says "keine Angabe". */
export type CodeSchluessel = ReadonlyMap<string, string | null>;

function zaehlung(mehrfach: boolean, codes: CodeSchluessel, zeilen: RawBuilder<unknown>): RawBuilder<Zeile> {
  if (!mehrfach) {
    return sql<Zeile>`select wert as code, false as gesamt, count(*)::int as anzahl from (${zeilen}) je group by wert`;
  }
  // Two own areas may share one common area: then the case or contact counts once.
  const [von, nach] = [[...codes.keys()], [...codes.values()]];
  return sql<Zeile>`select c.code, grouping(c.code) = 1 as gesamt, count(distinct je.id)::int as anzahl
    from (${zeilen}) je
    left join lateral (select case when u.von is null then je.wert else u.nach end as code
      from (select 1) eins left join unnest(${von}::text[], ${nach}::text[]) as u(von, nach) on u.von = je.wert) c on true
    group by grouping sets ((c.code), ())`;
}

function toStand(rows: readonly Zeile[], codes: CodeSchluessel): MerkmalStand {
  const anzahl = new Map<string | null, number>();
  for (const row of rows.filter((r) => !r.gesamt)) {
    const code = row.code === null || !codes.has(row.code) ? row.code : (codes.get(row.code) ?? null);
    anzahl.set(code, (anzahl.get(code) ?? 0) + row.anzahl);
  }
  const summe = [...anzahl.values()].reduce((sum, n) => sum + n, 0);
  return {
    basis: rows.find((row) => row.gesamt)?.anzahl ?? summe,
    ohneAngabe: anzahl.get(null) ?? 0,
    werte: [...anzahl].flatMap(([code, n]) => (code === null ? [] : [{ code, anzahl: n }])),
  };
}
