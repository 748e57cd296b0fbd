import { ensureInstalled } from './install.mjs';
import { runSteps, staticSteps } from './steps.mjs';
import { journeyStep, listInstalledServers, vitestStep } from './test-steps.mjs';
import { ensureWeb } from './web.mjs';

await ensureInstalled();

const buildStep = {
  name: 'page (vite build)',
  run: () => ensureWeb({ quiet: true }).then(() => ({ passed: 1, failed: 0, output: '' })),
};

const { passed, failed } = await runSteps([
  ...staticSteps,
  buildStep,
  vitestStep(),
  ...listInstalledServers().map((server) => vitestStep(server)),
  journeyStep(),
]);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
