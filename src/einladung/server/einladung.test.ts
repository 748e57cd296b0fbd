import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const konten = `/kreis/${kreis}/konto`;
const kennwort = 'Leiter-Apfel-Mond-17';
const admin = () => app.as('administration');
const secretOf = (link: string) => link.split('#')[1] ?? '';
let invited = 0;

async function invite(body: Record<string, unknown> = {}) {
  invited += 1;
  const reply = await admin().send('POST', konten, {
    anmeldename: `gast.${invited}`,
    name: `Gast ${invited}`,
    rollen: [{ rolle: 'casemanager', traegerId: traeger.alpha }],
    ...body,
  });
  expect(reply.status).toBe(201);
  return { anmeldename: `gast.${invited}`, ...reply.body } as {
    anmeldename: string;
    kontoId: string;
    link: string;
    mail: boolean;
  };
}

const check = (geheimnis: string) => app.nobody.send('POST', '/einladung/pruefung', { geheimnis });
const accept = (geheimnis: string, word = kennwort) =>
  app.nobody.send('POST', '/einladung', { geheimnis, kennwort: word });
const signIn = (anmeldename: string, word = kennwort) =>
  app.nobody.send('POST', '/sitzung', { anmeldename, kennwort: word });
const ichOf = async (reply: { headers: Headers }) =>
  (
    await app.app.request('/api/ich', {
      headers: { cookie: (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? '' },
    })
  ).status;

test('a link is 256 random bits in the fragment, holds seven days, and only its hash is stored', async () => {
  const { link, kontoId } = await invite();
  expect(link).toMatch(/^http:\/\/lotse\.test\/einladung#[\w-]{43}$/);
  const [row] = await look(
    app,
    sql<{
      pruefwert: string;
      tage: number;
    }>`select pruefwert, extract(day from gueltig_bis - angelegt_am)::int as tage
      from einladung where konto_id = ${kontoId}`,
  );
  expect(row).toEqual({ pruefwert: expect.stringMatching(/^[0-9a-f]{64}$/), tage: 7 });
  // Nowhere in the database: not in the row, the events, or the answers kept for repeated requests.
  for (const table of ['einladung', 'ereignis', 'idempotenz', 'nachricht']) {
    const rows = await look(app, sql<{ text: string }>`select t::text as text from ${sql.table(table)} t`);
    expect(JSON.stringify(rows)).not.toContain(secretOf(link));
  }
  expect(JSON.stringify(app.logLines)).not.toContain(secretOf(link));
});

test('the invited person sees for whom the link is, chooses a password, and is asked for the second factor', async () => {
  const { link, anmeldename, kontoId } = await invite();
  expect((await check(secretOf(link))).body).toEqual({
    name: expect.stringMatching(/^Gast /),
    anmeldename,
    art: 'einladung',
  });
  expect((await accept(secretOf(link), 'zu kurz')).body.felder).toEqual([
    { instance: '/kennwort', code: 'kennwort-zu-kurz' },
  ]);
  const done = await accept(secretOf(link));
  expect([done.status, done.body]).toEqual([200, { zweiterSchritt: false }]);
  expect(await ichOf(done)).toBe(200);
  const [session] = await look(
    app,
    sql<{ stufe: number }>`select stufe from sitzung where konto_id = ${kontoId}`,
  );
  // A role that reads persons counts only after the second step (app_enter).
  expect(session?.stufe).toBe(1);
  expect((await signIn(anmeldename)).status).toBe(200);
});

test('unknown, used, withdrawn, renewed, expired and locked links are answered alike', async () => {
  const used = await invite();
  await accept(secretOf(used.link));
  const withdrawn = await invite();
  expect((await admin().send('DELETE', `${konten}/${withdrawn.kontoId}/einladung`)).status).toBe(204);
  const former = await invite();
  const renewed = await admin().send('POST', `${konten}/${former.kontoId}/einladung`);
  expect(renewed.status).toBe(201);
  const expired = await invite();
  await arrange(
    app,
    sql`update einladung set angelegt_am = now() - interval '8 days', gueltig_bis = now() - interval '1 day'
    where konto_id = ${expired.kontoId}`,
  );
  const locked = await invite();
  expect((await admin().send('POST', `${konten}/${locked.kontoId}/sperre`)).status).toBe(204);
  const secrets = [used, withdrawn, former, expired, locked].map(({ link }) => secretOf(link));
  for (const secret of [...secrets, 'A'.repeat(43)]) {
    for (const reply of [await check(secret), await accept(secret)])
      expect([reply.status, reply.body]).toEqual([
        404,
        { type: 'urn:lotse:einladung-ungueltig', status: 404, code: 'einladung-ungueltig' },
      ]);
  }
  expect((await check(secretOf(renewed.body.link))).status).toBe(200);
});

test('of many who use a link at the same time one gets in', async () => {
  const { link } = await invite();
  const replies = await Promise.all(Array.from({ length: 6 }, () => accept(secretOf(link))));
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('who forgot the password gets a link; using it ends all sessions, and the Datenschutz has seen it', async () => {
  const { link, kontoId, anmeldename } = await invite();
  const first = await accept(secretOf(link));
  expect(await ichOf(first)).toBe(200);
  await arrange(
    app,
    sql`insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle, traeger_id)
    values (${kreis}, ${kreis}, ${app.konto.kollegin}, 'datenschutz', ${traeger.alpha})`,
  );
  const again = await admin().send('POST', `${konten}/${kontoId}/einladung`);
  const other = 'Ganz-anderer-Satz-18';
  expect((await check(secretOf(again.body.link))).body.art).toBe('kennwort');
  expect(await ichOf(first)).toBe(200);
  expect((await accept(secretOf(again.body.link), other)).status).toBe(200);
  expect(await ichOf(first)).toBe(401);
  expect([(await signIn(anmeldename)).status, (await signIn(anmeldename, other)).status]).toEqual([401, 200]);
  const told = await look(
    app,
    sql`select daten from nachricht where konto_id in (${app.konto.datenschutz}, ${app.konto.kollegin})
      and art = 'konto.zugang_erneuert' and gegenstand_id = ${kontoId}`,
  );
  expect(told).toEqual([{ daten: { weg: 'link' } }, { daten: { weg: 'link' } }]);
});

test('a password that its owner changes makes a link for a new one worthless', async () => {
  const { link, kontoId } = await invite();
  const signedIn = await accept(secretOf(link));
  const again = await admin().send('POST', `${konten}/${kontoId}/einladung`);
  const changed = await app.app.request('/api/ich/kennwort', {
    method: 'PUT',
    headers: {
      cookie: (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ bisher: kennwort, neu: 'Ganz-anderer-Satz-18' }),
  });
  expect(changed.status).toBe(204);
  expect((await check(secretOf(again.body.link))).status).toBe(404);
});

test('a link for an account with a second factor leads no further than to its second step', async () => {
  const { link, kontoId } = await invite();
  await accept(secretOf(link));
  await arrange(
    app,
    sql`insert into faktor_totp (kreis_id, konto_id, name, geheimnis_siegel, bestaetigt_am)
    values (${kreis}, ${kontoId}, 'App', 'x', now())`,
  );
  const again = await admin().send('POST', `${konten}/${kontoId}/einladung`);
  const done = await accept(secretOf(again.body.link), 'Ganz-anderer-Satz-18');
  expect([done.status, await ichOf(done)]).toEqual([200, 401]);
});

test('nobody but the administration invites, renews and withdraws', async () => {
  const { kontoId } = await invite();
  for (const name of ['casemanager', 'koordination', 'traegerleitung', 'datenschutz'] satisfies ActorName[]) {
    expect((await app.as(name).send('POST', `${konten}/${kontoId}/einladung`)).status).toBe(404);
    expect((await app.as(name).send('DELETE', `${konten}/${kontoId}/einladung`)).status).toBe(404);
  }
});

test('the mail carries the link, and neither name nor role', async () => {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, callback) => {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
      stream.on('end', () => {
        mails.push(text.replaceAll('=\r\n', ''));
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  app.deps.config.mail = { smtp: `smtp://127.0.0.1:${port}`, von: 'lotse@kreis.example' };
  const { link, mail } = await invite({ email: 'neu@traeger.example' });
  app.deps.config.mail = undefined;
  await expect.poll(() => mails.length, { timeout: 5_000 }).toBe(1);
  await new Promise<void>((done) => server.close(() => done()));
  expect(mail).toBe(true);
  expect(mails[0]).toContain(secretOf(link));
  for (const secret of ['Gast', 'gast.', 'casemanager', 'Alpha']) expect(mails[0]).not.toContain(secret);
});
