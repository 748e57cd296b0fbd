import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { readConfig, type Config } from './config.ts';
import { sessionOf } from './session.ts';

async function open(
  changes: Partial<Config>,
  headers: Record<string, string>,
): Promise<{ text: string; cookie: string }> {
  const app = new Hono();
  app.get('/', (c) => {
    const session = sessionOf(c, changes as Config);
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

/** The address that is taken for the client's, behind what LOTSE_PROXY says. */
async function addressOf(proxy: string | undefined, forwarded?: string): Promise<string> {
  const config = readConfig({ LOTSE_URL: 'https://lotse.test', ...(proxy ? { LOTSE_PROXY: proxy } : {}) });
  return (await open(config, forwarded === undefined ? {} : { 'x-forwarded-for': forwarded })).text;
}

test('without LOTSE_PROXY nobody is believed about an address, TLS or not', async () => {
  expect(await addressOf(undefined, '203.0.113.9')).toBe('198.51.100.7');
});

test('so many proxies are believed as stand there, and what a browser wrote before them is not', async () => {
  const written = '10.0.0.1, 203.0.113.9, 192.0.2.4';
  expect(await addressOf('1', written)).toBe('192.0.2.4');
  expect(await addressOf('2', written)).toBe('203.0.113.9');
  expect(await addressOf('9', written)).toBe('10.0.0.1');
  expect(await addressOf('1')).toBe('198.51.100.7');
  expect(await addressOf('1', 'unknown')).toBe('198.51.100.7');
  expect(await addressOf('1', '[2001:db8::7]:4711')).toBe('2001:db8::7');
});

test('proxies by address are believed hop by hop, from the nearest', async () => {
  const written = '203.0.113.9, 192.0.2.4';
  expect(await addressOf('10.0.0.0/8', written)).toBe('198.51.100.7');
  expect(await addressOf('198.51.100.0/24', written)).toBe('192.0.2.4');
  expect(await addressOf('198.51.100.7, 192.0.2.4', written)).toBe('203.0.113.9');
  expect(() => readConfig({ LOTSE_PROXY: 'proxy.kreis.de' })).toThrow(/LOTSE_PROXY must be/);
  expect(() => readConfig({ LOTSE_PROXY: '10.0.0.0/99' })).toThrow(/LOTSE_PROXY must be/);
});

test('the cookie is bound to host and TLS, and never readable for scripts', async () => {
  expect((await open({ url: 'https://lotse.test' }, {})).cookie).toMatch(
    /^__Host-lotse=[\w-]{43}; Max-Age=60; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  );
  expect((await open({ url: 'http://localhost:8080' }, {})).cookie).toMatch(
    /^lotse=[\w-]{43}; Max-Age=60; Path=\/; HttpOnly; SameSite=Strict$/,
  );
});
