import type { Client } from 'pg';
import { readDomains, readStatements } from './catalog.ts';
import type { Column, Relation } from './catalog.ts';
import { extensions, functions, indexes, policies, relationGrants, triggers } from './schema-queries.ts';

/** A readable dump of the whole schema, the same on every supported server version. */
export async function writeSchemaSql(client: Client, relations: Relation[]): Promise<string> {
  const domains = await readDomains(client);
  const parts = [
    '-- Made by `npm run generate` from db/migrations; do not edit.',
    (await readStatements(client, extensions)).join('\n'),
    ...domains.map(
      ({ name, type, checks }) => [`create domain ${quote(name)} as ${type}`, ...checks].join('\n  ') + ';',
    ),
  ];
  for (const relation of relations) parts.push(await writeRelation(client, relation));
  parts.push(...(await readStatements(client, functions)));
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

async function writeRelation(client: Client, relation: Relation): Promise<string> {
  const name = quote(relation.name);
  const lines = [relation.view === null ? writeTable(relation) : `create view ${name} as\n${relation.view}`];
  if (relation.comment !== null)
    lines.push(`comment on ${relation.kind} ${name} is ${literal(relation.comment)};`);
  for (const column of relation.columns) {
    if (column.comment === null) continue;
    lines.push(`comment on column ${name}.${quote(column.name)} is ${literal(column.comment)};`);
  }
  if (relation.owner !== 'lotse_owner') lines.push(`alter table ${name} owner to ${quote(relation.owner)};`);
  lines.push(...(await readStatements(client, indexes, [relation.oid])));
  lines.push(...(await readStatements(client, triggers, [relation.oid])));
  if (relation.rowSecurity) lines.push(`alter table ${name} enable row level security;`);
  if (relation.forceRowSecurity) lines.push(`alter table ${name} force row level security;`);
  lines.push(...(await readStatements(client, policies, [relation.oid])));
  lines.push(...(await readStatements(client, relationGrants, [relation.oid])));
  return lines.join('\n');
}

function writeTable({ name, columns, constraints }: Relation): string {
  const lines = [
    ...columns.map(writeColumn),
    ...constraints.map((constraint) => `constraint ${quote(constraint.name)} ${constraint.definition}`),
  ];
  return `create table ${quote(name)} (\n  ${lines.join(',\n  ')}\n);`;
}

function writeColumn(column: Column): string {
  const parts = [quote(column.name), column.type];
  if (column.notNull) parts.push('not null');
  if (column.made === 'stored') parts.push(`generated always as (${column.default ?? ''}) stored`);
  else if (column.made !== null)
    parts.push(`generated ${column.made === 'always' ? 'always' : 'by default'} as identity`);
  else if (column.default !== null) parts.push(`default ${column.default}`);
  return parts.join(' ');
}

function quote(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
