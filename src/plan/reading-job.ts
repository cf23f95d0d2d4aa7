import { allAgencyIds } from '../agencies/index.ts';
import { findActor } from '../people/index.ts';
import { perform } from '../platform/actions/perform.ts';
import { ExtractError, extractText } from '../platform/extract/index.ts';
import type { House } from '../platform/http/visit.ts';
import type { Job } from '../platform/jobs/runner.ts';
import { serverScope } from '../platform/policy/policy.ts';
import { recordReading } from './actions/plan/record-reading.ts';
import type { ReadingOutcome } from './domain/plan-decisions.ts';
import { READ_PLAN_VERSION } from './domain/read-plan.ts';
import { readPlan } from './domain/reader/index.ts';
import { containsSecrecyMark } from './domain/secrecy.ts';

interface Waiting {
  agencyId: string;
  planId: string;
  fileId: string;
  accountId: string | null;
}

/** How far the readings of this process have come, by plan. */
const progress = new Map<string, { done: number; total: number }>();

/** Pages read so far, where this process is reading the plan. */
export function readingProgress(planId: string): { done: number; total: number } | undefined {
  return progress.get(planId);
}

/** Reads the plans whose file waits for it, in a child process with limits; one that was stopped meanwhile is left. */
export const readingJob: Job = {
  name: 'plan.reading',
  everySeconds: 0.5,
  async run(house, signal) {
    for (const waiting of await waitingPlans(house)) {
      if (signal.aborted) return;
      if (!progress.has(waiting.planId)) await readOne(house, waiting, signal);
    }
  },
};

async function waitingPlans(house: House): Promise<Waiting[]> {
  const scope = serverScope(await allAgencyIds(house.database));
  return house.database.read(scope, async (query) => {
    const rows = await query
      .selectFrom('plan')
      .select(['agency_id', 'id', 'file_id', 'uploaded_by'])
      .where('state', '=', 'uploaded')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({
      agencyId: row.agency_id,
      planId: row.id,
      fileId: row.file_id,
      accountId: row.uploaded_by,
    }));
  });
}

async function readOne(house: House, waiting: Waiting, signal: AbortSignal): Promise<void> {
  progress.set(waiting.planId, { done: 0, total: 0 });
  const stopped = new AbortController();
  const watch = setInterval(() => {
    stillWaits(house, waiting).then(
      (waits) => waits || stopped.abort(),
      (error: Error) => console.error(`reading of ${waiting.planId} is not watched: ${error.message}`),
    );
  }, 1000);
  try {
    const outcome = await read(house, waiting, AbortSignal.any([signal, stopped.signal]));
    if (outcome !== null) await record(house, waiting, outcome);
  } finally {
    clearInterval(watch);
    progress.delete(waiting.planId);
  }
}

async function stillWaits(house: House, waiting: Waiting): Promise<boolean> {
  const row = await house.database.read(serverScope([waiting.agencyId]), (query) =>
    query.selectFrom('plan').select('state').where('id', '=', waiting.planId).executeTakeFirst(),
  );
  return row?.state === 'uploaded';
}

/** @returns null where the reading was stopped */
async function read(house: House, waiting: Waiting, signal: AbortSignal): Promise<ReadingOutcome | null> {
  const scope = serverScope([waiting.agencyId]);
  const file = await house.database.read(scope, (query) =>
    query
      .selectFrom('stored_file')
      .select(['sha256', 'name'])
      .where('agency_id', '=', waiting.agencyId)
      .where('id', '=', waiting.fileId)
      .executeTakeFirstOrThrow(),
  );
  try {
    const extracted = await extractText(await house.files.get(file.sha256), file.name, {
      signal,
      onProgress: (done, total) => progress.set(waiting.planId, { done, total }),
    });
    const mark = containsSecrecyMark(`${extracted.margins}\n${extracted.text}`);
    if (mark !== null) {
      // The law keeps a secret document off a network: neither its bytes nor its name stay here.
      await house.files.remove(file.sha256);
      await house.database.write(scope, (query) =>
        query
          .updateTable('stored_file')
          .set({ name: '', removed_at: house.clock.real() })
          .where('agency_id', '=', waiting.agencyId)
          .where('sha256', '=', file.sha256)
          .execute(),
      );
      return { code: 'secret', params: { mark } };
    }
    const plan = readPlan(extracted.text);
    const reading = await house.files.put(Buffer.from(JSON.stringify(plan)));
    return { reading, readerVersion: READ_PLAN_VERSION, document: plan.document };
  } catch (error) {
    if (error instanceof ExtractError)
      return error.code === 'aborted' ? null : { code: error.code, params: { ...error.params } };
    // A document that the reader stumbles over must not keep the others waiting.
    console.error(`plan ${waiting.planId} could not be read: ${error instanceof Error ? error.stack : error}`);
    return { code: 'failed', params: {} };
  }
}

async function record(house: House, waiting: Waiting, outcome: ReadingOutcome): Promise<void> {
  const found = await house.database.read(serverScope([waiting.agencyId]), async (query) => {
    const account = await query
      .selectFrom('account')
      .select(['id', 'person_id'])
      .where('id', '=', waiting.accountId)
      .executeTakeFirstOrThrow();
    return findActor(query, waiting.agencyId, account.person_id, account.id, house.clock.today());
  });
  if (found === undefined) throw new Error(`nobody uploaded plan ${waiting.planId}`);
  const done = await perform(house, recordReading, found.actor, { plan: waiting.planId, outcome });
  // Stopped, or read by another process, between reading and recording: what stands in the ledger holds.
  if (!done.done && !done.refusal.code.startsWith('conflict:'))
    throw new Error(`reading of ${waiting.planId} could not be recorded: ${done.refusal.code}`);
}
