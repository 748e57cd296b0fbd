import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { readGlossary } from '#src/platform/server/generate/glossary.ts';
import { isTest, listFiles, listImports, read } from './structure/files.ts';
import { importRefusal, staleOffers } from './structure/import-rules.ts';
import { listTables } from './structure/sql.ts';
import { listNames, splitName } from './structure/words.ts';

const files = listFiles();
const sources = files.filter((path) => /^((src|test|db|bin)\/.*|[^/]+)\.(ts|tsx|mjs)$/.test(path));
const glossary = readGlossary(read('glossary.yaml'));
const english = read('test/structure/english-words.txt').trim().split('\n');

const imports = sources.flatMap((from) => listImports(from).map((to) => ({ from, to })));

test('imports follow the layout: shared, server and web; own folder first; platform knows no concept', () => {
  const refused = imports.flatMap(({ from, to }) => {
    const reason = importRefusal(from, to);
    return reason === undefined ? [] : [`${from} imports ${to}: ${reason}`];
  });
  expect(refused).toEqual([]);
  expect(staleOffers(imports.filter(({ from, to }) => folderOf(from) !== folderOf(to)))).toEqual([]);
});

function folderOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

test('counting never changes what it counts', () => {
  const writing = /\b(insert\s+into|update\s+\w+\s+set|delete\s+from|insertInto|updateTable|deleteFrom)\b/i;
  const writers = files.filter(
    (path) => path.startsWith('src/auswertung/') && !isTest(path) && writing.test(read(path)),
  );
  expect(writers).toEqual([]);
});

test('files stay short and named after their kind, in few and shallow folders', () => {
  const wrong = sources.flatMap((path) => {
    const reasons: string[] = [];
    const lines = read(path).split('\n').length - 1;
    const limit = isTest(path) ? 500 : 300;
    if (path !== 'db/types.ts' && lines > limit) reasons.push(`${lines} lines, at most ${limit}`);
    const name = posix.basename(path);
    const component = /^[A-Z][A-Za-z]*(\.test)?\.tsx$/;
    const plain = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|config))?\.(ts|tsx|mjs)$/;
    if (!component.test(name) && !plain.test(name)) reasons.push('kebab-case.ts or Component.tsx');
    const folders = posix.dirname(path).split('/');
    if (folders[0] === 'src' && folders.length > 5) reasons.push('deeper than four folders');
    if (folders.some((folder) => /^(utils?|helpers?|common|lib|types|shared|misc)$/.test(folder)))
      reasons.push('a folder is named after what is in it');
    return reasons.map((reason) => `${path}: ${reason}`);
  });
  expect(wrong).toEqual([]);
});

test('exports have names', () => {
  const allowed = /(^|\/)(\w+\.config\.ts|global-setup\.ts)$/;
  expect(sources.filter((path) => !allowed.test(path) && /^export default\b/m.test(read(path)))).toEqual([]);
});

test('no file lies unused', () => {
  const entry =
    /^(src\/app\/server\/(main|cli)\.ts|src\/app\/web\/main\.tsx|src\/platform\/(server\/generate|web\/validation)\.ts)$/;
  const startedByTool =
    /(^bin\/|^test\/((bench|fuzz)\/main|\w+\/global-setup)\.ts$|\.(test|spec)\.tsx?$|^db\/types\.ts$)/;
  const reached = new Set(imports.filter(({ from, to }) => from !== to).map(({ to }) => to));
  const unused = files.filter(
    (path) =>
      /^(src|test)\/.*\.(ts|tsx|css|svg)$/.test(path) &&
      !entry.test(path) &&
      !startedByTool.test(path) &&
      !reached.has(path) &&
      !isNamedBesideIt(path),
  );
  expect(unused).toEqual([]);
});

/** Workers and fixtures are opened by name rather than imported. */
function isNamedBesideIt(path: string): boolean {
  const name = posix.basename(path);
  return files.some(
    (other) =>
      other !== path &&
      folderOf(other) === folderOf(path) &&
      /\.(ts|tsx|html|css)$/.test(other) &&
      read(other).includes(name),
  );
}

const names = listNames();

test('one concept, one word: no forbidden synonym names anything', () => {
  const found = glossary.begriffe.flatMap(({ id, not }) =>
    names
      .filter(({ name }) => splitName(name).some((word) => not.includes(word)))
      .map(({ name, place }) => `${place}: "${name}" should say ${id}`),
  );
  expect([...new Set(found)]).toEqual([]);
});

