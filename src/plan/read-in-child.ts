import { type ChildOptions, runInChild } from '../platform/child/child.ts';
import type { ReadAnswer } from './reader-worker.ts';

/** Beside the sources in development, beside the bundle in production. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './reader-worker.ts' : './reader-worker.js',
  import.meta.url,
);

/**
 * Reads a plan's text in a child process, with limits of memory and time.
 * @throws {ExtractError} where the limits were not enough, or it was stopped
 */
export async function readInChild(text: string, options: ChildOptions = {}): Promise<ReadAnswer> {
  return (await runInChild(WORKER, text, { timeoutMilliseconds: 120_000, ...options })) as ReadAnswer;
}
