/** How the tasks and duties stand that carry a commitment out, each counted once. */
export interface CommitmentProgress {
  all: number;
  late: number;
  due_soon: number;
  submitted: number;
  sent_back: number;
  started: number;
  confirmed: number;
}

export const COMMITMENT_STATES = [
  'without_task',
  'late',
  'sent_back',
  'due_soon',
  'submitted',
  'confirmed',
  'started',
  'not_started',
] as const;
export type CommitmentState = (typeof COMMITMENT_STATES)[number];

/** A commitment stands as the worst of what carries it out, and is done when all of that is confirmed. */
export function commitmentState(counts: CommitmentProgress | undefined): CommitmentState {
  if (counts === undefined || counts.all === 0) return 'without_task';
  if (counts.confirmed === counts.all) return 'confirmed';
  for (const state of ['late', 'sent_back', 'due_soon', 'submitted'] as const)
    if (counts[state] > 0) return state;
  return counts.started + counts.confirmed > 0 ? 'started' : 'not_started';
}
