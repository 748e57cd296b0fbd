import { expect, test } from 'vitest';
import { Refusal } from '#src/platform/refusal.ts';
import { openLimits, type Eimer, type Limits } from './limits.ts';

const start = Date.parse('2026-11-21T10:00:00Z');

/** How many of so many calls at one moment pass, and what the first refused one is told. */
function burst(limits: Limits, eimer: Eimer, key: string, { count = 2_000, after = 0 } = {}) {
  let passed = 0;
  let refusal: Refusal | undefined;
  for (let call = 0; call < count; call += 1) {
    try {
      limits.take(eimer, key, new Date(start + after));
      passed += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusal ??= error;
    }
  }
  return { passed, status: refusal?.status, code: refusal?.code, wait: refusal?.detail.daten?.['sekunden'] };
}

test('an account that asks too much is refused with the seconds to wait, and others are not', () => {
  const limits = openLimits();
  expect(burst(limits, 'konto', 'a')).toEqual({
    passed: 600,
    status: 429,
    code: 'zu-viele-anfragen',
    wait: 1,
  });
  expect(burst(limits, 'konto', 'b', { count: 600 }).passed).toBe(600);
  expect(burst(limits, 'konto', 'a', { after: 60_000 }).passed).toBe(600);
});

test('files are fewer than calls and come back slowly; attachments count apart', () => {
  const limits = openLimits();
  expect(burst(limits, 'ausgabe', 'a')).toEqual({
    passed: 60,
    status: 429,
    code: 'zu-viele-ausgaben',
    wait: 60,
  });
  expect(burst(limits, 'ausgabe', 'a', { after: 59_000 }).passed).toBe(0);
  expect(burst(limits, 'ausgabe', 'a', { after: 60_000 }).passed).toBe(1);
  expect(burst(limits, 'upload', 'a').passed).toBe(60);
  expect(burst(limits, 'anlage', 'a').passed).toBe(300);
});

test('a clock that is set back gives nothing and takes nothing', () => {
  const limits = openLimits();
  burst(limits, 'ausgabe', 'a');
  expect(burst(limits, 'ausgabe', 'a', { after: -3_600_000 }).passed).toBe(0);
});

test('a flood of addresses does not free the account that is still asking', () => {
  const limits = openLimits();
  burst(limits, 'ausgabe', 'fleissig');
  for (let address = 0; address < 50_000; address += 1) {
    limits.take('adresse', `2001:db8:0:${address.toString(16)}::1`, new Date(start));
    if (address % 1_000 === 0) burst(limits, 'ausgabe', 'fleissig', { count: 1 });
  }
  expect(burst(limits, 'ausgabe', 'fleissig').passed).toBe(0);
});

test('a line with IPv6 has one portion for its whole /64, however it writes its addresses', () => {
  const limits = openLimits();
  expect(burst(limits, 'adresse', '2001:db8:0:7::1').passed).toBe(600);
  for (const same of ['2001:db8::7:0:0:0:2', '2001:0DB8:0000:0007:ffff::'])
    expect(burst(limits, 'adresse', same, { count: 1 }).passed).toBe(0);
  for (const other of ['2001:db8:0:8::1', '::1', '192.0.2.1'])
    expect(burst(limits, 'adresse', other, { count: 1 }).passed).toBe(1);
});
