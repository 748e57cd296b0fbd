import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis } from '#test/support/fixture.ts';
import { asActor, asAdmin, insertCase, type TestCase } from '#test/support/relation.ts';

let app: TestApp;
let fall: TestCase;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  fall = await insertCase(app, 'eigen');
});

const akte = () => `/kreis/${kreis}/fall/${fall.fallId}`;
const NAME = 'Kanari eigen';
const NOTE = 'Notiz eigen';

/** Tabs of the file that an opening shows. */
const tabs = () => [
  '',
  '/verlauf',
  '/beratungskontakt',
  '/assessment',
  '/hilfeplan',
  '/vermittlung',
  '/aufgabe',
  '/aufenthalt',
];

async function open(changed: Record<string, unknown> = {}) {
  return app.as('casemanager').send('POST', `${akte()}/oeffnung`, {
    zweck: 'fallkonferenz',
    anKontoId: null,
    bis: new Date(Date.now() + 2 * 3_600_000).toISOString(),
    einverstandenAm: '2023-03-01',
    wunschId: null,
    ...changed,
  });
}

test('M399 a case opened for a conference shows the file to the Koordination of the place, by name and read-only', async () => {
  const before = await app.as('koordinationNorden').get(akte());
  expect([before.status, before.body.person, before.body.bemerkung]).toEqual([200, null, null]);
  for (const tab of tabs().slice(3))
    expect((await app.as('koordinationNorden').get(akte() + tab)).status).toBe(404);

  expect((await open()).status).toBe(201);
  for (const tab of tabs()) {
    const reply = await app.as('koordinationNorden').get(akte() + tab);
    expect([tab, reply.status]).toEqual([tab, 200]);
    // No answer offers a change to somebody who only reads.
    const offered = JSON.stringify(reply.body).match(/"abilities":\{[^}]*\}/g) ?? [];
    expect([tab, offered.filter((each) => each.includes('true'))]).toEqual([tab, []]);
  }
  const file = await app.as('koordinationNorden').get(akte());
  expect(file.body.person.familienname).toBe(NAME);
  expect(file.body.kontakt.kontakt[0].notiz).toBe(NOTE);
  // What is not needed for a conference stays closed: papers, attachments, people around, appointments.
  for (const tab of ['/umfeld', '/dokument', '/termin', '/skizze', '/hilfeplan/druck']) {
    expect([tab, (await app.as('koordinationNorden').get(akte() + tab)).status]).toEqual([tab, 404]);
  }
  const elsewhere = await app.as('koordinationSueden').get(akte());
  expect(elsewhere.status).toBe(404);
});

test('an opened case stays a number in every list and search', async () => {
  await open();
  for (const path of ['/fall?anzahl=500', '/anfrage', '/tag', '/nachricht', '/uebergabe/anfrage']) {
    const { bytes } = await app.as('koordinationNorden').get(`/kreis/${kreis}${path}`);
    expect([path, new TextDecoder().decode(bytes).includes(NAME)]).toEqual([path, false]);
  }
  const found = await app
    .as('koordinationNorden')
    .send('POST', `/kreis/${kreis}/fall/suche`, { suche: 'Kanari' });
  expect(JSON.stringify(found.body)).not.toContain(NAME);
});

test('an opening for one account is none for her colleague, and says so to whoever reads', async () => {
  await open({ anKontoId: app.konto.koordination, zweck: 'fachaufsicht' });
  expect((await app.as('koordinationNorden').get(akte())).body.person).toBeNull();
  expect((await app.as('koordination').get(akte())).body.person.familienname).toBe(NAME);
  const hint = (await app.as('koordination').get(`${akte()}/oeffnung`)).body;
  expect(hint.oeffnung).toMatchObject([{ zweck: 'fachaufsicht', von: { name: 'Konto casemanager' } }]);
  expect(hint.abilities).toEqual({ oeffnen: false, bitten: false, schuetzen: false });
  expect((await app.as('koordinationNorden').get(`${akte()}/oeffnung`)).body.oeffnung).toEqual([]);
});

