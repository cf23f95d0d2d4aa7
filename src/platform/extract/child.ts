import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { platform } from 'node:process';
import type { FileFormat } from './sniff.ts';
import { ExtractError, type ExtractErrorCode, type Extracted } from './types.ts';

/** What the child is asked to do with the bytes on its standard input. */
export type Job = { kind: 'text'; format: FileFormat } | { kind: 'rows' };

/** What it answers. */
export type Answer =
  | { type: 'progress'; done: number; total: number }
  | { type: 'text'; value: Extracted }
  | { type: 'rows'; value: string[][] }
  | { type: 'error'; code: ExtractErrorCode; params: Record<string, string | number> };

export interface ChildOptions {
  /** Of the JavaScript heap; twice as much is allowed to be resident. */
  memoryMegabytes?: number;
  timeoutMilliseconds?: number;
  signal?: AbortSignal;
  /** Pages read, of how many. */
  onProgress?: (done: number, total: number) => void;
  /** The program that the child runs. */
  worker?: URL;
}

type Result = Extract<Answer, { type: 'text' | 'rows' }>;

/** At most so many children at once: what a crowd of uploads costs is bounded too. Further ones wait their turn. */
const MAX_CHILDREN = 2;
const WATCH_MILLISECONDS = 100;

let running = 0;
const waiting: (() => void)[] = [];

/** Beside the sources in development, beside the bundle in production. */
function defaultWorker(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './extract-worker.js', import.meta.url);
}

/** Runs one job in a process of its own, which may read files but neither write them nor start anything. */
export async function runInChild(job: Job, bytes: Uint8Array, options: ChildOptions = {}): Promise<Result> {
  while (running >= MAX_CHILDREN) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    if (options.signal?.aborted === true) throw new ExtractError('aborted');
    return await start(job, bytes, options);
  } finally {
    running--;
    waiting.shift()?.();
  }
}

function start(job: Job, bytes: Uint8Array, options: ChildOptions): Promise<Result> {
  const megabytes = options.memoryMegabytes ?? 512;
  const milliseconds = options.timeoutMilliseconds ?? 60_000;
  const child = fork(options.worker ?? defaultWorker(), [JSON.stringify(job)], {
    execArgv: [`--max-old-space-size=${megabytes}`, '--permission', '--allow-fs-read=*', '--no-warnings'],
    // Nothing of the server's environment, which may hold its secrets.
    env: {},
    stdio: ['pipe', 'ignore', 'pipe', 'ipc'],
  });
  return new Promise<Result>((resolve, reject) => {
    let complaint = '';
    const stop = (error: ExtractError): void => {
      reject(error);
      child.kill('SIGKILL');
    };
    const timer = setTimeout(
      () => stop(new ExtractError('timeout', { seconds: milliseconds / 1000 })),
      milliseconds,
    );
    const watch = setInterval(() => {
      if (residentMegabytes(child) > 2 * megabytes) stop(new ExtractError('out-of-memory', { megabytes }));
    }, WATCH_MILLISECONDS);
    const onAbort = (): void => stop(new ExtractError('aborted'));
    options.signal?.addEventListener('abort', onAbort, { once: true });

    child.on('message', (answer: Answer) => {
      if (answer.type === 'progress') options.onProgress?.(answer.done, answer.total);
      else if (answer.type === 'error') reject(new ExtractError(answer.code, answer.params));
      else resolve(answer);
    });
    child.stderr?.on('data', (data: Buffer) => {
      complaint = (complaint + data.toString()).slice(-4_000);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      clearInterval(watch);
      options.signal?.removeEventListener('abort', onAbort);
      // Of no effect where an answer came before.
      reject(ending(complaint, code, signal, megabytes));
    });
    // A child that is gone before it has read everything says so by its end, not by the broken pipe.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(bytes);
  });
}

/** Why a child ended without an answer. */
function ending(complaint: string, code: number | null, signal: string | null, megabytes: number): Error {
  if (/heap out of memory|Array buffer allocation failed/.test(complaint) || signal === 'SIGKILL') {
    return new ExtractError('out-of-memory', { megabytes });
  }
  return new Error(`The reading process ended without an answer (${signal ?? code}): ${complaint}`);
}

/** Memory held outside the heap, as by decoded streams, is seen only from outside, and on Linux only. */
function residentMegabytes(child: ChildProcess): number {
  if (platform !== 'linux' || child.pid === undefined) return 0;
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}
