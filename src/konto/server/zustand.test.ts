import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashToken } from '#src/platform/server/session.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, traeger } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const konten = `/kreis/${kreis}/konto`;
const kennwort = 'Leiter-Apfel-Mond-17';
const admin = () => app.as('administration');

/** An account with a password and a role, and its sign-in name. */
async function makeKonto(): Promise<{ kontoId: string; anmeldename: string }> {
  const anmeldename = `konto.${randomUUID().slice(0, 8)}`;
  const made = await admin().send('POST', konten, {
    anmeldename,
    name: 'Kim Beispiel',
    rollen: [{ rolle: 'traegerleitung', traegerId: traeger.alpha }],
  });
  const { kontoId, link } = made.body as { kontoId: string; link: string };
  const body = { geheimnis: link.split('#')[1], kennwort };
  expect((await app.nobody.send('POST', '/einladung', body)).status).toBe(200);
  return { kontoId, anmeldename };
}

async function openSession(kontoId: string): Promise<string> {
  const token = randomUUID();
  await arrange(
    app,
    sql`insert into sitzung (kreis_id, konto_id, pruefwert, stufe, endet_am)
      values (${kreis}, ${kontoId}, ${hashToken(token)}, 2, now() + interval '1 hour')`,
  );
  return `lotse=${token}`;
}

/** A read that begins with what the last request of the session knew (eager). */
const read = async (cookie: string) =>
  (await app.app.request(`/api/kreis/${kreis}/stelle`, { headers: { cookie } })).status;
const write = async (cookie: string) =>
  (
    await app.app.request('/api/ich/sprache', {
      method: 'PUT',
      headers: { cookie, 'content-type': 'application/json' },
      body: '{"sprache":"de"}',
    })
  ).status;
const zustand = async (kontoId: string) => (await admin().get(`${konten}/${kontoId}`)).body.zustand;

test('a change of rights acts on the next request of every open session: 200 random histories', async () => {
  const { kontoId } = await makeKonto();
  const path = `${konten}/${kontoId}`;
  const lastYesterday = sql`(now() at time zone 'Europe/Berlin')::date - 1`;
  const ends = {
    sperre: () => admin().send('POST', `${path}/sperre`),
    sitzung: () => admin().send('DELETE', `${path}/sitzung`),
    gegangen: () => arrange(app, sql`update konto set endet_am = ${lastYesterday} where id = ${kontoId}`),
    rolle: async () => {
      const [role] = (await admin().get(path)).body.rollen;
      return admin().send('PUT', `${path}/rolle/${role.id}`, { bis: null });
    },
  };
  const restore = async () => {
    await arrange(app, sql`update konto set endet_am = null, gesperrt_am = null where id = ${kontoId}`);
    await arrange(app, sql`update rolle set gueltig_bis = null where konto_id = ${kontoId}`);
  };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('sperre', 'sitzung', 'gegangen', 'rolle'),
      fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
      async (ende, sessions) => {
        const cookies = await Promise.all(sessions.map(() => openSession(kontoId)));
        // Some have asked before, so that their actor is remembered; others come for the first time.
        for (const [index, cookie] of cookies.entries())
          if (sessions[index] === true) expect(await read(cookie)).toBe(200);
        await ends[ende as keyof typeof ends]();
        for (const cookie of cookies) {
          expect(await read(cookie)).toBe(ende === 'rolle' ? 404 : 401);
          expect(await write(cookie)).toBe(ende === 'rolle' ? 204 : 401);
        }
        await restore();
        await arrange(app, sql`delete from sitzung where konto_id = ${kontoId}`);
      },
    ),
    { numRuns: 200, endOnFailure: true },
  );
}, 120_000);

test('one session of another account ends, and the others go on', async () => {
  const { kontoId } = await makeKonto();
  await arrange(app, sql`delete from sitzung where konto_id = ${kontoId}`);
  const [one, other] = [await openSession(kontoId), await openSession(kontoId)];
  const { sitzung } = (await admin().get(`${konten}/${kontoId}`)).body;
  expect(sitzung).toHaveLength(2);
  const id = hashToken(one.slice('lotse='.length)).slice(0, 12);
  const ended = await admin().send('DELETE', `${konten}/${kontoId}/sitzung?sitzung=${id}`);
  expect(ended.body).toEqual({ anzahl: 1 });
  expect([await read(one), await read(other)]).toEqual([401, 200]);
});

test('an account unused for 90 days is refused like a wrong password until the administration unlocks it', async () => {
  const { kontoId, anmeldename } = await makeKonto();
  const signIn = () => app.nobody.send('POST', '/sitzung', { anmeldename, kennwort });
  const rest = (tage: number) =>
    arrange(
      app,
      sql`update konto set zuletzt_am = now() - make_interval(days => ${tage}),
      entsperrt_am = now() - interval '1 year' where id = ${kontoId}`,
    );
  await rest(89);
  expect([await zustand(kontoId), (await signIn()).status]).toEqual(['aktiv', 200]);
  await rest(91);
  const refused = await signIn();
  expect([await zustand(kontoId), refused.status, refused.body.code]).toEqual([
    'ruhend',
    401,
    'anmeldung-falsch',
  ]);
  const link = await admin().send('POST', `${konten}/${kontoId}/einladung`);
  expect(link.body.code).toBe('konto-gesperrt');
  expect((await admin().send('DELETE', `${konten}/${kontoId}/sperre`)).status).toBe(204);
  expect([await zustand(kontoId), (await signIn()).status]).toEqual(['aktiv', 200]);
  const [row] = await look(
    app,
    sql<{
      frisch: boolean;
    }>`select zuletzt_am > now() - interval '1 minute' as frisch from konto where id = ${kontoId}`,
  );
  expect(row?.frisch).toBe(true);
});

test('who leaves works until the evening of the last day and is out from the next morning on', async () => {
  const { kontoId, anmeldename } = await makeKonto();
  const cookie = await openSession(kontoId);
  const leave = async (day: ReturnType<typeof sql>) =>
    arrange(app, sql`update konto set endet_am = ${day} where id = ${kontoId}`);
  const heute = sql`(now() at time zone 'Europe/Berlin')::date`;
  await leave(heute);
  expect([await zustand(kontoId), await read(cookie)]).toEqual(['aktiv', 200]);
  await leave(sql`${heute} - 1`);
  expect([await zustand(kontoId), await read(cookie)]).toEqual(['gesperrt', 401]);
  expect((await app.nobody.send('POST', '/sitzung', { anmeldename, kennwort })).status).toBe(401);
  const unlock = await admin().send('DELETE', `${konten}/${kontoId}/sperre`);
  expect([unlock.status, unlock.body.code]).toEqual([422, 'konto-beendet']);
});
