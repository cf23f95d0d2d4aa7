import { defineAction } from '../../platform/actions/action.ts';
import { text } from '../../platform/actions/fields.ts';
import { asOf } from '../../platform/measure/as-of.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import * as decide from '../domain/report-decisions.ts';
import { findReport, isPeriodClosed } from '../queries.ts';
import { countedTasks } from '../report-tasks.ts';
import { reportUrl } from '../urls.ts';
import { manifestOf, ofReport, onReport, reportDrafting, reportJudging } from './common.ts';

/** The head submits the unit's report: its figures stand, with what they were counted from. */
export const submitReport = defineAction({
  name: 'report.submit',
  path: '/reports/:report/submission',
  permission: 'report.submit',
  sees: 'report.read',
  input: ofReport,
  async subject(query, input) {
    const found = await findReport(query, input.report);
    return found === undefined || found.kind === 'department'
      ? undefined
      : reportDrafting(query, input.report);
  },
  async perform(performing, { report }) {
    const { query, clock } = performing;
    const found = await findReport(query, report);
    if (found === undefined) throw new RefusalError(refuse('missing:thing'));
    const closed = await isPeriodClosed(query, found.agencyId, found.state);
    const now = asOf(performing.clock.now());
    const manifest = manifestOf(now, await countedTasks(query, report, now));
    const { id, seq } = await onReport(performing, report, (state) =>
      decide.submit(state, manifest, clock.today(), closed),
    );
    return { id, seq };
  },
  next: (input) => reportUrl(input.report),
});

/** The Office finds the report of a unit in order. */
export const confirmReport = defineAction({
  name: 'report.confirm',
  path: '/reports/:report/confirmation',
  permission: 'report.confirm',
  sees: 'report.read',
  input: ofReport,
  subject: (query, input, actor) => reportJudging(query, input.report, actor),
  async perform(performing, { report }) {
    const { id, seq } = await onReport(performing, report, decide.confirm);
    return { id, seq };
  },
  next: (input) => reportUrl(input.report),
});

/** The Office sends the report of a unit back with a comment. */
export const sendBackReport = defineAction({
  name: 'report.send-back',
  path: '/reports/:report/sending-back',
  permission: 'report.confirm',
  sees: 'report.read',
  input: ofReport.extend({ reason: text(2000) }),
  subject: (query, input, actor) => reportJudging(query, input.report, actor),
  async perform(performing, { report, reason }) {
    const found = await findReport(performing.query, report);
    const closed =
      found !== undefined && (await isPeriodClosed(performing.query, found.agencyId, found.state));
    const { id, seq } = await onReport(performing, report, (state, judge) =>
      decide.sendBack(state, reason, judge, closed),
    );
    return { id, seq };
  },
  next: (input) => reportUrl(input.report),
});
