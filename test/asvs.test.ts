import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const page = readFileSync('docs/asvs.md', 'utf8');
const rows = [...page.matchAll(/^\| (\d+)\.(\d+)\.(\d+) \| (.+?) \| (.+?) \| (.*) \|$/gm)].map(
  ([, chapter, , , what = '', status = '', evidence = '']) => ({
    chapter: Number(chapter),
    what,
    status,
    evidence,
  }),
);

/** Requirements of levels 1 and 2 in the chapters of ASVS 5.0.0. */
const perChapter = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

test('every requirement of levels 1 and 2 has an answer', () => {
  // 16.3.2 begins on level 2 and asks for more on level 3; it is answered for both.
  const basic = rows.filter(
    ({ what }) => !what.includes('(level 3)') || what.startsWith('reads of sensitive data'),
  );
  expect(perChapter.map((_, index) => basic.filter(({ chapter }) => chapter === index + 1).length)).toEqual(
    perChapter,
  );
  expect(rows.filter(({ status }) => !['met', 'operator', 'partly', 'n/a'].includes(status))).toEqual([]);
});

test('what the answers name exists', () => {
  const named = rows.flatMap(({ evidence }) => [
    ...evidence.matchAll(/`((?:src|test|docs|db|bin)\/[^`*]+)`/g),
  ]);
  expect(named.length).toBeGreaterThan(100);
  expect(named.map(([, path = '']) => path).filter((path) => !existsSync(path))).toEqual([]);
});
