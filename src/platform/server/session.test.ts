import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { Config } from './config.ts';
import { sessionOf } from './session.ts';

async function open(url: string, headers: Record<string, string>): Promise<{ text: string; cookie: string }> {
  const app = new Hono();
  app.get('/', (c) => {
    const session = sessionOf(c, { url } as Config);
    session.issue(60);
    return c.text(session.adresse);
  });
  const response = await app.request(
    '/',
    { headers },
    { incoming: { socket: { remoteAddress: '198.51.100.7' } } },
  );
  return { text: await response.text(), cookie: response.headers.get('set-cookie') ?? '' };
}

test('behind TLS the address is the one that the proxy saw, not one that the browser claims', async () => {
  const headers = { 'x-forwarded-for': '10.0.0.1, 203.0.113.9' };
  expect((await open('https://lotse.test', headers)).text).toBe('203.0.113.9');
  expect((await open('https://lotse.test', {})).text).toBe('198.51.100.7');
  expect((await open('http://lotse.test', headers)).text).toBe('198.51.100.7');
});

test('the cookie is bound to host and TLS, and never readable for scripts', async () => {
  expect((await open('https://lotse.test', {})).cookie).toMatch(
    /^__Host-lotse=[\w-]{43}; Max-Age=60; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  );
  expect((await open('http://localhost:8080', {})).cookie).toMatch(
    /^lotse=[\w-]{43}; Max-Age=60; Path=\/; HttpOnly; SameSite=Strict$/,
  );
});
