/** The worker thread: reads the text that it was started with, so that a long plan keeps nobody waiting. */
import { parentPort, workerData } from 'node:worker_threads';
import { READ_PLAN_VERSION } from './domain/read-plan.ts';
import { readPlan } from './domain/reader/index.ts';

/** What the worker answers: the reading as bytes, which change hands without being copied. */
export interface ReadAnswer {
  bytes: Uint8Array;
  readerVersion: number;
  document: ReturnType<typeof readPlan>['document'];
}

const plan = readPlan(workerData as string);
const bytes = new TextEncoder().encode(JSON.stringify(plan));
const answer: ReadAnswer = { bytes, readerVersion: READ_PLAN_VERSION, document: plan.document };
parentPort?.postMessage(answer, [bytes.buffer]);
