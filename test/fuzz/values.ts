import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { naughtyStrings } from '#test/support/naughty-strings.ts';
import type { Random } from './random.ts';

/** What values may be made of: ids that exist, of whomever, and codes that the lists know. */
export interface Pool {
  readonly ids: readonly string[];
  /** The same by the concept that an id names: "fall", "kommune". */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly codes: readonly string[];
  /** The text of every field that takes words; undefined: words and naughty strings by chance. */
  readonly text?: string;
}

type Schema = Readonly<Record<string, unknown>>;

const schemas = new WeakMap<z.ZodType, Schema>();

/** What a caller may send, as JSON schema. */
export function schemaOf(type: z.ZodType): Schema {
  const known = schemas.get(type) ?? z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' });
  schemas.set(type, known);
  return known;
}

/** A value that fits the schema or nearly so. `wild`: share of values that do not. */
export function makeValue(
  random: Random,
  schema: Schema,
  pool: Pool,
  wild: number,
  depth = 0,
  name = '',
): unknown {
  if (wild > 0 && random.chance(wild)) return random.pick(strange(random, pool));
  const choice = schema['anyOf'] ?? schema['oneOf'];
  if (Array.isArray(choice))
    return makeValue(random, random.pick(choice as Schema[]), pool, wild, depth, name);
  if (Array.isArray(schema['allOf']))
    return makeValue(random, (schema['allOf'] as Schema[])[0]!, pool, wild, depth, name);
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return random.pick(schema['enum'] as unknown[]);
  switch (schema['type']) {
    case 'object':
      return makeObject(random, schema, pool, wild, depth);
    case 'array':
      return makeArray(random, schema, pool, wild, depth, name);
    case 'integer':
    case 'number':
      return makeNumber(random, schema);
    case 'boolean':
      return random.chance(0.5);
    case 'null':
      return null;
    case 'string':
      return makeString(random, schema, pool, name);
    default:
      return depth > 3 ? null : makeString(random, {}, pool, name);
  }
}

/** Fields that decide whose a record is; whoever sends them along must gain nothing by it. */
export const grabbed = [
  'kreisId',
  'traegerId',
  'kontoId',
  'casemanagerId',
  'personId',
  'fallId',
  'id',
  'rolle',
  'rollen',
  'fassung',
  'gesperrtAm',
  'demo',
  'stufe',
  'abilities',
  '__proto__',
  'constructor',
  'zweck',
];

function makeObject(random: Random, schema: Schema, pool: Pool, wild: number, depth: number): unknown {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;
  const required = new Set((schema['required'] ?? []) as string[]);
  const entries = Object.entries(properties)
    .filter(([name]) => required.has(name) || random.chance(0.5))
    .filter(() => wild === 0 || !random.chance(wild))
    .map(([name, inner]): [string, unknown] => [name, makeValue(random, inner, pool, wild, depth + 1, name)]);
  if (wild > 0 && random.chance(wild))
    entries.push([random.pick(grabbed), random.pick(strange(random, pool))]);
  return Object.fromEntries(entries);
}

function makeArray(
  random: Random,
  schema: Schema,
  pool: Pool,
  wild: number,
  depth: number,
  name: string,
): unknown {
  const least = Number(schema['minItems'] ?? 0);
  const tuple = schema['prefixItems'];
  if (Array.isArray(tuple))
    return (tuple as Schema[]).map((inner) => makeValue(random, inner, pool, wild, depth + 1));
  const items = (schema['items'] ?? {}) as Schema;
  const count = Math.max(least, Math.min(random.int(3), Number(schema['maxItems'] ?? 3)));
  return Array.from({ length: count }, () => makeValue(random, items, pool, wild, depth + 1, name));
}

function makeNumber(random: Random, schema: Schema): number {
  const least = Number(schema['minimum'] ?? 0);
  const most = Number(schema['maximum'] ?? least + 20);
  return least + random.int(Math.max(1, Math.min(most - least, 20) + 1));
}

/** An id as a field or a part of an address wants it: mostly of the right kind, whosever it is. */
export function pickId(random: Random, pool: Pool, name: string): string {
  const known = pool.byName.get(name.replace(/Ids?$/, '').toLowerCase());
  return known && known.length > 0 && random.chance(0.85) ? random.pick(known) : random.pick(pool.ids);
}

function makeString(random: Random, schema: Schema, pool: Pool, name: string): string {
  const format = schema['format'];
  if (format === 'uuid') return random.chance(0.95) ? pickId(random, pool, name) : randomUUID();
  if (name === 'kommuneId') return pickId(random, pool, name);
  if (format === 'date') return random.pick(days);
  if (format === 'date-time') return `${random.pick(days)}T09:30:00Z`;
  const most = Number(schema['maxLength'] ?? 60);
  if (pool.text !== undefined) return pool.text.slice(0, most);
  const kind = random.int(10);
  if (kind < 4) return random.pick(pool.codes);
  if (kind < 6) return random.pick(pool.ids);
  if (kind < 7) return random.pick(days);
  return random.pick(naughtyStrings).slice(0, most);
}

const days = [
  '2023-01-10',
  '2023-02-29',
  '2024-02-29',
  '2023-03-26',
  '2026-12-31',
  '2023-06-15',
  '1990-05-04',
];

function strange(random: Random, pool: Pool): readonly unknown[] {
  return [
    null,
    '',
    0,
    -1,
    1e308,
    true,
    [],
    {},
    [[]],
    random.pick(pool.ids),
    random.pick(naughtyStrings),
    '%',
    '*',
    `${random.pick(pool.ids)}/../${random.pick(pool.ids)}`,
    { $ne: null },
    [random.pick(pool.ids)],
  ];
}
