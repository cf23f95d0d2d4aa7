import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { compiled } from '../compile.ts';
import * as decide from '../domain/report-decisions.ts';
import { findReport, reportBefore } from '../queries.ts';
import { draftSubject } from '../report-rights.ts';
import { reportUrl } from '../urls.ts';
import { ofReport, onReport, reportDrafting } from './common.ts';
import { drafterOf, openedReport, opening } from './opening.ts';

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
  perform: openedReport,
  next: (_input, { id: report }) => reportUrl(report),
});

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
