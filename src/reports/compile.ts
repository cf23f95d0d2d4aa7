import type { Unit } from '../agencies/index.ts';
import type { Performing } from '../platform/actions/action.ts';
import type { Reader } from '../platform/database/database.ts';
import { asOf } from '../platform/measure/as-of.ts';
import { manifestOf } from './actions/common.ts';
import type { Manifest } from './domain/manifest.ts';
import type { ReportKind, ReportSection, ReportSource, ReportState, ReportTexts } from './domain/report.ts';
import { type FoundReport, findReport, reportingUnits, waitingConcerns } from './queries.ts';
import { judgedAt } from './report-tasks.ts';

/** What the department's report is made from, and what follows from it. */
export interface CompiledReport {
  manifest: Manifest;
  sources: ReportSource[];
  /** Units without a confirmed report. */
  missing: string[];
  texts: ReportTexts;
}

/** The confirmed reports of the units and on the areas for a period. */
export async function confirmedReports(
  query: Reader,
  agencyId: string,
  { planId, period }: Pick<ReportState, 'planId' | 'period'>,
): Promise<FoundReport[]> {
  const rows = await query
    .selectFrom('report')
    .innerJoin('unit', (join) =>
      join.onRef('unit.agency_id', '=', 'report.agency_id').onRef('unit.id', '=', 'report.unit_id'),
    )
    .leftJoin('plan_area', (join) =>
      join
        .onRef('plan_area.agency_id', '=', 'report.agency_id')
        .onRef('plan_area.plan_id', '=', 'report.plan_id')
        .onRef('plan_area.area', '=', 'report.area'),
    )
    .select('report.id')
    .where('report.agency_id', '=', agencyId)
    .where('report.plan_id', '=', planId)
    .where('period', '=', period)
    .where('state', '=', 'confirmed')
    .orderBy('plan_area.position')
    .orderBy('unit.position')
    .orderBy('report.id')
    .execute();
  const found: FoundReport[] = [];
  for (const { id } of rows) {
    const report = await findReport(query, id);
    if (report !== undefined) found.push(report);
  }
  return found;
}

/** Puts the confirmed reports of a period together: each task once, each text under whose it is. */
export async function compiled(
  performing: Performing,
  agencyId: string,
  of: Pick<ReportState, 'planId' | 'period'>,
): Promise<CompiledReport> {
  const { query, clock } = performing;
  const now = asOf(performing.clock.now());
  const units = await reportingUnits(query, agencyId, clock.today());
  const sources = await confirmedReports(query, agencyId, of);
  const ofUnits = sources.filter(({ kind }) => kind === 'unit');
  // A task of two units counts once.
  const tasks = new Set(
    ofUnits.flatMap(({ state }) => state.manifest?.tasks.map(({ taskId }) => taskId) ?? []),
  );
  const concerns = await waitingConcerns(query, agencyId, of.planId, now.instant.toString());
  const confirmed = new Set(ofUnits.map(({ unitId }) => unitId));
  return {
    // The tasks are those of the confirmed reports; how each stands is as of the moment in which they are put together.
    manifest: manifestOf(now, await judgedAt(query, of.planId, [...tasks], now)),
    sources: sources.map(({ id, seq }) => ({ reportId: id, seq })),
    missing: units.map(({ id }) => id).filter((id) => !confirmed.has(id)),
    texts: {
      results: joined(sources, 'area', 'results', units),
      achievements: joined(sources, 'unit', 'achievements', units),
      limits: joined(sources, 'unit', 'limits', units),
      next: joined(sources, 'unit', 'next', units),
      proposals: concerns
        .filter(({ unitId }) => confirmed.has(unitId))
        .map(({ unitId, text }) => `- ${nameOf(units, unitId)}: ${text}`)
        .join('\n'),
    },
  };
}

/** A text of each report that has one, under the name of its area or unit. */
function joined(
  reports: readonly FoundReport[],
  kind: ReportKind,
  section: ReportSection,
  units: readonly Unit[],
): string {
  return reports
    .filter((report) => report.kind === kind)
    .flatMap(({ state }) => {
      const text = state.texts[section];
      return text ? [`- ${state.area ?? nameOf(units, state.unitId)}: ${text}`] : [];
    })
    .join('\n');
}

const nameOf = (units: readonly Unit[], id: string) => units.find((unit) => unit.id === id)?.name ?? '';
