import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectDir = dirname(dirname(fileURLToPath(import.meta.url)));
const binDir = join(projectDir, 'node_modules', '.bin');

/** The Node that runs TypeScript: the one from npm, else this one when it is new enough. */
export function findRuntime() {
  const names = process.platform === 'win32' ? ['node.exe', 'node.cmd'] : ['node'];
  const own = names.map((name) => join(binDir, name)).find((path) => existsSync(path));
  if (own) return own;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  throw new Error(
    `Node ${process.versions.node} cannot run TypeScript and npm brought no newer one. Use Node 24.`,
  );
}

/** Environment in which every tool of the project runs with that Node. */
export function runtimeEnv(more = {}) {
  const path = [dirname(findRuntime()), binDir, process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path, ...more };
}

/** Runs a program in the project folder, hands signals on, and gives its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: projectDir, stdio: 'inherit', ...options });
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', forward);
    process.on('SIGTERM', forward);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

/** Runs a TypeScript file with the runtime. */
export function runTypeScript(file, args = [], options = {}) {
  return run(findRuntime(), [file, ...args], { env: runtimeEnv(), ...options });
}
