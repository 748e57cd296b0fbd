import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '#src/app/contract.ts';
import { hashToken } from '#src/platform/server/session.ts';
import { rightsTable } from './rights-table.ts';
import { startTestApp, type TestApp } from './support/app.ts';
import { actorPlan, kreis, type ActorName } from './support/fixture.ts';
import { asAdmin, insertCase, relations, type Relation, type TestCase } from './support/relation.ts';
import type { Place } from './support/rights-row.ts';

let app: TestApp;
const cases = new Map<Relation, TestCase>();
beforeAll(async () => {
  app = await startTestApp();
  for (const relation of relations) cases.set(relation, await insertCase(app, relation));
});
afterAll(() => app.close());

interface Seen {
  readonly name: keyof typeof contract;
  readonly status: number;
  readonly text: string;
}

/** Asks every read of the interface about every case, with one account. */
async function walk(caller: ActorName, cookie: string): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const [name, row] of Object.entries(rightsTable) as [
    keyof typeof contract,
    (typeof rightsTable)['getIch'],
  ][]) {
    const endpoint = contract[name];
    if (endpoint.method !== 'GET' && !('liest' in endpoint)) continue;
    for (const relation of row.relations) {
      const place: Place = {
        relation,
        caller,
        konto: app.konto,
        fall: (of) => cases.get(of)!,
        ansicht: () => randomUUID(),
        gelesen: { dateiId: randomUUID(), zuordnung: undefined, uebernahmeId: randomUUID() },
      };
      const { method, path, body } = row.request(place);
      const response = await app.app.request(`/api${path}`, {
        method,
        headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      seen.push({ name, status: response.status, text: await response.text() });
    }
  }
  return seen;
}

async function signIn(kreisId: string, kontoId: string): Promise<string> {
  const token = randomUUID();
  await asAdmin(app, (tx) =>
    tx.run(sql`insert into sitzung (kreis_id, konto_id, pruefwert, stufe, endet_am)
      values (${kreisId}, ${kontoId}, ${hashToken(token)}, 2, now() + interval '1 hour')`),
  );
  return `lotse=${token}`;
}

/** Names, notes, numbers and keys of cases and persons that stand in an answer. */
function traces(seen: readonly Seen[]): string[] {
  const secrets = [...cases].flatMap(([relation, of]) => [
    `Kanari ${relation}`,
    `Notiz ${relation}`,
    `T-${relation}-`,
    of.fallId,
    of.personId,
    `A-${of.anfrageId.slice(0, 8)}`,
  ]);
  return seen.flatMap(({ name, text }) =>
    // The offices of the fixture bear the key of a person in their name.
    secrets
      .filter((secret) => text.replaceAll(`Stelle ${secret}`, '').includes(secret))
      .map((secret) => `${name}: ${secret}`),
  );
}

const opened = (seen: readonly Seen[]) =>
  new Set(seen.filter(({ status }) => status === 200).map(({ name }) => name));
const kinds = (seen: readonly Seen[]) => new Set([...opened(seen)].map((name) => contract[name].reveals));

const withoutCases = [
  ['M59 M60 staff and team leads of the authorities', 'abh_ebh'],
  ['M61 heads of departments, sections and products', 'ki_leitung'],
  ['M62 the line manager at the Träger', 'traegerleitung'],
  ['M63 M64 members of the steering and of project groups', 'lenkungskreis'],
  ['M69 controlling and granting authority', 'controlling'],
  ['M70 the ministry', 'ministerium'],
  ['the administrative assistant', 'verwaltungsassistenz'],
  ['the administration of accounts', 'administration'],
] as const;

test.each(withoutCases)(
  '%s: no name, no note, no number of a case in any answer of the interface',
  async (_who, name) => {
    const seen = await walk(name, await signIn(actorPlan[name].kreisId, app.konto[name]));
    expect(seen.length).toBeGreaterThan(200);
    expect(seen.filter(({ status }) => status >= 500)).toEqual([]);
    expect(traces(seen)).toEqual([]);
    // The head of a Träger releases answers to the persons concerned, by their number there and without a case.
    const named = [...opened(seen)].filter((each) => contract[each].reveals === 'person');
    expect(named).toEqual(name === 'traegerleitung' ? ['listErsuchen'] : []);
  },
);

test.each(['controlling', 'ministerium'] as const)(
  'M69 M70 what opens to %s shows money, figures or the territory, nothing about a case',
  async (name) => {
    const seen = await walk(name, await signIn(actorPlan[name].kreisId, app.konto[name]));
    const allowed = new Set(['zahlen', 'stamm', 'nichts']);
    expect([...kinds(seen)].filter((kind) => !allowed.has(kind))).toEqual([]);
  },
);

test('M67 volunteers and self-organisations answer for their office and see nobody else', async () => {
  const id = randomUUID();
  await asAdmin(app, async (tx) => {
    await tx.run(
      sql`insert into konto (kreis_id, id, anmeldename, name) values (${kreis}, ${id}, 'ehrenamt', 'Ehrenamt')`,
    );
    await tx.run(sql`insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle, stelle_id)
      select ${kreis}, ${kreis}, ${id}, 'partner', s.id from stelle s where s.kreis_id = ${kreis} limit 1`);
  });
  const seen = await walk('lenkungskreis', await signIn(kreis, id));
  expect(seen.filter(({ status }) => status >= 500)).toEqual([]);
  expect(traces(seen)).toEqual([]);
  expect(opened(seen)).toContain('listEingang');
  expect(opened(seen)).not.toContain('listStelle');
});

test('M82 working together across the blocks: offers, offices and situations are shared, files are not', async () => {
  for (const name of ['abh_ebh', 'ki_leitung', 'verwaltungsassistenz'] as const) {
    const seen = await walk(name, await signIn(kreis, app.konto[name]));
    expect([name, opened(seen).has('listAngebot'), opened(seen).has('listStelle')]).toEqual([
      name,
      true,
      true,
    ]);
    expect([name, opened(seen).has('getFall'), opened(seen).has('listFall')]).toEqual([name, false, false]);
  }
  // The Koordination works with numbers; a name opens case by case.
  const seen = await walk('koordination', await signIn(kreis, app.konto.koordination));
  const names = traces(seen).filter((trace) => /: (?:Kanari|Notiz) /.test(trace));
  expect(names).toEqual([]);
  expect(traces(seen).some((trace) => trace.includes('T-eigen-'))).toBe(true);
});
