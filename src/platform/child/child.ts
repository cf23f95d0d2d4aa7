import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { platform } from 'node:process';
import { ExtractError } from '../extract/types.ts';
import type { ChildAnswer } from './serve-jobs.ts';

/** What a child process runs, and what it is allowed. */
export interface ChildProgram {
  url: URL;
  /** Of the JavaScript heap; twice as much is allowed to be resident. */
  memoryMegabytes?: number;
  /** Whether it may load a package's machine code, beside which the limits of rights are no border. */
  addons?: boolean;
}

export interface AskOptions {
  timeoutMilliseconds?: number;
  signal?: AbortSignal;
  /** Steps done, of how many. */
  onProgress?: (done: number, total: number) => void;
}

export interface ChildOptions extends AskOptions, Omit<ChildProgram, 'url'> {
  /** The program that the child runs, in place of the one that belongs to the job. */
  worker?: URL;
}

interface Asked {
  resolve(value: unknown): void;
  reject(error: Error): void;
  onProgress: AskOptions['onProgress'];
}

const WATCH_MILLISECONDS = 100;

/**
 * A process of its own for heavy work, which may read files but neither write them nor start anything, and knows nothing
 * of the server's environment, which may hold its secrets. It ends when its parent does, however that ends, and while
 * it has nothing to do it keeps its parent from nothing. What kills it, as a fault of the engine or a lack of memory,
 * leaves the server alive, which a thread would take with it.
 */
export class Child {
  readonly #process: ChildProcess;
  readonly #megabytes: number;
  #asked: Asked | undefined;
  #ended = false;
  #complaint = '';

  constructor({ url, memoryMegabytes = 512, addons = false }: ChildProgram) {
    this.#megabytes = memoryMegabytes;
    this.#process = fork(url, [], {
      execArgv: [
        `--max-old-space-size=${memoryMegabytes}`,
        '--permission',
        '--allow-fs-read=*',
        ...(addons ? ['--allow-addons'] : []),
        '--no-warnings',
      ],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#process.on('message', (answer: ChildAnswer) => this.#hear(answer));
    this.#process.stderr?.on('data', (data: Buffer) => {
      this.#complaint = (this.#complaint + data.toString()).slice(-4_000);
    });
    this.#process.on('error', (error) => this.#stop(error));
    this.#process.on('close', (code, signal) => this.#stop(this.#ending(code, signal)));
    this.#hold(false);
  }

  /** Whether it can still be asked; where it has just died, only the next question finds out. */
  get isAlive(): boolean {
    return !this.#ended;
  }

  /**
   * Gives it a job and waits for the answer; one at a time. Whatever stops a job stops the child with it.
   * @throws {ExtractError} what the job says of its input; `timeout`, `out-of-memory`, `aborted`; `crashed` where the
   * child was killed from outside or by a fault of the engine
   */
  async ask(job: unknown, options: AskOptions = {}): Promise<unknown> {
    const { timeoutMilliseconds = 60_000, signal, onProgress } = options;
    if (this.#asked !== undefined || this.#ended) throw new Error('a child answers one job at a time');
    if (signal?.aborted === true) throw new ExtractError('aborted');
    const timer = setTimeout(
      () => this.#stop(new ExtractError('timeout', { seconds: timeoutMilliseconds / 1000 })),
      timeoutMilliseconds,
    );
    const watch = setInterval(() => {
      if (residentMegabytes(this.#process) > 2 * this.#megabytes)
        this.#stop(new ExtractError('out-of-memory', { megabytes: this.#megabytes }));
    }, WATCH_MILLISECONDS);
    const onAbort = () => this.#stop(new ExtractError('aborted'));
    signal?.addEventListener('abort', onAbort, { once: true });
    this.#hold(true);
    try {
      return await new Promise<unknown>((resolve, reject) => {
        this.#asked = { resolve, reject, onProgress };
        // A child that is gone says so by its end, not by the broken channel.
        this.#process.send({ job }, () => undefined);
      });
    } finally {
      this.#asked = undefined;
      clearTimeout(timer);
      clearInterval(watch);
      signal?.removeEventListener('abort', onAbort);
      this.#hold(false);
    }
  }

  /** Ends it, whatever it does. */
  end(): void {
    this.#ended = true;
    this.#process.kill('SIGKILL');
  }

  #hear(answer: ChildAnswer): void {
    if (answer.type === 'progress') this.#asked?.onProgress?.(answer.done, answer.total);
    else if (answer.type === 'done') this.#asked?.resolve(answer.value);
    else if (answer.type === 'unreadable') this.#asked?.reject(new ExtractError(answer.code, answer.params));
    else this.#asked?.reject(new Error(answer.message));
  }

  #stop(error: Error): void {
    // Of no effect where an answer came before.
    this.#asked?.reject(error);
    this.end();
  }

  /** Why it ended without an answer. */
  #ending(code: number | null, signal: string | null): Error {
    if (/heap out of memory|Array buffer allocation failed/.test(this.#complaint))
      return new ExtractError('out-of-memory', { megabytes: this.#megabytes });
    // Where there are no signals, a high code is the end that the system gave it.
    const cause = signal ?? (code !== null && code > 128 ? String(code) : null);
    if (cause !== null) return new ExtractError('crashed', { cause });
    return new Error(`The child process ended without an answer (${code}): ${this.#complaint}`);
  }

  /** Whether this process has to wait for it. */
  #hold(holds: boolean): void {
    const { stderr, channel } = this.#process;
    for (const handle of [this.#process, channel, stderr instanceof Socket ? stderr : null]) {
      if (holds) handle?.ref();
      else handle?.unref();
    }
  }
}

/** At most so many children at once: what a crowd of uploads costs is bounded too. Further ones wait their turn. */
const MAX_CHILDREN = 2;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Does one job in a child process of its own.
 * @throws {ExtractError} see {@link Child.ask}
 */
export async function runInChild(url: URL, job: unknown, options: ChildOptions = {}): Promise<unknown> {
  while (running >= MAX_CHILDREN) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await twice(async () => {
      if (options.signal?.aborted === true) throw new ExtractError('aborted');
      const child = new Child({ ...options, url: options.worker ?? url });
      try {
        return await child.ask(job, options);
      } finally {
        child.end();
      }
    });
  } finally {
    running--;
    waiting.shift()?.();
  }
}

/** Tries once more what ended with a child that crashed: most often the machine's fault, not the job's. */
export async function twice<Made>(attempt: () => Promise<Made>): Promise<Made> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof ExtractError) || error.code !== 'crashed') throw error;
    console.error(`a child process died (${error.params.cause}); its work is tried once more`);
    return attempt();
  }
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
