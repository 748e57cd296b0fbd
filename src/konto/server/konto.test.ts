import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, nachbar, traeger, type ActorName } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const konten = `/kreis/${kreis}/konto`;
const admin = () => app.as('administration');
const of = (name: ActorName) => `${konten}/${app.konto[name]}`;

async function list(by: ActorName = 'administration'): Promise<Record<string, Record<string, unknown>>> {
  const { body } = await app.as(by).get(konten);
  return Object.fromEntries(
    (body.konto as { anmeldename: string }[]).map((konto) => [konto.anmeldename, konto]),
  );
}

let invited = 0;
async function invite(rollen: readonly Record<string, unknown>[], by: ActorName = 'administration') {
  invited += 1;
  const body = { anmeldename: `neu.${invited}`, name: `Neu ${invited}`, rollen };
  return app.as(by).send('POST', konten, body);
}

/** Another account with the role, for as long as `body` runs. */
async function withRolle<T>(
  name: ActorName,
  rolle: string,
  traegerId: string | null,
  body: () => Promise<T>,
) {
  await arrange(
    app,
    sql`insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle, traeger_id)
      values (${kreis}, ${kreis}, ${app.konto[name]}, ${rolle}, ${traegerId})`,
  );
  try {
    return await body();
  } finally {
    await arrange(
      app,
      sql`delete from rolle where konto_id = ${app.konto[name]} and rolle = ${rolle} and rolle <> 'casemanager'`,
    );
  }
}

const platz: Readonly<Record<string, Record<string, unknown>>> = {
  traegerleitung: { traegerId: traeger.beta },
  notzugriff: { traegerId: traeger.beta },
  uebernahme: { bis: '2099-12-31' },
};

test.each([
  'verwaltungsassistenz',
  'ki_leitung',
  'traegerleitung',
  'abh_ebh',
  'lenkungskreis',
  'controlling',
  'ministerium',
  'partner',
  'datenschutz',
  'administration',
  'uebernahme',
  'notzugriff',
])(
  'M59 M60 M61 M62 M63 M64 M67 M69 M70 an account is invited with the role %s, comes in, and reads no case',
  async (rolle) => {
    await app.admit('casemanager', {});
    const [stelle] = await look(
      app,
      sql<{ id: string }>`insert into stelle (kreis_id, name, art)
        values (${kreis}, ${`Begegnungsverein ${rolle}`}, 'ehrenamt') returning id`,
    );
    const ort = rolle === 'partner' ? { stelleId: stelle?.id } : platz[rolle];
    const made = await invite([{ rolle, ...ort }]);
    expect(made.status).toBe(201);
    const cookie = await enter(made.body);
    const ich = await app.app.request('/api/ich', { headers: { cookie } });
    expect(((await ich.json()) as { rollen: { rolle: string }[] }).rollen).toMatchObject([{ rolle }]);
    const cases = await app.app.request(`/api/kreis/${kreis}/fall`, { headers: { cookie } });
    expect(cases.status).toBe(404);
  },
);

