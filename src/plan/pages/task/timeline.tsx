import { formatShortInstant } from '../../../platform/http/format.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import type { Recorded } from '../../../platform/ledger/ledger.ts';
import type { LedgerEntry, Tone } from '../../../platform/view/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import type { PlannedMilestone, PlannedTask, TaskEvent } from '../../domain/task.ts';
import type { TaskView } from '../../task-view.ts';
import { taskWords } from '../../task-words.ts';
import { milestoneName } from './say.ts';

const TONES: Readonly<Record<TaskEvent['type'], Tone>> = {
  opened: 'neutral',
  amended: 'due-soon',
  withdrawn: 'late',
  placed: 'neutral',
  assigned: 'neutral',
  started: 'on-time',
  progressed: 'on-time',
  expected: 'neutral',
  submitted: 'waiting',
  'sent-back': 'late',
  confirmed: 'done',
  reopened: 'late',
  chased: 'due-soon',
  'chase-answered': 'neutral',
};

/** The ledger of a task in words, newest first. */
export function timelineOf(
  visit: Visit,
  view: TaskView,
): (LedgerEntry & { seq: number; who: string; what: string })[] {
  const events = view.events as Recorded<TaskEvent>[];
  return events.map((event) => entryOf(visit, view, event)).reverse();
}

function entryOf(visit: Visit, view: TaskView, event: Recorded<TaskEvent>) {
  const say = taskWords.in(visit.language);
  const { stamp } = event;
  const name =
    stamp.actorAccount === null
      ? say('event.system')
      : (view.accounts.get(stamp.actorAccount) ?? say('event.somebody'));
  const changes = event.type === 'amended' ? changesOf(visit, event.payload) : [];
  return {
    seq: stamp.seq,
    who: `${name}, ${visit.say(`role.${stamp.actorRole}`)}`,
    onBehalfOf: stamp.onBehalfOf === null ? undefined : view.people.get(stamp.onBehalfOf),
    when: formatShortInstant(stamp.occurredAt),
    iso: stamp.occurredAt.toString(),
    what: whatOf(visit, view, event),
    why: whyOf(event),
    tone: TONES[event.type],
    more: changes.length > 0 ? <Changes changes={changes} /> : noteOf(event),
  };
}

function whatOf(visit: Visit, view: TaskView, event: TaskEvent): string {
  const say = taskWords.in(visit.language);
  switch (event.type) {
    case 'amended':
    case 'withdrawn':
      return say(`event.${event.type}`, { version: event.payload.planVersion });
    case 'assigned':
      return say('event.assigned', {
        person: view.people.get(event.payload.personId) ?? say('event.somebody'),
      });
    case 'placed':
      return event.payload.area === null
        ? say('event.placed.none')
        : say('event.placed', { area: event.payload.area });
    case 'expected':
      return say('event.expected', { day: formatDate(event.payload.day) });
    case 'submitted':
    case 'sent-back':
    case 'confirmed':
    case 'reopened':
      return say(`event.${event.type}`, { milestone: ofMilestone(visit, view, event.payload.milestone) });
    default:
      return say(`event.${event.type}`);
  }
}

/** Names the milestone where there are several. */
function ofMilestone(visit: Visit, view: TaskView, no: number): string {
  const { milestones } = view.state;
  const milestone = milestones.find((one) => one.no === no);
  if (milestone === undefined || milestones.length < 2) return '';
  return taskWords.in(visit.language)('event.of-milestone', { milestone: milestoneName(milestone) });
}

function whyOf(event: TaskEvent): string | undefined {
  return event.type === 'sent-back' || event.type === 'reopened' ? event.payload.reason : undefined;
}

function noteOf(event: TaskEvent) {
  if (event.type === 'progressed') return <p class="as-typed">{event.payload.note}</p>;
  if (event.type === 'expected' && event.payload.note !== null)
    return <p class="as-typed">{event.payload.note}</p>;
  if (event.type === 'chased' || event.type === 'chase-answered')
    return <p class="as-typed">{event.payload.text}</p>;
  return undefined;
}

function Changes({ changes }: { changes: readonly string[] }) {
  return (
    <ul>
      {changes.map((change) => (
        <li>{change}</li>
      ))}
    </ul>
  );
}

const SHOWN_CHANGES = [
  'no',
  'title',
  'area',
  'requirement',
  'deliverable',
  'leadWritten',
  'supportWritten',
  'milestones',
] as const satisfies readonly (keyof PlannedTask)[];

function changesOf(
  visit: Visit,
  { before, after }: { before: Partial<PlannedTask>; after: Partial<PlannedTask> },
): string[] {
  const say = taskWords.in(visit.language);
  return SHOWN_CHANGES.filter((field) => field in after).map((field) =>
    say('change.was', {
      field: say(`change.${field}`),
      before: written(before[field]),
      after: written(after[field]),
    }),
  );
}

function written(value: string | null | undefined | readonly (string | PlannedMilestone)[]): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return value.map((one) => (typeof one === 'string' ? one : one.raw)).join('; ');
}
