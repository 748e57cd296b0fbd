import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { openBrowser, totpCode } from '#test/support/browser.ts';
import { createKonto } from './create-konto.ts';
import { hashKennwort } from './kennwort.ts';
import type { KontoKey } from './record-konto-ereignis.ts';
import { storeKennwort } from './set-kennwort.ts';

const kennwort = 'Leiter-Apfel-17';
let app: TestApp;
let konto: KontoKey;
let schluessel: string;
let clock = new Date();
const owner = { ausweis: '' };
beforeAll(async () => {
  app = await startTestApp({ now: () => clock });
  const stored = await hashKennwort(kennwort);
  konto = await app.owner(async (tx) => {
    const key = await createKonto(tx, {
      kreisId: 'musterkreis',
      anmeldename: 'm.krause',
      name: 'Maria Krause',
    });
    await storeKennwort(tx, key, stored);
    return key;
  });
  const browser = openBrowser(app);
  await browser.signIn('m.krause', kennwort);
  const begun = (await browser.send('POST', '/ich/faktor/totp')).body;
  schluessel = begun.schluessel;
  await browser.send('POST', `/ich/faktor/totp/${begun.id}/bestaetigung`, {
    name: 'Handy',
    code: totpCode(schluessel, clock),
  });
  owner.ausweis = browser.cookies.get('lotse-geraet') ?? '';
});
afterAll(() => app.close());
beforeEach(async () => {
  clock = new Date(clock.getTime() + 30_000);
  await app.owner((tx) => tx.run(sql`delete from anmeldeversuch`));
});

/** Time passes for the limits, so that the growing delay between guesses is over. */
function pass(seconds: number): Promise<number> {
  return app.owner((tx) =>
    tx.run(sql`update anmeldeversuch set am = am - make_interval(secs => ${seconds})`),
  );
}

async function waiting(ausweis = '') {
  const browser = openBrowser(app, ausweis === '' ? {} : { 'lotse-geraet': ausweis });
  const { status } = await browser.signIn('m.krause', kennwort);
  return { browser, status };
}

test('whoever has the password gets ten guesses in a quarter of an hour, however the guesses are mixed', async () => {
  const signedIn = (await waiting()).browser;
  const done = await signedIn.send('POST', '/sitzung/schritt', {
    art: 'totp',
    code: totpCode(schluessel, clock),
  });
  expect(done.status).toBe(200);
  // An open session in a browser that nobody knows, such as a stolen one.
  signedIn.cookies.delete('lotse-geraet');
  await app.owner((tx) => tx.run(sql`delete from anmeldeversuch`));
  let evaluated = 0;
  for (let i = 0; i < 40; i += 1) {
    // The right password between the guesses must forgive none of them.
    const { browser } = await waiting();
    const guesses = [
      () => openBrowser(app).signIn('m.krause', `falsch-falsch-${i}`),
      () => browser.send('POST', '/sitzung/schritt', { art: 'totp', code: '00000x' }),
      () => browser.send('POST', '/sitzung/schritt', { art: 'code', code: 'aaaaa-bbbbb' }),
      () => signedIn.send('POST', '/sitzung/bestaetigung', { art: 'totp', code: '00000x' }),
    ];
    const { status } = await (guesses[i % 4] ?? guesses[0])!();
    if (status === 422 || (status === 401 && i % 4 === 0)) evaluated += 1;
    else expect([401, 429]).toContain(status);
    if (i < 12) await pass(70);
  }
  expect(evaluated).toBeGreaterThan(5);
  expect(evaluated).toBeLessThanOrEqual(10);
  expect((await waiting()).status).toBe(429);
  // The owner, in the browser where she signed in before, gets in all the same.
  const own = await waiting(owner.ausweis);
  expect(own.status).toBe(200);
  clock = new Date(clock.getTime() + 30_000);
  const body = { art: 'totp', code: totpCode(schluessel, clock) };
  expect((await own.browser.send('POST', '/sitzung/schritt', body)).status).toBe(200);
});

test('parallel guesses in the second step do not get around the limit', async () => {
  const { browser } = await waiting();
  const planted = { lotse: browser.secret() };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      openBrowser(app, planted).send('POST', '/sitzung/schritt', { art: 'totp', code: '00000x' }),
    ),
  );
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(3);
});

