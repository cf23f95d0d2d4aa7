/** The child process that reads plans, so that a long one keeps nobody waiting. */
import { serveJobs } from '../platform/child/serve-jobs.ts';
import { READ_PLAN_VERSION } from './domain/read-plan.ts';
import { readPlan } from './domain/reader/index.ts';

/** What it answers: the reading as the bytes that are kept. */
export interface ReadAnswer {
  bytes: Uint8Array;
  readerVersion: number;
  document: ReturnType<typeof readPlan>['document'];
}

serveJobs<string>((text): ReadAnswer => {
  const plan = readPlan(text);
  const bytes = new TextEncoder().encode(JSON.stringify(plan));
  return { bytes, readerVersion: READ_PLAN_VERSION, document: plan.document };
});
