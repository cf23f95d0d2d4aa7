import type { House } from '../http/visit.ts';

/** Work that the server does by itself. What it finds to do is found in the database, so a kill loses nothing. */
export interface Job {
  name: string;
  everySeconds: number;
  /** How long its first run lets those who come right after a start go first. */
  firstAfterSeconds?: number;
  /** Does what is due now; must be safe to run twice, and beside another server process. */
  run(house: House, signal: AbortSignal): Promise<void>;
}

/** Runs the jobs of all slices until stopped, none beside itself; a failure is logged and tried again next time. */
export function startJobs(house: House, jobs: readonly Job[]): { stop(): Promise<void> } {
  const controller = new AbortController();
  const loops = jobs.map((job) => loop(house, job, controller.signal));
  return {
    stop: async () => {
      controller.abort();
      await Promise.all(loops);
    },
  };
}

async function loop(house: House, job: Job, signal: AbortSignal): Promise<void> {
  if (job.firstAfterSeconds !== undefined) await pause(job.firstAfterSeconds * 1000, signal);
  while (!signal.aborted) {
    try {
      await job.run(house, signal);
    } catch (error) {
      if (!signal.aborted)
        console.error(`job ${job.name} failed: ${error instanceof Error ? error.stack : error}`);
    }
    await pause(job.everySeconds * 1000, signal);
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
