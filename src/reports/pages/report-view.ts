import { type Agency, findAgency, listUnits, type Unit } from '../../agencies/index.ts';
import { namesOfAccounts, namesOfPeople } from '../../people/index.ts';
import { findPlan, type PlanRow, plansUrl, planUrl } from '../../plan/index.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { asOfNow } from '../../platform/measure/as-of.ts';
import type { Link } from '../../platform/view/index.ts';
import { confirmedReports } from '../compile.ts';
import type { ReportPeriod } from '../domain/periods.ts';
import { isOpen } from '../domain/report.ts';
import {
  type ConcernRow,
  type FoundReport,
  findReport,
  isPeriodClosed,
  periodsOf,
  reportBefore,
  waitingConcerns,
} from '../queries.ts';
import { type ReportFigures, readReportFigures } from '../report-tasks.ts';
import { periodName } from '../report-title.ts';
import { periodUrl, planReportsUrl } from '../urls.ts';
import { reportWords } from '../words.ts';
import { seesReport } from './reports.tsx';

/** A report with everything that its pages say. */
export interface ReportView extends FoundReport {
  title: string;
  /** "quý I năm 2019". */
  periodName: string;
  plan: PlanRow;
  agency: Agency | undefined;
  period: ReportPeriod | undefined;
  units: readonly Unit[];
  figures: ReportFigures;
  /** The one before, whose texts are offered. */
  before: FoundReport | undefined;
  /** Raised earlier by the same unit and still waiting when this one's figures stood. */
  carried: readonly ConcernRow[];
  /** Whether the department has signed for the period. */
  closed: boolean;
  /** Of the department's while it is open: reports that were confirmed since it was made, or are so no longer. */
  outdated: number;
  accounts: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, string>;
  /** The way to it, down to its period. */
  breadcrumbs: Link[];
}

/** Reads the report of the page's address; undefined where the visitor may not know of it. */
export function viewReport(visit: Visit): Promise<ReportView | undefined> {
  return visit.read('report.read', async (query) => {
    const report = await findReport(query, visit.param('report'));
    if (report === undefined) return undefined;
    const { agencyId, state, events } = report;
    const units = await listUnits(query, agencyId);
    const plan = await findPlan(query, state.planId);
    if (plan === undefined || !seesReport(visit, report, units)) return undefined;
    const say = reportWords.in(visit.language);
    const name = periodName(state.period, plan.planYear, visit.language);
    const unit = units.find(({ id }) => id === state.unitId)?.name ?? '';
    const at = state.manifest?.asOf ?? visit.house.clock.now().toString();
    return {
      ...report,
      title: say(`report.title.${state.kind}`, { period: name, unit, area: state.area ?? '' }),
      periodName: name,
      plan,
      agency: await findAgency(query, agencyId),
      period: (await periodsOf(query, plan)).find(({ code }) => code === state.period),
      units,
      figures: await readReportFigures(query, report.id, asOfNow(visit.house.clock)),
      before: isOpen(state) ? await reportBefore(query, agencyId, state) : undefined,
      carried:
        state.kind === 'unit'
          ? await waitingConcerns(query, agencyId, state.planId, at, {
              unitId: state.unitId,
              besides: report.id,
            })
          : [],
      closed: await isPeriodClosed(query, agencyId, state),
      outdated:
        state.kind === 'department' && isOpen(state)
          ? outdatedBy(report, await confirmedReports(query, agencyId, state))
          : 0,
      accounts: await namesOfAccounts(
        query,
        events.flatMap(({ stamp }) => stamp.actorAccount ?? []),
      ),
      people: await namesOfPeople(query, [
        ...events.flatMap(({ stamp }) => stamp.onBehalfOf ?? []),
        ...(state.signed === null ? [] : [state.signed.personId]),
      ]),
      breadcrumbs: [
        { href: plansUrl(), label: visit.say('plans.title') },
        { href: planUrl(plan.id), label: plan.title ?? plan.fileName },
        { href: planReportsUrl(plan.id), label: say('reports.title') },
        { href: periodUrl(plan.id, state.period), label: say(`period.${state.period}`) },
      ],
    };
  });
}

function outdatedBy({ state }: FoundReport, confirmed: readonly FoundReport[]): number {
  const known = new Map(state.sources.map(({ reportId, seq }) => [reportId, seq]));
  const other = confirmed.filter(({ id, seq }) => known.get(id) !== seq).length;
  const gone = state.sources.filter(({ reportId }) => !confirmed.some(({ id }) => id === reportId)).length;
  return other + gone;
}
