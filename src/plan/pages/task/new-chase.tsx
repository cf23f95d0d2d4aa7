import { listUnits, type Unit } from '../../../agencies/index.ts';
import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { formatShortInstant } from '../../../platform/http/format.ts';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { inLanguage } from '../../../platform/i18n/language.ts';
import { refuse } from '../../../platform/refusal.ts';
import {
  Button,
  ButtonRow,
  Checkboxes,
  EmptyState,
  Form,
  fieldId,
  TextArea,
} from '../../../platform/view/index.ts';
import { addWorkingDays, officialCalendar } from '../../../pure/calendar/index.ts';
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
  const typed = visit.failedForm('chase.send', `/plans/${id}/chases`)?.form.typed;
  const letters = typed === undefined ? lettersOf(chosen) : inTypedOrder(lettersOf(chosen), typed, units);
  return {
    title: letters.length === 0 ? say('chase.title') : say('chase.title.ready', { count: letters.length }),
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
          <Letters visit={visit} plan={plan} letters={letters} />
        </>
      ),
  };
});

interface Letter {
  unitId: string;
  unit: string;
  tasks: Chaseable[];
}

function lettersOf(tasks: readonly Chaseable[]): Letter[] {
  const letters = new Map<string, Letter>();
  for (const task of tasks) {
    const letter = letters.get(task.unitId) ?? { unitId: task.unitId, unit: task.unit, tasks: [] };
    letter.tasks.push(task);
    letters.set(task.unitId, letter);
  }
  return [...letters.values()];
}

/**
 * A refused form keeps each letter in its place, where its words were typed, also one that has no task left because the
 * last was confirmed meanwhile.
 */
function inTypedOrder(
  letters: readonly Letter[],
  typed: ReadonlyMap<string, readonly string[]>,
  units: readonly Unit[],
): Letter[] {
  const kept: Letter[] = [];
  for (;;) {
    const unitId = typed.get(`chases.${kept.length}.unit`)?.[0];
    if (unitId === undefined) break;
    const unit = units.find((one) => one.id === unitId)?.name ?? '';
    kept.push(letters.find((one) => one.unitId === unitId) ?? { unitId, unit, tasks: [] });
  }
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

function Letters({ visit, plan, letters }: { visit: Visit; plan: PlanRow; letters: readonly Letter[] }) {
  if (letters.length === 0) return null;
  const say = taskWords.in(visit.language);
  const field = fieldsOf(visit, 'chase.send', { plan: plan.id });
  const failed = visit.failedForm('chase.send', `/plans/${plan.id}/chases`);
  return (
    <ActionForm visit={visit} action="chase.send" params={{ plan: plan.id }}>
      {letters.map((letter, index) => {
        const name = (part: string) => `chases.${index}.${part}`;
        const send = field.many(name('send'), ['on']);
        return (
          <section>
            <h2>{say('chase.to', { unit: letter.unit })}</h2>
            <input type="hidden" name={name('unit')} value={letter.unitId} />
            {letter.tasks.map((task) => (
              <input type="hidden" name={name('tasks')} value={task.taskId} />
            ))}
            <Checkboxes
              id={`send-${index}`}
              label={say('chase.to', { unit: letter.unit })}
              labelHidden
              options={[{ value: 'on', label: say('chase.include') }]}
              {...send}
              values={failed === null ? ['on'] : letter.tasks.length === 0 ? [] : send.values}
            />
            <TextArea
              label={say('chase.text', { unit: letter.unit })}
              rows={Math.min(16, 7 + letter.tasks.length * 2)}
              {...field(name('text'), letterText(visit, plan, letter))}
            />
            <p>
              <copy-text
                for={fieldId(name('text'))}
                data-label={say('chase.copy')}
                data-done={say('chase.copied')}
              />
            </p>
          </section>
        );
      })}
      <ButtonRow>
        <Button>{say('chase.submit')}</Button>
      </ButtonRow>
    </ActionForm>
  );
}

/** What the Office writes to a unit, before anybody edits it: in the language of documents, whoever reads the page. */
function letterText(visit: Visit, plan: PlanRow, { unit, tasks }: Letter): string {
  const say = taskWords.in('vi');
  const day = visit.house.clock.today();
  const today = todayOn(day);
  const until = addWorkingDays(day, WORKING_DAYS_TO_ANSWER, officialCalendar) ?? day;
  const text = say('chase.letter', {
    unit,
    plan: plan.number ?? plan.title ?? '',
    day: formatOfficialDate(day),
    until: formatOfficialDate(until),
    tasks: tasks
      .map((task) =>
        say(`chase.letter.${task.kind}`, {
          no: task.no,
          title: task.title,
          date: formatDate(task.end),
          left: inLanguage('vi', () => timeLeftOf(task.end, today).text),
        }),
      )
      .join('\n'),
  });
  return visit.house.demo ? say('chase.letter.demo', { text }) : text;
}
