import type { Reader } from '../platform/database/database.ts';
import { foldAll, type NewEvent, type Recorded } from '../platform/ledger/ledger.ts';
import { readEvents } from '../platform/ledger/store.ts';
import { UUID } from '../platform/uuid.ts';
import type { TaskState } from './domain/task.ts';
import { taskLedger } from './task-ledger.ts';
import type { TaskRights } from './task-rights.ts';

/** A task with its ledger. */
export interface FoundTask {
  agencyId: string;
  id: string;
  state: TaskState;
  seq: number;
  events: Recorded<NewEvent>[];
}

/** A task wherever the transaction may see it, folded from its ledger. */
export async function findTask(query: Reader, id: string): Promise<FoundTask | undefined> {
  if (!UUID.test(id)) return undefined;
  const row = await query.selectFrom('task').select('agency_id').where('id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  const events = await readEvents(query, row.agency_id, id);
  const state = foldAll(taskLedger, events);
  const seq = events.at(-1)?.stamp.seq;
  if (state === undefined || seq === undefined) return undefined;
  return { agencyId: row.agency_id, id, state, seq, events };
}

export function rightsOf({ agencyId, state }: Pick<FoundTask, 'agencyId' | 'state'>): TaskRights {
  return {
    agencyId,
    leadUnits: state.leadUnits,
    assignees: state.assignees.map((one) => one.personId),
  };
}
