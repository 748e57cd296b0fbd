import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { asActor, asAdmin, attempt, insertCase, type TestCase } from '#test/support/relation.ts';

let app: TestApp;
let fall: TestCase;
let nummer: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  fall = await insertCase(app, 'eigen');
  nummer = `T-eigen-${fall.fallId.slice(0, 8)}`;
});

const WORDS = 'Polizei fragt nach dem Aufenthalt, Gefahr im Verzug.';
const path = `/kreis/${kreis}/notzugriff`;
const akte = () => `/kreis/${kreis}/fall/${fall.fallId}`;

function start(changed: Record<string, unknown> = {}) {
  const body = { nummer, grund: 'leben-in-gefahr', begruendung: WORDS, ...changed };
  return app.as('notzugriff').send('POST', path, body);
}

function change(statement: ReturnType<typeof sql>): Promise<unknown> {
  return asAdmin(app, (tx) => tx.run(statement));
}

test('the officer of the Träger opens one file for three hours to read, and changes nothing', async () => {
  expect((await app.as('notzugriff').get(akte())).status).toBe(404);
  const reply = await start();
  expect([reply.status, reply.body.fallId]).toEqual([201, fall.fallId]);
  const hours = (new Date(reply.body.bis).getTime() - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(2.9);
  expect(hours).toBeLessThanOrEqual(3);
  const file = await app.as('notzugriff').get(akte());
  expect(file.body.person.familienname).toBe('Kanari eigen');
  expect(Object.values(file.body.abilities)).not.toContain(true);
  expect((await app.as('notzugriff').get(`${akte()}/assessment`)).status).toBe(200);
  expect(
    await attempt(app, 'notzugriff', sql`update person set vorname = 'x' where id = ${fall.personId}`),
  ).toBe(0);
  expect(await attempt(app, 'notzugriff', sql`update fall set zugang = 'x' where id = ${fall.fallId}`)).toBe(
    0,
  );
  const zweck = await asAdmin(app, (tx) =>
    tx.all(sql`select distinct zweck from lesezugriff where konto_id = ${app.konto.notzugriff}`),
  );
  expect(zweck).toEqual([{ zweck: 'notzugriff' }]);
  // Other cases of the same Träger stay closed.
  const other = await insertCase(app, 'kollegin');
  expect((await app.as('notzugriff').get(`/kreis/${kreis}/fall/${other.fallId}`)).status).toBe(404);
});

test('the owner sees in the file that and why it was opened; the officer for data protection sees the reason, not the case', async () => {
  await start();
  const [seen] = (await app.as('casemanager').get(`${akte()}/oeffnung`)).body.notzugriff;
  expect(seen).toMatchObject({
    grund: 'leben-in-gefahr',
    begruendung: WORDS,
    von: { name: 'Konto notzugriff' },
    laeuft: true,
  });
  const list = (await app.as('datenschutz').get(path)).body;
  expect(list[0]).toMatchObject({
    grund: 'leben-in-gefahr',
    begruendung: WORDS,
    fallId: null,
    nummer: null,
    traegerId: traeger.alpha,
  });
  expect(JSON.stringify(list)).not.toContain(nummer);
  // The officer of another Träger sees those of that one, which are none.
  await change(sql`insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle, traeger_id)
    values (${kreis}, ${kreis}, ${app.konto.ki_leitung}, 'datenschutz', ${traeger.beta})`);
  expect((await app.as('ki_leitung').get(path)).body).toEqual([]);
  const stored = await asAdmin(app, (tx) =>
    tx.all(sql<{ siegel: Buffer }>`select begruendung_siegel as siegel from notzugriff`),
  );
  expect(stored.some(({ siegel }) => siegel.includes('Polizei'))).toBe(false);
});

test('it is not extended: another needs the end of the first and a reason of its own', async () => {
  await start();
  expect((await start({ grund: 'gericht' })).body.code).toBe('notzugriff-laeuft');
  const [running] = (await app.as('notzugriff').get(path)).body;
  expect((await app.as('notzugriff').send('POST', `${path}/${running.id}/ende`)).status).toBe(204);
  expect((await app.as('notzugriff').get(akte())).status).toBe(404);
  expect((await start({ begruendung: '' })).status).toBe(422);
  expect((await start({ grund: 'gericht' })).status).toBe(201);
  await change(
    sql`update notzugriff set ab = now() - interval '3 hours', bis = now() where beendet_am is null`,
  );
  expect((await app.as('notzugriff').get(akte())).status).toBe(404);
  // Neither the end nor the reason can be written anew, whatever is asked.
  expect(await attempt(app, 'notzugriff', sql`update notzugriff set bis = now() + interval '1 hour'`)).toBe(
    'refused',
  );
  expect(await attempt(app, 'notzugriff', sql`update notzugriff set beendet_am = null`)).toBe('refused');
});

test('never another Träger, never a withdrawn consent, and what is not opened looks as if it did not exist', async () => {
  const foreign = await insertCase(app, 'fremderTraeger');
  const elsewhere = await insertCase(app, 'fremderKreis');
  const locked = await insertCase(app, 'offen');
  await change(sql`update person set gesperrt_am = now() where id = ${locked.personId}`);
  const missing = await start({ nummer: 'T-gibt-es-nicht' });
  expect([missing.status, missing.body.code]).toEqual([422, 'notzugriff-nicht-moeglich']);
  for (const [relation, each] of Object.entries({
    fremderTraeger: foreign,
    fremderKreis: elsewhere,
    offen: locked,
  })) {
    const reply = await start({ nummer: `T-${relation}-${each.fallId.slice(0, 8)}` });
    expect([relation, reply.status, reply.body]).toEqual([relation, missing.status, missing.body]);
  }
  for (const name of [
    'casemanager',
    'datenschutz',
    'administration',
    'traegerleitung',
    'koordination',
  ] as const) {
    const body = { nummer, grund: 'leben-in-gefahr', begruendung: WORDS };
    expect([name, (await app.as(name).send('POST', path, body)).status]).toEqual([name, 404]);
    const rows = await asActor(app, name, (tx) => tx.all(call(nummer, 'gericht')));
    expect([name, rows]).toEqual([name, []]);
  }
});

test('it asks for a fresh proof of identity', async () => {
  await app.as('notzugriff').get('/ich');
  await change(
    sql`update sitzung set bestaetigt_am = now() - interval '11 minutes' where konto_id = ${app.konto.notzugriff}`,
  );
  const reply = await start();
  expect([reply.status, reply.body.code]).toEqual([403, 'bestaetigung-noetig']);
  await change(sql`update sitzung set bestaetigt_am = now() where konto_id = ${app.konto.notzugriff}`);
});

test('B6: of 500 openings each tells the owner and both data protection officers in its own transaction, without names', async () => {
  const alphaOfficer = app.konto.lenkungskreis;
  await change(sql`insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle, traeger_id)
    values (${kreis}, ${kreis}, ${alphaOfficer}, 'datenschutz', ${traeger.alpha})`);
  const count = async () => {
    const [row] = await asAdmin(app, (tx) =>
      tx.all(sql<{ eigene: number; kreis: number; traeger: number; namen: number }>`
        select count(*) filter (where konto_id = ${app.konto.casemanager} and art = 'notzugriff.geoeffnet')::int as eigene,
          count(*) filter (where konto_id = ${app.konto.datenschutz} and art = 'notzugriff.geoeffnet_datenschutz')::int as kreis,
          count(*) filter (where konto_id = ${alphaOfficer} and art = 'notzugriff.geoeffnet_datenschutz')::int as traeger,
          count(*) filter (where daten::text ~* 'kanari|vogel|polizei'
            or konto_id <> ${app.konto.casemanager} and daten ? 'nummer')::int as namen
        from nachricht where art like 'notzugriff.%'`),
    );
    return row;
  };
  const before = await count();
  for (let trial = 0; trial < 500; trial += 1) {
    const rows = await asActor(app, 'notzugriff', (tx) =>
      tx.all(call(nummer, trial % 2 ? 'gericht' : 'kindeswohl')),
    );
    expect(rows).toMatchObject([{ laeuft: false }]);
    if (trial % 50 === 0)
      expect(await asActor(app, 'notzugriff', (tx) => tx.all(call(nummer, 'gericht')))).toMatchObject([
        { laeuft: true },
      ]);
    await asActor(app, 'notzugriff', (tx) =>
      tx.run(sql`update notzugriff set beendet_am = now() where beendet_am is null`),
    );
  }
  const after = await count();
  const gained = (name: 'eigene' | 'kreis' | 'traeger') => (after?.[name] ?? 0) - (before?.[name] ?? 0);
  expect([gained('eigene'), gained('kreis'), gained('traeger'), after?.namen]).toEqual([500, 500, 500, 0]);

  // No alert, no access.
  await change(sql`revoke insert on nachricht from lotse_schutz`);
  expect((await start()).status).toBe(404);
  expect((await app.as('notzugriff').get(akte())).status).toBe(404);
  await change(sql`grant insert on nachricht to lotse_schutz`);
});

test('a protected person opens to danger for life only; her Case Manager gone, another is named and nothing is read', async () => {
  const cm = app.as('casemanager');
  expect((await cm.send('PUT', `${akte()}/schutz`, { grund: 'mitarbeit', aufhebung: null })).status).toBe(
    204,
  );
  for (const grund of ['kindeswohl', 'gericht', 'ausfall', 'sonstiges']) {
    expect([grund, (await start({ grund })).body.code]).toEqual([grund, 'notzugriff-nicht-moeglich']);
  }
  expect((await start()).status).toBe(201);
  expect((await app.as('notzugriff').get(akte())).body.person.familienname).toBe('Kanari eigen');
  await asActor(app, 'notzugriff', (tx) =>
    tx.run(sql`update notzugriff set beendet_am = now() where beendet_am is null`),
  );

  const assign = (kontoId: string, by: ActorName = 'notzugriff') =>
    app.as(by).send('POST', `${path}/zuweisung`, { nummer, kontoId });
  expect((await assign(app.konto.casemanagerBeta)).status).toBe(422);
  expect((await assign(app.konto.notzugriff)).status).toBe(422);
  expect((await assign(app.konto.kollegin, 'traegerleitung')).status).toBe(404);
  expect((await app.as('kollegin').get(akte())).status).toBe(404);
  expect((await assign(app.konto.kollegin)).status).toBe(204);
  expect((await app.as('kollegin').get(akte())).body.person.familienname).toBe('Kanari eigen');
  expect((await cm.get(akte())).status).toBe(404);
  expect((await app.as('notzugriff').get(akte())).status).toBe(404);
  const told = (await app.as('kollegin').get(`/kreis/${kreis}/nachricht`)).body.nachricht;
  expect(told[0].art).toBe('notzugriff.zugewiesen');
  const plain = await insertCase(app, 'eigen');
  const body = { nummer: `T-eigen-${plain.fallId.slice(0, 8)}`, kontoId: app.konto.kollegin };
  expect((await app.as('notzugriff').send('POST', `${path}/zuweisung`, body)).status).toBe(422);
});

function call(of: string, grund: string) {
  return sql<{ laeuft: boolean }>`
    select * from notzugriff_oeffnen(${kreis}, ${randomUUID()}, ${of}, ${grund}, ${Buffer.from('siegel')})`;
}
