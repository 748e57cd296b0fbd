import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir, run } from './runtime.mjs';

/** Installs the packages when there are none or the lock has changed since. Output goes to stderr when quiet. */
export async function ensureInstalled({ quiet = false } = {}) {
  if (isInstalled()) return;
  await install({ quiet });
}

/** Runs npm install; needed a second time for packages that only the newer Node of the first may have. */
export async function install({ quiet = false, env = process.env } = {}) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  console.error('Installing packages …');
  const code = await run(npm, ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', quiet ? 2 : 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env,
  });
  if (code !== 0) throw new Error(`npm install failed (${code}).`);
}

function isInstalled() {
  const done = join(projectDir, 'node_modules', '.package-lock.json');
  if (!existsSync(done)) return false;
  const { packages: wanted } = read(join(projectDir, 'package-lock.json'));
  const { packages: found } = read(done);
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || found[path]?.version === entry.version,
  );
}

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
