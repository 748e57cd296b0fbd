import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Deps } from '#src/platform/server/http.ts';
import { createKonto } from '#src/zugang/server/create-konto.ts';
import { grantRolle } from '#src/zugang/server/grant-rolle.ts';
import { hashKennwort } from '#src/zugang/server/kennwort.ts';
import type { KontoKey } from '#src/zugang/server/record-konto-ereignis.ts';
import { storeKennwort } from '#src/zugang/server/set-kennwort.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { makeAuthenticator } from '#test/support/authenticator.ts';
import { openBrowser, totpCode, type Browser } from '#test/support/browser.ts';
import { look } from '#test/support/look.ts';
import { acceptTotp } from './totp.ts';

const kennwort = 'Leiter-Apfel-17';
let app: TestApp;
let konto: KontoKey;
let stored: string;
let clock = new Date();
beforeAll(async () => {
  app = await startTestApp({ now: () => clock });
  stored = await hashKennwort(kennwort);
});
afterAll(() => app.close());

let number = 0;
beforeEach(async () => {
  clock = new Date();
  number += 1;
  konto = await app.owner(async (tx) => {
    const key = await createKonto(tx, { kreisId: 'musterkreis', anmeldename: name(), name: 'Maria Krause' });
    await grantRolle(tx, key, {
      kreisId: 'musterkreis',
      rolle: 'casemanager',
      traeger: 'alpha',
      region: null,
      bis: null,
    });
    await storeKennwort(tx, key, stored);
    await tx.run(sql`delete from anmeldeversuch`);
    return key;
  });
});

function name(): string {
  return `m.krause${number}`;
}

/** Time passes for the apps, so that their next code is another one. */
function later(seconds = 30): void {
  clock = new Date(clock.getTime() + seconds * 1000);
}

async function signedIn(): Promise<Browser> {
  const browser = openBrowser(app);
  expect((await browser.signIn(name(), kennwort)).body).toEqual({
    kontoId: konto.kontoId,
    zweiterSchritt: [],
  });
  return browser;
}

async function withTotp(): Promise<{ browser: Browser; schluessel: string; codes: string[] }> {
  const browser = await signedIn();
  const { id, schluessel } = (await browser.send('POST', '/ich/faktor/totp')).body;
  const done = await browser.send('POST', `/ich/faktor/totp/${id}/bestaetigung`, {
    name: 'Handy',
    code: totpCode(schluessel, clock),
  });
  expect(done.status).toBe(200);
  later();
  return { browser, schluessel, codes: done.body.codes };
}

/** Password accepted, second step open. */
async function waiting(): Promise<Browser> {
  await app.owner((tx) => tx.run(sql`delete from anmeldeversuch`));
  const browser = openBrowser(app);
  const answer = await browser.signIn(name(), kennwort);
  expect(answer.body).toMatchObject({ kontoId: null });
  return browser;
}

function step(browser: Browser, body: unknown) {
  return browser.send('POST', '/sitzung/schritt', body);
}

async function nachrichten(): Promise<string[]> {
  const rows = await app.owner((tx) =>
    tx.all(
      sql<{ art: string }>`select art from nachricht where konto_id = ${konto.kontoId} order by erfasst_am`,
    ),
  );
  return rows.map(({ art }) => art);
}

test('M399 a role that reads persons opens nothing until a second factor is set up, and everything after', async () => {
  const browser = await signedIn();
  expect((await browser.get('/ich')).body).toMatchObject({ faktorNoetig: true, abilities: {} });
  expect((await browser.get('/kreis/musterkreis/fall')).status).toBe(404);
  const before = browser.secret();
  const { id, schluessel, uri } = (await browser.send('POST', '/ich/faktor/totp')).body;
  expect(uri).toMatch(/^otpauth:\/\/totp\/Lotse:m\.krause1\?/);
  const path = `/ich/faktor/totp/${id}/bestaetigung`;
  const wrong = await browser.send('POST', path, { name: 'Handy', code: '000000' });
  expect(wrong.body.felder).toEqual([{ instance: '/code', code: 'code-falsch' }]);
  const done = await browser.send('POST', path, { name: 'Handy', code: totpCode(schluessel, clock) });
  expect(done.body.codes).toHaveLength(10);
  // The session is another one now, and the one before is dead.
  expect(browser.secret()).not.toBe(before);
  expect((await openBrowser(app, { lotse: before }).get('/ich')).status).toBe(401);
  expect((await browser.get('/ich')).body).toMatchObject({ faktorNoetig: false });
  expect((await browser.get('/kreis/musterkreis/fall')).status).toBe(200);
  expect(await nachrichten()).toEqual(['faktor.eingerichtet']);
});

