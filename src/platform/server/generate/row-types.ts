import type { Client } from 'pg';
import { readDomains } from './catalog.ts';
import type { Column, Relation } from './catalog.ts';
import { findAllowedValues } from './allowed-values.ts';

const plainTypes: Record<string, string> = {
  boolean: 'boolean',
  bytea: 'Buffer',
  'double precision': 'number',
  integer: 'number',
  json: 'unknown',
  jsonb: 'unknown',
  bigint: 'number',
  real: 'number',
  smallint: 'number',
  // Parsed into an object by the driver; no table needs it.
  interval: 'unknown',
  'timestamp with time zone': 'Date',
  'timestamp without time zone': 'Date',
};

/** The row types of all tables and views for Kysely. */
export async function writeRowTypes(client: Client, relations: Relation[]): Promise<string> {
  const domains = new Map((await readDomains(client)).map((domain) => [domain.name, domain]));
  const baseType = (type: string): string => {
    const domain = domains.get(type);
    if (!domain) return plainTypes[type.replace(/\([\d,]+\)/, '')] ?? 'string';
    return findAllowedValues(domain.checks, 'VALUE') ?? baseType(domain.type);
  };
  const columnType = (relation: Relation, column: Column): string => {
    const checks = relation.constraints
      .filter(({ type, columns }) => type === 'c' && columns.length === 1 && columns[0] === column.name)
      .map(({ definition }) => definition);
    const isArray = column.type.endsWith('[]');
    const plain = findAllowedValues(checks, column.name) ?? baseType(column.type.replace(/(\[\])+$/, ''));
    const value = isArray ? `${plain.includes(' ') ? `(${plain})` : plain}[]` : plain;
    const nullable = column.notNull || value === 'unknown' ? value : `${value} | null`;
    if (column.made === 'always' || column.made === 'stored') return `GeneratedAlways<${nullable}>`;
    return column.default !== null || column.made === 'default' ? `Generated<${nullable}>` : nullable;
  };
  const interfaces = relations.map((relation) => {
    const lines = relation.columns.flatMap((column) => [
      ...docComment(column.comment, '  '),
      `  ${column.name}: ${columnType(relation, column)};`,
    ]);
    return [
      ...docComment(relation.comment, ''),
      `export interface ${typeName(relation.name)} {`,
      ...lines,
      '}',
    ].join('\n');
  });
  const names = relations.map(({ name }) => `  ${name}: ${typeName(name)};`);
  const body = [...interfaces, ['export interface DB {', ...names, '}'].join('\n')].join('\n\n');
  const used = ['Generated', 'GeneratedAlways'].filter((name) => body.includes(`${name}<`));
  const imports = used.length === 0 ? '' : `import type { ${used.join(', ')} } from 'kysely';\n\n`;
  return `// Made by \`npm run generate\` from db/migrations; do not edit.\n${imports}${body}\n`;
}

function typeName(relation: string): string {
  return relation.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function docComment(text: string | null, indent: string): string[] {
  return text === null ? [] : [`${indent}/** ${text.replaceAll('*/', '*\\/').replaceAll('\n', ' ')} */`];
}
