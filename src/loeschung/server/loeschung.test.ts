import { appendFileSync, existsSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addMonths, today } from '#src/platform/day.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, traeger } from '#test/support/fixture.ts';
import { carryOut, closeOn, proposeAndRelease, registerFolder } from '#test/support/loeschung.ts';
import { asActor, asAdmin, insertCase, type TestCase } from '#test/support/relation.ts';
import { beantrageLoeschung } from './request.ts';
import { registerFile } from './register.ts';
import { replayLoeschung } from './replay.ts';

let app: TestApp;
let fall: TestCase;
const register = registerFolder();
const heute = today();
const path = `/kreis/${kreis}/loeschung`;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  await app.close();
  register.remove();
});
beforeEach(async () => {
  fall = await insertCase(app, 'eigen');
});

const admin = <R>(query: ReturnType<typeof sql<R>>) => asAdmin(app, (tx) => tx.all(query));
const leitung = () => app.as('traegerleitung');
const officer = () => app.as('datenschutz');
const preview = async (bis = heute) =>
  (await officer().get(`${path}/vorschau?bis=${bis}`)).body.faellig as {
    personId: string;
    [field: string]: unknown;
  }[];
const isThere = async (personId: string) =>
  (await admin(sql`select 1 from person where id = ${personId}`)).length === 1;
const propose = (personIds: string[], traegerId: string = traeger.alpha) =>
  leitung().send('POST', `${path}/lauf`, { traegerId, bis: heute, personIds });
const release = (
  laufId: string,
  who: TestApp['as'] extends (name: infer N) => unknown ? N : never = 'datenschutz',
) => app.as(who).send('POST', `${path}/lauf/${laufId}/freigabe`, { fassung: 1 });
const lauf = async (laufId: string) =>
  (await officer().get(`${path}/lauf`)).body.find((each: { id: string }) => each.id === laufId);

/** Due since the first of January: withdrawn more than a month ago. */
async function withdraw({ personId }: TestCase, am = addMonths(heute, -2)): Promise<void> {
  await asAdmin(app, async (tx) => {
    await tx.run(sql`update person set gesperrt_am = ${am} where id = ${personId}`);
    await tx.run(sql`update einwilligung set widerrufen_am = ${am} where person_id = ${personId}`);
  });
}

test('M151 withdrawal by the Case Manager, due after the period, released by two, gone; the case still counts', async () => {
  const { fallId, nummer } = await app.admit();
  const [{ personId }] = (await admin(
    sql<{ personId: string }>`select person_id as "personId" from fall where id = ${fallId}`,
  )) as [{ personId: string }];
  const count = async () =>
    (await app.as('koordination').get(`/kreis/${kreis}/auswertung/fallzahlen?stichtag=2023-06-30`)).body
      .fallzahlen[0].gesamt;
  const before = await count();
  const withdrawn = await app
    .as('casemanager')
    .send('POST', `/kreis/${kreis}/person/${personId}/widerruf`, { am: '2023-03-01', grund: null });
  expect(withdrawn.status).toBe(200);
  expect(await preview('2023-03-31')).not.toContainEqual(expect.objectContaining({ personId }));
  expect(await preview()).toContainEqual(
    expect.objectContaining({
      personId,
      nummer: [nummer],
      art: 'widerruf',
      bezugAm: '2023-03-01',
      faelligAb: '2023-04-01',
      sperre: null,
    }),
  );
  const { body } = await propose([personId]);
  expect(await lauf(body.laufId)).toMatchObject({
    stand: 'vorgeschlagen',
    posten: [{ nummer, art: 'widerruf', stand: 'offen' }],
  });
  expect(
    await admin(sql`select konto_id as konto from nachricht where gegenstand_id = ${body.laufId}`),
  ).toEqual([{ konto: app.konto.datenschutz }]);
  expect((await release(body.laufId)).status).toBe(204);
  expect(await carryOut(app, register.dir)).toMatchObject({ geloescht: 1, fehler: [] });
  expect(await isThere(personId)).toBe(false);
  expect(await lauf(body.laufId)).toMatchObject({
    stand: 'abgeschlossen',
    posten: [{ nummer: '', stand: 'geloescht' }],
  });
  expect(await count()).toBe(before);
  // The next admission gets a number that nobody had.
  expect((await app.admit()).nummer).not.toBe(nummer);
});

