import { sql, type RawBuilder } from 'kysely';
import { admittedOn, knownAt, statusOn, validOn } from '#src/fall/server/status-on-day.ts';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { readAktivRegel, type AktivRegel } from './read-aktiv-regel.ts';
import { inUmfang, type Umfang } from './scope.ts';

/** Cases of one Träger on one key date. */
export interface FallzahlZelle {
  readonly stichtag: Day;
  readonly traegerId: string;
  readonly gesamt: number;
  readonly aktiv: number;
  readonly ruhend: number;
  readonly abgeschlossen: number;
}

export interface FallzahlenStand {
  /** Persons beyond the one of each case, by key date; null: no counted case says how many belong to it. */
  readonly weiterePersonen: ReadonlyMap<Day, number> | null;
  readonly zellen: readonly FallzahlZelle[];
  readonly regeln: readonly AktivRegel[];
}

type Zaehlzeile = { traeger_id: string } & Record<string, number | string>;

/**
 * Counts the Gesamtfälle per key date, responsible Träger and status (Vorlage 197/23), all key dates in one pass over
 * the histories. Run it as lotse_zaehler. Cells without a case are missing.
 */
export async function countFallzahlen(
  tx: Tx,
  umfang: Umfang,
  stichtage: readonly Day[],
  kenntnisstand: string | null,
): Promise<FallzahlenStand> {
  const regeln = await readAktivRegel(tx, umfang.kreisId, stichtage, kenntnisstand);
  const status = regeln.map(
    (regel, i) => sql`${statusAm(umfang, regel, kenntnisstand)} as ${sql.id(`s${i}`)}`,
  );
  const counts = regeln.flatMap((_, i) => {
    const s = sql.id(`s${i}`);
    return [
      sql`count(${s}) as ${sql.id(`g${i}`)}`,
      sql`count(*) filter (where ${s} = 'aktiv') as ${sql.id(`a${i}`)}`,
      sql`count(*) filter (where ${s} = 'ruhend') as ${sql.id(`r${i}`)}`,
    ];
  });
  // "offset 0" keeps the planner from repeating each status expression in every count.
  const rows = await tx.all(sql<Zaehlzeile>`
    select traeger_id, ${sql.join(counts)} from (
      select z.traeger_id, ${sql.join(status)}
      from fall f
      join fall_zustaendigkeit z on z.kreis_id = f.kreis_id and z.fall_id = f.id and ${knownAt('z', kenntnisstand)}
      join fall_status s on s.kreis_id = f.kreis_id and s.fall_id = f.id and ${knownAt('s', kenntnisstand)}
      where f.kreis_id = ${umfang.kreisId} offset 0) je_fall
    group by traeger_id`);
  const zahl = (row: Zaehlzeile, name: string) => Number(row[name]);
  const zellen = regeln.flatMap(({ stichtag }, i) =>
    rows.map((row) => {
      const [gesamt, aktiv, ruhend] = [zahl(row, `g${i}`), zahl(row, `a${i}`), zahl(row, `r${i}`)];
      return {
        stichtag,
        traegerId: row.traeger_id,
        gesamt,
        aktiv,
        ruhend,
        abgeschlossen: gesamt - aktiv - ruhend,
      };
    }),
  );
  const weiterePersonen = await countWeiterePersonen(tx, umfang, stichtage, kenntnisstand);
  return { zellen: zellen.filter((z) => z.gesamt > 0), regeln, weiterePersonen };
}

/** Few cases say how many persons belong to them (Konzept Kreis Unna 5.2); only those are looked at, each other is one. */
async function countWeiterePersonen(
  tx: Tx,
  umfang: Umfang,
  stichtage: readonly Day[],
  kenntnisstand: string | null,
): Promise<ReadonlyMap<Day, number> | null> {
  const counts = stichtage.flatMap((stichtag, i) => {
    const gilt = sql`${admittedOn('f', stichtag, kenntnisstand)} and ${validOn('z', stichtag)}
      and ${validOn('s', stichtag)} and ${validOn('m', stichtag)} ${imUmfangAm(umfang, stichtag)}`;
    return [
      sql`count(*) filter (where ${gilt})::int as ${sql.id(`n${i}`)}`,
      sql`coalesce(sum(m.wert::int - 1) filter (where ${gilt}), 0)::int as ${sql.id(`w${i}`)}`,
    ];
  });
  const row = await tx.one(sql<Record<string, number>>`
    select ${sql.join(counts)}
    from fall_merkmal m
    join fall f on f.kreis_id = m.kreis_id and f.id = m.fall_id
    join fall_zustaendigkeit z on z.kreis_id = m.kreis_id and z.fall_id = m.fall_id and ${knownAt('z', kenntnisstand)}
    join fall_status s on s.kreis_id = m.kreis_id and s.fall_id = m.fall_id and ${knownAt('s', kenntnisstand)}
    where m.kreis_id = ${umfang.kreisId} and m.merkmal = 'personen' and ${knownAt('m', kenntnisstand)}`);
  const zeilen = stichtage.map((stichtag, i) => ({
    stichtag,
    genannt: Number(row[`n${i}`]),
    weitere: Number(row[`w${i}`]),
  }));
  if (zeilen.every(({ genannt }) => genannt === 0)) return null;
  return new Map(zeilen.map(({ stichtag, weitere }) => [stichtag, weitere]));
}

/** Status of the case on the key date in the row pair that holds on it; null in every other pair. */
function statusAm(
  umfang: Umfang,
  { stichtag, wert }: AktivRegel,
  kenntnisstand: string | null,
): RawBuilder<string | null> {
  return sql`case when ${admittedOn('f', stichtag, kenntnisstand)} and ${validOn('z', stichtag)} and ${validOn('s', stichtag)}
    ${imUmfangAm(umfang, stichtag)}
    then ${statusOn('s', { kreisId: umfang.kreisId, stichtag, kenntnisstand, regel: wert })} end`;
}

/** The counted area as a further condition on case and Zuständigkeit; empty where everything is counted. */
function imUmfangAm(umfang: Umfang, stichtag: Day): RawBuilder<unknown> {
  const where = { kommune: sql.ref('f.kommune_id'), traeger: sql.ref('z.traeger_id') };
  const imUmfang = inUmfang(umfang, where, stichtag);
  return imUmfang ? sql`and ${imUmfang}` : sql``;
}
