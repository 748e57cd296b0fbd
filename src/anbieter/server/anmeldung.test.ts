import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startAnmeldedienst, type Anmeldedienst } from '#test/support/anmeldedienst.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';
import { ask } from './discover.ts';
import { returnAddress } from './vorgang.ts';

const back = (issuer: string) => returnAddress({ url: 'http://lotse.test' }, issuer);
let app: TestApp;
let dienst: Anmeldedienst;
let fremd: Anmeldedienst;
let anbieterId: string;
let fremdId: string;

beforeAll(async () => {
  [app, dienst, fremd] = await Promise.all([
    startTestApp(),
    startAnmeldedienst(back),
    startAnmeldedienst(back),
  ]);
  anbieterId = await addAnbieter(dienst, 'Alpha');
  fremdId = await addAnbieter(fremd, 'Fremd');
}, 30_000);
afterAll(async () => {
  await Promise.all([dienst.stop(), fremd.stop()]);
  await app.close();
});
beforeEach(async () => {
  dienst.personen.clear();
  await change({});
  await arrange(app, sql`delete from konto_anbieter`);
  await arrange(app, sql`delete from rolle where anbieter_id is not null`);
});

const admin = () => app.as('administration');
const basis = {
  traegerId: traeger.alpha,
  clientId: 'lotse',
  scopes: 'openid profile email gruppen',
  rollenClaim: 'groups',
  faktorWerte: ['mfa'],
  kontenAnlegen: false,
  aktiv: true,
  rollen: [
    { wert: 'kim-cm', rolle: 'casemanager', traegerId: traeger.alpha },
    { wert: 'kim-leitung', rolle: 'traegerleitung', traegerId: traeger.alpha },
  ],
};

async function addAnbieter(at: Anmeldedienst, name: string): Promise<string> {
  const reply = await admin().send('POST', `/kreis/${kreis}/anbieter`, {
    ...basis,
    name,
    aussteller: at.issuer,
    geheimnis: at.clientSecret,
  });
  expect(reply.status).toBe(201);
  return reply.body.id;
}

async function change(changes: Record<string, unknown>): Promise<{ status: number; body: unknown }> {
  const { body } = await admin().get(`/kreis/${kreis}/anbieter`);
  const stand = body.anbieter.find((each: { id: string }) => each.id === anbieterId);
  return admin().send('PUT', `/kreis/${kreis}/anbieter/${anbieterId}`, {
    ...basis,
    name: 'Alpha',
    aussteller: dienst.issuer,
    fassung: stand.fassung,
    ...changes,
  });
}

/** Begins a sign-in: the address at the service, and the cookie that binds it to this browser. */
async function begin(id = anbieterId): Promise<{ location: string; cookie: string }> {
  const response = await app.app.request(`/api/anmeldung/anbieter/${id}`);
  expect(response.status).toBe(302);
  return {
    location: response.headers.get('location') ?? '',
    cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
  };
}

async function finish(url: URL, cookie: string): Promise<{ to: string | null; session: string }> {
  const response = await app.app.request(`${url.pathname}${url.search}`, { headers: { cookie } });
  expect(response.status).toBe(302);
  const session = response.headers.getSetCookie().find((each) => /^lotse=[^;]/.test(each));
  return { to: response.headers.get('location'), session: session?.split(';')[0] ?? '' };
}

async function signIn(sub: string): Promise<{ to: string | null; session: string }> {
  const { location, cookie } = await begin();
  return finish(await dienst.walk(location, sub), cookie);
}

const link = (body: Record<string, unknown>, name: ActorName = 'kollegin') =>
  admin().send('PUT', `/kreis/${kreis}/konto/${app.konto[name]}/anbieter/${anbieterId}`, body);

async function ich(session: string): Promise<{ kontoId: string; rollen: { rolle: string }[] }> {
  const response = await app.app.request('/api/ich', { headers: { cookie: session } });
  expect(response.status).toBe(200);
  return (await response.json()) as { kontoId: string; rollen: { rolle: string }[] };
}

const readsCases = async (session: string) =>
  (await app.app.request(`/api/kreis/${kreis}/fall`, { headers: { cookie: session } })).status;

const refused = (code: string) => ({ to: `/?anmeldedienst=${code}`, session: '' });

