import { Worker } from 'node:worker_threads';
import { ExtractError } from '../platform/extract/index.ts';
import type { ReadAnswer } from './reader-worker.ts';

export interface ReadLimits {
  memoryMegabytes?: number;
  timeoutMilliseconds?: number;
  signal?: AbortSignal;
}

/** Beside the sources in development, beside the bundle in production. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './reader-worker.ts' : './reader-worker.js',
  import.meta.url,
);

/**
 * Reads a plan's text in a thread of its own, with limits of memory and time.
 * @throws {ExtractError} where the limits were not enough, or it was stopped
 */
export function readInWorker(text: string, limits: ReadLimits = {}): Promise<ReadAnswer> {
  const { memoryMegabytes = 512, timeoutMilliseconds = 120_000, signal } = limits;
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(new ExtractError('aborted'));
    const worker = new Worker(WORKER, {
      workerData: text,
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
      env: {},
      execArgv: ['--no-warnings'],
    });
    const stop = (error: Error) => {
      reject(error);
      void worker.terminate();
    };
    const onAbort = () => stop(new ExtractError('aborted'));
    const timer = setTimeout(
      () => stop(new ExtractError('timeout', { seconds: timeoutMilliseconds / 1000 })),
      timeoutMilliseconds,
    );
    signal?.addEventListener('abort', onAbort, { once: true });
    worker.on('message', (answer: ReadAnswer) => resolve(answer));
    worker.on('error', (error: Error & { code?: string }) =>
      reject(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? new ExtractError('out-of-memory', { megabytes: memoryMegabytes })
          : error,
      ),
    );
    worker.on('exit', (code) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      // Of no effect where an answer or an error came before.
      reject(new Error(`the reader ended without an answer (${code})`));
    });
  });
}
