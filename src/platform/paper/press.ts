import { Worker } from 'node:worker_threads';
import { ExtractError } from '../extract/types.ts';
import type { TemplateReport } from '../word/check-template.ts';
import type { OfficialDocument } from './document.ts';
import type { PressAnswer, PressJob } from './press-thread.ts';

/** Beside the sources in development, beside the bundle in production. */
const THREAD = new URL(
  import.meta.url.endsWith('.ts') ? './press-thread.ts' : './press-thread.js',
  import.meta.url,
);

const TIMEOUT_MILLISECONDS = 60_000;
const MEMORY_MEGABYTES = 512;

/** A document as PDF, set by the rules of its day. */
export async function printPdf(document: OfficialDocument): Promise<Uint8Array> {
  return bytes(await inThread({ kind: 'pdf', document }));
}

/**
 * A document as Word file.
 * @param template a .docx whose blocks it fills
 * @throws {ExtractError} where the template cannot be opened
 */
export async function printWord(document: OfficialDocument, template: Uint8Array): Promise<Uint8Array> {
  return bytes(await inThread({ kind: 'word', document, template }));
}

/**
 * What a template knows, and what a sample made with it says.
 * @throws {ExtractError} where it cannot be opened
 */
export async function examineTemplate(
  template: Uint8Array,
  sample: OfficialDocument,
): Promise<TemplateReport> {
  const report = await inThread({ kind: 'check', document: sample, template });
  if (report instanceof Uint8Array) throw new Error('asked for a report, got bytes');
  return report;
}

function bytes(made: Uint8Array | TemplateReport): Uint8Array {
  if (!(made instanceof Uint8Array)) throw new Error('asked for bytes, got a report');
  return made;
}

interface Waiting {
  job: PressJob;
  resolve(made: Uint8Array | TemplateReport): void;
  reject(error: Error): void;
}

/** The one thread, which keeps its letters loaded, and what it has still to do; the first is under way. */
let thread: Worker | undefined;
const waiting: Waiting[] = [];
let timer: NodeJS.Timeout | undefined;

function inThread(job: PressJob): Promise<Uint8Array | TemplateReport> {
  return new Promise((resolve, reject) => {
    waiting.push({ job, resolve, reject });
    if (waiting.length === 1) next();
  });
}

function next(): void {
  const first = waiting[0];
  if (first === undefined) {
    // A process with nothing else to do may end.
    thread?.unref();
    return;
  }
  const worker = thread ?? begin();
  thread = worker;
  worker.ref();
  timer = setTimeout(
    () => stop(worker, new ExtractError('timeout', { seconds: TIMEOUT_MILLISECONDS / 1000 })),
    TIMEOUT_MILLISECONDS,
  );
  worker.postMessage(first.job);
}

function begin(): Worker {
  const worker = new Worker(THREAD, {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
    env: {},
    execArgv: ['--no-warnings'],
  });
  worker.on('message', (answer: PressAnswer) => {
    if (worker !== thread) return;
    clearTimeout(timer);
    const first = waiting.shift();
    if ('done' in answer) first?.resolve(answer.done);
    else if ('unreadable' in answer)
      first?.reject(new ExtractError(answer.unreadable.code, answer.unreadable.params));
    else first?.reject(new Error(answer.failed));
    next();
  });
  worker.on('error', (error: Error & { code?: string }) =>
    stop(
      worker,
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? new ExtractError('out-of-memory', { megabytes: MEMORY_MEGABYTES })
        : error,
    ),
  );
  worker.on('exit', (code) => stop(worker, new Error(`the thread that prints ended (${code})`)));
  return worker;
}

/** Gives up what is under way with its thread; the rest is done by a new one. */
function stop(worker: Worker, error: Error): void {
  // Of no effect where it has been given up before.
  if (worker !== thread) return;
  clearTimeout(timer);
  thread = undefined;
  void worker.terminate();
  waiting.shift()?.reject(error);
  next();
}
