import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import { actorPlan, type ActorName } from './fixture.ts';
import { asAdmin, type TestCase, type World } from './relation.ts';
import { lageNamen, type LageName } from './matrix-world.ts';

/** What an actor can do with the row of a case: any of S(elect), I(nsert a like one), U(pdate), D(elete). */
export type Cells = ReadonlyMap<string, string>;

export function cellOf(table: string, lage: string): string {
  return `${table} ${lage}`;
}

/** Accounts that act in their own name: an inserted row names whoever inserts. */
const EIGENER_NAME = [
  'erfasst_von',
  'konto_id',
  'gestellt_von',
  'geoeffnet_von',
  'gefragt_von',
  'vorgeschlagen_von',
];
/** Left to their defaults in an inserted row. */
const VORGABE = ['ab', 'erfasst_am'];

/**
 * Writes down one row of each table and case, and makes the function that tries it. It runs as whoever calls it, every try
 * is taken back, and what is refused for another reason than rights counts as allowed.
 */
export async function prepareProbe(
  world: World,
  cases: Record<LageName, TestCase>,
  tables: readonly string[],
) {
  await asAdmin(world, async (tx) => {
    await tx.run(sql`create schema probe`);
    await tx.run(sql`create table probe.zeile (tabelle text, lage text, passt text, spalte text, spalten text, darf text, neu jsonb,
      primary key (tabelle, lage))`);
    for (const table of tables) await describeRows(tx, cases, table);
    await tx.client.query(probeFunction);
    await tx.run(sql`grant usage on schema probe to lotse_app`);
    await tx.run(sql`grant select on probe.zeile to lotse_app`);
  });
}

async function describeRows(tx: Tx, cases: Record<LageName, TestCase>, table: string): Promise<void> {
  const { spalten, insertable, updatable, schluessel, hatId, darf } = await tx.one(sql<{
    spalten: string[];
    insertable: string[];
    updatable: string | null;
    schluessel: string[];
    hatId: boolean;
    darf: string;
  }>`
    select array_agg(a.attname::text order by a.attnum) as spalten, bool_or(a.attname = 'id') as "hatId",
      case when has_any_column_privilege('lotse_app', ${table}, 'select') then 'S' else '' end
        || case when has_any_column_privilege('lotse_app', ${table}, 'insert') then 'I' else '' end
        || case when has_any_column_privilege('lotse_app', ${table}, 'update') then 'U' else '' end
        || case when has_table_privilege('lotse_app', ${table}, 'delete') then 'D' else '' end as darf,
      coalesce(array_agg(a.attname::text) filter (where has_column_privilege('lotse_app', a.attrelid, a.attnum, 'insert')
        and a.attgenerated = '' and a.attidentity = ''), '{}') as insertable,
      (array_agg(a.attname::text order by a.attname in ('kreis_id', 'id'), a.attnum desc)
        filter (where has_column_privilege('lotse_app', a.attrelid, a.attnum, 'update')))[1] as updatable,
      (select array_agg(k.attname::text) from pg_constraint c join pg_attribute k on k.attrelid = c.conrelid and k.attnum = any (c.conkey)
        where c.conrelid = ${table}::regclass and c.contype = 'p') as schluessel
    from pg_attribute a where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped`);
  for (const lage of lageNamen) {
    // The others were compared with this one: their rows are not its own.
    if (table === 'person_verschieden' && lage === 'offen') continue;
    const zeile = await findRow(tx, cases[lage], table, spalten);
    if (!zeile) continue;
    const passt = schluessel
      .map((name) => `t.${name}::text = z.neu ->> '${name === 'id' ? 'alte_id' : name}'`)
      .join(' and ');
    const neu = {
      ...zeile,
      ...(hatId && schluessel.includes('id') ? { id: null, alte_id: zeile['id'] } : {}),
    };
    const columns = insertable.filter((name) => !VORGABE.includes(name) && name !== 'id');
    await tx.run(sql`insert into probe.zeile values (${table}, ${lage}, ${passt}, ${updatable}, ${columns.join(', ')},
      ${darf}, ${JSON.stringify(neu)}::jsonb)`);
  }
}

