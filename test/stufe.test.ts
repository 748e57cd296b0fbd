import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '#src/app/contract.ts';
import type { Endpoint } from '#src/platform/contract.ts';
import { hashToken } from '#src/platform/server/session.ts';
import { rightsTable } from './rights-table.ts';
import { startTestApp, type TestApp } from './support/app.ts';
import { actorPlan, type ActorName } from './support/fixture.ts';
import { asAdmin, insertCase, relations, type Relation, type TestCase } from './support/relation.ts';
import type { Place, Row } from './support/rights-row.ts';

let app: TestApp;
const cases = new Map<Relation, TestCase>();
let zuordnung: unknown;
beforeAll(async () => {
  app = await startTestApp();
  for (const relation of relations) cases.set(relation, await insertCase(app, relation));
  const csv = new TextEncoder().encode('Datum;Träger;Zugang\n01.02.2023;Alpha;Schule\n');
  const upload = '/kreis/musterkreis/uebernahme/datei?name=kontakte.csv';
  zuordnung = (await app.as('uebernahme').send('POST', upload, csv)).body.zuordnung;
});
afterAll(() => app.close());

const unknownId = '99999999-9999-4999-8999-999999999999';
const rows = Object.entries(rightsTable) as [keyof typeof contract, Row][];

/** A session of an account that is as strong as said. */
async function cookieOf(caller: ActorName, stufe: 0 | 1 | 2): Promise<string> {
  const token = randomUUID();
  await asAdmin(app, (tx) =>
    tx.run(sql`insert into sitzung (kreis_id, konto_id, pruefwert, stufe, endet_am)
      values (${actorPlan[caller].kreisId}, ${app.konto[caller]}, ${hashToken(token)}, ${stufe}, now() + interval '1 hour')`),
  );
  return `lotse=${token}`;
}

/** A valid request of an operation, as the rights matrix makes it. */
async function send(row: Row, relation: string, cookie: string, headers: Record<string, string> = {}) {
  const place: Place = {
    relation,
    caller: 'casemanager',
    konto: app.konto,
    fall: (of) => cases.get(of)!,
    ansicht: () => unknownId,
    gelesen: { dateiId: unknownId, zuordnung, uebernahmeId: unknownId },
  };
  const { method, path, body } = row.request(place);
  const raw = body instanceof Uint8Array;
  const response = await app.app.request(`/api${path}`, {
    method,
    headers: {
      ...(cookie ? { cookie } : {}),
      ...(body !== undefined && !raw ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: raw ? Uint8Array.from(body) : JSON.stringify(body) }),
  });
  const text = await response.text();
  const code = response.ok ? '' : ` ${(JSON.parse(text) as { code: string }).code}`;
  return { outcome: `${response.status}${code}`, text };
}

function abilityOf(name: keyof typeof contract): string {
  const endpoint: Endpoint = contract[name];
  return endpoint.ability;
}

/** Sign-in itself, and what needs no account by design. */
const open = rows.filter(([name]) => abilityOf(name) === 'offen').map(([name]) => name);

test('M399 a session that waits for its second step is no session for any operation of the contract', async () => {
  const cookie = await cookieOf('casemanager', 0);
  const wrong: string[] = [];
  for (const [name, row] of rows) {
    if (open.includes(name)) continue;
    for (const relation of row.relations) {
      const { outcome } = await send(row, relation, cookie);
      if (outcome !== '401 anmeldung-noetig') wrong.push(`${name}, ${relation}: ${outcome}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(rows.length - open.length).toBeGreaterThan(150);
});

const needsFaktor = ['casemanager', 'koordination', 'administration', 'datenschutz', 'uebernahme'] as const;

test.each(needsFaktor)(
  'M399 %s, signed in with the password alone, is nobody to every operation but her own sign-in',
  async (name) => {
    const cookie = await cookieOf(name, 1);
    const own = new Set<string>();
    const wrong: string[] = [];
    for (const [operation, row] of rows) {
      if (open.includes(operation)) continue;
      if (abilityOf(operation) === 'angemeldet') {
        own.add(operation);
        continue;
      }
      for (const relation of row.relations) {
        const { outcome, text } = await send(row, relation, cookie);
        if (outcome !== '404 nicht-gefunden') wrong.push(`${operation}, ${relation}: ${outcome}`);
        if (/Kanari|T-\w+-|Notiz /.test(text)) wrong.push(`${operation}, ${relation}: shows ${text}`);
      }
    }
    expect(wrong).toEqual([]);
    // A new operation for everybody who is signed in has to be thought about here.
    expect([...own].toSorted()).toEqual(
      [
        'addPasskey',
        'beginPasskey',
        'beginTotp',
        'changeKennwort',
        'confirmTotp',
        'endAllSitzung',
        'endOwnSitzung',
        'getIch',
        'listFaktor',
        'listSitzung',
        'removeFaktor',
        'renewCodes',
        'setSprache',
      ].toSorted(),
    );
  },
);

const foreign: readonly Record<string, string>[] = [
  { origin: 'https://fremd.test' },
  { origin: 'null' },
  { origin: 'http://lotse.test.fremd.test' },
  { origin: 'http://lotse.test:81' },
  { 'sec-fetch-site': 'cross-site' },
];
const forms = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];

test('no changing operation is accepted from another page, as a form or as plain text, with a full session', async () => {
  const wrong: string[] = [];
  let tried = 0;
  for (const [name, row] of rows) {
    const endpoint: Endpoint = contract[name];
    if (endpoint.method === 'GET') continue;
    const [relation = ''] = row.relations;
    const caller = (Object.values(row.expected[relation] ?? {})[0]?.[0] ?? 'casemanager') as ActorName;
    const cookie = await cookieOf(caller in actorPlan ? caller : 'casemanager', 2);
    for (const headers of foreign) {
      tried += 1;
      const { outcome } = await send(row, relation, cookie, headers);
      if (outcome !== '403 herkunft-fremd') wrong.push(`${name} ${JSON.stringify(headers)}: ${outcome}`);
    }
    if (!endpoint.body || endpoint.upload !== undefined) continue;
    for (const type of forms) {
      tried += 1;
      const { outcome } = await send(row, relation, cookie, { 'content-type': type });
      if (outcome !== '415 inhaltstyp-ungueltig') wrong.push(`${name} ${type}: ${outcome}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(600);
});