test('M400 every read through an opening is logged with its purpose, and the log fails closed', async () => {
  await open();
  for (const tab of tabs()) await app.as('koordinationNorden').get(akte() + tab);
  const rows = await asAdmin(app, (tx) =>
    tx.all(sql<{ vorgang: string; zweck: string }>`
      select distinct vorgang, zweck from lesezugriff
      where konto_id = ${app.konto.koordinationNorden} and ${fall.personId}::uuid = any (person_id)`),
  );
  expect(rows).toHaveLength(tabs().length);
  expect(new Set(rows.map(({ zweck }) => zweck))).toEqual(new Set(['oeffnung']));

  await change(sql`revoke insert on lesezugriff from lotse_app, lotse_akte`);
  for (const tab of tabs()) {
    const { status, bytes } = await app.as('koordinationNorden').get(akte() + tab);
    expect([tab, status === 200, new TextDecoder().decode(bytes).includes('Kanari')]).toEqual([
      tab,
      false,
      false,
    ]);
  }
  await change(sql`grant insert on lesezugriff to lotse_app, lotse_akte`);
});

test('closing, the end of the time, a withdrawal, another Case Manager and a hand-over end it with the next request', async () => {
  const sees = async () => (await app.as('koordinationNorden').get(akte())).body.person !== null;
  const ends: readonly (readonly [string, () => Promise<unknown>])[] = [
    [
      'closed by hand',
      async () => {
        const [one] = (await app.as('casemanager').get(`${akte()}/oeffnung`)).body.oeffnung;
        const reply = await app.as('casemanager').send('POST', `${akte()}/oeffnung/${one.id}/ende`);
        expect(reply.status).toBe(204);
      },
    ],
    [
      'time is over',
      () =>
        change(sql`update oeffnung set ab = now() - interval '3 hours', bis = now() - interval '1 second'`),
    ],
    [
      'consent withdrawn',
      () => change(sql`update person set gesperrt_am = now() where id = ${fall.personId}`),
    ],
    [
      'another Case Manager',
      () => change(sql`update person set casemanager_id = ${app.konto.kollegin} where id = ${fall.personId}`),
    ],
    [
      'role ended',
      () =>
        change(sql`update rolle set gueltig_bis = now() where konto_id = ${app.konto.koordinationNorden}`),
    ],
  ];
  for (const [how, end] of ends) {
    fall = await insertCase(app, 'eigen');
    await open();
    expect([how, await sees()]).toEqual([how, true]);
    await end();
    if (how === 'role ended') expect((await app.as('koordinationNorden').get(akte())).status).toBe(404);
    else expect([how, await sees()]).toEqual([how, false]);
    for (const tab of tabs().slice(3)) {
      expect([how, tab, (await app.as('koordinationNorden').get(akte() + tab)).status]).toEqual([
        how,
        tab,
        404,
      ]);
    }
  }
  await change(sql`update rolle set gueltig_bis = null where konto_id = ${app.konto.koordinationNorden}`);
  // A new consent brings no old opening back.
  fall = await insertCase(app, 'eigen');
  await open();
  await change(sql`update person set gesperrt_am = now() where id = ${fall.personId}`);
  await change(sql`update person set gesperrt_am = null where id = ${fall.personId}`);
  expect(await sees()).toBe(false);
});

test('opening needs a time of at most 14 days, the agreement of the person, a consent that holds, and a Koordination of the place', async () => {
  const code = async (changed: Record<string, unknown>) => (await open(changed)).body.code;
  const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  expect(await code({ bis: later(14 * 24 + 1) })).toBe('oeffnung-zu-lang');
  expect(await code({ bis: later(-1) })).toBe('oeffnung-vorbei');
  expect(await code({ einverstandenAm: '2099-01-01' })).toBe('datum-in-zukunft');
  expect(await code({ anKontoId: app.konto.koordinationSueden })).toBe('konto-fremd');
  expect(await code({ anKontoId: app.konto.traegerleitung })).toBe('konto-fremd');
  await change(sql`update einwilligung set ablauf_am = '2023-02-01' where id = ${fall.einwilligungId}`);
  expect(await code({})).toBe('einwilligung-abgelaufen');
  const konten = await app.as('casemanager').get(`${akte()}/oeffnung/koordination`);
  expect(konten.body.map(({ name }: { name: string }) => name)).toEqual([
    'Konto koordination',
    'Konto koordinationNorden',
  ]);
});

