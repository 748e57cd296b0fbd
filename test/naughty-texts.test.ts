import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '#src/app/contract.ts';
import type { Endpoint } from '#src/platform/contract.ts';
import { schemaOf } from './fuzz/values.ts';
import { rightsTable } from './rights-table.ts';
import { startTestApp, type TestApp } from './support/app.ts';
import { naughtyStrings } from './support/naughty-strings.ts';
import { insertCase, relations, type Relation, type TestCase } from './support/relation.ts';
import type { Caller, Request, Row } from './support/rights-row.ts';

let app: TestApp;
const cases = new Map<Relation, TestCase>();
beforeAll(async () => {
  app = await startTestApp();
  for (const relation of relations) cases.set(relation, await insertCase(app, relation));
});
afterAll(() => app.close());

type Schema = Readonly<Record<string, unknown>>;
type Way = readonly (string | number)[];

const entries = (Object.entries(contract) as [string, Endpoint][]).map(([name, endpoint]) => ({
  name,
  endpoint,
  row: (rightsTable as Readonly<Record<string, Row>>)[name]!,
}));
/** Who works on the case, who steers the Kreis, who administers: between them they may write everything. */
const writers: readonly Caller[] = [
  'casemanager',
  'koordination',
  'administration',
  'datenschutz',
  'traegerleitung',
];

function place(caller: Caller, relation: string) {
  const id = crypto.randomUUID();
  return {
    relation,
    fall: (of: Relation) => cases.get(of)!,
    caller,
    konto: app.konto,
    ansicht: () => id,
    gelesen: { dateiId: id, zuordnung: {}, uebernahmeId: id },
  };
}

const requestOf = ({ row }: { row: Row }, caller: Caller): Request =>
  row.request(place(caller, row.relations.includes('eigen') ? 'eigen' : row.relations[0]!));

/** Where a body holds a text of any wording: no code, day, id or pattern. */
function textWays(schema: Schema | undefined, value: unknown, way: Way = []): Way[] {
  if (schema === undefined) return [];
  const choices = (schema['anyOf'] ?? schema['oneOf'] ?? [schema]) as Schema[];
  return choices.flatMap((choice) => {
    if (choice['type'] === 'string')
      return choice['enum'] || choice['format'] || choice['pattern'] || Number(choice['maxLength'] ?? 0) < 80
        ? []
        : [way];
    if (choice['type'] === 'object') {
      const properties = (choice['properties'] ?? {}) as Readonly<Record<string, Schema>>;
      return Object.entries(properties).flatMap(([name, inner]) =>
        textWays(inner, isRecord(value) ? value[name] : undefined, [...way, name]),
      );
    }
    if (choice['type'] === 'array' && Array.isArray(value) && value.length > 0)
      return textWays(choice['items'] as Schema, value[0], [...way, 0]);
    return [];
  });
}

function setAt(value: unknown, [first, ...rest]: Way, text: string): unknown {
  if (first === undefined) return text;
  if (Array.isArray(value))
    return value.map((item, index) => (index === first ? setAt(item, rest, text) : item));
  return {
    ...(isRecord(value) ? value : {}),
    [first]: setAt(isRecord(value) ? value[first] : undefined, rest, text),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const marker = 'zq17';

test('whatever is typed into a text field is stored and answered as that text, or refused at the field', async () => {
  const sent = new Map<string, string>();
  const failed: string[] = [];
  let accepted = 0;
  let number = 0;
  for (const entry of entries) {
    if (entry.endpoint.method === 'GET' || entry.endpoint.upload !== undefined || !entry.endpoint.body)
      continue;
    const { body } = requestOf(entry, 'casemanager');
    for (const way of textWays(schemaOf(entry.endpoint.body), body)) {
      for (let turn = 0; turn < 10; turn += 1) {
        number += 1;
        // Every field gets other texts of the list; between them all fields see all of it.
        const text = naughtyStrings[(number * 37) % naughtyStrings.length]!;
        const caller = writers[turn % 2 === 0 ? 0 : number % writers.length]!;
        const request = requestOf(entry, caller);
        const key = `${marker}${number} `;
        const typed = (key + text).normalize('NFC').trim();
        const reply = await app
          .as(caller as 'casemanager')
          .send(request.method as 'POST', request.path, setAt(request.body, way, typed));
        if (reply.status >= 500)
          failed.push(`${entry.name} /${way.join('/')}: ${reply.status} for ${JSON.stringify(text)}`);
        if (reply.status < 300) {
          accepted += 1;
          sent.set(key.trim(), typed);
        }
      }
    }
  }
  expect(failed).toEqual([]);
  expect(accepted).toBeGreaterThan(100);

  const wrong: string[] = [];
  const seen = new Set<string>();
  for (const entry of entries) {
    if (entry.endpoint.method !== 'GET' && entry.endpoint.liest !== true) continue;
    for (const caller of writers) {
      const { method, path, body } = requestOf(entry, caller);
      const reply =
        method === 'GET'
          ? await app.as(caller as 'casemanager').get(path)
          : await app.as(caller as 'casemanager').send(method, path, body);
      if (reply.status >= 500) wrong.push(`${entry.name}: ${reply.status}`);
      for (const text of textsIn(reply.body)) {
        const key = new RegExp(`^${marker}\\d+`).exec(text)?.[0];
        if (key === undefined) continue;
        seen.add(key);
        if (text.normalize('NFC') !== sent.get(key))
          wrong.push(`${entry.name} answers ${JSON.stringify(text)} for ${JSON.stringify(sent.get(key))}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(seen.size).toBeGreaterThan(30);
}, 180_000);

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isRecord(value) ? Object.values(value).flatMap(textsIn) : [];
}
