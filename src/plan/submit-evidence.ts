import type { HandedIn } from '../evidence/index.ts';
import type { Performing } from '../platform/actions/action.ts';
import { refuse } from '../platform/refusal.ts';
import { submit } from './domain/task-decisions.ts';
import { taskLedger } from './task-ledger.ts';

/**
 * Submits evidence that other work has made to a milestone, where that has none that counts: it waits for
 * confirmation as any other. Part of an action of a later slice.
 * @returns false where the milestone has evidence already, or is no longer there
 */
export async function submitEvidence(
  { append, clock }: Performing,
  agencyId: string,
  { taskId, milestone }: { taskId: string; milestone: number },
  handIn: () => Promise<HandedIn>,
): Promise<boolean> {
  let wanted = false;
  await append(
    taskLedger,
    agencyId,
    taskId,
    (state) => {
      if (state === undefined) return refuse('missing:thing');
      const found = state.milestones.find((one) => one.no === milestone && !one.dropped);
      wanted = !state.withdrawn && (found?.state === 'open' || found?.state === 'sent_back');
      return [];
    },
    false,
  );
  if (!wanted) return false;
  const evidence = await handIn();
  await append(
    taskLedger,
    agencyId,
    taskId,
    (state) =>
      state === undefined ? refuse('missing:thing') : submit(state, milestone, evidence, clock.today()),
    false,
  );
  return true;
}