test('M401 the preview names numbers and rules, only to those who answer for the Träger', async () => {
  await closeOn(app, fall.fallId, '2023-06-01');
  expect(await preview('2026-12-31')).not.toContainEqual(
    expect.objectContaining({ personId: fall.personId }),
  );
  const rows = await preview('2027-01-01');
  expect(rows).toContainEqual(
    expect.objectContaining({
      personId: fall.personId,
      art: 'fall',
      bezugAm: '2023-06-01',
      faelligAb: '2027-01-01',
      frist: { einheit: 'kalenderjahre', anzahl: 3 },
    }),
  );
  expect(JSON.stringify(rows)).not.toContain('Kanari');
  const beta = await insertCase(app, 'fremderTraeger');
  await withdraw(beta);
  expect((await leitung().get(`${path}/vorschau`)).body.faellig).not.toContainEqual(
    expect.objectContaining({ personId: beta.personId }),
  );
  expect(await preview()).toContainEqual(expect.objectContaining({ personId: beta.personId }));
  for (const who of ['casemanager', 'koordination', 'administration'] as const)
    expect((await app.as(who).get(`${path}/vorschau`)).status).toBe(404);
});

test('M401 a period is set from a day on, with its basis, and what held before stays to be read', async () => {
  const set = (who: 'datenschutz' | 'traegerleitung', body: object) =>
    app.as(who).send('PUT', `${path}/regel`, {
      traegerId: traeger.beta,
      art: 'fall',
      einheit: 'monate',
      anzahl: 6,
      grundlage: 'Beschluss',
      gueltigAb: heute,
      ...body,
    });
  expect((await set('datenschutz', { gueltigAb: '2020-01-01' })).body.code).toBe('regel-rueckwirkend');
  expect((await set('traegerleitung', {})).status).toBe(403);
  expect((await set('datenschutz', {})).status).toBe(204);
  expect((await set('datenschutz', { anzahl: 12, gueltigAb: addMonths(heute, 2) })).status).toBe(204);
  const { body } = await officer().get(`${path}/regel`);
  expect(body.regel).toContainEqual(
    expect.objectContaining({
      traegerId: traeger.beta,
      art: 'fall',
      anzahl: 6,
      gueltigBis: addMonths(heute, 2),
    }),
  );
  expect(body.regel).toContainEqual(
    expect.objectContaining({ traegerId: traeger.beta, art: 'widerruf', anzahl: 1, gueltigAb: null }),
  );
  expect(body.verlauf.filter((row: { traegerId: string }) => row.traegerId === traeger.beta)).toHaveLength(2);
});

test('M401 nobody releases the own proposal, and nobody twice; a withdrawn proposal frees its people', async () => {
  await withdraw(fall);
  const { body } = await propose([fall.personId]);
  expect((await release(body.laufId, 'traegerleitung')).body.code).toBe('vier-augen');
  expect((await propose([fall.personId])).body.code).toBe('posten-nicht-faellig');
  expect((await leitung().send('POST', `${path}/lauf/${body.laufId}/rueckzug`, { fassung: 1 })).status).toBe(
    204,
  );
  expect((await release(body.laufId)).body.code).toBe('lauf-nicht-offen');
  expect(await carryOut(app, register.dir)).toMatchObject({ geloescht: 0 });
  const again = await propose([fall.personId]);
  expect(again.status).toBe(201);
  await asAdmin(app, (tx) =>
    tx.run(
      sql`update sitzung set bestaetigt_am = now() - interval '1 hour' where konto_id = ${app.konto.datenschutz}`,
    ),
  );
  expect((await release(again.body.laufId)).body.code).toBe('bestaetigung-noetig');
  await asAdmin(app, (tx) =>
    tx.run(sql`update sitzung set bestaetigt_am = now() where konto_id = ${app.konto.datenschutz}`),
  );
  expect((await release(again.body.laufId)).status).toBe(204);
  expect((await release(again.body.laufId)).body.code).toBe('lauf-nicht-offen');
  expect(await carryOut(app, register.dir)).toMatchObject({ geloescht: 1 });
});

