import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { kreis } from '#test/support/fixture.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { openMailer } from './mail.ts';
import { sendNachricht } from './send.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const path = `/kreis/${kreis}/nachricht`;
const anfrageId = '00000000-0000-4000-8000-000000000001';

beforeEach(() => t.owner((tx) => tx.run(sql`delete from nachricht`)));

async function tell(...an: ('casemanager' | 'kollegin')[]): Promise<void> {
  await t.db.asKonto({ kreisId: kreis, kontoId: t.konto.koordination }, {}, (tx) =>
    sendNachricht(tx, {
      kreisId: kreis,
      an: an.map((name) => t.konto[name]),
      art: 'anfrage.weitergeleitet',
      gegenstand: 'anfrage',
      gegenstandId: anfrageId,
      daten: { nummer: 'A-2026-0001' },
    }),
  );
}

test('a message reaches the inbox of those it is for, and of nobody else', async () => {
  await tell('casemanager', 'casemanager');
  const { body } = await t.as('casemanager').get(path);
  expect(body).toMatchObject({
    ungelesen: 1,
    nachricht: [{ art: 'anfrage.weitergeleitet', gegenstandId: anfrageId, gelesen: false }],
  });
  expect((await t.as('kollegin').get(path)).body).toEqual({ ungelesen: 0, nachricht: [] });
});

test('reading ends the count, and only for one’s own messages', async () => {
  await tell('casemanager', 'kollegin');
  const mine = (await t.as('casemanager').get(path)).body.nachricht[0].id;
  expect((await t.as('kollegin').send('POST', `${path}/gelesen`, { id: [mine] })).status).toBe(204);
  expect((await t.as('casemanager').get(path)).body.ungelesen).toBe(1);
  expect((await t.as('casemanager').send('POST', `${path}/gelesen`, { id: [mine] })).status).toBe(204);
  expect((await t.as('casemanager').get(path)).body.ungelesen).toBe(0);
});

interface Post {
  readonly to: string;
  readonly text: string;
}

/** A real mail server on this machine; refuses what `refuses` says. */
async function startSmtp(refuses = false) {
  const mails: Post[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, callback) => callback(refuses ? new Error('mailbox unavailable') : null),
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push({
          to: session.envelope.rcptTo.map((rcpt) => rcpt.address).join(),
          text: Buffer.concat(chunks).toString(),
        });
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    mails,
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
}

async function setMailOf(name: 'casemanager' | 'kollegin', email: string): Promise<void> {
  await t.owner((tx) => tx.run(sql`update konto set email = ${email} where id = ${t.konto[name]}`));
}

test('a mail says that a message waits, once per account, and nothing of what it says', async () => {
  const smtp = await startSmtp();
  await setMailOf('casemanager', 'cm@traeger.example');
  await tell('casemanager');
  await tell('casemanager');
  await tell('kollegin');
  const mailer = openMailer(t.owner, { smtp: smtp.url, von: 'lotse@kreis.example' }, 'https://lotse.example');
  expect(await mailer.deliver()).toEqual({ sent: 1, failed: 0 });
  expect(await mailer.deliver()).toEqual({ sent: 0, failed: 0 });
  mailer.close();
  await smtp.stop();
  expect(smtp.mails).toHaveLength(1);
  expect(smtp.mails[0]?.to).toBe('cm@traeger.example');
  expect(smtp.mails[0]?.text).toContain('https://lotse.example');
  for (const secret of ['A-2026', anfrageId, 'weitergeleitet', 'Konto casemanager']) {
    expect(smtp.mails[0]?.text).not.toContain(secret);
  }
});

test('a mail that the server refuses is noted as a code, and the message stays in the inbox', async () => {
  const smtp = await startSmtp(true);
  await setMailOf('kollegin', 'weg@traeger.example');
  await tell('kollegin');
  const mailer = openMailer(t.owner, { smtp: smtp.url, von: 'lotse@kreis.example' }, 'https://lotse.example');
  expect(await mailer.deliver()).toEqual({ sent: 0, failed: 1 });
  mailer.close();
  await smtp.stop();
  const { fehler } = await t.owner((tx) =>
    tx.one(sql<{ fehler: string }>`select mail_fehler as fehler from nachricht`),
  );
  expect(fehler).toBe('smtp-eenvelope');
  expect((await t.as('kollegin').get(path)).body.ungelesen).toBe(1);
});
