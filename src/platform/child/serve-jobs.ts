/** The side of the child process: takes jobs from its parent and answers them, one after another. */
import process from 'node:process';
import { ExtractError, type ExtractErrorCode } from '../extract/types.ts';

/** What a child says to its parent. */
export type ChildAnswer =
  | { type: 'progress'; done: number; total: number }
  | { type: 'done'; value: unknown }
  | { type: 'unreadable'; code: ExtractErrorCode; params: Readonly<Record<string, string | number>> }
  | { type: 'failed'; message: string };

type Progress = (done: number, total: number) => void;

/** Does what it is asked to, until the parent is gone. */
export function serveJobs<Job>(work: (job: Job, progress: Progress) => unknown): void {
  const progress: Progress = (done, total) => say({ type: 'progress', done, total });
  // Also where the parent was killed: then nobody wants an answer any more.
  process.on('disconnect', () => process.exit());
  // The parent decides when work ends; an interrupt at the keyboard reaches both.
  process.on('SIGINT', () => undefined);
  process.on('message', async ({ job }: { job: Job }) => {
    try {
      say({ type: 'done', value: await work(job, progress) });
    } catch (error) {
      say(answerOf(error));
    }
  });
}

function say(answer: ChildAnswer): void {
  process.send?.(answer);
}

function answerOf(error: unknown): ChildAnswer {
  if (error instanceof ExtractError) return { type: 'unreadable', code: error.code, params: error.params };
  return { type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