test('the request carries PKCE with S256, state, nonce and the exact address of return, bound to a Lax cookie', async () => {
  const response = await app.app.request(`/api/anmeldung/anbieter/${anbieterId}`);
  const to = new URL(response.headers.get('location') ?? '');
  expect(to.origin).toBe(dienst.issuer);
  expect(Object.fromEntries(to.searchParams)).toMatchObject({
    client_id: 'lotse',
    response_type: 'code',
    redirect_uri: back(dienst.issuer),
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(response.headers.get('set-cookie')).toMatch(
    /^lotse-anbieter=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  const stored = JSON.stringify(await look(app, sql`select t::text from anbieter_vorgang t`));
  expect(stored).not.toContain(to.searchParams.get('state') ?? '-');
});

test('who was linked by a confirmed address comes in, is known by the identifier from then on, and gets the roles', async () => {
  await link({ email: 'K.Ollegin@Alpha.example' });
  dienst.personen.set('p1', {
    email: 'k.ollegin@alpha.example',
    email_verified: true,
    groups: ['kim-leitung', 'x'],
    amr: ['pwd', 'mfa'],
  });
  const first = await signIn('p1');
  expect(first.to).toBe('/');
  const me = await ich(first.session);
  expect(me.kontoId).toBe(app.konto.kollegin);
  expect(me.rollen.map(({ rolle }) => rolle).toSorted()).toEqual(['casemanager', 'traegerleitung']);
  dienst.personen.set('p1', { groups: [] });
  const second = await signIn('p1');
  expect(second.to).toBe('/');
  // The group is gone, and with it the role that came from there; the one given by hand stays.
  const rollen = await look(
    app,
    sql<{ rolle: string; offen: boolean }>`
    select rolle, gueltig_bis is null as offen from rolle where konto_id = ${app.konto.kollegin} order by rolle`,
  );
  expect(rollen).toEqual([
    { rolle: 'casemanager', offen: true },
    { rolle: 'traegerleitung', offen: false },
  ]);
});

test('a second factor counts only when the service says so in the signed token, else ours is asked for', async () => {
  await link({ subjekt: 'p2' });
  const stufe = async () =>
    (
      await look(
        app,
        sql<{ stufe: number }>`select stufe from sitzung where konto_id = ${app.konto.kollegin}
      order by angelegt_am desc limit 1`,
      )
    )[0]?.stufe;
  dienst.personen.set('p2', { amr: ['mfa'] });
  const strong = await signIn('p2');
  expect([await stufe(), await readsCases(strong.session)]).toEqual([2, 200]);
  dienst.personen.set('p2', { amr: ['pwd'] });
  // Without it, a role that reads persons is withheld.
  const weak = await signIn('p2');
  expect([await stufe(), await readsCases(weak.session)]).toEqual([1, 404]);
  await arrange(
    app,
    sql`insert into faktor_totp (kreis_id, konto_id, name, geheimnis_siegel, bestaetigt_am)
    values (${kreis}, ${app.konto.kollegin}, 'App', 'x', now())`,
  );
  const third = await signIn('p2');
  expect(await stufe()).toBe(0);
  expect((await app.app.request('/api/ich', { headers: { cookie: third.session } })).status).toBe(401);
  await arrange(app, sql`delete from faktor_totp`);
});

test('an address that the service does not confirm links nobody, nor does an account that nobody linked', async () => {
  await link({ email: 'kollegin@alpha.example' });
  dienst.personen.set('p3', { email: 'kollegin@alpha.example', email_verified: false, groups: ['kim-cm'] });
  expect(await signIn('p3')).toEqual(refused('anbieter-kein-konto'));
  dienst.personen.set('p3', { email: 'fremde@alpha.example', email_verified: true, groups: ['kim-cm'] });
  expect(await signIn('p3')).toEqual(refused('anbieter-kein-konto'));
  // Taking an address that was linked once does not take the account.
  dienst.personen.set('p4', { email: 'kollegin@alpha.example', email_verified: true });
  expect((await signIn('p4')).to).toBe('/');
  dienst.personen.set('p5', { email: 'kollegin@alpha.example', email_verified: true });
  expect(await signIn('p5')).toEqual(refused('anbieter-kein-konto'));
});

test('where accounts may be made, somebody with a known group gets one with its roles, and nobody else does', async () => {
  await change({ kontenAnlegen: true });
  dienst.personen.set('neu', {
    email: 'neu@alpha.example',
    email_verified: true,
    name: 'Nele Neu',
    groups: ['andere'],
  });
  expect(await signIn('neu')).toEqual(refused('anbieter-kein-konto'));
  dienst.personen.set('neu', {
    email: 'neu@alpha.example',
    email_verified: true,
    name: 'Nele Neu',
    groups: ['kim-leitung'],
  });
  const made = await signIn('neu');
  expect(await ich(made.session)).toMatchObject({
    name: 'Nele Neu',
    rollen: [{ rolle: 'traegerleitung', traegerId: traeger.alpha }],
  });
  // What would look like the command line could be locked by nobody.
  const hidden = { email: 'kommandozeile.x@alpha.example', email_verified: true, groups: ['kim-leitung'] };
  dienst.personen.set('versteckt', hidden);
  expect(await signIn('versteckt')).toEqual(refused('anbieter-kein-konto'));
  // An account of that sign-in name that the administration made is never taken over.
  await arrange(
    app,
    sql`insert into konto (kreis_id, anmeldename, name) values (${kreis}, 'da@alpha.example', 'Da')`,
  );
  dienst.personen.set('da', { email: 'da@alpha.example', email_verified: true, groups: ['kim-leitung'] });
  expect(await signIn('da')).toEqual(refused('anbieter-kein-konto'));
});

test('a locked, dormant or former account does not come in, and is answered like no account', async () => {
  await link({ subjekt: 'p6' }, 'traegerleitung');
  dienst.personen.set('p6', {});
  expect((await signIn('p6')).to).toBe('/');
  for (const state of [
    sql`gesperrt_am = now()`,
    sql`gesperrt_am = null, endet_am = current_date - 2`,
    sql`endet_am = null, zuletzt_am = now() - interval '91 days', entsperrt_am = now() - interval '91 days'`,
  ]) {
    await arrange(app, sql`update konto set ${state} where id = ${app.konto.traegerleitung}`);
    expect(await signIn('p6')).toEqual(refused('anbieter-kein-konto'));
  }
  await arrange(app, sql`update konto set entsperrt_am = now() where id = ${app.konto.traegerleitung}`);
});

test('a wrong state, nonce or issuer, another browser, and an answer or code used twice get nobody in', async () => {
  await link({ subjekt: 'p7' });
  dienst.personen.set('p7', { amr: ['mfa'] });
  const tampered = async (alter: (to: URL) => void, alterBack: (url: URL) => void = () => undefined) => {
    const { location, cookie } = await begin();
    const to = new URL(location);
    alter(to);
    const url = await dienst.walk(to.href, 'p7');
    alterBack(url);
    return finish(url, cookie);
  };
  const nothing = () => undefined;
  expect(await tampered(nothing, (url) => url.searchParams.set('state', 'x'.repeat(43)))).toEqual(
    refused('anbieter-ungueltig'),
  );
  expect(await tampered((to) => to.searchParams.set('nonce', 'x'.repeat(43)))).toEqual(
    refused('anbieter-ungueltig'),
  );
  expect(await tampered(nothing, (url) => url.searchParams.set('iss', fremd.issuer))).toEqual(
    refused('anbieter-ungueltig'),
  );
  const one = await begin();
  const answered = await dienst.walk(one.location, 'p7');
  expect(await finish(answered, 'lotse-anbieter=fremd')).toEqual(refused('anbieter-abgebrochen'));
  expect((await finish(answered, one.cookie)).to).toBe('/');
  expect(await finish(answered, one.cookie)).toEqual(refused('anbieter-abgebrochen'));
  // The same code in a sign-in of one's own: it belongs to another proof key.
  const other = await begin();
  const state = new URL(other.location).searchParams.get('state') ?? '';
  const replay = new URL(answered);
  replay.searchParams.set('state', state);
  expect(await finish(replay, other.cookie)).toEqual(refused('anbieter-ungueltig'));
});

test('what one service answers is worth nothing at another, even with the same identifier', async () => {
  await link({ subjekt: 'p8' });
  dienst.personen.set('p8', { amr: ['mfa'] });
  fremd.personen.set('p8', { amr: ['mfa'] });
  const atFremd = await begin(fremdId);
  expect(await finish(await fremd.walk(atFremd.location, 'p8'), atFremd.cookie)).toEqual(
    refused('anbieter-kein-konto'),
  );
  // Begun at one, answered by the other.
  const [own, foreign] = [await begin(), await begin(fremdId)];
  const url = await fremd.walk(foreign.location, 'p8');
  url.searchParams.set('state', new URL(own.location).searchParams.get('state') ?? '');
  expect(await finish(url, own.cookie)).toEqual(refused('anbieter-ungueltig'));
});

test('each service has its own address of return, and what arrives at that of another is exchanged nowhere', async () => {
  await link({ subjekt: 'p10' });
  dienst.personen.set('p10', { amr: ['mfa'] });
  const [own, foreign] = [await begin(), await begin(fremdId)];
  const places = [own, foreign].map(({ location }) => new URL(location).searchParams.get('redirect_uri'));
  expect(places).toEqual([back(dienst.issuer), back(fremd.issuer)]);
  const answered = await dienst.walk(own.location, 'p10');
  const code = answered.href;
  answered.pathname = new URL(back(fremd.issuer)).pathname;
  expect(await finish(answered, own.cookie)).toEqual(refused('anbieter-ungueltig'));
  expect(await finish(new URL(code), own.cookie)).toEqual(refused('anbieter-abgebrochen'));
});

test('switching a service off or pointing it elsewhere ends what came from it', async () => {
  await link({ subjekt: 'p9' });
  dienst.personen.set('p9', { groups: ['kim-leitung'], amr: ['mfa'] });
  await signIn('p9');
  const held = () =>
    look(app, sql`select from rolle where anbieter_id = ${anbieterId} and gueltig_bis is null`);
  expect(await held()).toHaveLength(1);
  await change({ aktiv: false });
  expect(await held()).toHaveLength(0);
  const off = await app.app.request(`/api/anmeldung/anbieter/${anbieterId}`);
  expect(off.headers.get('location')).toBe('/?anmeldedienst=anbieter-unbekannt');
  await change({});
  const open = await signIn('p9');
  expect(open.to).toBe('/');
  await change({ aussteller: fremd.issuer });
  expect(await look(app, sql`select from konto_anbieter where anbieter_id = ${anbieterId}`)).toHaveLength(0);
  // Nor does a session that it opened outlive it.
  expect((await app.app.request('/api/ich', { headers: { cookie: open.session } })).status).toBe(401);
});

test('the service of a Träger says nothing of an account with rights elsewhere, though it was linked before', async () => {
  await link({ subjekt: 'p11' });
  dienst.personen.set('p11', { amr: ['mfa'] });
  expect((await signIn('p11')).to).toBe('/');
  await arrange(
    app,
    sql`insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle, gueltig_ab)
    values (${kreis}, ${kreis}, ${app.konto.kollegin}, 'lenkungskreis', now() + interval '1 day')`,
  );
  expect(await signIn('p11')).toEqual(refused('anbieter-kein-konto'));
  expect((await link({ subjekt: 'p11' }, 'lenkungskreis')).body.code).toBe('anbieter-spricht-nicht');
  await arrange(
    app,
    sql`delete from rolle where konto_id = ${app.konto.kollegin} and rolle = 'lenkungskreis'`,
  );
  const again = await signIn('p11');
  const path = `/kreis/${kreis}/konto/${app.konto.kollegin}/anbieter/${anbieterId}`;
  expect((await admin().send('DELETE', path)).status).toBe(204);
  expect((await app.app.request('/api/ich', { headers: { cookie: again.session } })).status).toBe(401);
});

test('the secret of a service is sealed and never shown again; the sign-in page learns names only', async () => {
  const [row] = await look(
    app,
    sql<{ siegel: Buffer }>`select geheimnis_siegel as siegel from anbieter where id = ${anbieterId}`,
  );
  expect(row?.siegel.includes(dienst.clientSecret)).toBe(false);
  const shown = JSON.stringify((await admin().get(`/kreis/${kreis}/anbieter`)).body);
  expect(shown).toContain('"hatGeheimnis":true');
  expect(shown).not.toContain(dienst.clientSecret);
  expect((await app.nobody.get('/anbieter')).body).toEqual([
    { id: anbieterId, name: 'Alpha' },
    { id: fremdId, name: 'Fremd' },
  ]);
});

test('a service gives no rights over rights, none at another Träger, and speaks over TLS or from this machine', async () => {
  const roles = async (rolle: Record<string, unknown>) =>
    (await change({ rollen: [{ wert: 'g', traegerId: null, regionId: null, ...rolle }] })).body as {
      code: string;
    };
  expect((await roles({ rolle: 'administration' })).code).toBe('rolle-nicht-vom-anbieter');
  expect((await roles({ rolle: 'datenschutz' })).code).toBe('rolle-nicht-vom-anbieter');
  expect((await roles({ rolle: 'casemanager', traegerId: traeger.beta })).code).toBe('zuordnung-fremd');
  expect((await roles({ rolle: 'koordination' })).code).toBe('zuordnung-fremd');
  for (const aussteller of [
    'http://idp.example',
    'http://127.0.0.1.evil.example',
    'file:///etc/passwd',
    'https://a@b/',
  ]) {
    expect((await change({ aussteller })).body).toMatchObject({ code: 'aussteller-ungueltig' });
    const tried = await admin().send('POST', `/kreis/${kreis}/anbieter/pruefung`, { aussteller });
    expect(tried.body.code).toBe('aussteller-ungueltig');
  }
  const away = await admin().send('POST', `/kreis/${kreis}/anbieter/pruefung`, {
    aussteller: 'http://127.0.0.1:9',
  });
  expect([away.status, away.body.code]).toEqual([422, 'anbieter-nicht-erreichbar']);
  // Where Lotse itself is reached by TLS, this very machine is no sign-in service.
  const zugang = { aussteller: dienst.issuer, clientId: 'lotse', geheimnis: undefined };
  await expect(ask({ url: 'https://lotse.example' }, zugang)).rejects.toMatchObject({
    code: 'aussteller-ungueltig',
  });
  const there = await admin().send('POST', `/kreis/${kreis}/anbieter/pruefung`, {
    aussteller: dienst.issuer,
  });
  expect(there.body).toMatchObject({ pkce: true, scopes: expect.arrayContaining(['openid']) });
});
