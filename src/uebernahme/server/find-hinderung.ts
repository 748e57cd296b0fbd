import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';

/** What was built upon a run since, and how often; any of it keeps the run from being taken back. */
export interface Hinderung {
  readonly code: string;
  readonly anzahl: number;
  /** Numbers of the first cases that it is about. */
  readonly nummern: readonly string[];
}

type Zaehlung = RawBuilder<{ anzahl: number; faelle?: readonly string[] | null }>;

/** So many cases are named; the others are among the same. */
const NAMED = 10;

/** Cases that the run made, and cases that it changed. */
function faelle(kreisId: string, id: string): RawBuilder<unknown> {
  return sql`
    select f.id, f.person_id, f.fassung, f.kreis_id, true as neu from fall f
    where f.kreis_id = ${kreisId} and f.uebernahme_id = ${id}
    union all
    select f.id, f.person_id, f.fassung, f.kreis_id, false from fall f
    join uebernahme_herkunft h on h.kreis_id = f.kreis_id and h.zeile_id = f.id
    where h.kreis_id = ${kreisId} and h.uebernahme_id = ${id} and h.tabelle = 'fall'`;
}

/** Rows of a history that somebody else wrote for a case of the run, or rows of the run that somebody replaced. */
function historyTouched(table: string, kreisId: string, id: string): Zaehlung {
  const t = sql.table(table);
  return sql`
    with mein as (select am from uebernahme where kreis_id = ${kreisId} and id = ${id}), f as (${faelle(kreisId, id)})
    select count(distinct t.fall_id) as anzahl, array_agg(distinct t.fall_id) as faelle from ${t} t join f on f.kreis_id = t.kreis_id and f.id = t.fall_id, mein
    where (t.uebernahme_id = ${id} and t.ersetzt_am is not null)
      or (t.uebernahme_id is distinct from ${id} and (f.neu or t.erfasst_am > mein.am))`;
}

/** Everything that stands against taking the run back; empty when nothing does. */
export async function findHinderung(tx: Tx, kreisId: string, id: string): Promise<Hinderung[]> {
  const f = faelle(kreisId, id);
  const counts: readonly (readonly [string, Zaehlung])[] = [
    [
      'spaetere-uebernahme',
      sql`with f as (${f}) select count(distinct f.id) as anzahl, array_agg(distinct f.id) as faelle from f
        join uebernahme_herkunft h on h.kreis_id = f.kreis_id and h.zeile_id = f.id and h.tabelle = 'fall'
        join uebernahme u on u.kreis_id = h.kreis_id and u.id = h.uebernahme_id and u.zurueckgenommen_am is null
        join uebernahme mein on mein.kreis_id = ${kreisId} and mein.id = ${id}
        where u.id <> mein.id and u.am > mein.am`,
    ],
    [
      'kontakt-erfasst',
      sql`with f as (${f}) select count(distinct k.fall_id) as anzahl, array_agg(distinct k.fall_id) as faelle
        from beratungskontakt k
        join f on f.kreis_id = k.kreis_id and f.id = k.fall_id and f.neu`,
    ],
    ['status-gesetzt', historyTouched('fall_status', kreisId, id)],
    ['zustaendigkeit-geaendert', historyTouched('fall_zustaendigkeit', kreisId, id)],
    ['merkmal-geaendert', historyTouched('fall_merkmal', kreisId, id)],
    [
      'fall-geaendert',
      sql`select count(*) as anzahl, array_agg(f.id) as faelle from fall f where f.kreis_id = ${kreisId} and f.uebernahme_id = ${id} and f.fassung > 1
        and not exists (select from uebernahme_herkunft h join uebernahme u on u.kreis_id = h.kreis_id and u.id = h.uebernahme_id
          where h.kreis_id = f.kreis_id and h.zeile_id = f.id and h.tabelle = 'fall' and u.zurueckgenommen_am is null)`,
    ],
    [
      'einwilligung-geaendert',
      sql`with f as (${f}), mein as (select am from uebernahme where kreis_id = ${kreisId} and id = ${id})
        select count(distinct f.id) as anzahl, array_agg(distinct f.id) as faelle from einwilligung e join f on f.kreis_id = e.kreis_id and f.person_id = e.person_id, mein
        where (f.neu and (e.uebernahme_id is distinct from ${id} or e.widerrufen_am is not null)) or e.erfasst_am > mein.am`,
    ],
    [
      'notiz-erfasst',
      sql`with f as (${f}) select count(distinct f.id) as anzahl, array_agg(distinct f.id) as faelle from geheimtext g
        join f on f.kreis_id = g.kreis_id and f.person_id = g.person_id and f.neu where g.uebernahme_id is distinct from ${id}`,
    ],
    [
      'person-geloescht',
      sql`with f as (${f}) select count(*) as anzahl, array_agg(f.id) as faelle from f where f.person_id is null`,
    ],
    [
      'sonstiger-kontakt-geaendert',
      sql`select count(distinct k.id) as anzahl from sonstiger_kontakt k where k.kreis_id = ${kreisId} and k.uebernahme_id = ${id}
        and (k.ersetzt_am is not null or exists (
          select from sonstiger_kontakt n where n.kreis_id = k.kreis_id and n.id = k.id and n.fassung > k.fassung))`,
    ],
  ];
  const found: Hinderung[] = [];
  for (const [code, count] of counts) {
    const { anzahl, faelle: ids } = await tx.one(count);
    if (anzahl > 0) found.push({ code, anzahl, nummern: await readNummern(tx, kreisId, ids ?? []) });
    // What a later import did is not named again, history by history: it is taken back first.
    if (code === 'spaetere-uebernahme' && anzahl > 0) break;
  }
  return found;
}

async function readNummern(tx: Tx, kreisId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.all(sql<{ nummer: string }>`
    select nummer from fall where kreis_id = ${kreisId} and id = any (${ids}::uuid[]) order by nummer limit ${NAMED}`);
  return rows.map(({ nummer }) => nummer);
}
