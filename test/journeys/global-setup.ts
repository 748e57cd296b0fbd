import { startTestCluster } from '#test/support/cluster.ts';
import { createDemoTemplate } from './installation.ts';

/** Playwright calls this once before all journeys and the returned function after them. */
export default async function setup(): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  try {
    await createDemoTemplate();
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return () => cluster.stop();
}
