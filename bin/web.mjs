import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findRuntime, projectDir, run, runtimeEnv } from './runtime.mjs';

const page = join(projectDir, 'dist', 'web', 'index.html');
const stamp = join(projectDir, '.cache', 'web.sha256');
const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json'];

/** Builds the page when it is missing or its sources are others than at the last build. */
export async function ensureWeb({ quiet = false } = {}) {
  const now = hashSources();
  if (existsSync(page) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  rmSync(stamp, { force: true });
  const vite = join(projectDir, 'node_modules', 'vite', 'bin', 'vite.js');
  const stdio = ['ignore', quiet ? 2 : 'inherit', 'inherit'];
  const code = await run(findRuntime(), [vite, 'build', '--logLevel', 'warn'], { stdio, env: runtimeEnv() });
  if (code !== 0) throw new Error(`vite build failed (${code}).`);
  const listed = await run(findRuntime(), ['src/platform/server/sbom.ts'], { stdio, env: runtimeEnv() });
  if (listed !== 0) throw new Error(`the list of packages failed (${listed}).`);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

function hashSources() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => listFiles(source))) {
    hash.update(`${file}\0`).update(readFileSync(join(projectDir, file)));
  }
  return hash.digest('hex');
}

function listFiles(path) {
  const full = join(projectDir, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .filter((name) => name !== 'server' && !/\.test\.tsx?$/.test(name))
    .sort()
    .flatMap((name) => listFiles(join(path, name)));
}
