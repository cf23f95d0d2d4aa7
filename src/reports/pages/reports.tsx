import { listUnits, type Unit } from '../../agencies/index.ts';
import { findPlan, type PlanRow, plansUrl, planUrl } from '../../plan/index.ts';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { refuse } from '../../platform/refusal.ts';
import { type Column, DataTable, EmptyState, Tag } from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import type { ReportPeriod } from '../domain/periods.ts';
import { listReports, periodsOf, plansWithPeriods, type ReportRow, reportingUnits } from '../queries.ts';
import { chainSubject, draftSubject, readSubject } from '../report-rights.ts';
import { periodUrl, planReportsUrl, reportsUrl, reportUrl } from '../urls.ts';
import { reportWords } from '../words.ts';
import { OpenReport, ReportTag } from './parts.tsx';
import { showsOf } from './say.ts';

/** The report periods of every plan of the agency, with what one's own units have to do in each. */
export const reportsPage = definePage(reportsUrl(), async (visit) => {
  const say = reportWords.in(visit.language);
  const agencyId = visit.actor.agencyId;
  if (visit.scope('report.read').agencies.length === 0)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const found = await visit.read('plan.read', (query) => plansWithPeriods(query, agencyId));
  return {
    title: say('reports.title'),
    lead: say('reports.lead'),
    width: 'wide',
    body:
      found.length === 0 ? (
        <EmptyState>{say('reports.empty')}</EmptyState>
      ) : (
        await Promise.all(found.map(({ plan, periods }) => periodTable(visit, plan, periods, true)))
      ),
  };
});

/** The report periods of one plan. */
export const planReportsPage = definePage(planReportsUrl(':plan'), async (visit) => {
  const say = reportWords.in(visit.language);
  const id = visit.param('plan');
  const found = await visit.read('plan.read', async (query) => {
    const plan = await findPlan(query, id);
    if (plan === undefined || plan.version === 0) return undefined;
    return { plan, periods: await periodsOf(query, plan) };
  });
  if (found === undefined || !visit.scope('report.read').agencies.includes(found.plan.agencyId))
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const { plan, periods } = found;
  return {
    title: say('reports.of-plan'),
    kicker: plan.title,
    lead: say('reports.lead'),
    width: 'wide',
    breadcrumbs: [
      { href: plansUrl(), label: visit.say('plans.title') },
      { href: planUrl(id), label: plan.title ?? plan.fileName },
      { href: planReportsUrl(id), label: say('reports.title'), current: true },
    ],
    body:
      periods.length === 0 ? (
        <EmptyState>{say('reports.empty')}</EmptyState>
      ) : (
        await periodTable(visit, plan, periods, false)
      ),
  };
});

/** How far a period has come, as the visitor may see it. */
interface PeriodRow {
  period: ReportPeriod;
  /** Reports of units, those of the visitor's own where no others may be seen. */
  reports: readonly ReportRow[];
}

async function periodTable(
  visit: Visit,
  plan: PlanRow,
  periods: readonly ReportPeriod[],
  captioned: boolean,
) {
  const say = reportWords.in(visit.language);
  const today = visit.house.clock.today();
  const { reports, all, units } = await visit.read('report.read', async (query, scope) => ({
    reports: await listReports(query, scope, [plan.id]),
    all: await listUnits(query, plan.agencyId),
    units: await reportingUnits(query, plan.agencyId, today),
  }));
  const whole = seesAll(visit, plan.agencyId, all);
  const own = units.filter(
    (unit) => visit.may('report.draft', draftSubject({ agencyId: plan.agencyId, unitId: unit.id })).allowed,
  );
  const rows: PeriodRow[] = periods.map((period) => ({
    period,
    reports: reports.filter((one) => one.period === period.code),
  }));
  const count = ({ period, reports: found }: PeriodRow, show: ReturnType<typeof showsOf>[number]) =>
    units.filter((unit) =>
      showsOf(
        found.find((one) => one.kind === 'unit' && one.unitId === unit.id),
        period.due,
        today,
      ).includes(show),
    ).length;
  const figure = (row: PeriodRow, show: ReturnType<typeof showsOf>[number], text: string) =>
    count(row, show) === 0 ? text : <a href={periodUrl(plan.id, row.period.code, show)}>{text}</a>;
  const columns: Column<PeriodRow>[] = [
    {
      key: 'period',
      label: say('report.period'),
      rowHeader: true,
      nowrap: true,
      cell: ({ period }) => <a href={periodUrl(plan.id, period.code)}>{say(`period.${period.code}`)}</a>,
    },
    { key: 'due', label: say('period.due'), nowrap: true, cell: ({ period }) => dateOf(period.due) },
    {
      key: 'sent-due',
      label: say('period.sent-due'),
      nowrap: true,
      cell: ({ period }) => dateOf(period.sentDue),
    },
    ...own.map(
      (unit): Column<PeriodRow> => ({
        key: unit.id,
        label: own.length === 1 ? say('reports.own') : unit.name,
        cell: ({ period, reports: found }) => {
          const report = found.find((one) => one.kind === 'unit' && one.unitId === unit.id);
          return report === undefined ? (
            <OpenReport visit={visit} plan={plan} period={period.code} kind="unit" unit={unit.id} small />
          ) : (
            <a href={reportUrl(report.id)}>
              <ReportTag visit={visit} state={report.state} />
            </a>
          );
        },
      }),
    ),
    ...(whole
      ? (['sent', 'confirmed', 'late'] as const).map(
          (show): Column<PeriodRow> => ({
            key: show,
            label: say(`period.show.${show}`),
            align: 'end',
            cell: (row) =>
              figure(
                row,
                show,
                show === 'late' ? String(count(row, show)) : `${count(row, show)}/${units.length}`,
              ),
          }),
        )
      : []),
    {
      key: 'department',
      label: say('report.kind.department'),
      cell: ({ reports: found }) => {
        const report = found.find((one) => one.kind === 'department');
        if (report === undefined) return <Tag tone="neutral">{say('report.none')}</Tag>;
        return (
          <a href={reportUrl(report.id)}>
            <ReportTag visit={visit} state={report.state} />
          </a>
        );
      },
    },
  ];
  return (
    <DataTable
      id={`periods-${plan.id}`}
      caption={say('reports.caption', { plan: plan.number ?? plan.title ?? plan.fileName })}
      captionHidden={!captioned}
      rows={rows}
      columns={columns}
      empty={{ text: say('reports.empty') }}
    />
  );
}

const dateOf = (day: string | null) => (day === null ? '–' : formatDate(day));

/** Whether the visitor sees the reports of all units: the Office and the leaders do. */
export function seesAll(visit: Visit, agencyId: string, units: readonly Unit[]): boolean {
  return visit.may('report.read', chainSubject(agencyId, units)).allowed;
}

/** Whether the visitor may know of a report. */
export function seesReport(
  visit: Visit,
  report: Parameters<typeof readSubject>[0],
  units: readonly Unit[],
): boolean {
  return visit.may('report.read', readSubject(report, units)).allowed;
}
