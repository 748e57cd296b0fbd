import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from './runtime.mjs';

const row = /\bM\d{1,3}\b/g;
// The second form is the title after test.each([…]).
const testTitle = /(?:\b(?:test|it|describe)(?:\.\w+)*|[\])])\s*\(\s*(['"`])((?:\\.|(?!\1)[^])*?)\1/g;

const rows = listRows();
const tested = new Set(
  listTestFiles()
    .flatMap((file) => listTitles(file))
    .flatMap((title) => title.match(row) ?? []),
);
const covered = rows.filter((name) => tested.has(name));
const open = rows.filter((name) => !tested.has(name));
const unknown = [...tested].filter((name) => !rows.includes(name)).sort(byNumber);

console.log(`With a test (${covered.length}): ${covered.join(' ') || '–'}`);
console.log(`Without a test (${open.length}): ${open.join(' ') || '–'}`);
if (unknown.length > 0)
  console.log(`In tests but not in docs/mission.md (${unknown.length}): ${unknown.join(' ')}`);
console.log(`${covered.length} of ${rows.length} mission rows have a test.`);

function listRows() {
  const file = join(projectDir, 'docs', 'mission.md');
  if (!existsSync(file)) throw new Error('docs/mission.md is missing.');
  return [...new Set(readFileSync(file, 'utf8').match(row) ?? [])].sort(byNumber);
}

function listTestFiles() {
  return ['src', 'test'].flatMap((folder) =>
    readdirSync(join(projectDir, folder), { recursive: true })
      .map((path) => join(projectDir, folder, String(path)))
      .filter((path) => /\.(test|spec)\.tsx?$/.test(path)),
  );
}

function listTitles(file) {
  return [...readFileSync(file, 'utf8').matchAll(testTitle)].map((match) => match[2] ?? '');
}

function byNumber(a, b) {
  return Number(a.slice(1)) - Number(b.slice(1));
}
