import { defineAction } from '../../platform/actions/action.ts';
import { text } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { REPORT_SIGNERS } from '../domain/report.ts';
import * as decide from '../domain/report-decisions.ts';
import { findReport } from '../queries.ts';
import { draftSubject } from '../report-rights.ts';
import { reportUrl } from '../urls.ts';
import { ofReport, onReport, reportChain } from './common.ts';

/** The drafters hand the department's report on: to the head of the Office first. */
export const submitForSignature = defineAction({
  name: 'report.submit-for-signature',
  path: '/reports/:report/submission-for-signature',
  permission: 'report.draft',
  sees: 'report.read',
  input: ofReport,
  async subject(query, input) {
    const found = await findReport(query, input.report);
    return found?.kind === 'department' ? draftSubject(found) : undefined;
  },
  async perform(performing, { report }) {
    const { id, seq } = await onReport(performing, report, (state) =>
      decide.submitForSignature(state, performing.clock.today()),
    );
    return { id, seq };
  },
  next: (input) => reportUrl(input.report),
});

/** The head of the Office has looked through the draft. */
export const reviewReport = defineAction({
  name: 'report.review',
  path: '/reports/:report/review',
  permission: 'report.review',
  sees: 'report.read',
  input: ofReport,
  subject: (query, input) => reportChain(query, input.report),
  async perform(performing, { report }) {
    const { id, seq } = await onReport(performing, report, decide.review);
    return { id, seq };
  },
  next: (input) => reportUrl(input.report),
});

/** The deputy director in charge agrees with the draft. */
export const agreeToReport = defineAction({
  name: 'report.agree',
  path: '/reports/:report/agreement',
  permission: 'report.agree',
  sees: 'report.read',
  input: ofReport,
  subject: (query, input) => reportChain(query, input.report),
  async perform(performing, { report }) {
    const { id, seq } = await onReport(performing, report, decide.agree);
    return { id, seq };
  },
  next: (input) => reportUrl(input.report),
});

/** Whoever has the draft before them sends it back to the drafters. */
export const sendBackDraft = defineAction({
  name: 'report.send-back-draft',
  path: '/reports/:report/sending-back-draft',
  permission: 'report.send-back',
  sees: 'report.read',
  input: ofReport.extend({ reason: text(2000) }),
  subject: (query, input) => reportChain(query, input.report),
  async perform(performing, { report, reason }) {
    const { id, seq } = await onReport(performing, report, (state) => decide.sendBackDraft(state, reason));
    return { id, seq };
  },
  next: (input) => reportUrl(input.report),
});

/** The director has signed, or a deputy in the director's stead. */
export const signReport = defineAction({
  name: 'report.sign',
  path: '/reports/:report/signature',
  permission: 'report.sign',
  sees: 'report.read',
  input: ofReport,
  subject: (query, input) => reportChain(query, input.report),
  async perform(performing, { report }) {
    const { post } = performing;
    const as = REPORT_SIGNERS.find((role) => role === post.role);
    if (as === undefined) throw new RefusalError(refuse('forbidden:role', { permission: 'report.sign' }));
    const { id, seq } = await onReport(performing, report, (state) => decide.sign(state, as, post.personId));
    return { id, seq };
  },
  next: (input) => reportUrl(input.report),
});
