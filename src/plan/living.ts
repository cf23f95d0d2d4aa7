import { sql } from 'kysely';
import type { Reader } from '../platform/database/database.ts';
import type { Scope } from '../platform/policy/policy.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import type { LiveMilestone, LiveTask } from './domain/living/live-items.ts';
import type { MilestoneState, TaskStateName } from './domain/task.ts';

interface TaskFound {
  id: string;
  key: string;
  no: string;
  title: string;
  state: TaskStateName;
  waiting: boolean;
  next_end: CivilDate | null;
  expected_on: CivilDate | null;
  leads: string[];
}

interface MilestoneFound {
  task_id: string;
  no: number;
  label: string | null;
  due_end: CivilDate | null;
  requirement_end: CivilDate | null;
  state: MilestoneState;
  evidence_date: CivilDate | null;
}

/** The work on a plan's items by their keys: one query for what is followed, one for its milestones. */
export async function readLiveTasks(
  query: Reader,
  scope: Scope,
  plan: string,
): Promise<ReadonlyMap<string, LiveTask>> {
  const within = sql`task.agency_id = ANY (${[...scope.whole]}::uuid[]) AND task.plan_id = ${plan}
    AND task.state <> 'withdrawn'`;
  const { rows: tasks } = await sql<TaskFound>`
    SELECT task.id, task.key, task.no, task.title, task.state, task.waiting, task.next_end, task.expected_on,
           ARRAY(SELECT l.unit_id FROM task_unit l WHERE l.agency_id = task.agency_id AND l.task_id = task.id
                 AND l.role = 'lead' ORDER BY l.position) AS leads
    FROM task WHERE ${within}`.execute(query);
  const { rows: milestones } = await sql<MilestoneFound>`
    SELECT m.task_id, m.no, m.label, m.due_end, m.requirement_end, m.state, m.evidence_date
    FROM task JOIN milestone m ON m.agency_id = task.agency_id AND m.task_id = task.id AND m.state <> 'withdrawn'
    WHERE ${within} ORDER BY m.no`.execute(query);
  const ofTask = Map.groupBy(milestones, ({ task_id }) => task_id);
  return new Map(
    tasks.map((row): [string, LiveTask] => [
      row.key,
      {
        id: row.id,
        key: row.key,
        no: row.no,
        title: row.title,
        state: row.state,
        waiting: row.waiting,
        nextEnd: row.next_end,
        expectedOn: row.expected_on,
        leadUnits: row.leads,
        milestones: (ofTask.get(row.id) ?? []).map(milestoneOf),
      },
    ]),
  );
}

function milestoneOf(row: MilestoneFound): LiveMilestone {
  return {
    no: row.no,
    label: row.label,
    end: row.due_end,
    requirementEnd: row.requirement_end,
    state: row.state,
    evidenceDate: row.evidence_date,
  };
}
