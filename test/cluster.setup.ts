import type { TestProject } from 'vitest/node';
import { startTestCluster, type TestCluster } from '../src/platform/embedded/testing.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL of the Vitest project: version 15 where the project's name ends so, otherwise 18. */
    cluster: TestCluster;
  }
}

/** Starts (or joins) the test cluster before a project's tests, and leaves it after. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { cluster, stop } = await startTestCluster(project.name.endsWith('15') ? 15 : 18);
  project.provide('cluster', cluster);
  return stop;
}