test('setting up the first factor ends the sessions that have the password alone', async () => {
  const stranger = await signedIn();
  await withTotp();
  expect((await stranger.get('/ich')).status).toBe(401);
});

test('secret, key and codes lie sealed or hashed in the database, and only sign-in reads them', async () => {
  const { schluessel, codes } = await withTotp();
  const rows = await app.owner((tx) =>
    tx.all(sql<{ text: string }>`
      select t::text as text from faktor_totp t union all select w::text from wiederherstellungscode w`),
  );
  const all = rows.map(({ text }) => text).join('\n');
  expect(all).not.toContain(schluessel);
  expect(all).not.toContain(Buffer.from(schluessel).toString('hex'));
  for (const code of codes) expect(all).not.toContain(code.replace('-', ''));
  const readers = await app.owner((tx) =>
    tx.all(sql<{ rolle: string }>`
      select distinct r.rolname as rolle from pg_roles r, unnest(array['faktor_totp', 'faktor_passkey',
        'wiederherstellungscode', 'faktor_aufgabe']) t
      where r.rolname like 'lotse%' and r.rolname not in ('lotse_owner', 'lotse_admin')
        and has_any_column_privilege(r.rolname, t, 'SELECT')`),
  );
  expect(readers).toEqual([{ rolle: 'lotse_anmeldung' }]);
});

test('the second step takes a code once, and the session gets a new secret', async () => {
  const { schluessel } = await withTotp();
  const browser = await waiting();
  const open = browser.secret();
  expect((await browser.get('/sitzung/schritt')).body).toEqual({ zweiterSchritt: ['totp', 'code'] });
  const code = totpCode(schluessel, clock);
  expect((await step(browser, { art: 'totp', code })).body).toEqual({
    kontoId: konto.kontoId,
    zweiterSchritt: [],
  });
  expect(browser.secret()).not.toBe(open);
  expect((await openBrowser(app, { lotse: open }).get('/ich')).status).toBe(401);
  expect((await browser.get('/ich')).body).toMatchObject({ faktorNoetig: false });
  // The same code in another sign-in, and the one before it, are worth nothing.
  const again = await waiting();
  expect((await step(again, { art: 'totp', code })).status).toBe(422);
  const earlier = totpCode(schluessel, new Date(clock.getTime() - 30_000));
  expect((await step(again, { art: 'totp', code: earlier })).status).toBe(422);
  later();
  expect((await step(again, { art: 'totp', code: totpCode(schluessel, clock) })).status).toBe(200);
});

