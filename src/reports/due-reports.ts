import { listUnits } from '../agencies/index.ts';
import { listReportingPlans, type PlanRow } from '../plan/index.ts';
import type { Reader } from '../platform/database/database.ts';
import type { DueThing, ReminderSource } from '../platform/reminders/source.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import type { ReportPeriod } from './domain/periods.ts';
import { periodsOfPlans, reports } from './queries.ts';
import { periodUrl } from './urls.ts';
import { reportWords } from './words.ts';

/** Reports that are still owed: of each unit by the earliest of the plan's dates, of the Office the department's own. */
export const dueReports: ReminderSource = {
  kind: 'report',
  async due(query, { agencies, until, of }) {
    const plans = await listReportingPlans(query, agencies);
    const periods = await periodsOfPlans(query, plans);
    const things: DueThing[] = [];
    for (const plan of plans) things.push(...(await ofPlan(query, plan, periods.get(plan.id) ?? [], until)));
    return things.filter(
      ({ charges }) =>
        of === undefined || charges.some(({ unitId }) => unitId !== null && of.units.includes(unitId)),
    );
  },
};

async function ofPlan(
  query: Reader,
  plan: PlanRow,
  all: readonly ReportPeriod[],
  until: CivilDate | undefined,
): Promise<DueThing[]> {
  const soon = (day: CivilDate | null): day is CivilDate =>
    day !== null && (until === undefined || day <= until);
  const periods = all.filter(({ due, sentDue }) => soon(due) || soon(sentDue));
  if (periods.length === 0) return [];
  const units = (await listUnits(query, plan.agencyId)).filter(reports);
  const there = await query
    .selectFrom('report')
    .select(['period', 'kind', 'unit_id', 'state', 'sent_on'])
    .where('agency_id', '=', plan.agencyId)
    .where('plan_id', '=', plan.id)
    .execute();
  const thing = (of: string, lastDay: CivilDate, unitId: string, code: string, title: string): DueThing => ({
    agencyId: plan.agencyId,
    thing: `${plan.id}:${code}:${of}`,
    title,
    href: periodUrl(plan.id, code),
    lastDay,
    charges: [{ unitId, personId: null }],
  });
  return periods.flatMap(({ code, due, sentDue }) => {
    const period = reportWords.say(`period.in-text.${code}`);
    const named = (key: 'report.reminder' | 'report.reminder.department') =>
      reportWords.say(key, { period, year: plan.planYear ?? '' });
    const sent = (unit: string) =>
      there.some(
        (one) =>
          one.period === code &&
          one.kind === 'unit' &&
          one.unit_id === unit &&
          one.state !== 'draft' &&
          one.state !== 'sent_back',
      );
    const gone = there.some(
      (one) => one.period === code && one.kind === 'department' && one.sent_on !== null,
    );
    const office = units.find(({ kind }) => kind === 'office');
    return [
      ...(soon(due) && !gone
        ? units
            .filter(({ id }) => !sent(id))
            .map(({ id }) => thing(id, due, id, code, named('report.reminder')))
        : []),
      ...(soon(sentDue) && !gone && office !== undefined
        ? [thing('department', sentDue, office.id, code, named('report.reminder.department'))]
        : []),
    ];
  });
}
