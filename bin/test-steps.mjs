import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { findRuntime, projectDir, runtimeEnv } from './runtime.mjs';
import { runTool } from './steps.mjs';

/** All Vitest tests on one PostgreSQL; only those that use the database when a server folder is given. */
export function vitestStep(server) {
  const report = join(projectDir, '.cache', 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    name: server ? `tests on PostgreSQL ${server.major} (vitest)` : 'tests (vitest)',
    run: async () => {
      const env = { LOTSE_TEST_PG: server?.binDir ?? 'embedded' };
      const runOnce = () => {
        rmSync(report, { force: true });
        return runTool('vitest', [...args, ...(server ? ['--project', 'db'] : [])], { env, minutes: 15 });
      };
      let result = await runOnce();
      if (hasCrashed(result, report)) {
        console.log(`Node.js itself ended (${result.signal ?? result.code}); the step runs once more.`);
        console.log(result.output.trimEnd());
        result = await runOnce();
      }
      return count(result, report, ({ testResults, numPassedTests, numFailedTests }) => ({
        passed: numPassedTests,
        // A file that breaks outside of any test has no failed test of its own.
        failed:
          numFailedTests + testResults.filter((file) => file.status === 'failed' && !hasFailure(file)).length,
      }));
    },
  };
}

/** The journeys in a real browser. */
export function journeyStep() {
  const report = join(projectDir, '.cache', 'playwright.json');
  return {
    name: 'journeys (playwright)',
    run: async () => {
      const chromium = await findChromium();
      rmSync(report, { force: true });
      const env = {
        ...chromium.env,
        CHROMIUM: chromium.path,
        CHROMIUM_ARGS: chromium.args.join(' '),
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      };
      const result = await runTool('playwright', ['test', '--reporter=list,json'], { env, minutes: 30 });
      return count(result, report, ({ stats, errors }) => {
        // Said, so that nobody takes it for a test that holds.
        if (stats.flaky > 0) console.log(`${stats.flaky} journeys passed only when they were tried again.`);
        return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
      });
    },
  };
}

/** PostgreSQL servers of the operating system that the tests can run on as well. */
export function listInstalledServers() {
  const script = `
    import { findInstalledServers } from '#src/platform/server/postgres/find-binaries.ts';
    console.log(JSON.stringify(findInstalledServers()));`;
  const { stdout, status } = spawnSync(findRuntime(), ['--input-type=module', '-e', script], {
    cwd: projectDir,
    encoding: 'utf8',
    env: runtimeEnv(),
  });
  return status === 0 ? JSON.parse(stdout) : [];
}

// A runtime that dies says nothing about the tests; seen once, before a report was written.
function hasCrashed({ output }, report) {
  return (
    !existsSync(report) || /Worker exited unexpectedly|Worker (?:forks|threads) emitted error/u.test(output)
  );
}

function hasFailure(file) {
  return file.assertionResults.some(({ status }) => status === 'failed');
}

function count({ code, output }, report, read) {
  if (!existsSync(report)) return { passed: 0, failed: 1, output };
  const { passed, failed } = read(JSON.parse(readFileSync(report, 'utf8')));
  // An exit code without a failed test is an error outside of the tests; it must not pass unseen.
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, output };
}
