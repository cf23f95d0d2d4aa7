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
import { refuse } from '../../platform/refusal.ts';
import { EmptyState } from '../../platform/view/index.ts';
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
  const { reportOf, missing } = await visit.read('report.read', async (query, scope) => {
    const reports = await listReports(query, scope, [plan.id], period.code);
    const reportOf = (unit: string) => reports.find((one) => one.kind === 'unit' && one.unitId === unit);
    const all = await reportingUnits(query, plan.agencyId, today);
    return {
      reportOf,
      missing: all.filter(({ id }) => showsOf(reportOf(id), period.due, today).includes('missing')),
    };
  });
  const form = { action: 'report.chase', params: { plan: id, period: period.code }, addressee: 'unit' };
  // A refused form keeps each letter in its place, also that of a unit whose report has come meanwhile.
  const to = typedAddressees(visit, form) ?? missing.map((unit) => ({ key: unit.id, to: unit.name }));
  const letters = to.map(({ key, to }): Letter => {
    const { chased = 0, lastChased = null } = reportOf(key) ?? {};
    const before = lastChased === null ? undefined : { count: chased, last: lastChased };
    return { key, to, text: letterText(visit, plan, period, to), before };
  });
  return {
    title: say('report-chase.title', { count: countReady(visit, letters) }),
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
      to.length === 0 ? (
        <EmptyState>{say('report-chase.none')}</EmptyState>
      ) : (
        <LettersForm visit={visit} {...form} letters={letters} />
      ),
  };
});

/** What the Office writes, before anybody edits it: in the language of documents. */
function letterText(visit: Visit, plan: PlanRow, { code, due }: ReportPeriod, name: string): string {
  const say = reportWords.in('vi');
  const day = visit.house.clock.today();
  const late = due === null || due < day;
  const until = late ? answerDay(day, WORKING_DAYS_TO_REPORT) : due;
  return letterOf(
    visit,
    say(late ? 'report-chase.letter.late' : 'report-chase.letter', {
      name,
      day: formatOfficialDate(day),
      period: say(`period.in-text.${code}`),
      year: plan.planYear ?? '',
      plan: plan.number ?? plan.title ?? '',
      until: formatOfficialDate(until),
    }),
  );
}
