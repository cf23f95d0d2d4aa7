import type { Clock } from '../platform/clock/clock.ts';
import type { Writer } from '../platform/database/database.ts';
import type { Actor } from '../platform/policy/policy.ts';

/** Marks somebody's own reminders as read, all of them or one; those read before keep their time. */
export async function markRead(query: Writer, actor: Actor, clock: Clock, reminder?: string): Promise<void> {
  let update = query
    .updateTable('reminder')
    .set({ read_at: clock.now().toString() })
    .where('agency_id', '=', actor.agencyId)
    .where('person_id', '=', actor.personId)
    .where('read_at', 'is', null);
  if (reminder !== undefined) update = update.where('id', '=', reminder);
  await update.execute();
}
