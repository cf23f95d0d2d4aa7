import { sql } from 'kysely';
import { z } from 'zod';
import { listUnits } from '../../agencies/index.ts';
import { findPlan, listAreas } from '../../plan/index.ts';
import { defineAction } from '../../platform/actions/action.ts';
import { id, oneOf, optionalId, optionalText } from '../../platform/actions/fields.ts';
import type { Reader } from '../../platform/database/database.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { uuid7 } from '../../platform/uuid.ts';
import { compiled } from '../compile.ts';
import { REPORT_PERIODS } from '../domain/periods.ts';
import { REPORT_KINDS, type ReportEvent, type ReportState, type ReportTexts } from '../domain/report.ts';
import * as decide from '../domain/report-decisions.ts';
import { reportLedger } from '../ledger.ts';
import { findReport, periodsOf, reportBefore, reports } from '../queries.ts';
import { draftSubject } from '../report-rights.ts';
import { reportUrl } from '../urls.ts';
import { ofReport, onReport, reportDrafting } from './common.ts';

const opening = z.object({
  plan: id(),
  period: oneOf(REPORT_PERIODS),
  kind: oneOf(REPORT_KINDS),
  /** Of a unit's own report. */
  unit: optionalId(),
  /** Of a part on an area. */
  area: optionalText(300),
});
type Opening = z.output<typeof opening>;

/** Opens a report, or finds the one that is there: its figures are those of the records from the first moment. */
export const openReport = defineAction({
  name: 'report.open',
  path: '/plans/:plan/reports/:period/drafts',
  permission: 'report.draft',
  sees: 'report.read',
  input: opening,
  async subject(query, input) {
    const drafter = await drafterOf(query, input);
    return drafter && draftSubject(drafter);
  },
  async perform(performing, input) {
    const { query, append } = performing;
    const { kind, area } = { ...input, area: input.kind === 'area' ? input.area : null };
    const drafter = await drafterOf(query, input);
    const plan = await findPlan(query, input.plan);
    if (drafter === undefined || plan === undefined) throw new RefusalError(refuse('missing:thing'));
    const { agencyId, unitId } = drafter;
    const period = (await periodsOf(query, plan)).find(({ code }) => code === input.period);
    if (period === undefined) throw new RefusalError(refuse('missing:thing'));
    // Two who open the same report wait for each other, and the second finds it.
    const name = [agencyId, plan.id, period.code, kind, unitId, area].join(' ');
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(query);
    const known = await query
      .selectFrom('report')
      .select(['id', 'seq'])
      .where('agency_id', '=', agencyId)
      .where('plan_id', '=', plan.id)
      .where('period', '=', period.code)
      .where('kind', '=', kind)
      .where('unit_id', '=', unitId)
      .where('area', 'is not distinct from', area)
      .executeTakeFirst();
    if (known !== undefined) return known;
    const { code, position } = period;
    const texts: ReportTexts =
      kind === 'department' ? { recipients: await recipientsOutside(query, agencyId, plan.id) } : {};
    const report = { planId: plan.id, period: code, position, kind, unitId, area, texts };
    const opened: ReportEvent[] = [{ type: 'opened', version: 1, payload: report }];
    if (kind === 'department')
      opened.push({ type: 'compiled', version: 1, payload: await compiled(performing, agencyId, report) });
    const made = uuid7();
    const { seq } = await append<ReportState, ReportEvent>(reportLedger, agencyId, made, () => opened, false);
    return { id: made, seq };
  },
  next: (_input, { id: report }) => reportUrl(report),
});

/** Who drafts it: the unit itself; the owner of an area, or the Office where it has none; the Office for the department. */
async function drafterOf(
  query: Reader,
  { plan: planId, kind, unit, area }: Opening,
): Promise<{ agencyId: string; unitId: string } | undefined> {
  const plan = await findPlan(query, planId);
  if (plan === undefined || plan.version === 0) return undefined;
  const units = await listUnits(query, plan.agencyId);
  const office = units.find((one) => one.kind === 'office')?.id;
  const owner =
    kind === 'area' ? (await listAreas(query, planId)).find((one) => one.area === area) : undefined;
  if (kind === 'area' && owner === undefined) return undefined;
  const drafter = kind === 'unit' ? unit : (owner?.unitId ?? office);
  const found = units.find((one) => one.id === drafter && (kind !== 'unit' || reports(one)));
  return found && { agencyId: plan.agencyId, unitId: found.id };
}

/** Recipients of the plan that are neither units nor agencies below: for them the report is as well. */
async function recipientsOutside(query: Reader, agencyId: string, plan: string): Promise<string> {
  const rows = await query
    .selectFrom('plan_recipient')
    .select('written')
    .where('agency_id', '=', agencyId)
    .where('plan_id', '=', plan)
    .where('recipient_agency', 'is', null)
    .where('recipient_unit', 'is', null)
    .orderBy('key')
    .execute();
  return rows.map(({ written }) => written).join('\n');
}

const section = () => z.string().max(20_000, 'too-long').optional();

/** Writes the texts of a report; what is not sent stays. */
export const writeReport = defineAction({
  name: 'report.write',
  path: '/reports/:report/text',
  permission: 'report.draft',
  sees: 'report.read',
  input: ofReport.extend({
    direction: section(),
    results: section(),
    achievements: section(),
    limits: section(),
    proposals: section(),
    next: section(),
    recipients: section(),
  }),
  subject: (query, input) => reportDrafting(query, input.report),
  async perform(performing, { report, ...sections }) {
    const texts = Object.fromEntries(Object.entries(sections).filter(([, text]) => text !== undefined));
    const { id: changed, seq } = await onReport(performing, report, (state) => decide.write(state, texts));
    return { id: changed, seq };
  },
  next: (input) => reportUrl(input.report),
});

/** Takes the texts of the last period where nothing is written yet. */
export const recallReport = defineAction({
  name: 'report.recall',
  path: '/reports/:report/recalled-text',
  permission: 'report.draft',
  sees: 'report.read',
  input: ofReport,
  subject: (query, input) => reportDrafting(query, input.report),
  async perform(performing, input) {
    const found = await findReport(performing.query, input.report);
    const earlier = found && (await reportBefore(performing.query, found.agencyId, found.state));
    const { id: changed, seq } = await onReport(performing, input.report, (state) =>
      decide.recall(state, earlier?.state.texts ?? {}),
    );
    return { id: changed, seq };
  },
  next: (input) => reportUrl(input.report),
});

/** Makes the department's report anew from the confirmed ones. */
export const compileReport = defineAction({
  name: 'report.compile',
  path: '/reports/:report/compilation',
  permission: 'report.draft',
  sees: 'report.read',
  input: ofReport,
  async subject(query, input) {
    const found = await findReport(query, input.report);
    return found?.kind === 'department' ? draftSubject(found) : undefined;
  },
  async perform(performing, input) {
    const found = await findReport(performing.query, input.report);
    if (found === undefined) throw new RefusalError(refuse('missing:thing'));
    const made = await compiled(performing, found.agencyId, found.state);
    const { id: changed, seq } = await onReport(performing, input.report, (state) =>
      decide.compile(state, made),
    );
    return { id: changed, seq };
  },
  next: (input) => reportUrl(input.report),
});
