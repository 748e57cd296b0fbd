import { startTestCluster } from './cluster.ts';

/** Vitest calls this once before all tests and the returned function after them. */
export async function setup(): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  return () => cluster.stop();
}
