import type { PlannedTask } from '../src/plan/domain/task.ts';
import { openTasks } from '../src/plan/open-tasks.ts';
import type { Performing } from '../src/platform/actions/action.ts';
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
  const { house, agencyId } = office;
  const plan = uuid7();
  const now = house.clock.now();
  const ids = await house.database.write(serverScope([agencyId]), async (query) => {
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
        file_id: uuid7(),
        file_name: 'ke-hoach.txt',
        uploaded_at: now.toString(),
      })
      .execute();
    const author = {
      occurredAt: now,
      recordedAt: now,
      actorAccount: office.holder('office_clerk').accountId,
      actorRole: 'office_clerk',
      onBehalfOf: null,
      action: 'plan.issue',
      requestKey: null,
    };
    const performing: Pick<Performing, 'append'> = {
      append: (ledger, agency, stream, decide) => append(query, ledger, agency, stream, author, decide),
    };
    return openTasks(performing as Performing, { agencyId, planId: plan, version: 1 }, tasks);
  });
  return { plan, ids };
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
