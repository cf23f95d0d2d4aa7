import { z } from 'zod';
import { listUnits } from '../../agencies/index.ts';
import { findPlan, type PlanRow } from '../../plan/index.ts';
import { defineAction, type Performing } from '../../platform/actions/action.ts';
import { id, oneOf, text, ticked } from '../../platform/actions/fields.ts';
import { isRefusal, RefusalError, refuse } from '../../platform/refusal.ts';
import { uuid7 } from '../../platform/uuid.ts';
import { REPORT_PERIODS, type ReportPeriodCode } from '../../pure/law/index.ts';
import { chaseAnswered, remind } from '../../reminders/index.ts';
import type { ReportEvent, ReportState } from '../domain/report.ts';
import * as decide from '../domain/report-decisions.ts';
import { reportLedger } from '../ledger.ts';
import { chainSubject } from '../report-rights.ts';
import { periodUrl, reportUrl } from '../urls.ts';
import { reportWords } from '../words.ts';
import { ofReport, onReport, reportDrafting } from './common.ts';
import { openedReport } from './opening.ts';

/** The Office chases units whose report of a period is not there, in one act: each on its report's ledger. */
export const chaseReports = defineAction({
  name: 'report.chase',
  path: '/plans/:plan/reports/:period/chases',
  permission: 'task.chase',
  sees: 'task.read',
  input: z.object({
    plan: id(),
    period: oneOf(REPORT_PERIODS),
    chases: z
      .array(z.object({ unit: id(), text: text(8000), send: ticked() }))
      .max(200, 'too-many')
      .default([]),
  }),
  async subject(query, input) {
    const plan = await findPlan(query, input.plan);
    return plan && chainSubject(plan.agencyId, await listUnits(query, plan.agencyId));
  },
  async perform(performing, { plan: planId, period, chases }) {
    const plan = await findPlan(performing.query, planId);
    if (plan === undefined) throw new RefusalError(refuse('missing:thing'));
    // In one order, so that two senders wait for each other instead of for themselves.
    const sent = chases
      .map((chase, index) => ({ ...chase, index }))
      .filter((chase) => chase.send)
      .sort((one, other) => (one.unit < other.unit ? -1 : 1));
    if (sent.length === 0) throw new RefusalError(refuse('invalid:no-chase', {}, { field: 'chases.0.send' }));
    for (const { unit, text: letter, index } of sent) {
      const report = await openedReport(performing, { plan: planId, period, kind: 'unit', unit, area: null });
      const chase = uuid7();
      await performing.append<ReportState, ReportEvent>(
        reportLedger,
        plan.agencyId,
        report.id,
        (state) => {
          if (state === undefined) return refuse('missing:thing');
          const decided = decide.chase(state, chase, letter);
          return isRefusal(decided)
            ? refuse('conflict:report-there', {}, { field: `chases.${index}.send` })
            : decided;
        },
        false,
      );
      await tellHeads(performing, plan, period, { unit, report: report.id, chase, letter });
    }
    return { id: planId, count: sent.length };
  },
  next: (input) => periodUrl(input.plan, input.period, 'missing'),
});

const titleOf = (period: ReportPeriodCode, planYear: number | null) =>
  reportWords.say('report-chase.reminder', {
    period: reportWords.say(`period.in-text.${period}`),
    year: planYear ?? '',
  });

/** A chase goes into the inboxes of the heads of its unit. */
async function tellHeads(
  { query, clock }: Performing,
  { agencyId, planYear }: PlanRow,
  period: ReportPeriodCode,
  { unit, report, chase, letter }: { unit: string; report: string; chase: string; letter: string },
): Promise<void> {
  const telling = {
    agencyId,
    kind: 'chase',
    thing: chase,
    day: clock.today(),
    title: titleOf(period, planYear),
    href: reportUrl(report),
    lastDay: null,
    letter,
    charges: [{ unitId: unit, personId: null }],
  };
  await remind(query, [telling], clock);
}

/** The chased unit says how its report stands. */
export const answerReportChase = defineAction({
  name: 'report.answer-chase',
  path: '/reports/:report/chases/:chase/answer',
  permission: 'report.draft',
  sees: 'report.read',
  input: ofReport.extend({ chase: id(), text: text(2000) }),
  subject: (query, input) => reportDrafting(query, input.report),
  async perform(performing, { report, chase, text: answer }) {
    const { state, ...done } = await onReport(performing, report, (known) =>
      decide.answerChase(known, chase, answer),
    );
    const plan = await findPlan(performing.query, state.planId);
    if (plan === undefined) throw new RefusalError(refuse('missing:thing'));
    const units = await listUnits(performing.query, plan.agencyId);
    await chaseAnswered(performing, {
      chase,
      thing: chase,
      sender: state.chases.find((one) => one.chase === chase)?.by ?? null,
      title: `${units.find(({ id }) => id === state.unitId)?.name}: ${titleOf(state.period, plan.planYear)}`,
      href: reportUrl(report),
      answer,
      waits: false,
    });
    return done;
  },
  next: (input) => reportUrl(input.report),
});