test('a wrong password is answered alike with and without a second factor, and nothing tells of the factor', async () => {
  await app.owner(async (tx) => {
    await tx.run(sql`delete from konto where anmeldename = 'ohne.faktor'`);
    const key = await createKonto(tx, { kreisId: 'musterkreis', anmeldename: 'ohne.faktor', name: 'O' });
    await storeKennwort(tx, key, await hashKennwort(kennwort));
  });
  const bodies = new Set<string>();
  for (const name of ['m.krause', 'ohne.faktor', 'niemand']) {
    const browser = openBrowser(app);
    const answer = await browser.signIn(name, 'falsch-falsch-1');
    bodies.add(JSON.stringify([answer.status, answer.body, [...browser.cookies]]));
    bodies.add(JSON.stringify([401, answer.body, []]));
    expect((await browser.get('/sitzung/schritt')).body).toEqual({ zweiterSchritt: [] });
    const step = await browser.send('POST', '/sitzung/schritt', { art: 'totp', code: '123456' });
    expect([step.status, step.body.code]).toEqual([401, 'schritt-abgelaufen']);
  }
  expect(bodies.size).toBe(1);
});

test('a secret that somebody planted in the browser is never adopted', async () => {
  const planted = 'A'.repeat(43);
  const browser = openBrowser(app, { lotse: planted });
  await browser.signIn('m.krause', kennwort);
  const waitingSecret = browser.secret();
  expect(waitingSecret).not.toBe(planted);
  await browser.send('POST', '/sitzung/schritt', { art: 'totp', code: totpCode(schluessel, clock) });
  expect(browser.secret()).not.toBe(waitingSecret);
  expect((await browser.get('/ich')).status).toBe(200);
  for (const dead of [planted, waitingSecret])
    expect((await openBrowser(app, { lotse: dead }).get('/ich')).status).toBe(401);
});

test('two hundred replays of secrets that sign-in, proof, sign-out and the owner made dead open nothing', async () => {
  const dead: string[] = [];
  const browser = openBrowser(app);
  for (let round = 0; round < 8; round += 1) {
    clock = new Date(clock.getTime() + 60_000);
    await app.owner((tx) => tx.run(sql`delete from anmeldeversuch`));
    await browser.signIn('m.krause', kennwort);
    dead.push(browser.secret());
    const body = (moment: Date) => ({ art: 'totp', code: totpCode(schluessel, moment) });
    expect((await browser.send('POST', '/sitzung/schritt', body(clock))).status).toBe(200);
    dead.push(browser.secret());
    const next = new Date(clock.getTime() + 30_000);
    expect((await browser.send('POST', '/sitzung/bestaetigung', body(next))).status).toBe(204);
    dead.push(browser.secret());
    const out = round % 2 === 0 ? '/sitzung' : '/ich/sitzung';
    expect((await browser.send('DELETE', out)).status).toBe(204);
  }
  expect(new Set(dead).size).toBe(24);
  let tried = 0;
  for (const secret of [...dead, ...dead, ...dead]) {
    const replay = openBrowser(app, { lotse: secret });
    const answers = [
      await replay.get('/ich'),
      await replay.get('/sitzung/bestaetigung'),
      await replay.send('POST', '/sitzung/schritt', { art: 'totp', code: totpCode(schluessel, clock) }),
    ];
    tried += answers.length;
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(replay.secret()).toBe(secret);
  }
  expect(tried).toBeGreaterThanOrEqual(200);
});

test('one own session is ended, or all others; the one that is kept goes on', async () => {
  const enter = async () => {
    clock = new Date(clock.getTime() + 30_000);
    await app.owner((tx) => tx.run(sql`delete from anmeldeversuch`));
    const { browser } = await waiting();
    await browser.send('POST', '/sitzung/schritt', { art: 'totp', code: totpCode(schluessel, clock) });
    return browser;
  };
  await app.owner((tx) => tx.run(sql`delete from sitzung where konto_id = ${konto.kontoId}`));
  const [here, lost, other] = [await enter(), await enter(), await enter()];
  const list = (await lost.get('/ich/sitzung')).body as { id: string; diese: boolean }[];
  const id = list.find(({ diese }) => diese)?.id ?? '';
  expect((await here.send('DELETE', `/ich/sitzung/${id}`)).status).toBe(204);
  expect((await here.send('DELETE', `/ich/sitzung/${id}`)).status).toBe(404);
  expect([await lost.get('/ich'), await other.get('/ich')].map(({ status }) => status)).toEqual([401, 200]);
  expect((await here.send('DELETE', '/ich/sitzung?behalten=diese')).status).toBe(204);
  expect([await here.get('/ich'), await other.get('/ich')].map(({ status }) => status)).toEqual([200, 401]);
});
