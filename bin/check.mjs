import { ensureInstalled } from './install.mjs';
import { runSteps, staticSteps } from './steps.mjs';
import { vitestStep } from './test-steps.mjs';

await ensureInstalled();
const { passed, failed } = await runSteps([...staticSteps, vitestStep()]);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
