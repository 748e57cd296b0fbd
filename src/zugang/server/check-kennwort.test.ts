import { expect, test } from 'vitest';
import { checkKennwort } from './check-kennwort.ts';
import { hashKennwort, makeKennwort, verifyKennwort } from './kennwort.ts';
import { queueHash } from './hash-queue.ts';

const worte = ['Maria Krause', 'Kreis Unna'];

test.each([
  'Passwort1234',
  'P@ssw0rt2026!',
  'Willkommen2026!',
  'Sommer2025!!',
  'qwertzuiop123',
  'Schalke04Schalke04',
  'ichliebedich',
  '987654321098',
  'mariakrause1980',
  'KreisUnna2026!',
  'abcabcabcabcabc',
  'a1B2'.repeat(40),
  'passwort'.repeat(20),
])('%s is a known bad password', async (kennwort) => {
  expect(await checkKennwort(kennwort, 'm.krause', worte)).toBe('kennwort-bekannt');
});

test.each([
  'Leiter-Apfel-17',
  'Mein Hund mag Apfelkuchen',
  'Ω ελληνικά kann ich auch',
  `Ein sehr langer Satz, den sich nur eine Person merkt ${'und noch etwas '.repeat(9)}`,
])('%s is a good one; up to 200 characters are taken', async (kennwort) => {
  expect(kennwort.length).toBeLessThanOrEqual(200);
  expect(await checkKennwort(kennwort, 'm.krause', worte)).toBeUndefined();
});

test('what Lotse makes itself is good', async () => {
  expect(await checkKennwort(makeKennwort(), 'm.krause', worte)).toBeUndefined();
});

test('passwords are kept as argon2id with at least 19 MiB and two passes, however they were typed', async () => {
  const text = await hashKennwort('Äpfel-und-Leitern-17'.normalize('NFC'));
  const [, memory = '', passes = ''] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(text) ?? [];
  expect(Number(memory)).toBeGreaterThanOrEqual(19 * 1024);
  expect(Number(passes)).toBeGreaterThanOrEqual(2);
  expect(await verifyKennwort(text, 'Äpfel-und-Leitern-17'.normalize('NFD'))).toBe(true);
  expect(await verifyKennwort(text, 'äpfel-und-leitern-17')).toBe(false);
});

test('two passwords are checked at a time, all others wait their turn, and too many are sent away', async () => {
  let [running, most] = [0, 0];
  const release: (() => void)[] = [];
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => release.push(resolve));
    running -= 1;
  };
  const all = Array.from({ length: 12 }, () => queueHash(10, work));
  await expect(queueHash(10, work)).rejects.toMatchObject({ code: 'anmeldung-ueberlastet', status: 503 });
  while (release.length > 0 || running > 0) {
    release.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(all);
  expect(most).toBe(2);
});
