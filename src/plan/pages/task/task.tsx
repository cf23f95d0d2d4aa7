import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { refuse } from '../../../platform/refusal.ts';
import { type Fact, Facts, Notice, Tag, Timeline } from '../../../platform/view/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import { standingMilestones, taskStateOf } from '../../domain/task.ts';
import { todayOn } from '../../domain/today.ts';
import { taskUrl } from '../../task-urls.ts';
import { type TaskView, viewTask } from '../../task-view.ts';
import { taskWords } from '../../task-words.ts';
import { plansUrl, planUrl } from '../../urls.ts';
import { CanDo } from './can-do.tsx';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import { MilestoneSection } from './milestone.tsx';
import { STATE_TONES } from './say.ts';
import { timelineOf } from './timeline.tsx';

/** A task: what the plan says, its milestones with both verdicts, what can be done, and its ledger. */
export const taskPage = definePage(taskUrl(':task'), async (visit) => {
  const view = await taskOfVisit(visit);
  if (view === undefined)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const say = taskWords.in(visit.language);
  const { state } = view;
  const today = todayOn(visit.house.clock.today());
  const plan = view.planNumber ?? view.planTitle ?? say('task.plan');
  return {
    title: state.title,
    kicker: say(`task.kicker.${state.kind}`, { no: state.no, plan }),
    breadcrumbs: [
      { href: plansUrl(), label: say('task.plan') },
      { href: planUrl(state.planId), label: plan },
      { href: taskUrl(view.id), label: say(`task.crumb.${state.kind}`, { no: state.no }), current: true },
    ],
    width: 'wide',
    body: (
      <>
        <ChangedMeanwhile visit={visit} view={view} />
        {state.withdrawn ? <Notice tone="warning">{say('task.withdrawn-note')}</Notice> : null}
        <div class="thing">
          <div>
            <Facts facts={factsOf(visit, view)} />
            {standingMilestones(state).map((milestone) => (
              <MilestoneSection visit={visit} view={view} milestone={milestone} today={today} />
            ))}
            <h2>{say('task.ledger')}</h2>
            <Timeline entries={timelineOf(visit, view)} label={say('task.ledger')} />
          </div>
          <CanDo visit={visit} view={view} />
        </div>
      </>
    ),
  };
});

/** The task of the address, as far as the visitor may see it. */
export function taskOfVisit(visit: Visit): Promise<TaskView | undefined> {
  return visit.read('task.read', (query) =>
    viewTask(query, visit.param('task'), visit.actor, visit.house.clock.today()),
  );
}

function factsOf(visit: Visit, view: TaskView): Fact[] {
  const say = taskWords.in(visit.language);
  const { state } = view;
  const name = taskStateOf(state);
  const people = state.assignees.map((one) => view.people.get(one.personId) ?? say('event.somebody'));
  const optional = (label: string, value: string | null): Fact[] =>
    value === null || value === '' ? [] : [{ label, value }];
  return [
    { label: say('task.state'), value: <Tag tone={STATE_TONES[name]}>{say(`task.state.${name}`)}</Tag> },
    { label: say('task.lead'), value: unitsOf(visit, view, state.leadUnits, state.leadWritten) },
    ...optional(say('task.supporting'), unitsOf(visit, view, state.supportUnits, state.supportWritten)),
    {
      label: say('task.assignee'),
      value: people.length === 0 ? say('task.unassigned') : people.join(', '),
    },
    ...optional(say('duty.rhythm'), state.rhythm === undefined ? null : visit.say(`rhythm.${state.rhythm}`)),
    ...optional(say('task.expected'), state.expectedOn === null ? null : formatDate(state.expectedOn)),
    ...optional(say('task.area'), state.area),
    ...optional(say('task.requirement'), state.requirement),
    ...optional(say('task.deliverable'), state.deliverable),
  ];
}

/** Units by name, and as the plan writes them where that differs. */
function unitsOf(visit: Visit, view: TaskView, ids: readonly string[], written: readonly string[]): string {
  const names = ids.flatMap((id) => view.units.find((unit) => unit.id === id)?.name ?? []).join(', ');
  const asWritten = written.join(', ');
  if (names === '' || names === asWritten) return asWritten;
  return taskWords.in(visit.language)('task.as-written', { unit: names, written: asWritten });
}
