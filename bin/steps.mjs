import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectDir, runtimeEnv } from './runtime.mjs';

const minute = 60_000;

/** Checks that need no server: each counts as one test. */
export const staticSteps = [
  staticStep('format (oxfmt)', 'oxfmt', ['--check']),
  staticStep('lint (oxlint)', 'oxlint', []),
  staticStep('types (tsc)', 'tsc', ['-b']),
  staticStep('unused code (knip)', 'knip', ['--no-progress']),
];

/** Runs the steps one after the other, prints a line for each, and gives the sum of tests. */
export async function runSteps(steps) {
  const sum = { passed: 0, failed: 0 };
  for (const { name, run } of steps) {
    const begin = performance.now();
    const { passed, failed, output } = await run().catch((error) => ({
      passed: 0,
      failed: 1,
      output: String(error?.stack ?? error),
    }));
    sum.passed += passed;
    sum.failed += failed;
    if (failed > 0) console.log(output.trimEnd());
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(
      `${failed > 0 ? 'FAILED' : 'ok'.padEnd(6)}  ${name}: ${passed} passed, ${failed} failed (${seconds} s)`,
    );
  }
  return sum;
}

/** Runs one of the tools in node_modules and gives its exit code or signal and all it printed. */
export function runTool(tool, args, { env = {}, minutes = 5 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(join(projectDir, 'node_modules', '.bin', tool), args, {
      cwd: projectDir,
      env: runtimeEnv(env),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      detached: process.platform !== 'win32',
    });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    const interrupt = () => stop(child, 'SIGINT');
    process.once('SIGINT', interrupt);
    process.once('SIGTERM', interrupt);
    const timers = [
      setTimeout(() => {
        chunks.push(Buffer.from(`\n${tool} was stopped after ${minutes} minutes.\n`));
        stop(child, 'SIGINT');
      }, minutes * minute),
      setTimeout(() => stop(child, 'SIGKILL'), minutes * minute + minute / 2),
    ];
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const timer of timers) clearTimeout(timer);
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
      if (signal) chunks.push(Buffer.from(`\n${tool} was ended by ${signal}.\n`));
      resolve({ code: code ?? 1, signal, output: Buffer.concat(chunks).toString() });
    });
  });
}

function staticStep(name, tool, args) {
  return {
    name,
    run: async () => {
      const { code, output } = await runTool(tool, args);
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
    },
  };
}

// The whole process group, so that workers and browsers go too.
function stop(child, signal) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    child.kill(signal);
  }
}
