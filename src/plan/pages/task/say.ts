import { formatDaysLeft } from '../../../platform/i18n/time-left.ts';
import type { Tone } from '../../../platform/view/index.ts';
import type { CivilDate } from '../../../pure/calendar/index.ts';
import type { MilestoneState, TaskStateName } from '../../domain/task.ts';
import { type Today, type Verdict, verdictOn } from '../../domain/verdict.ts';
import { taskWords } from '../../task-words.ts';

const { say } = taskWords;

export const STATE_TONES: Readonly<Record<TaskStateName, Tone>> = {
  not_started: 'neutral',
  assigned: 'neutral',
  started: 'on-time',
  submitted: 'waiting',
  sent_back: 'due-soon',
  confirmed: 'done',
  withdrawn: 'neutral',
};

export const MILESTONE_TONES: Readonly<Record<MilestoneState, Tone>> = {
  open: 'neutral',
  submitted: 'waiting',
  sent_back: 'due-soon',
  confirmed: 'done',
  withdrawn: 'neutral',
};

/** How it stands with a use of evidence. */
export const USE_TONES = {
  submitted: 'waiting',
  confirmed: 'done',
  sent_back: 'late',
  reopened: 'late',
  superseded: 'neutral',
} as const;

export const VERDICT_TONES: Readonly<Record<Verdict, Tone>> = {
  undated: 'neutral',
  on_time: 'on-time',
  done_late: 'late',
  late: 'late',
  due_soon: 'due-soon',
  ahead: 'on-time',
};

/** How long there is still until a last day, in working days, or how long it is over. */
export function timeLeftOf(end: CivilDate, today: Today): { text: string; tone: Tone } {
  return { text: formatDaysLeft(end, today.today), tone: VERDICT_TONES[verdictOn(end, null, today)] };
}

/** "Lần 2", or "Mốc 2" where the plan gives it no name. */
export function milestoneName(milestone: { no: number; label: string | null }): string {
  return milestone.label ?? say('milestone.name', { no: milestone.no });
}
