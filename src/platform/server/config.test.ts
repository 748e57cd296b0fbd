import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('an empty environment gives the defaults', () => {
  const config = readConfig({});
  expect(config).toMatchObject({ port: 8080, demo: true, databaseUrl: undefined });
  expect(config.url).toBe('http://localhost:8080');
  expect(config.hauptschluessel).toEqual({ kind: 'file', path: `${config.datenDir}/schluessel` });
});

test('a key is taken from base64', () => {
  const key = randomBytes(32);
  const config = readConfig({ LOTSE_HAUPTSCHLUESSEL: key.toString('base64'), LOTSE_DEMO: '0' });
  expect(config.hauptschluessel).toMatchObject({ kind: 'value', value: key });
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

test('the master key has one source; a command is a path or a list and never a line for a shell', () => {
  const key = randomBytes(32).toString('base64');
  expect(() => readConfig({ LOTSE_HAUPTSCHLUESSEL: key, LOTSE_SCHLUESSEL_BEFEHL: '/bin/cat' })).toThrow(
    /one source, not from LOTSE_HAUPTSCHLUESSEL and LOTSE_SCHLUESSEL_BEFEHL/,
  );
  expect(() => readConfig({ LOTSE_HAUPTSCHLUESSEL_ALT: key })).toThrow(/ALT needs LOTSE_HAUPTSCHLUESSEL/);
  expect(readConfig({ LOTSE_SCHLUESSEL_BEFEHL: '["/bin/cat", "a b; c"]' }).hauptschluessel).toMatchObject({
    kind: 'command',
    command: ['/bin/cat', 'a b; c'],
  });
  expect(readConfig({ LOTSE_SCHLUESSEL_BEFEHL: '/opt/kms key' }).hauptschluessel).toMatchObject({
    command: ['/opt/kms key'],
  });
});

test('outside the demo a known or short password, a made-up key and an open way are refused', () => {
  const far = { LOTSE_DEMO: '0', LOTSE_URL: 'https://lotse.kreis.de' };
  const start = (env: Record<string, string>) => () => readConfig(env);
  for (const password of ['postgres', 'kurz', 'lotse_admin', 'einadministrator']) {
    const url = `postgresql://einadministrator:${password}@db:5432/lotse`;
    expect(start({ ...far, DATABASE_URL: url })).toThrow(/password in DATABASE_URL/);
    expect(start({ ...far, DATABASE_URL: url })).not.toThrow(password === 'kurz' ? /kurz/ : /:postgres@/);
  }
  const good = 'postgresql://lotse_admin:vT9-kq27-Lm41@db/lotse';
  expect(start({ ...far, DATABASE_URL: good })).not.toThrow();
  const made = Buffer.from('geheimgeheimgeheimgeheimgeheim!!').toString('base64');
  expect(start({ ...far, LOTSE_HAUPTSCHLUESSEL: made })).toThrow(/no random key/);
  const open = { DATABASE_URL: good, LOTSE_URL: 'http://lotse.kreis.de' };
  expect(start(open)).toThrow(/travel open/);
  expect(start({ ...open, LOTSE_OHNE_TLS: '1' })).not.toThrow();
  expect(start({ ...open, LOTSE_URL: 'http://localhost:8080' })).not.toThrow();
});

test('a secret may lie in a file, which no other account of the machine may read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lotse-geheim-'));
  const file = join(folder, 'datenbank');
  const url = 'postgresql://lotse_admin:vT9-kq27-Lm41@db/lotse';
  await writeFile(file, `${url}\n`, { mode: 0o640 });
  expect(readConfig({ DATABASE_URL_DATEI: file }).databaseUrl).toBe(url);
  expect(() => readConfig({ DATABASE_URL_DATEI: file, DATABASE_URL: url })).toThrow(/not both/);
  await chmod(file, 0o644);
  expect(() => readConfig({ DATABASE_URL_DATEI: file })).toThrow(/open to every account/);
  expect(() => readConfig({ LOTSE_SMTP_DATEI: join(folder, 'fehlt') })).toThrow(
    /LOTSE_SMTP_DATEI cannot be read/,
  );
  await rm(folder, { recursive: true });
});
