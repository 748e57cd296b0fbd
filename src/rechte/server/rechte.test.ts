import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '#src/app/contract.ts';
import { abilities } from '#src/app/server/abilities.ts';
import type { Contract } from '#src/platform/contract.ts';
import { createHttp, type Abilities } from '#src/platform/server/http.ts';
import { noLimits } from '#src/platform/server/limits.ts';
import { hashToken } from '#src/platform/server/session.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { actorPlan, kreis, type ActorName } from '#test/support/fixture.ts';
import { asAdmin } from '#test/support/relation.ts';
import type { Tabelle, Vorgang } from '../contract.ts';
import { rechteHandlers } from './routes.ts';

let app: TestApp;
const cookies = new Map<ActorName, string>();
const actors = (Object.keys(actorPlan) as ActorName[]).filter((name) => actorPlan[name].kreisId === kreis);
beforeAll(async () => {
  app = await startTestApp();
  for (const name of actors) {
    const token = randomUUID();
    await asAdmin(app, (tx) =>
      tx.run(sql`insert into sitzung (kreis_id, konto_id, pruefwert, stufe, endet_am)
        values (${kreis}, ${app.konto[name]}, ${hashToken(token)}, 2, now() + interval '1 hour')`),
    );
    cookies.set(name, `lotse=${token}`);
  }
});
afterAll(() => app.close());

/** The doors of the whole contract with nothing behind them but the page itself. */
function serve(given: Abilities) {
  const doors: Contract = Object.fromEntries(
    Object.entries(contract).map(([name, { method, path, ability, reveals, summary }]) => [
      name,
      {
        method,
        path,
        ability,
        reveals,
        summary,
        refusals: [],
        params: z.object({ kreisId: z.string().optional() }),
      },
    ]),
  );
  const through = Object.fromEntries(
    Object.keys(doors).map((name) => [name, () => Promise.resolve({ offen: true })]),
  );
  return createHttp({
    contract: doors,
    handlers: { ...through, ...rechteHandlers(contract, given) },
    abilities: given,
    isRecorded: () => true,
    recordFile: () => Promise.reject(new Error('no files here')),
    limits: noLimits,
    deps: app.deps,
  });
}

async function pageOf(http: ReturnType<typeof serve>): Promise<{ vorgang: Vorgang[]; tabelle: Tabelle[] }> {
  const reply = await http.request(`/api/kreis/${kreis}/rechte`, {
    headers: { cookie: cookies.get('lenkungskreis')! },
  });
  return (await reply.json()) as { vorgang: Vorgang[]; tabelle: Tabelle[] };
}

/** Where the page and the doors disagree. */
async function disagreements(http: ReturnType<typeof serve>): Promise<string[]> {
  const { vorgang } = await pageOf(http);
  const wrong: string[] = [];
  const tried = new Set<string>();
  for (const each of vorgang) {
    // One door of each ability, in the Kreis and outside of it.
    const kind = `${each.faehigkeit} ${each.pfad.includes('{kreisId}')}`;
    if (each.wer === 'offen' || tried.has(kind)) continue;
    tried.add(kind);
    const path = each.pfad.replace('{kreisId}', kreis).replaceAll(/\{\w+\}/g, randomUUID());
    for (const name of actors) {
      const { status } = await http.request(`/api${path}`, {
        method: each.methode,
        headers: { cookie: cookies.get(name)! },
      });
      const said = each.wer === 'alle' || each.rollen.includes(actorPlan[name].rolle);
      if (status < 300 !== said) wrong.push(`${each.name}, ${name}: ${status}, page says ${said}`);
    }
  }
  return wrong;
}

test('the page says of every ability and role exactly what the door does', async () => {
  const http = serve(abilities);
  expect((await pageOf(http)).vorgang.map(({ name }) => name)).toEqual(Object.keys(contract));
  expect(await disagreements(http)).toEqual([]);
});

test('when one ability changes, the door and the page change together', async () => {
  const changed: Abilities = { ...abilities, 'fall.aufnehmen': ['controlling'] };
  const http = serve(changed);
  const admit = (await pageOf(http)).vorgang.find(({ name }) => name === 'admitFall');
  expect(admit?.rollen).toEqual(['controlling']);
  expect(await disagreements(http)).toEqual([]);
  const before = (await pageOf(serve(abilities))).vorgang.find(({ name }) => name === 'admitFall');
  expect(before?.rollen).toEqual(['casemanager']);
});

test('every condition of every table of persons has its sentence, in both languages, without a word of SQL', async () => {
  const { tabelle } = await pageOf(serve(abilities));
  const forced = await asAdmin(app, (tx) =>
    tx.all(sql<{ name: string }>`select relname as name from pg_class c
      where relnamespace = 'public'::regnamespace and relforcerowsecurity
        and exists (select from pg_policies p where p.tablename = c.relname) order by 1`),
  );
  expect(tabelle.map(({ name }) => name)).toEqual(forced.map(({ name }) => name));
  const plain = /^[\p{L}\d ,.:;()„“–-]+$/u;
  const untranslated = tabelle.flatMap(({ name, regel, funktionen }) => [
    ...regel.flatMap(({ name: policy, satz }) =>
      [satz.de, satz.en]
        .filter(
          (text) =>
            !plain.test(text.replaceAll(/[’'’]/g, '')) ||
            / (?:EXISTS|SELECT|AND|OR|ANY|NULL) /.test(` ${text} `),
        )
        .map((text) => `${name}.${policy}: ${text}`),
    ),
    ...funktionen
      .filter(({ name: role, satz }) => satz.de === role)
      .map(({ name: role }) => `${name}: ${role}`),
  ]);
  expect(untranslated).toEqual([]);
});

test('a policy that is dropped or added is dropped or added on the page', async () => {
  const http = serve(abilities);
  const rules = async () => (await pageOf(http)).tabelle.find(({ name }) => name === 'person')?.regel ?? [];
  expect((await rules()).map(({ name }) => name)).toContain('nicht_gesperrt');
  await asAdmin(app, (tx) => tx.run(sql`drop policy nicht_gesperrt on person`));
  expect((await rules()).map(({ name }) => name)).not.toContain('nicht_gesperrt');
  await asAdmin(app, (tx) =>
    tx.run(
      sql`create policy nicht_gesperrt on person as restrictive for select to lotse_app using (gesperrt_am is null)`,
    ),
  );
  const rule = (await rules()).find(({ name }) => name === 'nicht_gesperrt');
  expect(rule).toEqual({
    name: 'nicht_gesperrt',
    befehl: 'lesen',
    zusaetzlich: true,
    satz: { de: 'die Einwilligung ist nicht widerrufen', en: 'the consent is not withdrawn' },
  });
});
