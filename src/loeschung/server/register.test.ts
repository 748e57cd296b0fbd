import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { registerFolder } from '#test/support/loeschung.ts';
import { appendRegister, readRegister, registerFile, takeBackRegister } from './register.ts';

let register: ReturnType<typeof registerFolder>;
beforeEach(() => {
  register = registerFolder();
});
afterEach(() => register.remove());

const line = (person: string = randomUUID(), posten?: string) => ({
  kreis: 'muster',
  person,
  faelle: [],
  tag: '2026-01-01',
  lauf: null,
  ...(posten === undefined ? {} : { posten }),
});
const persons = () => readRegister(register.dir).map(({ person }) => person);

test('M401 a last line that a crash cut off counts for nothing and does not swallow the next', () => {
  const [first, second] = [line(), line()];
  appendRegister(register.dir, [first]);
  appendFileSync(registerFile(register.dir), JSON.stringify(line()).slice(0, 60));
  expect(persons()).toEqual([first.person]);
  appendRegister(register.dir, [second]);
  expect(persons()).toEqual([first.person, second.person]);
  // A whole line that only lacks its end is one that was meant.
  writeFileSync(registerFile(register.dir), JSON.stringify(first));
  expect(persons()).toEqual([first.person]);
  appendRegister(register.dir, [second]);
  expect(persons()).toEqual([first.person, second.person]);
});

test('M401 any other line that cannot be read stops whoever asks, and says where', () => {
  for (const spoilt of ['{"kreis":"mus\n', 'x', '{}', `${JSON.stringify({ ...line(), person: 'x' })}\n`]) {
    writeFileSync(registerFile(folder()), `${JSON.stringify(line())}\n${spoilt}`);
    if (spoilt === 'x') expect(persons()).toHaveLength(1);
    else expect(persons).toThrow(/loeschung\.jsonl, Zeile 2/);
  }
  const middle = `${JSON.stringify(line()).slice(0, 40)}\n${JSON.stringify(line())}\n`;
  writeFileSync(registerFile(folder()), middle);
  expect(persons).toThrow(/Zeile 1/);
});

test('M401 what is taken back holds no more, and what comes later does again', () => {
  const [posten, person] = [randomUUID(), randomUUID()];
  takeBackRegister(register.dir, posten);
  expect(existsSync(registerFile(register.dir))).toBe(false);
  const other = line();
  appendRegister(register.dir, [line(person, posten), line(randomUUID(), posten), other]);
  takeBackRegister(register.dir, posten);
  expect(persons()).toEqual([other.person]);
  appendRegister(register.dir, [line(person, randomUUID())]);
  expect(persons().toSorted()).toEqual([person, other.person].toSorted());
  expect(readFileSync(registerFile(register.dir), 'utf8').trim().split('\n')).toHaveLength(6);
});

/** The folder, made. */
function folder(): string {
  if (!existsSync(register.dir)) appendRegister(register.dir, [line()]);
  return register.dir;
}
