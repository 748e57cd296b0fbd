import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { look } from '#test/support/look.ts';
import { createKonto } from './create-konto.ts';
import { hashKennwort } from './kennwort.ts';
import { lockKonto, unlockKonto } from './lock-konto.ts';
import type { KontoKey } from './record-konto-ereignis.ts';
import { storeKennwort } from './set-kennwort.ts';

const kennwort = 'Leiter-Apfel-17';
const neu = 'Wolke-Fahrrad-23';
let app: TestApp;
let konto: KontoKey;
let stored: string;
beforeAll(async () => {
  app = await startTestApp();
  stored = await hashKennwort(kennwort);
  konto = await app.owner((tx) =>
    createKonto(tx, { kreisId: 'musterkreis', anmeldename: 'M.Krause', name: 'Maria Krause' }),
  );
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.owner(async (tx) => {
    await storeKennwort(tx, konto, stored);
    await tx.run(sql`delete from anmeldeversuch`);
    await tx.run(sql`delete from sitzung where konto_id = ${konto.kontoId}`);
  });
});

async function call(method: string, path: string, cookie?: string, body?: unknown): Promise<Response> {
  return app.app.request(`/api${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

function signIn(anmeldename: string, word: string, cookie?: string): Promise<Response> {
  return call('POST', '/sitzung', cookie, { anmeldename, kennwort: word });
}

function cookieOf(response: Response): string {
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

async function signedIn(): Promise<string> {
  const response = await signIn('m.krause', kennwort);
  expect(response.status).toBe(200);
  return cookieOf(response);
}

async function status(cookie: string): Promise<number> {
  return (await call('GET', '/ich', cookie)).status;
}

async function age(table: 'sitzung' | 'anmeldeversuch', seconds: number): Promise<void> {
  await app.owner((tx) =>
    tx.run(
      table === 'sitzung'
        ? sql`update sitzung set zuletzt_am = zuletzt_am - make_interval(secs => ${seconds}), endet_am = endet_am - make_interval(secs => ${seconds})`
        : sql`update anmeldeversuch set am = am - make_interval(secs => ${seconds})`,
    ),
  );
}

async function events(): Promise<string[]> {
  const rows = await app.owner((tx) =>
    tx.all(sql<{ art: string }>`select art from ereignis where gegenstand_id = ${konto.kontoId} order by id`),
  );
  return rows.map(({ art }) => art);
}

test('signing in gives a hardened cookie, and only its hash is in the database', async () => {
  const response = await signIn('M.KRAUSE', kennwort);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ kontoId: konto.kontoId, zweiterSchritt: [] });
  const [header = '', known = ''] = response.headers.getSetCookie();
  expect(known).toMatch(/^lotse-geraet=[\w.-]+; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Strict$/);
  expect(header).toMatch(/^lotse=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
  const secret = cookieOf(response).slice('lotse='.length);
  const row = await app.owner((tx) =>
    tx.one(sql<{ pruefwert: string; stunden: number }>`
      select pruefwert, extract(epoch from endet_am - now())::int / 3600.0 as stunden
      from sitzung where konto_id = ${konto.kontoId}`),
  );
  expect(row.pruefwert).toMatch(/^[0-9a-f]{64}$/);
  expect(row.pruefwert).not.toContain(secret);
  expect(Math.round(Number(row.stunden))).toBe(12);
  expect((await events()).at(-1)).toBe('zugang.angemeldet');
});

test('unknown name, wrong password, locked account and account without password are answered alike', async () => {
  await app.owner((tx) =>
    createKonto(tx, { kreisId: 'musterkreis', anmeldename: 'ohne.kennwort', name: 'O' }),
  );
  const answers = [
    await signIn('niemand', kennwort),
    await signIn('m.krause', 'falsch-falsch-1'),
    await signIn('ohne.kennwort', kennwort),
  ];
  await app.owner((tx) => lockKonto(tx, konto));
  answers.push(await signIn('m.krause', kennwort));
  await app.owner((tx) => unlockKonto(tx, konto));
  const bodies = new Set(await Promise.all(answers.map((answer) => answer.text())));
  expect([...bodies]).toEqual([
    '{"type":"urn:lotse:anmeldung-falsch","status":401,"code":"anmeldung-falsch"}',
  ]);
  expect(answers.map((answer) => answer.headers.get('set-cookie'))).toEqual([null, null, null, null]);
});

test.each(['m.krause', 'niemand'])(
  'of sixty guesses for %s at most ten are evaluated in a quarter of an hour',
  async (name) => {
    let evaluated = 0;
    for (let i = 0; i < 60; i += 1) {
      const response = await signIn(name, `falsch-falsch-${i}`);
      if (response.status === 401) evaluated += 1;
      else expect(response.status).toBe(429);
      // Time passes between the guesses, so that the growing delay is mostly over.
      if (i < 12) await age('anmeldeversuch', 70);
    }
    expect(evaluated).toBeLessThanOrEqual(10);
    expect(evaluated).toBeGreaterThan(5);
    const locked = await signIn(name, kennwort);
    expect(locked.status).toBe(429);
    expect(await locked.json()).toMatchObject({
      code: 'anmeldung-gesperrt',
      daten: { sekunden: expect.any(Number) },
    });
  },
);

test('after the quarter of an hour the owner gets in again', async () => {
  for (let i = 0; i < 5; i += 1) await signIn('m.krause', `falsch-falsch-${i}`);
  expect((await signIn('m.krause', kennwort)).status).toBe(429);
  await age('anmeldeversuch', 900);
  await signedIn();
});

test('parallel guesses do not get around the limit', async () => {
  const responses = await Promise.all(
    Array.from({ length: 20 }, (_, i) => signIn('m.krause', `falsch-falsch-${i}`)),
  );
  expect(responses.filter(({ status: code }) => code === 401)).toHaveLength(3);
  expect(responses.filter(({ status: code }) => code === 429)).toHaveLength(17);
});

test('strangers do not lock the owner out of the browser where she signed in before', async () => {
  const known = (await signIn('m.krause', kennwort)).headers.getSetCookie()[1]?.split(';')[0] ?? '';
  const other = known.replace(/.{22}$/, 'A'.repeat(22));
  await app.owner((tx) =>
    tx.run(sql`
      insert into anmeldeversuch (anmeldename, adresse, am, gelungen)
      select case when i < 11 then 'm.krause' else 'name' || i end, '', now() - make_interval(secs => i), false
      from generate_series(1, 110) i`),
  );
  for (const cookie of [undefined, other, 'lotse-geraet=unsinn'])
    expect((await signIn('m.krause', kennwort, cookie)).status).toBe(429);
  expect((await signIn('m.krause', kennwort, known)).status).toBe(200);
  // The known browser has a measure of its own, not none.
  const codes = [];
  for (let i = 0; i < 5; i += 1) codes.push((await signIn('m.krause', `falsch-falsch-${i}`, known)).status);
  expect(codes).toEqual([401, 401, 401, 429, 429]);
});

test('an address gets a hundred wrong tries an hour, whatever the accounts', async () => {
  await app.owner((tx) =>
    tx.run(sql`
      insert into anmeldeversuch (anmeldename, adresse, am, gelungen)
      select 'name' || i, '', now() - make_interval(mins => 1), false from generate_series(1, 100) i`),
  );
  expect((await signIn('m.krause', kennwort)).status).toBe(429);
  await age('anmeldeversuch', 3600);
  await signedIn();
});

test('a new sign-in makes a new secret and ends the session that the browser had', async () => {
  const first = await signedIn();
  const second = cookieOf(await signIn('m.krause', kennwort, first));
  expect(second).not.toBe(first);
  expect([await status(first), await status(second)]).toEqual([401, 200]);
});

test('a session ends after half an hour of idleness, after twelve hours, and with the account', async () => {
  const idle = await signedIn();
  await app.owner((tx) => tx.run(sql`update sitzung set zuletzt_am = now() - interval '29 minutes'`));
  expect(await status(idle)).toBe(200);
  await app.owner((tx) => tx.run(sql`update sitzung set zuletzt_am = now() - interval '30 minutes'`));
  expect(await status(idle)).toBe(401);
  const old = await signedIn();
  await app.owner((tx) => tx.run(sql`update sitzung set endet_am = now(), zuletzt_am = now()`));
  expect(await status(old)).toBe(401);
  const leaver = await signedIn();
  await app.owner((tx) => lockKonto(tx, konto));
  expect(await status(leaver)).toBe(401);
  await app.owner((tx) => unlockKonto(tx, konto));
  expect(await status(leaver)).toBe(401);
});

test('signing out ends this session, is no mistake a second time, and leaves the others', async () => {
  const [here, there] = [await signedIn(), await signedIn()];
  const out = await call('DELETE', '/sitzung', here);
  expect(out.status).toBe(204);
  expect(out.headers.get('set-cookie')).toMatch(/^lotse=; Max-Age=0/);
  expect((await call('DELETE', '/sitzung', here)).status).toBe(204);
  expect((await call('DELETE', '/sitzung')).status).toBe(204);
  expect([await status(here), await status(there)]).toEqual([401, 200]);
  expect((await events()).at(-1)).toBe('zugang.abgemeldet');
});

test('own sessions are listed without their hash, and all of them end together', async () => {
  const [here, there] = [await signedIn(), await signedIn()];
  const list = (await (await call('GET', '/ich/sitzung', here)).json()) as { id: string; diese: boolean }[];
  expect(list).toHaveLength(2);
  expect(list.filter(({ diese }) => diese)).toHaveLength(1);
  expect(list.every(({ id }) => id.length === 12)).toBe(true);
  expect((await call('DELETE', '/ich/sitzung', here)).status).toBe(204);
  expect([await status(here), await status(there)]).toEqual([401, 401]);
  expect((await events()).at(-1)).toBe('zugang.ueberall-abgemeldet');
});

test('a new password asks for the old one, is long and not common, and ends the other sessions', async () => {
  const [here, there] = [await signedIn(), await signedIn()];
  const change = async (bisher: string, word: string) => {
    const response = await call('PUT', '/ich/kennwort', here, { bisher, neu: word });
    return response.status === 204 ? 204 : ((await response.json()) as { felder: unknown }).felder;
  };
  expect(await change(kennwort, 'zu kurz')).toEqual([{ instance: '/neu', code: 'kennwort-zu-kurz' }]);
  expect(await change(kennwort, 'Passwort1234')).toEqual([{ instance: '/neu', code: 'kennwort-bekannt' }]);
  expect(await change('falsch-falsch-1', neu)).toEqual([{ instance: '/bisher', code: 'kennwort-falsch' }]);
  expect(await change(kennwort, neu)).toBe(204);
  expect([await status(here), await status(there)]).toEqual([200, 401]);
  expect((await signIn('m.krause', kennwort)).status).toBe(401);
  expect((await signIn('m.krause', neu)).status).toBe(200);
  expect(await events()).toContain('zugang.kennwort-geaendert');
});

test('guessing the old password in an open browser has the same limit as signing in', async () => {
  const here = await signedIn();
  const codes = [];
  for (let i = 0; i < 6; i += 1) {
    codes.push((await call('PUT', '/ich/kennwort', here, { bisher: `falsch-falsch-${i}`, neu })).status);
  }
  expect(codes).toEqual([422, 422, 422, 429, 429, 429]);
});

test('ich names the roles and what they allow per Kreis, and nothing for an account without a role', async () => {
  const koordination = (await app.as('koordination').get('/ich')).body;
  expect(koordination).toMatchObject({ kreisId: 'musterkreis', testdatenbank: true, leerlaufMinuten: 30 });
  expect(koordination.rollen).toEqual([
    {
      kreisId: 'musterkreis',
      kreisName: 'Musterkreis',
      rolle: 'koordination',
      traegerId: null,
      traegerName: null,
      regionId: null,
      regionName: null,
      gueltigBis: null,
    },
  ]);
  expect(koordination.abilities.musterkreis).toContain('regel.setzen');
  expect(koordination.abilities.musterkreis).not.toContain('fall.aufnehmen');
  const cm = (await app.as('casemanager').get('/ich')).body;
  expect(cm.rollen).toMatchObject([{ traegerName: 'Alpha' }]);
  const ich = await (await call('GET', '/ich', await signedIn())).json();
  expect(ich).toMatchObject({ name: 'Maria Krause', rollen: [], abilities: {} });
});

test('the language is kept for the own account and nobody else', async () => {
  expect((await app.as('abh_ebh').send('PUT', '/ich/sprache', { sprache: 'en' })).status).toBe(204);
  expect((await app.as('abh_ebh').get('/ich')).body.sprache).toBe('en');
  expect((await app.as('controlling').get('/ich')).body.sprache).toBe('de');
});

test('a storm of sign-ins holds nobody up who is signed in', async () => {
  const here = await signedIn();
  const order: string[] = [];
  const storm = Array.from({ length: 30 }, async (_, i) => {
    const { status: code } = await signIn(`fremd.${i}`, kennwort);
    order.push(`sturm ${code}`);
  });
  const work = Array.from({ length: 5 }, async () => {
    expect(await status(here)).toBe(200);
    order.push('arbeit');
  });
  await Promise.all([...storm, ...work]);
  expect(order.filter((each) => each === 'sturm 401')).toHaveLength(30);
  // Two passwords are checked at a time; whoever works waits for none of the others.
  expect(order.lastIndexOf('arbeit')).toBeLessThan(order.length - 10);
});

test('the events of signing in and out say from where it was done', async () => {
  const from = { incoming: { socket: { remoteAddress: '192.0.2.9' } } };
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ anmeldename: 'm.krause', kennwort });
  const opened = await app.app.request('/api/sitzung', { method: 'POST', headers, body }, from);
  const cookie = cookieOf(opened);
  await app.app.request('/api/sitzung', { method: 'DELETE', headers: { cookie } }, from);
  const rows = await look(
    app,
    sql`select art from ereignis where gegenstand_id = ${konto.kontoId} and adresse = '192.0.2.9' order by art`,
  );
  expect(rows).toEqual([{ art: 'zugang.abgemeldet' }, { art: 'zugang.angemeldet' }]);
});
