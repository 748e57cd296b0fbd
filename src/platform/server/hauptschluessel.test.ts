import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadHauptschluessel, openSource, ringOf, unwrapUnder, wrapUnder } from './hauptschluessel.ts';

const folder = await mkdtemp(join(tmpdir(), 'lotse-schluessel-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

function keyFile(name: string, text: string, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

const base64 = () => randomBytes(32).toString('base64');

test('a master key that others can read, that is cut, typed or from an example stops the start', () => {
  const open = (path: string) => () => openSource({ kind: 'file', path });
  expect(open(keyFile('offen', base64(), 0o604))).toThrow(/für alle lesbar[^]*chmod 600/);
  expect(open(keyFile('kurz', randomBytes(31).toString('base64')))).toThrow(/beschädigt/);
  expect(open(keyFile('leer', '\n'))).toThrow(/beschädigt/);
  const examples = [
    Buffer.alloc(32),
    Buffer.alloc(32, 'lotse'),
    Buffer.from(Array.from({ length: 32 }, (_, at) => at)),
  ];
  for (const key of examples)
    expect(open(keyFile('beispiel', key.toString('base64')))).toThrow(/Beispiel und nicht zufällig/);
  expect(() => openSource({ kind: 'value', value: Buffer.alloc(32, 7) })).toThrow(/nicht zufällig/);
  const beside = keyFile('schluessel', base64());
  expect(() => openSource({ kind: 'value', value: randomBytes(32), beside })).toThrow(/zwei Hauptschlüssel/);
});

test('a new installation makes a key that only it can read; where sealed data exist, none is made', async () => {
  const path = join(folder, 'neu');
  await expect(loadHauptschluessel({ kind: 'file', path }, async () => true)).rejects.toThrow(/fehlt/);
  expect(existsSync(path)).toBe(false);
  const ring = await loadHauptschluessel({ kind: 'file', path }, async () => false);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(openSource({ kind: 'file', path }).current().kennung).toBe(ring.current().kennung);
});

test('a command gives the key without a shell, and what it printed stands in no message', () => {
  const key = base64();
  const script = keyFile('kms', `#!/bin/sh\nprintf '%s\\n' "$1"\n`, 0o700);
  const ring = openSource({ kind: 'command', command: [script, key] });
  expect(ring.current().key.toString('base64')).toBe(key);
  const failing = keyFile('kms-aus', `#!/bin/sh\necho ${key}; echo ${key} >&2; exit 3\n`, 0o700);
  const open = () => openSource({ kind: 'command', command: [failing] });
  expect(open).toThrow(/LOTSE_SCHLUESSEL_BEFEHL/);
  expect(open).not.toThrow(new RegExp(RegExp.escape(key)));
  expect(() => openSource({ kind: 'command', command: [join(folder, 'gibt-es-nicht; id')] })).toThrow(
    /ENOENT/,
  );
});

test('a running server notices a new key in its file, and a seal opens with its own key only', () => {
  const [eins, zwei] = [base64(), base64()];
  const path = keyFile('wechsel', eins);
  const running = openSource({ kind: 'file', path });
  const sealed = wrapUnder(ringOf(Buffer.from(zwei, 'base64')).current(), Buffer.from('innen'), 'ort');
  keyFile('wechsel', `${zwei}\n${eins}\n`);
  expect(unwrapUnder(running, sealed, 'ort').toString()).toBe('innen');
  expect(() => unwrapUnder(running, sealed, 'anderer ort')).toThrow();
  expect(() => unwrapUnder(ringOf(randomBytes(32)), sealed, 'ort')).toThrow(/not known/);
});
