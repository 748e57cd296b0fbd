import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const notOurs = new Set([
  'node_modules',
  '.git',
  '.cache',
  'dist',
  'daten',
  'test-results',
  'playwright-report',
]);

/** All files of the repository, relative to it, with `/`. */
export function listFiles(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !notOurs.has(name) && !name.endsWith('.log'))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      return entry.isDirectory() ? listFiles(path) : [path];
    });
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export function isTest(path: string): boolean {
  return path.startsWith('test/') || /\.test\.tsx?$/.test(path);
}

const imported =
  /(?:^|\s)(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]|new URL\(\s*['"]([^'"]+)['"]/g;

/** Files of the repository that this one imports or opens by URL; packages are left out. */
export function listImports(path: string): string[] {
  return [...read(path).matchAll(imported)].flatMap((match) => {
    const text = match[1] ?? match[2] ?? match[3] ?? '';
    const alias = /^#(src|db|test)\/(.+)$/.exec(text);
    if (alias) return [`${alias[1]}/${alias[2]}`];
    return text.startsWith('.') ? [posix.join(dirname(path), text.replace(/\?.*$/, ''))] : [];
  });
}
