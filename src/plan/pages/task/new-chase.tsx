import { Temporal } from 'temporal-polyfill';
import { listUnits } from '../../../agencies/index.ts';
import { formatShortInstant } from '../../../platform/http/format.ts';
import {
  answerDay,
  countReady,
  type Letter,
  LettersForm,
  letterOf,
  typedAddressees,
} from '../../../platform/http/letters.tsx';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { inLanguage } from '../../../platform/i18n/language.ts';
import { refuse } from '../../../platform/refusal.ts';
import { Button, Checkboxes, EmptyState, Form } from '../../../platform/view/index.ts';
import { formatDate, formatOfficialDate } from '../../../pure/vietnamese/index.ts';
import { type Chaseable, listChaseable } from '../../chases.ts';
import { todayOn } from '../../domain/today.ts';
import { findPlan, type PlanRow } from '../../queries.ts';
import { chaseSubject } from '../../task-rights.ts';
import { newChaseUrl } from '../../task-urls.ts';
import { taskWords } from '../../task-words.ts';
import { overviewUrl, plansUrl, planUrl } from '../../urls.ts';
import { timeLeftOf } from './say.ts';

/** So many working days a unit has for its answer. */
const WORKING_DAYS_TO_ANSWER = 3;

/** Chases ready to send: a letter to each unit with late tasks, each to be edited, sent at once or copied. */
export const newChasePage = definePage(newChaseUrl(':plan'), async (visit) => {
  const id = visit.param('plan');
  const day = visit.house.clock.today();
  const found = await visit.read('task.read', async (query, scope) => {
    const plan = await findPlan(query, id);
    if (plan === undefined || plan.version === 0) return undefined;
    const units = await listUnits(query, plan.agencyId);
    return { plan, units, tasks: await listChaseable(query, scope, id, day) };
  });
  if (found === undefined || visit.signedIn === null)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const { plan, units, tasks } = found;
  const verdict = visit.may('task.chase', chaseSubject(plan.agencyId, units));
  if (!verdict.allowed) return verdict.reason;
  const say = taskWords.in(visit.language);
  const asked = visit.url.searchParams.getAll('task');
  const chosen = tasks.filter((task) => (asked.length === 0 ? task.late : asked.includes(task.taskId)));
  const form = { action: 'chase.send', params: { plan: id }, addressee: 'unit' };
  const typed = typedAddressees(visit, form);
  const of = typed === null ? lettersOf(chosen) : inTypedOrder(lettersOf(chosen), typed);
  const letters = of.map((letter) => written(visit, plan, letter));
  const ready = countReady(visit, letters);
  return {
    title: ready === 0 ? say('chase.title') : say('chase.title.ready', { count: ready }),
    kicker: plan.title,
    lead: say('chase.lead'),
    breadcrumbs: [
      { href: plansUrl(), label: visit.say('plans.title') },
      { href: planUrl(id), label: plan.title ?? plan.fileName },
      { href: overviewUrl(id), label: visit.say('plan.tab.overview') },
      { href: newChaseUrl(id), label: say('chase.title'), current: true },
    ],
    body:
      tasks.length === 0 ? (
        <EmptyState>{say('chase.none')}</EmptyState>
      ) : (
        <>
          <Choose visit={visit} plan={id} tasks={tasks} chosen={chosen} />
          <LettersForm visit={visit} {...form} letters={letters} />
        </>
      ),
  };
});

interface UnitTasks {
  unitId: string;
  unit: string;
  tasks: Chaseable[];
}

function lettersOf(tasks: readonly Chaseable[]): UnitTasks[] {
  return [...Map.groupBy(tasks, ({ unitId }) => unitId)].map(([unitId, of]) => ({
    unitId,
    unit: of[0]?.unit ?? '',
    tasks: of,
  }));
}

/** As the form had them, also a unit that has no task left because the last was confirmed meanwhile. */
function inTypedOrder(
  letters: readonly UnitTasks[],
  typed: readonly Pick<Letter, 'key' | 'to'>[],
): UnitTasks[] {
  const kept = typed.map(
    ({ key, to }) => letters.find((one) => one.unitId === key) ?? { unitId: key, unit: to, tasks: [] },
  );
  return [...kept, ...letters.filter((one) => !kept.includes(one))];
}

/** Which tasks the letters name; chosen again, the letters are written anew. */
function Choose(props: {
  visit: Visit;
  plan: string;
  tasks: readonly Chaseable[];
  chosen: readonly Chaseable[];
}) {
  const { visit, plan, tasks, chosen } = props;
  const say = taskWords.in(visit.language);
  const today = todayOn(visit.house.clock.today());
  const once = tasks.filter((task, index) => tasks.findIndex((one) => one.taskId === task.taskId) === index);
  return (
    <details class="link-group">
      <summary>{say('chase.choose', { count: once.length })}</summary>
      <Form action={newChaseUrl(plan)} method="get" keep={false}>
        <Checkboxes
          name="task"
          id="chase-tasks"
          label={say('chase.choose', { count: once.length })}
          labelHidden
          hint={say('chase.choose.hint')}
          values={chosen.map((task) => task.taskId)}
          options={once.map((task) => ({
            value: task.taskId,
            label: `${task.no}. ${task.title}`,
            hint: [
              task.unit,
              timeLeftOf(task.end, today).text,
              ...(task.lastChased === null
                ? []
                : [
                    say('chase.sent-before', {
                      count: task.chased,
                      when: formatShortInstant(task.lastChased),
                    }),
                  ]),
            ].join(' · '),
          }))}
        />
        <Button variant="secondary">{say('chase.choose.submit')}</Button>
      </Form>
    </details>
  );
}

function written(visit: Visit, plan: PlanRow, letter: UnitTasks): Letter {
  return {
    key: letter.unitId,
    to: letter.unit,
    text: letterText(visit, plan, letter),
    more: { tasks: letter.tasks.map(({ taskId }) => taskId) },
    before: beforeOf(letter.tasks),
    needed: letter.tasks.length > 0,
  };
}

/** When the unit was asked last, for any of these tasks. */
function beforeOf(tasks: readonly Chaseable[]): Letter['before'] {
  const [last] = tasks
    .flatMap(({ lastChased }) => lastChased ?? [])
    .sort(Temporal.Instant.compare)
    .reverse();
  return last && { count: Math.max(...tasks.map(({ chased }) => chased)), last };
}

/** What the Office writes to a unit, before anybody edits it: in the language of documents, whoever reads the page. */
function letterText(visit: Visit, plan: PlanRow, { unit, tasks }: UnitTasks): string {
  const say = taskWords.in('vi');
  const day = visit.house.clock.today();
  const today = todayOn(day);
  return letterOf(
    visit,
    say('chase.letter', {
      unit,
      plan: plan.number ?? plan.title ?? '',
      day: formatOfficialDate(day),
      until: formatOfficialDate(answerDay(day, WORKING_DAYS_TO_ANSWER)),
      tasks: tasks
        .map((task) =>
          say(task.sentBack ? `chase.letter.${task.kind}.sent-back` : `chase.letter.${task.kind}`, {
            no: task.no,
            title: task.title,
            date: formatDate(task.end),
            left: inLanguage('vi', () => timeLeftOf(task.end, today).text),
          }),
        )
        .join('\n'),
    }),
  );
}