test('of twenty parallel uses of one code exactly one counts, in the database and over HTTP', async () => {
  const { schluessel } = await withTotp();
  const deps: Deps = app.deps;
  const uses = await Promise.all(
    Array.from({ length: 20 }, () =>
      app.db.asNobody((tx) =>
        tx.as('lotse_anmeldung', () => acceptTotp(tx, deps, konto, totpCode(schluessel, clock))),
      ),
    ),
  );
  expect(uses.filter(Boolean)).toHaveLength(1);
  later();
  const browser = await waiting();
  const body = { art: 'totp', code: totpCode(schluessel, clock) };
  const planted = { lotse: browser.secret() };
  const answers = await Promise.all(Array.from({ length: 20 }, () => step(openBrowser(app, planted), body)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('clocks may differ by half a minute and no more', async () => {
  const { schluessel } = await withTotp();
  // In the middle of a step, so that half a minute is the next step and not the one after.
  clock = new Date(Math.floor(clock.getTime() / 30_000) * 30_000 + 15_000);
  const tryAt = async (seconds: number) => {
    await app.owner((tx) =>
      tx.run(sql`update faktor_totp set schritt = 0 where konto_id = ${konto.kontoId}`),
    );
    const moment = new Date(clock.getTime() + seconds * 1000);
    return (await step(await waiting(), { art: 'totp', code: totpCode(schluessel, moment) })).status;
  };
  expect(await Promise.resolve(tryAt(-90))).toBe(422);
  expect(await tryAt(90)).toBe(422);
  expect(await tryAt(-30)).toBe(200);
  expect(await tryAt(30)).toBe(200);
});

test('a recovery code counts once, is told to the account, and few are left in time to say so', async () => {
  const { codes } = await withTotp();
  const [first = '', second = ''] = codes;
  expect((await step(await waiting(), { art: 'code', code: first.toUpperCase() })).status).toBe(200);
  const again = await waiting();
  expect((await step(again, { art: 'code', code: first })).status).toBe(422);
  expect((await step(again, { art: 'code', code: second.replace('-', ' ') })).status).toBe(200);
  expect((await again.get('/ich/faktor')).body).toMatchObject({ codes: 8, pflicht: true });
  expect((await nachrichten()).filter((art) => art === 'faktor.code_benutzt')).toHaveLength(2);
  const renewed = (await again.send('POST', '/ich/faktor/code')).body.codes;
  expect(renewed).toHaveLength(10);
  expect((await step(await waiting(), { art: 'code', code: codes[2] })).status).toBe(422);
  const parallel = openBrowser(app, { lotse: (await waiting()).secret() }).cookies.get('lotse') ?? '';
  const uses = await Promise.all(
    Array.from({ length: 3 }, () =>
      step(openBrowser(app, { lotse: parallel }), { art: 'code', code: renewed[0] }),
    ),
  );
  expect(uses.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('five wrong answers end the waiting sign-in, and the account learns that somebody has its password', async () => {
  const { schluessel } = await withTotp();
  const browser = await waiting();
  for (let i = 0; i < 5; i += 1) {
    await app.owner((tx) => tx.run(sql`delete from anmeldeversuch`));
    expect((await step(browser, { art: 'totp', code: '12345x' })).status).toBe(422);
  }
  const late = await step(browser, { art: 'totp', code: totpCode(schluessel, clock) });
  expect([late.status, late.body.code]).toEqual([401, 'schritt-abgelaufen']);
  expect(await nachrichten()).toContain('faktor.schritt_gescheitert');
});

test('a passkey is set up, is the second step, and signs in alone when the device checked its holder', async () => {
  const key = makeAuthenticator();
  const browser = await signedIn();
  const vorlage = (await browser.send('POST', '/ich/faktor/passkey/vorlage')).body;
  expect(vorlage).toMatchObject({ rp: { id: 'lotse.test' }, user: { name: name() } });
  const anlage = { name: 'Laptop', antwort: key.create(vorlage) };
  expect((await browser.send('POST', '/ich/faktor/passkey', anlage)).body.codes).toHaveLength(10);
  expect((await browser.get('/ich')).body.faktorNoetig).toBe(false);

  const second = await waiting();
  const aufgabe = (await second.send('POST', '/sitzung/passkey/aufgabe', { zweck: 'schritt' })).body;
  expect(aufgabe.allowCredentials).toHaveLength(1);
  const antwort = key.get(aufgabe, { verified: false });
  expect((await step(second, { art: 'passkey', antwort })).status).toBe(200);

  const ask = async (from: Browser) =>
    (await from.send('POST', '/sitzung/passkey/aufgabe', { zweck: 'anmelden' })).body;
  const alone = openBrowser(app);
  const offen = await ask(alone);
  expect(offen).toMatchObject({ allowCredentials: [], userVerification: 'required' });
  const unverified = key.get(offen, { verified: false });
  expect((await alone.send('POST', '/sitzung/passkey', { antwort: unverified })).status).toBe(401);
  const good = key.get(await ask(alone), { userHandle: vorlage.user.id });
  expect((await alone.send('POST', '/sitzung/passkey', { antwort: good })).body.kontoId).toBe(konto.kontoId);
  expect((await alone.get('/kreis/musterkreis/fall')).status).toBe(200);
  // The same proof again is worth nothing, also in another browser.
  expect((await openBrowser(app).send('POST', '/sitzung/passkey', { antwort: good })).status).toBe(401);
});

test('a passkey proves nothing for another page, another purpose, another account, late, or as a copy', async () => {
  const key = makeAuthenticator();
  const browser = await signedIn();
  const vorlage = (await browser.send('POST', '/ich/faktor/passkey/vorlage')).body;
  await browser.send('POST', '/ich/faktor/passkey', { name: 'Laptop', antwort: key.create(vorlage) });
  const ask = async (zweck: string, from: Browser) =>
    (await from.send('POST', '/sitzung/passkey/aufgabe', { zweck })).body;
  const alone = openBrowser(app);
  const signIn = async (antwort: unknown) =>
    (await alone.send('POST', '/sitzung/passkey', { antwort })).status;
  const fresh = () => ask('anmelden', alone);
  expect(await signIn(key.get(await fresh(), { origin: 'http://lotse.test.fremd.test' }))).toBe(401);
  expect(await signIn(key.get(await fresh(), { rpId: 'fremd.test' }))).toBe(401);
  expect(await signIn(key.get(await ask('bestaetigen', browser)))).toBe(401);
  expect(await signIn(key.get(await fresh(), { userHandle: 'AAAA' }))).toBe(401);
  expect(await signIn(key.get({ challenge: 'A'.repeat(72), rpId: 'lotse.test' }))).toBe(401);
  const aufgabe = await fresh();
  later(301);
  expect(await signIn(key.get(aufgabe))).toBe(401);
  expect(await signIn(key.get(await fresh(), { counter: 50 }))).toBe(200);
  expect(await signIn(key.get(await fresh(), { counter: 50 }))).toBe(401);
  expect(await signIn(key.get(await fresh(), { counter: 7 }))).toBe(401);
  expect(await signIn(makeAuthenticator().get(await fresh()))).toBe(401);
  expect(await signIn(key.get(await fresh(), { counter: 51 }))).toBe(200);
});

test('the last factor stays while a role needs it; one of two goes; what is sensitive asks for a fresh proof', async () => {
  const { browser, schluessel } = await withTotp();
  const [first] = (await browser.get('/ich/faktor')).body.totp;
  const last = await browser.send('DELETE', `/ich/faktor/${first.id}`);
  expect([last.status, last.body.code]).toEqual([422, 'letzter-faktor']);
  const key = makeAuthenticator();
  const vorlage = (await browser.send('POST', '/ich/faktor/passkey/vorlage')).body;
  const added = await browser.send('POST', '/ich/faktor/passkey', {
    name: 'Stick',
    antwort: key.create(vorlage),
  });
  expect(added.body).toEqual({ codes: null });
  await app.owner((tx) =>
    tx.run(
      sql`update sitzung set bestaetigt_am = now() - interval '11 minutes' where konto_id = ${konto.kontoId}`,
    ),
  );
  const sensitive: ['POST' | 'DELETE', string][] = [
    ['DELETE', `/ich/faktor/${first.id}`],
    ['POST', '/ich/faktor/code'],
    ['POST', '/ich/faktor/totp'],
    ['POST', '/ich/faktor/passkey/vorlage'],
  ];
  for (const [method, path] of sensitive)
    expect((await browser.send(method, path)).body.code).toBe('bestaetigung-noetig');
  // The password alone does not renew the proof of somebody who has a factor.
  expect((await browser.get('/sitzung/bestaetigung')).body.wege).toEqual(['totp', 'passkey', 'code']);
  const weak = await browser.send('POST', '/sitzung/bestaetigung', { art: 'kennwort', kennwort });
  expect(weak.body.code).toBe('weg-ungueltig');
  const old = browser.secret();
  const code = totpCode(schluessel, clock);
  expect((await browser.send('POST', '/sitzung/bestaetigung', { art: 'totp', code })).status).toBe(204);
  expect(browser.secret()).not.toBe(old);
  expect((await openBrowser(app, { lotse: old }).get('/ich')).status).toBe(401);
  expect((await browser.send('DELETE', `/ich/faktor/${first.id}`)).status).toBe(204);
  expect((await browser.get('/ich/faktor')).body).toMatchObject({ totp: [], passkey: [{ name: 'Stick' }] });
});

test('administration resets the factors of others only: all sessions end, the person is told', async () => {
  const { browser } = await withTotp();
  const path = (kontoId: string) => `/kreis/musterkreis/konto/${kontoId}/faktor`;
  const administration = app.as('administration');
  expect((await app.as('koordination').send('DELETE', path(konto.kontoId))).status).toBe(404);
  const own = await administration.send('DELETE', path(app.konto.administration));
  expect([own.status, own.body.code]).toEqual([422, 'eigenes-konto']);
  expect((await administration.send('DELETE', path(konto.kontoId))).body).toEqual({ anzahl: 1 });
  expect((await browser.get('/ich')).status).toBe(401);
  expect(await nachrichten()).toContain('faktor.zurueckgesetzt');
  const told = await look(
    app,
    sql`select daten from nachricht where konto_id = ${app.konto.datenschutz} and gegenstand_id = ${konto.kontoId}`,
  );
  expect(told).toEqual([{ daten: { weg: 'faktor' } }]);
  expect((await (await signedIn()).get('/ich')).body.faktorNoetig).toBe(true);
});
