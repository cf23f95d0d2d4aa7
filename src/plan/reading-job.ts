import { allAgencyIds } from '../agencies/index.ts';
import { findActor } from '../people/index.ts';
import { perform } from '../platform/actions/perform.ts';
import { ExtractError, extractText } from '../platform/extract/index.ts';
import { removeSecretFile } from '../platform/files/remove-secret-file.ts';
import type { House } from '../platform/http/visit.ts';
import type { Job } from '../platform/jobs/runner.ts';
import { serverScope } from '../platform/policy/policy.ts';
import { recordReading } from './actions/plan/record-reading.ts';
import type { ReadingOutcome } from './domain/plan-decisions.ts';
import { containsSecrecyMark } from './domain/secrecy.ts';
import { readInChild } from './read-in-child.ts';

interface Waiting {
  agencyId: string;
  planId: string;
  fileId: string;
  accountId: string | null;
}

export interface ReadingProgress {
  /** Pages are taken out first; then the plan is read from its text. */
  step: 'extract' | 'read';
  done: number;
  total: number;
}

/** How far the readings of this process have come, by plan. */
const progress = new Map<string, ReadingProgress>();

/** How far a reading has come, where this process reads the plan. */
export function readingProgress(planId: string): ReadingProgress | undefined {
  return progress.get(planId);
}

/** So many documents are read at once; a long one does not keep the next uploader waiting. */
const AT_ONCE = 2;
const LOOK_AGAIN_MILLISECONDS = 500;

/**
 * Reads the files that wait for it, in child processes with limits, until none waits; one that was
 * stopped meanwhile is left. What waits is found in the database, so a server that is killed goes on where it was.
 */
export const readingJob: Job = {
  name: 'plan.reading',
  everySeconds: 0.5,
  async run(house, signal) {
    const running = new Map<string, Promise<void>>();
    const failed = new Set<string>();
    do {
      for (const waiting of signal.aborted ? [] : await waitingPlans(house)) {
        if (running.size >= AT_ONCE || progress.has(waiting.planId) || failed.has(waiting.planId)) continue;
        const reading = readOne(house, waiting, signal)
          .catch((error: Error) => {
            // Tried again by the next run, not by this one.
            failed.add(waiting.planId);
            console.error(`reading of ${waiting.planId} failed: ${error.stack}`);
          })
          .finally(() => running.delete(waiting.planId));
        running.set(waiting.planId, reading);
      }
      if (running.size > 0) await Promise.race([...running.values(), pause(LOOK_AGAIN_MILLISECONDS)]);
    } while (running.size > 0);
  },
};

async function waitingPlans(house: House): Promise<Waiting[]> {
  const scope = serverScope(await allAgencyIds(house.database));
  return house.database.read(scope, async (query) => {
    const rows = await query
      .selectFrom('plan')
      .select(['agency_id', 'id', 'unread_file', 'uploaded_by'])
      .where('unread_file', 'is not', null)
      .orderBy('id')
      .execute();
    return rows.flatMap(({ agency_id, id, unread_file, uploaded_by }) =>
      unread_file === null
        ? []
        : [{ agencyId: agency_id, planId: id, fileId: unread_file, accountId: uploaded_by }],
    );
  });
}

async function readOne(house: House, waiting: Waiting, signal: AbortSignal): Promise<void> {
  progress.set(waiting.planId, { step: 'extract', done: 0, total: 0 });
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

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function stillWaits(house: House, waiting: Waiting): Promise<boolean> {
  const row = await house.database.read(serverScope([waiting.agencyId]), (query) =>
    query.selectFrom('plan').select('unread_file').where('id', '=', waiting.planId).executeTakeFirst(),
  );
  return row?.unread_file === waiting.fileId;
}

/** @returns null where the reading was stopped */
async function read(house: House, waiting: Waiting, signal: AbortSignal): Promise<ReadingOutcome | null> {
  const file = await house.database.read(serverScope([waiting.agencyId]), (query) =>
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
      onProgress: (done, total) => progress.set(waiting.planId, { step: 'extract', done, total }),
    });
    const mark = containsSecrecyMark(`${extracted.margins}\n${extracted.text}`);
    if (mark !== null) {
      await removeSecretFile(house, waiting.agencyId, file.sha256);
      return { code: 'secret', params: { mark } };
    }
    progress.set(waiting.planId, { step: 'read', done: 0, total: 0 });
    const { bytes, readerVersion, document } = await readInChild(extracted.text, { signal });
    const reading = await house.files.put(bytes);
    return { reading, readerVersion, document };
  } catch (error) {
    if (error instanceof ExtractError)
      return error.code === 'aborted' ? null : { code: error.code, params: { ...error.params } };
    // A document that the reader stumbles over must not keep the others waiting.
    console.error(
      `plan ${waiting.planId} could not be read: ${error instanceof Error ? error.stack : error}`,
    );
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