test('M401 a hold of the Case Manager stops the proposal, and one set after the release stops the run', async () => {
  await closeOn(app, fall.fallId, '2023-06-01');
  const file = `/kreis/${kreis}/fall/${fall.fallId}`;
  const hold = await app
    .as('casemanager')
    .send('POST', `${file}/loeschsperre`, { grund: 'verfahren', bis: null });
  expect(hold.status).toBe(201);
  expect((await app.as('casemanager').get(`${file}/aufbewahrung`)).body).toMatchObject({
    faelligAb: '2027-01-01',
    sperre: [{ grund: 'verfahren', bis: null }],
  });
  expect((await app.as('kollegin').get(`${file}/aufbewahrung`)).status).toBe(404);
  await withdraw(fall);
  expect(await preview()).toContainEqual(
    expect.objectContaining({ personId: fall.personId, sperre: 'verfahren' }),
  );
  expect((await propose([fall.personId])).body.code).toBe('posten-nicht-faellig');
  expect((await officer().get(`${path}/sperre`)).body).toContainEqual(
    expect.objectContaining({ id: hold.body.id, vonName: 'Konto casemanager' }),
  );
  expect((await officer().send('POST', `${path}/sperre/${hold.body.id}/aufhebung`)).status).toBe(204);
  const { body } = await propose([fall.personId]);
  await release(body.laufId);
  expect(
    (
      await officer().send('POST', `${path}/sperre`, {
        personId: fall.personId,
        grund: 'verjaehrung',
        bis: addMonths(heute, 1),
      })
    ).status,
  ).toBe(201);
  expect(await carryOut(app, register.dir)).toMatchObject({ geloescht: 0, ausgelassen: 1 });
  expect(await lauf(body.laufId)).toMatchObject({
    stand: 'abgeschlossen',
    posten: [{ stand: 'uebersprungen', grund: 'sperre' }],
  });
  expect(await isThere(fall.personId)).toBe(true);
});

test('M401 whoever comes back between release and run is left out; restriction and open requests hold too', async () => {
  await withdraw(fall);
  const { body } = await propose([fall.personId]);
  await release(body.laufId);
  await asAdmin(app, (tx) => tx.run(sql`update person set gesperrt_am = null where id = ${fall.personId}`));
  expect(await carryOut(app, register.dir)).toMatchObject({ ausgelassen: 1 });
  expect(await lauf(body.laufId)).toMatchObject({ posten: [{ grund: 'nicht_faellig' }] });
  await withdraw(fall);
  await asAdmin(app, (tx) =>
    tx.run(
      sql`insert into einschraenkung (kreis_id, person_id, anlass, erfasst_von) values (${kreis}, ${fall.personId}, 'rechtsansprueche', ${app.konto.casemanager})`,
    ),
  );
  expect(await preview()).toContainEqual(
    expect.objectContaining({ personId: fall.personId, sperre: 'einschraenkung' }),
  );
});

