import { listUnits, type Unit } from '../agencies/index.ts';
import { type EvidenceRevision, findRevisions } from '../evidence/index.ts';
import { listPeopleOfUnits, namesOfAccounts, namesOfPeople, type PersonOfUnit } from '../people/index.ts';
import type { Reader } from '../platform/database/database.ts';
import type { Actor } from '../platform/policy/policy.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { type EvidenceUseRow, listUses } from './evidence-uses.ts';
import { unitsToAssignIn } from './task-rights.ts';
import { type FoundTask, findTask, rightsOf } from './task-state.ts';

/** A task with everything that its page says. */
export interface TaskView extends FoundTask {
  planNumber: string | null;
  planTitle: string | null;
  units: readonly Unit[];
  /** Every revision of the evidence handed in. */
  revisions: readonly EvidenceRevision[];
  /** Where that evidence is used, on other tasks too. */
  uses: readonly EvidenceUseRow[];
  accounts: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, string>;
  /** Whom the actor may give it to. */
  candidates: readonly PersonOfUnit[];
}

/** Reads a task for its page; undefined where the transaction does not see it. */
export async function viewTask(
  query: Reader,
  id: string,
  actor: Actor,
  today: CivilDate,
): Promise<TaskView | undefined> {
  const task = await findTask(query, id);
  if (task === undefined) return undefined;
  const { agencyId, state, events } = task;
  const plan = await query
    .selectFrom('plan')
    .select(['number', 'title'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', state.planId)
    .executeTakeFirst();
  const evidence = state.milestones.flatMap(({ submissions }) => submissions.map((one) => one.evidenceId));
  const assigned = events.flatMap(({ type, payload }) =>
    type === 'assigned' && 'personId' in payload ? [String(payload.personId)] : [],
  );
  const standIns = events.flatMap(({ stamp }) => stamp.onBehalfOf ?? []);
  return {
    ...task,
    planNumber: plan?.number ?? null,
    planTitle: plan?.title ?? null,
    units: await listUnits(query, agencyId),
    revisions: await findRevisions(query, agencyId, [...new Set(evidence)]),
    uses: await listUses(query, agencyId, [...new Set(evidence)]),
    accounts: await namesOfAccounts(
      query,
      events.flatMap(({ stamp }) => stamp.actorAccount ?? []),
    ),
    people: await namesOfPeople(query, [...assigned, ...standIns]),
    candidates: await listPeopleOfUnits(query, agencyId, unitsToAssignIn(actor, rightsOf(task)), today),
  };
}
