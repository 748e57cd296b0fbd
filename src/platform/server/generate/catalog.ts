import type { Client } from 'pg';

/** A table or view with what the catalog says about it. */
export interface Relation {
  oid: number;
  name: string;
  kind: 'table' | 'view';
  comment: string | null;
  owner: string;
  rowSecurity: boolean;
  forceRowSecurity: boolean;
  view: string | null;
  columns: Column[];
  constraints: Constraint[];
}

/** One column in table order. */
export interface Column {
  name: string;
  type: string;
  notNull: boolean;
  default: string | null;
  /** `a` and `d` of an identity, `s` of a stored expression, else empty. */
  made: 'always' | 'default' | 'stored' | null;
  comment: string | null;
}

/** A constraint; not-null ones are left out, as only newer servers list them. */
export interface Constraint {
  name: string;
  type: 'p' | 'u' | 'c' | 'f' | 'x';
  definition: string;
  columns: string[];
}

const relationQuery = `
  select c.oid::int as oid, c.relname as name, case when c.relkind in ('r', 'p') then 'table' else 'view' end as kind,
    obj_description(c.oid, 'pg_class') as comment, pg_get_userbyid(c.relowner) as owner,
    c.relrowsecurity as "rowSecurity", c.relforcerowsecurity as "forceRowSecurity",
    case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end as view,
    (select coalesce(json_agg(json_build_object(
        'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'notNull', a.attnotnull,
        'default', pg_get_expr(d.adbin, d.adrelid),
        'made', case when a.attgenerated = 's' then 'stored' when a.attidentity = 'a' then 'always'
          when a.attidentity = 'd' then 'default' end,
        'comment', col_description(c.oid, a.attnum)) order by a.attnum), '[]')
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    (select coalesce(json_agg(json_build_object(
        'name', k.conname, 'type', k.contype, 'definition', pg_get_constraintdef(k.oid),
        'columns', (select coalesce(json_agg(a.attname), '[]') from pg_attribute a
          where a.attrelid = c.oid and a.attnum = any (k.conkey)))
        order by array_position(array['p', 'u', 'c', 'x', 'f'], k.contype::text), k.conname), '[]')
      from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'c', 'f', 'x')) as constraints
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by c.oid`;

/** All tables and views in the order in which they were made. */
export async function readRelations(client: Client): Promise<Relation[]> {
  return (await client.query<Relation>(relationQuery)).rows;
}

/** Domains with the definitions of their checks. */
export async function readDomains(
  client: Client,
): Promise<{ name: string; type: string; checks: string[] }[]> {
  const { rows } = await client.query<{ name: string; type: string; checks: string[] }>(`
    select t.typname as name, format_type(t.typbasetype, t.typtypmod) as type,
      array(select pg_get_constraintdef(k.oid) from pg_constraint k
        where k.contypid = t.oid and k.contype = 'c' order by k.conname) as checks
    from pg_type t where t.typnamespace = 'public'::regnamespace and t.typtype = 'd'
      and not exists (select from pg_depend d where d.objid = t.oid and d.deptype = 'e')
    order by t.oid`);
  return rows;
}

/** The statements that a query makes, one per row, in its order. */
export async function readStatements(
  client: Client,
  query: string,
  values: unknown[] = [],
): Promise<string[]> {
  const { rows } = await client.query<{ statement: string }>(query, values);
  return rows.map(({ statement }) => statement);
}
