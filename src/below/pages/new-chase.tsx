import { listUnits } from '../../agencies/index.ts';
import { findPlan, type PlanRow, plansUrl, planUrl } from '../../plan/index.ts';
import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { refuse } from '../../platform/refusal.ts';
import {
  Button,
  ButtonRow,
  Checkboxes,
  EmptyState,
  Form,
  fieldId,
  TextArea,
} from '../../platform/view/index.ts';
import { addWorkingDays, officialCalendar } from '../../pure/calendar/index.ts';
import { formatOfficialDate } from '../../pure/vietnamese/index.ts';
import { chaseSubject } from '../policy.ts';
import { type ListedRow, nowOf, owingOfPlan, showCondition } from '../subplan-list.tsx';
import { newSubplanChaseUrl, subplansUrl } from '../urls.ts';
import { belowWords } from '../words.ts';

/** So many working days a recipient has for its answer. */
const WORKING_DAYS_TO_ANSWER = 3;
/** So many letters one page holds, and one form sends; the others follow when these are gone. */
const LETTERS = 50;
/** So many recipients one may choose from at once. */
const CHOICES = 300;

/** Chases ready to send: a letter to each recipient without its plan, to be edited, sent at once or copied. */
export const newSubplanChasePage = definePage(newSubplanChaseUrl(':plan'), async (visit) => {
  if (visit.signedIn === null) return refuse('unauthenticated:sign-in');
  const say = belowWords.in(visit.language);
  const id = visit.param('plan');
  const found = await visit.read('subplan.read', async (query, scope) => {
    const plan = await findPlan(query, id);
    if (plan === undefined || plan.version === 0) return undefined;
    return {
      plan,
      units: await listUnits(query, plan.agencyId),
      missing: await owingOfPlan(query, scope, id, nowOf(visit.house.clock))
        .where(showCondition('missing'))
        // Those that were chased least come first, so that a second page of letters is of others.
        .orderBy('chased')
        .orderBy('owing.kind', 'desc')
        .orderBy('owing.position')
        .orderBy('owing.recipient')
        .limit(CHOICES)
        .execute(),
    };
  });
  if (found === undefined) return refuse('missing:thing');
  const { plan, units } = found;
  const verdict = visit.may('agency.chase', chaseSubject(plan.agencyId, units));
  if (!verdict.allowed) return verdict.reason;
  const missing = found.missing.filter(
    ({ kind }) => visit.may('agency.chase', chaseSubject(plan.agencyId, units, kind)).allowed,
  );
  const asked = visit.url.searchParams.getAll('recipient');
  const chosen = (
    asked.length === 0 ? missing : missing.filter((one) => asked.includes(one.recipient))
  ).slice(0, LETTERS);
  const typed = visit.failedForm('subplan.chase', `/plans/${id}/subplan-chases`)?.form.typed;
  return {
    title: say('subplan-chase.title', { count: chosen.length }),
    kicker: plan.title,
    lead: say('subplan-chase.lead'),
    breadcrumbs: [
      { href: plansUrl(), label: visit.say('plans.title') },
      { href: planUrl(id), label: plan.title ?? plan.fileName },
      { href: subplansUrl(id), label: say('subplans.title') },
      { href: newSubplanChaseUrl(id), label: say('subplan-chase.open'), current: true },
    ],
    body:
      missing.length === 0 ? (
        <EmptyState>{say('subplan-chase.none')}</EmptyState>
      ) : (
        <>
          <details class="link-group">
            <summary>{say('subplan-chase.choose', { count: missing.length })}</summary>
            <Form action={newSubplanChaseUrl(id)} method="get" keep={false}>
              <Checkboxes
                name="recipient"
                id="chase-recipients"
                label={say('subplan-chase.choose', { count: missing.length })}
                labelHidden
                values={chosen.map((one) => one.recipient)}
                options={missing.map((one) => ({
                  value: one.recipient,
                  label: one.name,
                  hint: [
                    say(`subplan.state.${one.state}`),
                    ...(one.chased === 0 ? [] : [say('subplan-chase.before', { count: one.chased })]),
                  ].join(' · '),
                }))}
              />
              <Button variant="secondary">{say('subplan-chase.choose.submit')}</Button>
            </Form>
          </details>
          <Letters
            visit={visit}
            plan={plan}
            rows={typed === undefined ? chosen : inTypedOrder(missing, typed)}
          />
        </>
      ),
  };
});

/** A refused form keeps each letter in its place; one whose plan has come meanwhile is left out of what is sent. */
function inTypedOrder(
  missing: readonly ListedRow[],
  typed: ReadonlyMap<string, readonly string[]>,
): Pick<ListedRow, 'recipient' | 'name' | 'due_end'>[] {
  const kept: Pick<ListedRow, 'recipient' | 'name' | 'due_end'>[] = [];
  for (;;) {
    const recipient = typed.get(`chases.${kept.length}.recipient`)?.[0];
    if (recipient === undefined) return kept;
    const known = missing.find((one) => one.recipient === recipient);
    kept.push(
      known ?? { recipient, name: typed.get(`chases.${kept.length}.name`)?.[0] ?? '', due_end: null },
    );
  }
}

interface LettersProps {
  visit: Visit;
  plan: PlanRow;
  rows: readonly Pick<ListedRow, 'recipient' | 'name' | 'due_end'>[];
}

function Letters({ visit, plan, rows }: LettersProps) {
  const say = belowWords.in(visit.language);
  const field = fieldsOf(visit, 'subplan.chase', { plan: plan.id });
  return (
    <ActionForm visit={visit} action="subplan.chase" params={{ plan: plan.id }}>
      {rows.map((row, index) => {
        const name = (part: string) => `chases.${index}.${part}`;
        return (
          <section>
            <h2>{say('subplan-chase.to', { name: row.name })}</h2>
            <input type="hidden" name={name('recipient')} value={row.recipient} />
            <input type="hidden" name={name('name')} value={row.name} />
            <Checkboxes
              label={say('subplan-chase.to', { name: row.name })}
              labelHidden
              options={[{ value: 'on', label: say('subplan-chase.include') }]}
              {...field.many(name('send'), ['on'])}
            />
            <TextArea
              label={say('subplan-chase.text', { name: row.name })}
              rows={7}
              {...field(name('text'), letterText(visit, plan, row))}
            />
            <p>
              <copy-text
                for={fieldId(name('text'))}
                data-label={say('subplan-chase.copy')}
                data-done={say('subplan-chase.copied')}
              />
            </p>
          </section>
        );
      })}
      <ButtonRow>
        <Button>{say('subplan-chase.submit')}</Button>
      </ButtonRow>
    </ActionForm>
  );
}

/** What the Office writes to a recipient, before anybody edits it: in the language of documents. */
function letterText(visit: Visit, plan: PlanRow, row: Pick<ListedRow, 'name' | 'due_end'>): string {
  const say = belowWords.in('vi');
  const day = visit.house.clock.today();
  const until = addWorkingDays(day, WORKING_DAYS_TO_ANSWER, officialCalendar) ?? day;
  const text = say('subplan-chase.letter', {
    name: row.name,
    plan: plan.number ?? plan.title ?? '',
    year: plan.planYear ?? '',
    due:
      row.due_end === null ? '' : say('subplan-chase.letter.due', { day: formatOfficialDate(row.due_end) }),
    day: formatOfficialDate(day),
    until: formatOfficialDate(until),
  });
  return visit.house.demo ? say('subplan-chase.letter.demo', { text }) : text;
}