test('M401 a public body offers the files to its archive first, and the list for it names no one', async () => {
  await asAdmin(app, (tx) => tx.run(sql`update traeger set art = 'kommune' where id = ${traeger.alpha}`));
  await withdraw(fall);
  const { body } = await propose([fall.personId]);
  expect((await release(body.laufId)).body.code).toBe('archiv-fehlt');
  const list = await officer().get(`${path}/lauf/${body.laufId}/liste?sprache=de`);
  expect([list.status, list.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const offer = (more: object) =>
    leitung().send('PUT', `${path}/lauf/${body.laufId}/archiv`, {
      fassung: 1,
      archiv: 'Kreisarchiv',
      angebotenAm: '2026-01-10',
      ...more,
    });
  expect((await offer({ antwort: 'uebernommen' })).body.code).toBe('archiv-uebergabe-fehlt');
  expect((await offer({ antwort: 'nicht_uebernommen' })).status).toBe(204);
  expect((await release(body.laufId)).body.code).toBe('gleichzeitig-geaendert');
  expect((await officer().send('POST', `${path}/lauf/${body.laufId}/freigabe`, { fassung: 2 })).status).toBe(
    204,
  );
  expect(await carryOut(app, register.dir)).toMatchObject({ geloescht: 1 });
  await asAdmin(app, (tx) =>
    tx.run(sql`update traeger set art = 'freier_traeger' where id = ${traeger.alpha}`),
  );
});

test('M401 a request of the person is proposed once, outside every period, and released by another like any run', async () => {
  const ask = () =>
    asActor(app, 'casemanager', (tx) =>
      beantrageLoeschung(tx, { kreisId: kreis, personId: fall.personId, grund: 'art17', heute }),
    );
  const laufId = await ask();
  expect(await ask()).toBe(laufId);
  expect(
    await asActor(app, 'casemanagerBeta', (tx) =>
      beantrageLoeschung(tx, { kreisId: kreis, personId: fall.personId, grund: 'art17', heute }),
    ),
  ).toBeUndefined();
  expect(await lauf(laufId!)).toMatchObject({ anlass: 'ersuchen', posten: [{ art: 'ersuchen' }] });
  expect((await release(laufId!)).status).toBe(204);
  expect(await carryOut(app, register.dir)).toMatchObject({ geloescht: 1 });
  expect(await isThere(fall.personId)).toBe(false);
});

test('M401 records recognised as one human being go together, and not while one of them is still worked on', async () => {
  const other = await insertCase(app, 'eigen');
  await asAdmin(app, (tx) =>
    tx.run(sql`update person set aufgegangen_in = ${fall.personId} where id = ${other.personId}`),
  );
  await closeOn(app, fall.fallId, '2023-06-01');
  expect(await preview('2030-01-01')).not.toContainEqual(
    expect.objectContaining({ personId: fall.personId }),
  );
  await closeOn(app, other.fallId, '2024-06-01');
  expect(await preview('2030-01-01')).toContainEqual(
    expect.objectContaining({
      personId: fall.personId,
      bezugAm: '2024-06-01',
      nummer: [expect.any(String), expect.any(String)],
    }),
  );
  await asAdmin(app, (tx) => tx.run(sql`delete from aufbewahrungsregel`));
  await closeOn(app, fall.fallId, '2023-06-02').catch(() => undefined);
  await proposeAndRelease(app, fall, register.dir);
  expect([await isThere(fall.personId), await isThere(other.personId)]).toEqual([false, false]);
});

test('M401 a crash between register and commit, and a backup from before, both end erased; replay is idempotent', async () => {
  const own = registerFolder();
  const installation = {
    owner: app.owner,
    config: { datenDir: own.dir.replace(/\/register$/, '') },
    now: () => new Date(),
  };
  expect(await replayLoeschung(installation)).toBe(0);
  await withdraw(fall);
  const { body } = await propose([fall.personId]);
  await release(body.laufId);
  // The process dies after the register and before the commit: the commit never comes.
  const dying = {
    ...app.db,
    asNobody: <T>(work: (tx: Parameters<Parameters<typeof app.db.asNobody>[0]>[0]) => Promise<T>) =>
      app.db.asNobody(async (tx) => {
        const result = await work(tx);
        if (existsSync(registerFile(own.dir))) throw new Error('killed');
        return result;
      }),
  };
  expect(await carryOut({ db: dying }, own.dir)).toMatchObject({
    geloescht: 0,
    fehler: [{ fehler: 'killed' }],
  });
  expect(await isThere(fall.personId)).toBe(true);
  appendFileSync(registerFile(own.dir), '{"kreis":"muster');
  expect(await replayLoeschung(installation)).toBe(1);
  expect(await isThere(fall.personId)).toBe(false);
  expect(await replayLoeschung(installation)).toBe(0);
  expect(await carryOut(app, own.dir)).toMatchObject({ geloescht: 0, ausgelassen: 0 });
  expect((await officer().send('POST', `${path}/nachweis/suche`, {})).body).toContainEqual(
    expect.objectContaining({ art: 'wiederholt', laufId: null }),
  );
  own.remove();
});
