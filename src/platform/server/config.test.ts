import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('an empty environment gives the defaults', () => {
  const config = readConfig({});
  expect(config).toMatchObject({ port: 8080, demo: true, databaseUrl: undefined });
  expect(config.url).toBe('http://localhost:8080');
  expect(config.hauptschluessel).toEqual({ kind: 'file', path: `${config.datenDir}/schluessel` });
});

test('a key is taken from base64', () => {
  const key = Buffer.alloc(32, 7);
  const config = readConfig({ LOTSE_HAUPTSCHLUESSEL: key.toString('base64'), LOTSE_DEMO: '0' });
  expect(config.hauptschluessel).toEqual({ kind: 'value', value: key });
  expect(config.demo).toBe(false);
});

test('every problem is named at once', () => {
  const env = {
    PORT: 'x',
    LOTSE_DEMO: 'ja',
    LOTSE_URL: 'ftp://a',
    DATABASE_URL: 'mysql://a',
    LOTSE_HAUPTSCHLUESSEL: 'a',
    LOTSE_PORT: '1',
  };
  expect(() => readConfig(env)).toThrow(
    /PORT must[^]*DATABASE_URL must[^]*LOTSE_DEMO must[^]*LOTSE_URL must[^]*LOTSE_HAUPTSCHLUESSEL must[^]*LOTSE_PORT is not known/,
  );
});
