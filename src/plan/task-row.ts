import type { CivilDate } from '../pure/calendar/civil-date.ts';
import type { Rhythm } from './domain/rhythm.ts';
import type { TaskKind, TaskStateName } from './domain/task.ts';

/** A task as a row of a list. */
export interface TaskRow {
  id: string;
  kind: TaskKind;
  /** Of a duty. */
  rhythm: Rhythm | null;
  plan_number: string | null;
  no: string;
  title: string;
  area: string | null;
  state: TaskStateName;
  /** Last day of the next milestone without evidence. */
  next_end: CivilDate | null;
  lead: string | null;
  assignees: string | null;
  milestones: number;
  confirmed: number;
}
