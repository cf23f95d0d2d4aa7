import { type SqlBool, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { listUnits, type Unit } from '../agencies/index.ts';
import { listReporting, listReportingPlans, type PlanRow } from '../plan/index.ts';
import type { Reader } from '../platform/database/database.ts';
import { foldAll, type NewEvent, type Recorded } from '../platform/ledger/ledger.ts';
import { readEvents } from '../platform/ledger/store.ts';
import type { Scope } from '../platform/policy/policy.ts';
import { UUID } from '../platform/uuid.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import type { ReportPeriodCode } from '../pure/law/index.ts';
import { type ReportPeriod, reportPeriods } from './domain/periods.ts';
import type { ReportKind, ReportState, ReportStateName } from './domain/report.ts';
import { reportLedger } from './ledger.ts';
import { type ReportRights, reportsWithin } from './report-rights.ts';

/** A report with its ledger. */
export interface FoundReport extends ReportRights {
  id: string;
  state: ReportState;
  seq: number;
  events: Recorded<NewEvent>[];
}

/** A report wherever the transaction may see its agency, folded from its ledger. */
export async function findReport(query: Reader, id: string): Promise<FoundReport | undefined> {
  if (!UUID.test(id)) return undefined;
  const row = await query.selectFrom('report').select('agency_id').where('id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  const events = await readEvents(query, row.agency_id, id);
  const state = foldAll(reportLedger, events);
  if (state === undefined) return undefined;
  return { ...rightsOf(row.agency_id, state), id, state, seq: state.seq, events };
}

export function rightsOf(agencyId: string, state: ReportState): ReportRights {
  return { agencyId, unitId: state.unitId, kind: state.kind, signed: state.signed !== null };
}

/** The report periods of plans, by their ids, from their reporting dates and the milestones that say the same. */
export async function periodsOfPlans(
  query: Reader,
  plans: readonly PlanRow[],
): Promise<ReadonlyMap<string, ReportPeriod[]>> {
  const reporting = await listReporting(
    query,
    plans.map(({ id }) => id),
  );
  if (reporting.size === 0) return new Map();
  const words = [...reporting.values()].flatMap((rows) => rows.map(({ raw }) => raw));
  const milestones = await query
    .selectFrom('milestone')
    .innerJoin('task', (join) =>
      join.onRef('task.agency_id', '=', 'milestone.agency_id').onRef('task.id', '=', 'milestone.task_id'),
    )
    .select([
      'task.plan_id as planId',
      'task.id as taskId',
      'task.no as taskNo',
      'milestone.no as milestone',
      'milestone.raw',
      'milestone.due_end as end',
    ])
    .where(sql<SqlBool>`task.plan_id = ANY (${[...reporting.keys()]}::uuid[])`)
    .where('task.kind', '=', 'task')
    .where('milestone.state', '<>', 'withdrawn')
    .where(sql<SqlBool>`milestone.raw = ANY (${[...new Set(words)]}::text[])`)
    .orderBy('task.position')
    .execute();
  const ofPlan = Map.groupBy(milestones, ({ planId }) => planId);
  return new Map(
    plans.flatMap(({ id, issueDate }) => {
      const rows = reporting.get(id);
      if (rows === undefined) return [];
      return [[id, reportPeriods(rows, ofPlan.get(id) ?? [], issueDate)] as const];
    }),
  );
}

/** The report periods of one plan. */
export async function periodsOf(query: Reader, plan: PlanRow): Promise<ReportPeriod[]> {
  return (await periodsOfPlans(query, [plan])).get(plan.id) ?? [];
}

/** The plans of an agency that have report periods, newest first. */
export async function plansWithPeriods(
  query: Reader,
  agencyId: string,
): Promise<{ plan: PlanRow; periods: ReportPeriod[] }[]> {
  const plans = (await listReportingPlans(query, [agencyId])).reverse();
  const periods = await periodsOfPlans(query, plans);
  return plans.flatMap((plan) => {
    const own = periods.get(plan.id) ?? [];
    return own.length === 0 ? [] : [{ plan, periods: own }];
  });
}

/** The units that report: divisions and the Office, as they are on a day. */
export async function reportingUnits(query: Reader, agencyId: string, day: CivilDate): Promise<Unit[]> {
  return (await listUnits(query, agencyId)).filter(
    (unit) => reports(unit) && unit.validFrom <= day && (unit.validTo === null || unit.validTo >= day),
  );
}

/** Whether a unit of that kind reports. */
export function reports({ kind }: Pick<Unit, 'kind'>): boolean {
  return kind === 'division' || kind === 'office';
}

export interface ReportRow {
  id: string;
  planId: string;
  period: ReportPeriodCode;
  kind: ReportKind;
  unitId: string;
  area: string | null;
  state: ReportStateName;
  submittedOn: CivilDate | null;
  sentOn: CivilDate | null;
  /** False where it was only asked for. */
  begun: boolean;
  chased: number;
  lastChased: Temporal.Instant | null;
  chaseAnswer: string | null;
}

/** The reports of plans that one may see, in the order of the units' own. */
export async function listReports(
  query: Reader,
  scope: Scope,
  plans: readonly string[],
  period?: ReportPeriodCode,
): Promise<ReportRow[]> {
  if (plans.length === 0 || scope.agencies.length === 0) return [];
  let rows = query
    .selectFrom('report')
    .selectAll()
    .where(reportsWithin(scope))
    .where('plan_id', 'in', [...plans]);
  if (period !== undefined) rows = rows.where('period', '=', period);
  return (await rows.orderBy('area').orderBy('id').execute()).map((row) => ({
    id: row.id,
    planId: row.plan_id,
    period: row.period as ReportPeriodCode,
    kind: row.kind as ReportKind,
    unitId: row.unit_id,
    area: row.area,
    state: row.state as ReportStateName,
    submittedOn: row.submitted_on,
    sentOn: row.sent_on,
    begun: row.begun,
    chased: row.chased,
    lastChased: row.last_chased,
    chaseAnswer: row.chase_answer,
  }));
}

/** Whether the department has signed its report of the period: nothing that goes into it comes after. */
export async function isPeriodClosed(
  query: Reader,
  agencyId: string,
  { planId, period }: Pick<ReportState, 'planId' | 'period'>,
): Promise<boolean> {
  const row = await query
    .selectFrom('report')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('plan_id', '=', planId)
    .where('period', '=', period)
    .where('kind', '=', 'department')
    .where('signed_at', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** The report of the same unit or area for the period before, as far as it was submitted. */
export async function reportBefore(
  query: Reader,
  agencyId: string,
  state: ReportState,
): Promise<FoundReport | undefined> {
  const row = await query
    .selectFrom('report')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('plan_id', '=', state.planId)
    .where('kind', '=', state.kind)
    .where('unit_id', '=', state.unitId)
    .where('area', 'is not distinct from', state.area)
    .where('position', '<', state.position)
    .where('as_of', 'is not', null)
    .orderBy('position', 'desc')
    .executeTakeFirst();
  return row && findReport(query, row.id);
}

export interface ConcernRow {
  reportId: string;
  number: number;
  kind: string;
  unitId: string;
  toUnit: string | null;
  text: string;
  answer: string | null;
}

/**
 * Concerns of a plan that were raised before an instant and not answered by then.
 * @param of the unit that asks; every one unless given
 */
export async function waitingConcerns(
  query: Reader,
  agencyId: string,
  planId: string,
  at: string,
  of?: { unitId: string; besides: string },
): Promise<ConcernRow[]> {
  let rows = query
    .selectFrom('report_concern')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('plan_id', '=', planId)
    .where(sql<SqlBool>`raised_at <= ${at}`)
    .where(sql<SqlBool>`(answered_at IS NULL OR answered_at > ${at})`);
  if (of !== undefined) rows = rows.where('unit_id', '=', of.unitId).where('report_id', '<>', of.besides);
  return (await rows.orderBy('raised_at').orderBy('report_id').orderBy('number').execute()).map((row) => ({
    reportId: row.report_id,
    number: row.number,
    kind: row.kind,
    unitId: row.unit_id,
    toUnit: row.to_unit,
    text: row.concern_text,
    answer: row.answer,
  }));
}
