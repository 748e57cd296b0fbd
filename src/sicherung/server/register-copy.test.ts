import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyRegister, joinRegister } from './register-copy.ts';

let root = '';
const now = new Date('2026-01-02T03:04:05Z');
const [a, b, c] = ['{"n":1}', '{"n":2}', '{"n":3}'];
const at = (folder: string, file = 'loeschung.jsonl') => join(root, folder, file);
const read = (folder: string, file?: string) => readFileSync(at(folder, file), 'utf8');
const copy = () => copyRegister(join(root, 'daten'), join(root, 'bund'), now);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lotse-registerkopie-'));
  mkdirSync(join(root, 'daten'));
});
afterEach(() => rmSync(root, { recursive: true }));

test('M151 a register that was lost or cut never shortens its copy: whoever was erased stays named', () => {
  writeFileSync(at('daten'), `${a}\n${b}\n`);
  expect(copy()).toEqual({ kopiert: 1, abweichend: [] });
  writeFileSync(at('daten'), `${c}\n`);
  expect(copy()).toEqual({ kopiert: 1, abweichend: ['loeschung.jsonl'] });
  expect(read('bund')).toBe(`${a}\n${b}\n${c}\n`);
  expect(readdirSync(join(root, 'bund'))).toContain('loeschung.jsonl.abweichend-2026-01-02T030405Z');
});

test('M399 signed heads that were begun anew do not overwrite the copy that would show it', () => {
  const file = 'pruefpunkt.jsonl';
  writeFileSync(at('daten', file), `${a}\n${b}\n`);
  copy();
  writeFileSync(at('daten', file), `${c}\n`);
  expect(copy().abweichend).toEqual([file]);
  expect(read('bund', file)).toBe(`${c}\n`);
  expect(read('bund', `${file}.abweichend-2026-01-02T030405Z`)).toBe(`${a}\n${b}\n`);
});

test('M151 a line that is just being written is not copied, and nothing is doubled when registers are joined', () => {
  writeFileSync(at('daten'), `${a}\n${b}\n{"n":`);
  expect(copy().abweichend).toEqual([]);
  expect(read('bund')).toBe(`${a}\n${b}\n`);
  writeFileSync(at('daten'), `${b}\n${c}\n{"n":4`);
  expect(joinRegister(join(root, 'bund'), join(root, 'daten'))).toBe(1);
  expect(read('daten')).toBe(`${a}\n${b}\n${c}\n`);
});
