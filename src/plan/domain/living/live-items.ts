import type { CivilDate } from '../../../pure/calendar/civil-date.ts';
import { fromDayNumber, toDayNumber } from '../../../pure/calendar/index.ts';
import { type CommitmentProgress, commitmentState } from '../commitment-state.ts';
import type { CommitmentFields, ItemKind, ReportingFields } from '../draft.ts';
import type { IssuedItem } from '../plan.ts';
import { TARGET_STATES, type TargetState } from '../target-state.ts';
import type { MilestoneState, TaskStateName } from '../task.ts';
import { type Today, type Verdict, verdictOn, verdictsOn } from '../verdict.ts';
import { SHOWS, type Show, showsOf } from './shows.ts';

/** What a filter of the living document leaves undimmed: states of tasks and of targets, and commitments that nobody carries out. */
export const LIT_BY = [...SHOWS, ...TARGET_STATES, 'without_task'] as const;
export type LitBy = Show | TargetState | 'without_task';

export interface LiveMilestone {
  no: number;
  label: string | null;
  end: CivilDate | null;
  requirementEnd: CivilDate | null;
  state: MilestoneState;
  evidenceDate: CivilDate | null;
}

/** The work on an item, as its ledger has it now. */
export interface LiveTask {
  id: string;
  key: string;
  no: string;
  title: string;
  state: TaskStateName;
  waiting: boolean;
  nextEnd: CivilDate | null;
  expectedOn: CivilDate | null;
  leadUnits: readonly string[];
  milestones: readonly LiveMilestone[];
}

/** How a target stands, and what it was counted from. */
export interface LiveTarget {
  state: TargetState;
  measure: string | null;
  /** Why nothing measures it, in the words of whoever looked. */
  reason: string | null;
  measured: { numerator: number; denominator: number | null } | null;
}

/** An item of the version in force with everything that its margin says. */
export interface LiveItem {
  key: string;
  kind: ItemKind;
  item: IssuedItem;
  /** Its place among those of its kind, from 0. */
  index: number;
  litBy: readonly LitBy[];
  units: readonly string[];
  /** Its own work; null where none is followed. */
  task: LiveTask | null;
  target: LiveTarget | null;
  /** Of a reporting date: the last day, and how it stands. */
  due: { end: CivilDate; verdict: Verdict } | null;
  /** Targets, tasks and duties that carry a commitment out, and how its work stands. */
  carriedBy: readonly LiveItem[];
  progress: CommitmentProgress | null;
}

/**
 * Brings the items of the version in force together with the work on them.
 * @param owners units that answer for reform areas, by the areas' labels
 */
export function liveItems(
  items: readonly IssuedItem[],
  tasks: ReadonlyMap<string, LiveTask>,
  targets: ReadonlyMap<string, LiveTarget>,
  owners: ReadonlyMap<string, string>,
  today: Today,
): ReadonlyMap<string, LiveItem> {
  const live = new Map<string, LiveItem>();
  const counts = new Map<ItemKind, number>();
  for (const item of items) {
    const index = counts.get(item.kind) ?? 0;
    counts.set(item.kind, index + 1);
    const task = tasks.get(item.key) ?? null;
    const target = targets.get(item.key) ?? null;
    live.set(item.key, {
      key: item.key,
      kind: item.kind,
      item,
      index,
      litBy: [...(task === null ? [] : showsOf(task, today)), ...(target === null ? [] : [target.state])],
      units: task?.leadUnits ?? item.units.lead,
      task,
      target,
      due: item.kind === 'reporting' ? reportingDue(item.fields as ReportingFields, today) : null,
      carriedBy: [],
      progress: null,
    });
  }
  for (const one of live.values()) {
    if (one.kind === 'commitment') live.set(one.key, carried(one, live, owners));
    else if (one.due?.verdict === 'due_soon') live.set(one.key, { ...one, litBy: ['due_soon'] });
  }
  return live;
}

/** "Trước ngày 05/3" ends the day before; a day that has passed says nothing of whether the report came. */
function reportingDue({ boundary, raw }: ReportingFields, today: Today): LiveItem['due'] {
  if (boundary === null) return null;
  const end = /trước/iu.test(raw) ? fromDayNumber(toDayNumber(boundary) - 1) : boundary;
  return { end, verdict: verdictOn(end, null, today) };
}

/** A commitment stands as what carries it out, by the rule of its own list. */
function carried(
  one: LiveItem,
  live: ReadonlyMap<string, LiveItem>,
  owners: ReadonlyMap<string, string>,
): LiveItem {
  const { area, tasks, targets, duties = [] } = one.item.fields as CommitmentFields;
  const owner = owners.get(area);
  const carriedBy = [...new Set([...targets, ...tasks, ...duties])].flatMap((key) => live.get(key) ?? []);
  const work = carriedBy.filter(({ task }) => task !== null);
  const count = (show: Show) => work.filter(({ litBy }) => litBy.includes(show)).length;
  const progress: CommitmentProgress = {
    all: work.length,
    late: count('late'),
    due_soon: count('due_soon'),
    submitted: count('submitted'),
    sent_back: count('sent_back'),
    started: count('started'),
    confirmed: count('confirmed'),
  };
  return {
    ...one,
    carriedBy,
    progress,
    units: [
      ...new Set([...(owner === undefined ? [] : [owner]), ...carriedBy.flatMap(({ units }) => units)]),
    ],
    litBy: [commitmentState(progress)],
  };
}

/** Late or done late by the requirement's own date, where the due window says otherwise. */
export function lateByRequirement({ milestones }: LiveTask, today: Today): boolean {
  const isLate = (verdict: Verdict | null) => verdict === 'late' || verdict === 'done_late';
  return milestones.some((milestone) => {
    const { byWindow, byRequirement } = verdictsOn(milestone, today);
    return isLate(byRequirement) && !isLate(byWindow);
  });
}

/** What a reader narrows the document to. */
export interface Narrowed {
  litBy: LitBy | null;
  unit: string | null;
}

export function isLit({ litBy, units }: LiveItem, narrowed: Narrowed): boolean {
  return (
    (narrowed.litBy === null || litBy.includes(narrowed.litBy)) &&
    (narrowed.unit === null || units.includes(narrowed.unit))
  );
}
