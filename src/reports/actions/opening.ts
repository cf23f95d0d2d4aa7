import { sql } from 'kysely';
import { z } from 'zod';
import { listUnits } from '../../agencies/index.ts';
import { findPlan, listAreas } from '../../plan/index.ts';
import type { Performing } from '../../platform/actions/action.ts';
import { id, oneOf, optionalId, optionalText } from '../../platform/actions/fields.ts';
import type { Reader } from '../../platform/database/database.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { uuid7 } from '../../platform/uuid.ts';
import { REPORT_PERIODS } from '../../pure/law/index.ts';
import { compiled } from '../compile.ts';
import { REPORT_KINDS, type ReportEvent, type ReportState, type ReportTexts } from '../domain/report.ts';
import { reportLedger } from '../ledger.ts';
import { periodsOf, reports } from '../queries.ts';

/** Names a report: of which plan and period, of a unit, on an area, or of the department. */
export const opening = z.object({
  plan: id(),
  period: oneOf(REPORT_PERIODS),
  kind: oneOf(REPORT_KINDS),
  /** Of a unit's own report. */
  unit: optionalId(),
  /** Of a part on an area. */
  area: optionalText(300),
});
type Opening = z.output<typeof opening>;

/** The report that is there, or a new one, whose figures are those of the records from the first moment. */
export async function openedReport(
  performing: Performing,
  input: Opening,
): Promise<{ id: string; seq: number }> {
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
}

/** Who drafts it: the unit itself; the owner of an area, or the Office where it has none; the Office for the department. */
export async function drafterOf(
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