test('every word in a name is English or stands in glossary.yaml', () => {
  const known = new Set([
    ...english,
    ...glossary.begriffe.flatMap(({ id }) => id.split('_')),
    ...Object.keys(glossary.woerter),
  ]);
  const unknown = names.flatMap(({ name, place }) =>
    splitName(name)
      .filter((word) => !known.has(word))
      .map((word) => `${word} (${name} in ${place})`),
  );
  expect([...new Set(unknown)]).toEqual([]);
});

test('the glossary holds nothing that the code has lost', () => {
  const spelled = names.map(({ name }) => ` ${splitName(name).join(' ')} `);
  const used = new Set(names.flatMap(({ name }) => splitName(name)));
  const ids = glossary.begriffe.map(({ id }) => id);
  const lost = {
    begriffe: ids.filter((id) => !spelled.some((name) => inSomeNumber(id).test(name))),
    siehe: glossary.begriffe.flatMap(({ see }) => see.filter((id) => !ids.includes(id))),
    doppelt: ids.filter((id, index) => ids.indexOf(id) !== index),
    spalten: Object.keys(glossary.spalten).filter(
      (name) => !listTables().some(({ columns }) => columns.includes(name)),
    ),
    woerter: Object.keys(glossary.woerter).filter((word) => !used.has(word) || english.includes(word)),
    english: english.filter((word) => !used.has(word)),
  };
  expect(lost).toEqual({ begriffe: [], siehe: [], doppelt: [], spalten: [], woerter: [], english: [] });
  expect(english).toEqual([...new Set(english)].sort());
});

/** The id as words of a name, in the singular or a regular plural. */
function inSomeNumber(id: string): RegExp {
  return new RegExp(` ${id.replaceAll('_', ' ')}(e|en|n|s)? `);
}

test('every migration says why in its first two lines', () => {
  const silent = files
    .filter((path) => /^db\/migrations\/.*\.sql$/.test(path))
    .filter((path) => !/^-- .+\n-- .+\n/.test(read(path)));
  expect(silent).toEqual([]);
});

test('tables and columns explain themselves, and foreign keys say what deleting does', () => {
  const plain = new Set([...Object.keys(glossary.spalten), ...glossary.begriffe.map(({ id }) => id)]);
  const wrong = listTables().flatMap((table) => [
    ...(table.hasComment ? [] : [`${table.name} has no comment`]),
    ...table.columns
      .filter((name) => !plain.has(name) && !table.commented.has(name) && !table.references.has(name))
      .map((name) => `${table.name}.${name} has no comment and no entry in glossary.yaml`),
    ...table.foreignKeys.filter((line) => !/ ON DELETE /.test(line)).map((line) => `${table.name}: ${line}`),
  ]);
  expect(wrong).toEqual([]);
});

test('committed files name no place of a particular machine', () => {
  // Letters in brackets keep this file from finding itself.
  const elsewhere = /(?<![\w.*-])\/(?:wor[k]|hom[e]|Use[r]s)\/|shared\/desig[n]|\.librar[y]\b|\bfar[m]-/;
  const text = /\.(ts|tsx|mjs|sql|md|yaml|yml|json|txt|css|html|svg)$|^[^.]+$/;
  const found = files
    .filter((path) => text.test(posix.basename(path)) && path !== 'package-lock.json')
    .flatMap((path) =>
      read(path)
        .split('\n')
        .flatMap((line, index) => (elsewhere.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
    );
  expect(found).toEqual([]);
});

test('documents lead to files that exist', () => {
  const dead = files
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) =>
      [...read(path).matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)]
        .map(([, target = '']) => posix.join(posix.dirname(path), target))
        .filter((target) => !files.some((file) => file === target || file.startsWith(`${target}/`)))
        .map((target) => `${path}: ${target}`),
    );
  expect(dead).toEqual([]);
});

test('docs/mission.md has every row once and calls met only what a test names', () => {
  const rows = [...read('docs/mission.md').matchAll(/^\| (M\d+) \| .+ \| (erfüllt|teilweise|offen) \|/gm)];
  expect(rows.map(([, row]) => row)).toEqual(Array.from({ length: 403 }, (_, index) => `M${index + 1}`));
  const titles = files
    .filter((path) => /\.(test|spec)\.tsx?$/.test(path))
    .flatMap((path) => [...read(path).matchAll(/(?:\b(?:test|it|describe)[\w.]*|[\])])\(\s*(['"`])(.+?)\1/g)])
    .map(([, , title = '']) => title)
    .join('\n');
  const unproven = rows.flatMap(([, row = '', status]) =>
    status === 'erfüllt' && !new RegExp(`\\b${row}\\b`).test(titles) ? [row] : [],
  );
  expect(unproven).toEqual([]);
});
