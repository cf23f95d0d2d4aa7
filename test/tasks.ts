import type { PlannedTask } from '../src/plan/domain/task.ts';
import { amendTasks, openTasks } from '../src/plan/open-tasks.ts';
import type { Performing } from '../src/platform/actions/action.ts';
import type { Writer } from '../src/platform/database/database.ts';
import { append } from '../src/platform/ledger/store.ts';
import { serverScope } from '../src/platform/policy/policy.ts';
import { uuid7 } from '../src/platform/uuid.ts';
import type { StaffedOffice } from './office.ts';

/** Opens the tasks of an issued plan of a test's own. @returns the plan's id, and the id of each task by its key */
export async function openPlanOfTasks(
  office: StaffedOffice,
  tasks: readonly PlannedTask[],
  number = '375/KH-SGDĐT',
): Promise<{ plan: string; ids: ReadonlyMap<string, string> }> {
  const { agencyId } = office;
  const plan = uuid7();
  const ids = await office.house.database.write(serverScope([agencyId]), async (query) => {
    await query
      .insertInto('plan')
      .values({
        agency_id: agencyId,
        id: plan,
        seq: 1,
        state: 'issued',
        title: 'Kế hoạch cải cách hành chính',
        number,
        version: 1,
        adopted: false,
        file_id: uuid7(),
        file_name: 'ke-hoach.txt',
        uploaded_at: office.house.clock.now().toString(),
      })
      .execute();
    return openTasks(performingIn(office, query), { agencyId, planId: plan, version: 1 }, tasks);
  });
  return { plan, ids };
}

/** Brings the tasks of such a plan to a later version. */
export async function amendPlanOfTasks(
  office: StaffedOffice,
  plan: string,
  version: number,
  tasks: readonly PlannedTask[],
): Promise<void> {
  const { agencyId, house } = office;
  await house.database.write(serverScope([agencyId]), (query) =>
    amendTasks(performingIn(office, query), { agencyId, planId: plan, version }, tasks),
  );
}

/** What the plan's actions give to the tasks' functions. */
function performingIn(office: StaffedOffice, query: Writer): Performing {
  const now = office.house.clock.now();
  const author = {
    occurredAt: now,
    recordedAt: now,
    actorAccount: office.holder('office_clerk').accountId,
    actorRole: 'office_clerk',
    onBehalfOf: null,
    action: 'plan.issue',
    requestKey: null,
  };
  const performing: Pick<Performing, 'append' | 'query'> = {
    query,
    append: (ledger, agency, stream, decide) => append(query, ledger, agency, stream, author, decide),
  };
  return performing as Performing;
}

/** A task as a plan has it; what is not said is plain. */
export function plannedTask(
  office: StaffedOffice,
  lead: keyof StaffedOffice['units'],
  fields: Partial<PlannedTask> & Pick<PlannedTask, 'key' | 'title'>,
): PlannedTask {
  return {
    no: fields.key,
    position: Number(fields.key),
    area: null,
    requirement: null,
    deliverable: null,
    leadUnits: [office.units[lead]],
    supportUnits: [],
    leadWritten: [lead],
    supportWritten: [],
    milestones: [],
    ...fields,
  };
}

/** A milestone of a due window that ends on a day. */
export function dueOn(
  end: string | null,
  { no = 1, label = null as string | null, requirementEnd = null as string | null } = {},
): PlannedTask['milestones'][number] {
  return {
    no,
    label,
    raw: end ?? 'Thường xuyên',
    kind: end === null ? 'continuous' : 'date',
    start: null,
    end,
    boundary: null,
    requirementEnd,
  };
}