test('the Koordination asks, the Case Manager declines or opens, and both sides hear of it by codes only', async () => {
  const messages = async (name: 'casemanager' | 'koordinationNorden') =>
    (await app.as(name).get(`/kreis/${kreis}/nachricht`)).body.nachricht.filter(
      (each: { gegenstandId: string }) => each.gegenstandId === fall.fallId,
    );
  const ask = () =>
    app.as('koordinationNorden').send('POST', `${akte()}/oeffnungswunsch`, { zweck: 'fachaufsicht' });
  expect((await ask()).status).toBe(204);
  expect((await ask()).body.code).toBe('wunsch-laeuft');
  expect(await messages('casemanager')).toMatchObject([
    { art: 'oeffnung.erbeten', daten: { zweck: 'fachaufsicht', nummer: expect.stringMatching(/^T-eigen-/) } },
  ]);
  const [wunsch] = (await app.as('casemanager').get(`${akte()}/oeffnung`)).body.wunsch;
  const decline = await app
    .as('casemanager')
    .send('POST', `${akte()}/oeffnungswunsch/${wunsch.id}/ablehnung`, { ablehnung: 'nicht_gewuenscht' });
  expect(decline.status).toBe(204);
  expect(await messages('koordinationNorden')).toMatchObject([{ art: 'oeffnung.abgelehnt' }]);

  await ask();
  const [second] = (await app.as('casemanager').get(`${akte()}/oeffnung`)).body.wunsch;
  expect((await open({ wunschId: second.id, anKontoId: second.von.id })).status).toBe(201);
  const told = await messages('koordinationNorden');
  expect(told.map(({ art }: { art: string }) => art)).toContain('oeffnung.gegeben');
  expect(JSON.stringify(told)).not.toContain('Kanari');
  expect((await app.as('casemanager').get(`${akte()}/oeffnung`)).body.wunsch).toEqual([]);
});

test('a role may end, wait, or be held at two Träger: what counts is what holds at this request', async () => {
  const status = async () => (await app.as('casemanagerBeta').get(akte())).status;
  const konto = app.konto.casemanagerBeta;
  const team = await insertCase(app, 'offen');
  fall = team;
  expect(await status()).toBe(404);
  // The second Träger, from tomorrow on, now, and until a moment ago.
  await change(sql`insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle, traeger_id, gueltig_ab)
    values (${kreis}, ${kreis}, ${konto}, 'casemanager', ${team.traegerId}, now() + interval '1 day')`);
  expect(await status()).toBe(404);
  await change(
    sql`update rolle set gueltig_ab = now() - interval '1 day' where konto_id = ${konto} and traeger_id = ${team.traegerId}`,
  );
  expect(await status()).toBe(200);
  const beta = await insertCase(app, 'fremderTraeger');
  expect((await app.as('casemanagerBeta').get(`/kreis/${kreis}/fall/${beta.fallId}`)).status).toBe(200);
  await change(
    sql`update rolle set gueltig_bis = now() where konto_id = ${konto} and traeger_id = ${team.traegerId}`,
  );
  expect(await status()).toBe(404);
  expect((await app.as('casemanagerBeta').get(`/kreis/${kreis}/fall/${beta.fallId}`)).status).toBe(200);
});

test('a substitution opens nothing at a Träger where the substitute has no role', async () => {
  await change(sql`insert into vertretung (kreis_id, konto_id, vertritt_konto_id, traeger_id, gueltig_ab, gueltig_bis)
    values (${kreis}, ${app.konto.casemanagerBeta}, ${app.konto.casemanager}, ${fall.traegerId}, current_date, current_date + 1)`);
  expect((await app.as('casemanagerBeta').get(akte())).status).toBe(404);
  const rows = await asActor(app, 'casemanagerBeta', (tx) =>
    tx.all(sql`select from person where id = ${fall.personId}`),
  );
  expect(rows).toEqual([]);
  await change(sql`delete from vertretung`);
});

function change(statement: ReturnType<typeof sql>): Promise<unknown> {
  return asAdmin(app, (tx) => tx.run(statement));
}
