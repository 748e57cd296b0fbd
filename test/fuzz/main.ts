import { parseArgs } from 'node:util';
import { startTestCluster } from '#test/support/cluster.ts';
import { fuzz } from './fuzz.ts';

const { values } = parseArgs({
  options: { anzahl: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
const cluster = await startTestCluster();
try {
  const result = await fuzz(Number(values.seed), Number(values.anzahl), {
    say: (line) => process.stdout.write(`${line}\n`),
  });
  process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
  process.exitCode = result.findings.length === 0 ? 0 : 1;
} finally {
  await cluster.stop();
}
