import { listUnits, type Unit } from '../../agencies/index.ts';
import { findPlan, type PlanRow, plansUrl, planUrl } from '../../plan/index.ts';
import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { refuse } from '../../platform/refusal.ts';
import { Button, ButtonRow, Checkboxes, EmptyState, fieldId, TextArea } from '../../platform/view/index.ts';
import { addWorkingDays, officialCalendar } from '../../pure/calendar/index.ts';
import { formatOfficialDate } from '../../pure/vietnamese/index.ts';
import type { ReportPeriod } from '../domain/periods.ts';
import { listReports, periodsOf, reportingUnits } from '../queries.ts';
import { chainSubject } from '../report-rights.ts';
import { newReportChaseUrl, periodUrl, planReportsUrl } from '../urls.ts';
import { reportWords } from '../words.ts';
import { showsOf } from './say.ts';

/** So many working days a unit has when its report is overdue already. */
const WORKING_DAYS_TO_REPORT = 2;

/** Chases ready to send: a letter to each unit whose report of the period is missing. */
export const newReportChasePage = definePage(newReportChaseUrl(':plan', ':period'), async (visit) => {
  if (visit.signedIn === null) return refuse('unauthenticated:sign-in');
  const say = reportWords.in(visit.language);
  const id = visit.param('plan');
  const today = visit.house.clock.today();
  const found = await visit.read('task.read', async (query) => {
    const plan = await findPlan(query, id);
    if (plan === undefined || plan.version === 0) return undefined;
    const period = (await periodsOf(query, plan)).find(({ code }) => code === visit.param('period'));
    return period && { plan, period, units: await listUnits(query, plan.agencyId) };
  });
  if (found === undefined) return refuse('missing:thing');
  const { plan, period, units } = found;
  const verdict = visit.may('task.chase', chainSubject(plan.agencyId, units));
  if (!verdict.allowed) return verdict.reason;
  const missing = await visit.read('report.read', async (query, scope) => {
    const reports = await listReports(query, scope, [plan.id], period.code);
    return (await reportingUnits(query, plan.agencyId, today)).filter((unit) =>
      showsOf(
        reports.find((one) => one.kind === 'unit' && one.unitId === unit.id),
        period.due,
        today,
      ).includes('missing'),
    );
  });
  return {
    title: say('report-chase.title', { count: missing.length }),
    kicker: plan.title,
    lead: say('report-chase.lead'),
    breadcrumbs: [
      { href: plansUrl(), label: visit.say('plans.title') },
      { href: planUrl(id), label: plan.title ?? plan.fileName },
      { href: planReportsUrl(id), label: say('reports.title') },
      { href: periodUrl(id, period.code), label: say(`period.${period.code}`) },
      { href: newReportChaseUrl(id, period.code), label: say('report-chase.open'), current: true },
    ],
    body:
      missing.length === 0 ? (
        <EmptyState>{say('report-chase.none')}</EmptyState>
      ) : (
        <Letters visit={visit} plan={plan} period={period} missing={missing} all={units} />
      ),
  };
});

interface LettersProps {
  visit: Visit;
  plan: PlanRow;
  period: ReportPeriod;
  missing: readonly Unit[];
  all: readonly Unit[];
}

function Letters({ visit, plan, period, missing, all }: LettersProps) {
  const say = reportWords.in(visit.language);
  const params = { plan: plan.id, period: period.code };
  const field = fieldsOf(visit, 'report.chase', params);
  const typed = visit.failedForm('report.chase', `/plans/${plan.id}/reports/${period.code}/chases`)?.form
    .typed;
  // A refused form keeps each letter in its place, also that of a unit whose report has come meanwhile.
  const kept = Array.from(
    { length: all.length },
    (_, index) => typed?.get(`chases.${index}.unit`)?.[0],
  ).flatMap((id) => all.find((unit) => unit.id === id) ?? []);
  return (
    <ActionForm visit={visit} action="report.chase" params={params}>
      {(kept.length > 0 ? kept : missing).map((unit, index) => {
        const name = (part: string) => `chases.${index}.${part}`;
        return (
          <section>
            <h2>{say('report-chase.to', { name: unit.name })}</h2>
            <input type="hidden" name={name('unit')} value={unit.id} />
            <Checkboxes
              label={say('report-chase.to', { name: unit.name })}
              labelHidden
              options={[{ value: 'on', label: say('report-chase.include') }]}
              {...field.many(name('send'), ['on'])}
            />
            <TextArea
              label={say('report-chase.text', { name: unit.name })}
              rows={7}
              {...field(name('text'), letterText(visit, plan, period, unit.name))}
            />
            <p>
              <copy-text
                for={fieldId(name('text'))}
                data-label={say('report-chase.copy')}
                data-done={say('report-chase.copied')}
              />
            </p>
          </section>
        );
      })}
      <ButtonRow>
        <Button>{say('report-chase.submit')}</Button>
      </ButtonRow>
    </ActionForm>
  );
}

/** What the Office writes, before anybody edits it: in the language of documents. */
function letterText(visit: Visit, plan: PlanRow, { code, due }: ReportPeriod, name: string): string {
  const say = reportWords.in('vi');
  const day = visit.house.clock.today();
  const late = due === null || due < day;
  const until = late ? (addWorkingDays(day, WORKING_DAYS_TO_REPORT, officialCalendar) ?? day) : due;
  const text = say(late ? 'report-chase.letter.late' : 'report-chase.letter', {
    name,
    day: formatOfficialDate(day),
    period: say(`period.in-text.${code}`),
    year: plan.planYear ?? '',
    plan: plan.number ?? plan.title ?? '',
    until: formatOfficialDate(until),
  });
  return visit.house.demo ? say('report-chase.letter.demo', { text }) : text;
}