/** Takes the link and, as if it had been asked for, the second factor. */
async function enter({ link, kontoId }: { link: string; kontoId: string }): Promise<string> {
  const taken = await app.app.request('/api/einladung', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ geheimnis: link.split('#')[1], kennwort: 'Leiter-Apfel-Mond-17' }),
  });
  expect(taken.status).toBe(200);
  await arrange(app, sql`update sitzung set stufe = 2 where konto_id = ${kontoId}`);
  return (taken.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

test('the administration sees accounts with roles and state, and nothing of any case', async () => {
  await app.admit('casemanager', { familienname: 'Canario' });
  await app.as('casemanager').get(`/kreis/${kreis}/fall`);
  const all = await list();
  expect(all['casemanager']).toMatchObject({
    zustand: 'aktiv',
    faktor: false,
    zuletztAm: expect.any(String),
    rollen: [{ rolle: 'casemanager', traegerId: traeger.alpha }],
  });
  expect(all['nachbarcasemanager']).toBeUndefined();
  expect(JSON.stringify(all)).not.toContain('Canario');
  expect((await admin().get(`/kreis/${kreis}/fall`)).status).toBe(404);
  expect((await app.as('koordination').get(konten)).status).toBe(404);
  expect((await admin().get(`/kreis/${nachbar}/konto`)).status).toBe(404);
});

test('a role that is limited to a Träger reaches the accounts of that Träger only, and gives roles there only', async () => {
  await withRolle('traegerleitung', 'administration', traeger.alpha, async () => {
    const seen = Object.keys(await list('traegerleitung'));
    expect(seen).toEqual(
      expect.arrayContaining(['casemanager', 'kollegin', 'casemanager_abh', 'traegerleitung']),
    );
    for (const foreign of ['casemanagerbeta', 'koordination', 'administration', 'datenschutz'])
      expect(seen).not.toContain(foreign);
    const leitung = app.as('traegerleitung');
    expect((await leitung.get(of('casemanagerBeta'))).status).toBe(404);
    expect((await leitung.send('POST', `${of('koordination')}/sperre`)).status).toBe(404);
    const beta = await invite([{ rolle: 'casemanager', traegerId: traeger.beta }], 'traegerleitung');
    expect(beta.body.felder).toEqual([{ instance: '/rollen/0/traegerId', code: 'traeger-nicht-verwaltet' }]);
    const whole = await invite([{ rolle: 'koordination' }], 'traegerleitung');
    expect(whole.body.felder).toEqual([{ instance: '/rollen/0/traegerId', code: 'traeger-nicht-verwaltet' }]);
    expect(
      (await invite([{ rolle: 'casemanager', traegerId: traeger.alpha }], 'traegerleitung')).status,
    ).toBe(201);
  });
  expect((await app.as('traegerleitung').get(konten)).status).toBe(404);
});

test('nobody changes her own roles, lock or link', async () => {
  const own = of('administration');
  const refused = [
    await admin().send('POST', `${own}/rolle`, { rolle: 'casemanager', traegerId: traeger.alpha }),
    await admin().send('POST', `${own}/sperre`),
    await admin().send('DELETE', `${own}/sperre`),
    await admin().send('POST', `${own}/einladung`),
  ];
  expect(refused.map(({ status, body }) => [status, body.code])).toEqual(
    refused.map(() => [422, 'eigenes-konto']),
  );
  const [role] = (await admin().get(own)).body.rollen;
  expect((await admin().send('PUT', `${own}/rolle/${role.id}`, { bis: null })).body.code).toBe(
    'eigenes-konto',
  );
  const confirm = await admin().send('POST', `/kreis/${kreis}/rollenpruefung`, { rolleId: [role.id] });
  expect(confirm.body.code).toBe('eigenes-konto');
});

test('a role may begin and end on days, is prolonged instead of doubled, and fits its place', async () => {
  const give = (body: Record<string, unknown>) => admin().send('POST', `${of('lenkungskreis')}/rolle`, body);
  expect((await give({ rolle: 'uebernahme' })).body.code).toBe('rolle-braucht-frist');
  expect((await give({ rolle: 'casemanager' })).body.code).toBe('rolle-braucht-traeger');
  // A Träger on this role would look like a limit and be none.
  expect((await give({ rolle: 'koordination', traegerId: traeger.alpha })).body.code).toBe(
    'rolle-ort-passt-nicht',
  );
  expect((await give({ rolle: 'partner' })).body.code).toBe('rolle-braucht-stelle');
  expect((await give({ rolle: 'controlling', bis: '2020-01-01' })).body.code).toBe('frist-vorbei');
  const first = await give({ rolle: 'uebernahme', bis: '2098-12-31' });
  expect(first.status).toBe(201);
  expect((await give({ rolle: 'uebernahme', bis: '2099-12-31' })).status).toBe(201);
  const rollen = async () => (await admin().get(of('lenkungskreis'))).body.rollen;
  const held = (await rollen()).filter((each: { rolle: string }) => each.rolle === 'uebernahme');
  expect(held).toMatchObject([{ gueltigBis: '2099-12-31T23:00:00.000Z' }]);
  const later = await give({ rolle: 'ministerium', ab: '2099-01-01' });
  const path = `${of('lenkungskreis')}/rolle/${later.body.id}`;
  expect((await admin().send('PUT', path, { bis: null })).status).toBe(204);
  expect((await rollen()).map((each: { rolle: string }) => each.rolle)).not.toContain('ministerium');
  const prolong = `${of('lenkungskreis')}/rolle/${held[0].id}`;
  expect((await admin().send('PUT', prolong, { bis: '2100-12-31' })).body.felder).toEqual([
    { instance: '/bis', code: 'ende-nur-frueher' },
  ]);
  expect((await admin().send('PUT', prolong, { bis: null })).status).toBe(204);
});

test('a role that gives rights is shown to the Datenschutz, one that reads persons to the line manager', async () => {
  await invite([{ rolle: 'administration' }]);
  await invite([{ rolle: 'casemanager', traegerId: traeger.alpha }]);
  await invite([{ rolle: 'casemanager', traegerId: traeger.beta }]);
  await invite([{ rolle: 'controlling' }]);
  const told = async (name: ActorName) =>
    (
      await look(
        app,
        sql<{ daten: unknown }>`select daten from nachricht
          where konto_id = ${app.konto[name]} and art = 'konto.rolle_erteilt' order by erfasst_am`,
      )
    ).map(({ daten }) => daten);
  expect((await told('datenschutz')).at(-1)).toEqual({ rolle: 'administration' });
  expect((await told('traegerleitung')).at(-1)).toEqual({ rolle: 'casemanager' });
  const betaOnly = await look(
    app,
    sql`select from nachricht where art = 'konto.rolle_erteilt' and daten ->> 'rolle' = 'controlling'`,
  );
  expect(betaOnly).toEqual([]);
});

test('the last administration of a Kreis is neither locked nor ended, also when two lock each other at once', async () => {
  await withRolle('ki_leitung', 'administration', null, async () => {
    // Those who were invited above must not count.
    await arrange(
      app,
      sql`delete from rolle where rolle = 'administration'
        and konto_id not in (${app.konto.administration}, ${app.konto.ki_leitung})`,
    );
    // Both have signed in, so both count.
    await app.as('ki_leitung').get(konten);
    await admin().get(konten);
    const sessions = await look(
      app,
      sql`select konto_id, pruefwert from sitzung where konto_id in (${app.konto.administration}, ${app.konto.ki_leitung})`,
    );
    const [a, b] = await Promise.all([
      admin().send('POST', `${of('ki_leitung')}/sperre`),
      app.as('ki_leitung').send('POST', `${of('administration')}/sperre`),
    ]);
    const open = await look(
      app,
      sql`select from konto where id in (${app.konto.administration}, ${app.konto.ki_leitung}) and gesperrt_am is null`,
    );
    expect([[a.status, b.status].filter((status) => status === 204).length, open.length]).toEqual([1, 1]);
    await arrange(app, sql`update konto set gesperrt_am = null`);
    await arrange(
      app,
      sql`insert into sitzung (kreis_id, konto_id, pruefwert, stufe, endet_am)
        select ${kreis}, konto_id::uuid, pruefwert, 2, now() + interval '1 hour'
        from jsonb_to_recordset(${JSON.stringify(sessions)}::jsonb) as x (konto_id text, pruefwert text)
        on conflict do nothing`,
    );
  });
  await withRolle('ki_leitung', 'administration', null, async () => {
    await arrange(
      app,
      sql`update rolle set gueltig_bis = now() + interval '1 day'
      where konto_id = ${app.konto.ki_leitung} and rolle = 'administration'`,
    );
    const by = app.as('ki_leitung');
    const [role] = (await by.get(of('administration'))).body.rollen;
    for (const refused of [
      await by.send('POST', `${of('administration')}/sperre`),
      await by.send('PUT', `${of('administration')}/rolle/${role.id}`, { bis: null }),
      await by.send('PUT', of('administration'), {
        name: 'Konto administration',
        email: '',
        endetAm: '2099-01-01',
        fassung: (await by.get(of('administration'))).body.fassung,
      }),
    ])
      expect([refused.status, refused.body.code]).toEqual([422, 'letzte-administration']);
  });
});

test('roles that were not confirmed for a year are confirmed, others of the own account are not touched', async () => {
  await arrange(
    app,
    sql`update rolle set geprueft_am = now() - interval '13 months' where konto_id = ${app.konto.controlling}`,
  );
  const [role] = (await admin().get(of('controlling'))).body.rollen;
  const reply = await admin().send('POST', `/kreis/${kreis}/rollenpruefung`, {
    rolleId: [role.id, '99999999-9999-4999-8999-999999999999'],
  });
  expect(reply.body).toEqual({ anzahl: 1 });
  const [confirmed] = (await admin().get(of('controlling'))).body.rollen;
  expect(new Date(confirmed.geprueftAm).getTime()).toBeGreaterThan(Date.now() - 60_000);
});

test('what somebody else changed meanwhile is not overwritten, and a mail address is one', async () => {
  const { fassung, name } = (await admin().get(of('ministerium'))).body;
  const change = (body: Record<string, unknown>) =>
    admin().send('PUT', of('ministerium'), { name, email: '', endetAm: null, fassung, ...body });
  expect((await change({ email: 'kein@' })).body.felder).toEqual([
    { instance: '/email', code: 'email-ungueltig' },
  ]);
  expect((await change({ email: 'dienst@land.example' })).status).toBe(204);
  const late = await change({ name: 'Anders' });
  expect([late.status, late.body.code, late.body.daten.geaendert]).toEqual([
    409,
    'gleichzeitig-geaendert',
    expect.arrayContaining(['name', 'email']),
  ]);
});

test("an account without a role, once it has a link or a password, is nobody's but the whole Kreis's", async () => {
  const { body } = await invite([{ rolle: 'casemanager', traegerId: traeger.beta, ab: '2099-01-01' }]);
  const path = `${konten}/${body.kontoId}`;
  const { rollen } = (await admin().get(path)).body;
  expect((await admin().send('PUT', `${path}/rolle/${rollen[0].id}`, { bis: null })).status).toBe(204);
  await withRolle('kollegin', 'administration', traeger.alpha, async () => {
    const alpha = app.as('kollegin');
    expect((await alpha.send('POST', `${path}/einladung`)).status).toBe(404);
    expect((await invite([{ rolle: 'casemanager', traegerId: traeger.alpha }], 'kollegin')).status).toBe(201);
  });
});

test('who changes the way to reach an account or lets somebody in again proves anew who she is', async () => {
  const { fassung } = (await admin().get(of('kollegin'))).body;
  await arrange(
    app,
    sql`update sitzung set bestaetigt_am = now() - interval '11 minutes' where konto_id = ${app.konto.administration}`,
  );
  const reply = await admin().send('PUT', of('kollegin'), { name: 'Kollegin', endetAm: null, fassung });
  expect([reply.status, reply.body.code]).toEqual([403, 'bestaetigung-noetig']);
});

test('the Datenschutz learns that somebody may import', async () => {
  await arrange(
    app,
    sql`update sitzung set bestaetigt_am = now() where konto_id = ${app.konto.administration}`,
  );
  const { body } = await invite([{ rolle: 'uebernahme', bis: '2099-12-31' }]);
  const told = await look(
    app,
    sql`select daten from nachricht where konto_id = ${app.konto.datenschutz} and gegenstand_id = ${body.kontoId}`,
  );
  expect(told).toEqual([{ daten: { rolle: 'uebernahme' } }]);
});
