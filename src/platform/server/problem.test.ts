import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { Refusal } from '#src/platform/refusal.ts';
import { answerError } from './public.ts';

const log: Readonly<Record<string, unknown>>[] = [];

/** What is answered when a page or an operation fails with this error. */
async function answer(error: Error, path = '/api/probe') {
  const app = new Hono();
  app.onError(answerError({ log: (line) => log.push(line) }));
  app.get('*', () => {
    throw error;
  });
  const reply = await app.request(path);
  return { status: reply.status, retryAfter: reply.headers.get('retry-after'), text: await reply.text() };
}

/** An error as the database or the system throws it; its message quotes what must not be seen. */
function failure(code: string): Error {
  return Object.assign(new Error('Key (name)=(Haddad) already exists'), { code });
}

test.each([
  ['53100', 507, 'speicher-voll', null],
  ['ENOSPC', 507, 'speicher-voll', null],
  ['53200', 503, 'speicher-voll', '1'],
  ['53300', 503, 'datenbank-nicht-erreichbar', '1'],
  ['57P01', 503, 'datenbank-nicht-erreichbar', '1'],
  ['57P03', 503, 'datenbank-nicht-erreichbar', '1'],
  ['08006', 503, 'datenbank-nicht-erreichbar', '1'],
  ['ECONNREFUSED', 503, 'datenbank-nicht-erreichbar', '1'],
  ['ECONNRESET', 503, 'datenbank-nicht-erreichbar', '1'],
  ['EPIPE', 503, 'datenbank-nicht-erreichbar', '1'],
  ['22021', 422, 'zeichen-ungueltig', null],
  ['22P05', 422, 'zeichen-ungueltig', null],
  ['40001', 409, 'gleichzeitig-geaendert', null],
  ['42501', 404, 'nicht-gefunden', null],
])('%s is foreseen: %i %s', async (sqlstate, status, code, retryAfter) => {
  const before = log.length;
  const reply = await answer(failure(sqlstate));
  expect([reply.status, JSON.parse(reply.text).code, reply.retryAfter]).toEqual([status, code, retryAfter]);
  expect(reply.text).not.toContain('Haddad');
  expect(log.length).toBe(before);
});

test('no free connection within the time is the database that does not answer', async () => {
  const reply = await answer(new Error('timeout exceeded when trying to connect'));
  expect([reply.status, reply.retryAfter]).toEqual([503, '1']);
});

test('what nobody foresaw has an id that stands in the log as well, and no word of what happened', async () => {
  const reply = await answer(failure('23505'));
  const problem = JSON.parse(reply.text);
  expect([reply.status, problem.code]).toEqual([500, 'unerwartet']);
  expect(problem.kennung).toMatch(/^[0-9a-f]{8}$/);
  expect(log.at(-1)).toMatchObject({ art: 'fehler', kennung: problem.kennung });
  expect(reply.text + JSON.stringify(log)).not.toContain('Haddad');
});

test('outside the interface the same is said in a line of both languages', async () => {
  const failed = await answer(failure('23505'), '/kontaktblatt/x');
  expect([failed.status, failed.text]).toEqual([
    500,
    expect.stringMatching(/^Da ist etwas schiefgegangen\. \/ Something went wrong\. \([0-9a-f]{8}\)$/),
  ]);
  const away = await answer(failure('57P03'), '/kontaktblatt/x');
  expect([away.status, away.retryAfter, away.text]).toEqual([
    503,
    '1',
    expect.stringContaining('erreichbar'),
  ]);
  const limited = await answer(
    new Refusal('zu-viele-anfragen', 429, { daten: { sekunden: 7 } }),
    '/kontaktblatt/x',
  );
  expect([limited.status, limited.retryAfter]).toEqual([429, '7']);
});
