import { listUnits } from '../../agencies/index.ts';
import { findPlan, type PlanRow, plansUrl, planUrl } from '../../plan/index.ts';
import {
  answerDay,
  countReady,
  type Letter,
  LettersForm,
  letterOf,
  typedAddressees,
} from '../../platform/http/letters.tsx';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { asOfNow } from '../../platform/measure/as-of.ts';
import { refuse } from '../../platform/refusal.ts';
import { Button, Checkboxes, EmptyState, Form } from '../../platform/view/index.ts';
import { formatOfficialDate } from '../../pure/vietnamese/index.ts';
import { chaseSubject } from '../policy.ts';
import { type ListedRow, owingOfPlan, showCondition } from '../subplan-list.tsx';
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
      missing: await owingOfPlan(query, scope, id, asOfNow(visit.house.clock))
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
  const form = { action: 'subplan.chase', params: { plan: id }, addressee: 'recipient' };
  const typed = typedAddressees(visit, form);
  // One whose plan has come meanwhile keeps its place.
  const rows =
    typed?.map(
      ({ key, to }) =>
        missing.find((one) => one.recipient === key) ?? {
          recipient: key,
          name: to,
          due_end: null,
          chased: 0,
          last_chased: null,
        },
    ) ?? chosen;
  const letters = rows.map(
    (row): Letter => ({
      key: row.recipient,
      to: row.name,
      text: letterText(visit, plan, row),
      before: row.last_chased === null ? undefined : { count: row.chased, last: row.last_chased },
    }),
  );
  return {
    title: say('subplan-chase.title', { count: countReady(visit, letters) }),
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
          <LettersForm visit={visit} {...form} letters={letters} />
        </>
      ),
  };
});

/** What the Office writes to a recipient, before anybody edits it: in the language of documents. */
function letterText(visit: Visit, plan: PlanRow, row: Pick<ListedRow, 'name' | 'due_end'>): string {
  const say = belowWords.in('vi');
  const day = visit.house.clock.today();
  return letterOf(
    visit,
    say('subplan-chase.letter', {
      name: row.name,
      plan: plan.number ?? plan.title ?? '',
      year: plan.planYear ?? '',
      due:
        row.due_end === null ? '' : say('subplan-chase.letter.due', { day: formatOfficialDate(row.due_end) }),
      day: formatOfficialDate(day),
      until: formatOfficialDate(answerDay(day, WORKING_DAYS_TO_ANSWER)),
    }),
  );
}