/** The newest row of the table that belongs to the case. */
async function findRow(tx: Tx, of: TestCase, table: string, spalten: readonly string[]) {
  const own: readonly (readonly [string, string])[] = [
    [table === 'fall' ? 'id' : 'fall_id', of.fallId],
    [table === 'person' ? 'id' : 'person_id', of.personId],
    [table === 'anfrage' ? 'id' : 'anfrage_id', of.anfrageId],
    ['entwurf_id', of.fallId],
    ['andere_id', of.personId],
    ['id', of.fallId],
    ['id', of.sonstigerId],
  ];
  for (const [column, id] of own) {
    if (!spalten.includes(column)) continue;
    const row = await tx.first(sql<{ zeile: Record<string, unknown> }>`
      select to_jsonb(t) as zeile from ${sql.table(table)} t where ${sql.ref(column)} = ${id}
      order by t.ctid limit 1`);
    if (row) return row.zeile;
  }
  return undefined;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Everything that an actor can do, in the transaction of `tx`, which may have changed the policies before. */
export async function probe(tx: Tx, world: World, name: ActorName, table?: string): Promise<Cells> {
  await tx.client.query('set local role lotse_app');
  await tx.run(sql`select app_scope(${actorPlan[name].kreisId}, ${world.konto[name]}, '', '')`);
  const rows = await tx.all(sql<{ tabelle: string; lage: string; darf: string }>`
    select * from probe.versuchen(${world.konto[name]}::uuid, ${table ?? null}::text)`);
  await tx.client.query('reset role');
  return new Map(rows.map(({ tabelle, lage, darf }) => [cellOf(tabelle, lage), darf]));
}

const eigene = EIGENER_NAME.map(quote).join(', ');
const probeFunction = `
create function probe.versuchen(p_konto uuid, p_tabelle text) returns table (tabelle text, lage text, darf text)
language plpgsql as $probe$
declare t record; r record; v_s text[]; v_i text[]; v_u text[]; v_d text[]; v_spalte text; v_neu jsonb;
begin
  for t in select z.tabelle, z.passt, z.spalte, z.spalten, z.darf from probe.zeile z
    where p_tabelle is null or z.tabelle = p_tabelle group by 1, 2, 3, 4, 5 loop
    v_s := '{}'; v_i := '{}'; v_u := '{}'; v_d := '{}';
    if t.darf like '%S%' then
      execute format('select coalesce(array_agg(z.lage), ''{}'') from probe.zeile z join %1$I t on %2$s where z.tabelle = %1$L',
        t.tabelle, t.passt) into v_s;
    end if;
    if t.darf like '%U%' then
      begin
        execute format('with u as (update %1$I t set %3$I = t.%3$I from probe.zeile z where z.tabelle = %1$L and %2$s returning z.lage)
          select coalesce(array_agg(u.lage), ''{}'') from u', t.tabelle, t.passt, t.spalte) into v_u;
        raise exception using errcode = 'P0777';
      exception when sqlstate 'P0777' then null; when others then
        v_u := probe.einzeln(format('update %1$I t set %3$I = t.%3$I from probe.zeile z where z.tabelle = %1$L and %2$s and z.lage = $1',
          t.tabelle, t.passt, t.spalte), t.tabelle);
      end;
    end if;
    if t.darf like '%D%' then
      begin
        execute format('with d as (delete from %1$I t using probe.zeile z where z.tabelle = %1$L and %2$s returning z.lage)
          select coalesce(array_agg(d.lage), ''{}'') from d', t.tabelle, t.passt) into v_d;
        raise exception using errcode = 'P0777';
      exception when sqlstate 'P0777' then null; when others then
        v_d := probe.einzeln(format('delete from %1$I t using probe.zeile z where z.tabelle = %1$L and %2$s and z.lage = $1',
          t.tabelle, t.passt), t.tabelle);
      end;
    end if;
    if t.darf like '%I%' and not exists (select from pg_prepared_statements p where p.name = 'neu_' || t.tabelle) then
      -- Planned once for everybody: the conditions ask what the transaction may, not who it is.
      execute format('prepare %3$I (jsonb) as insert into %1$I (%2$s) select %2$s from jsonb_populate_record(null::%1$I, $1)',
        t.tabelle, t.spalten, 'neu_' || t.tabelle);
    end if;
    for r in select z.lage, z.neu from probe.zeile z where z.tabelle = t.tabelle loop
      if t.darf like '%I%' then
        v_neu := r.neu;
        foreach v_spalte in array array[${eigene}] loop
          if v_neu ? v_spalte then v_neu := v_neu || jsonb_build_object(v_spalte, p_konto); end if;
        end loop;
        begin
          execute format('execute %I (%L)', 'neu_' || t.tabelle, v_neu);
          raise exception using errcode = 'P0777';
        exception when insufficient_privilege then null; when others then v_i := v_i || r.lage;
        end;
      end if;
      tabelle := t.tabelle; lage := r.lage;
      darf := case when r.lage = any (v_s) then 'S' else '' end || case when r.lage = any (v_i) then 'I' else '' end
        || case when r.lage = any (v_u) then 'U' else '' end || case when r.lage = any (v_d) then 'D' else '' end;
      return next;
    end loop;
  end loop;
end $probe$;
create function probe.einzeln(p_satz text, p_tabelle text) returns text[] language plpgsql as $probe$
declare r record; v_zahl int; v_lage text[] := '{}';
begin
  for r in select z.lage from probe.zeile z where z.tabelle = p_tabelle loop
    begin
      execute p_satz using r.lage;
      get diagnostics v_zahl = row_count;
      if v_zahl > 0 then raise exception using errcode = 'P0777'; end if;
    exception when insufficient_privilege then null; when others then v_lage := v_lage || r.lage;
    end;
  end loop;
  return v_lage;
end $probe$`;
