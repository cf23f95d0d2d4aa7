import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { findAgency } from '../../agencies/index.ts';
import { saveDocument } from '../../documents/index.ts';
import { handInDocument } from '../../evidence/index.ts';
import { findPlan, submitEvidence } from '../../plan/index.ts';
import { defineAction, type Performing } from '../../platform/actions/action.ts';
import { civilDay, text, whole } from '../../platform/actions/fields.ts';
import { civilDate } from '../../platform/clock/clock.ts';
import type { Reader } from '../../platform/database/database.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import type { ReportEvidence } from '../domain/report.ts';
import * as decide from '../domain/report-decisions.ts';
import { type FoundReport, findReport, periodsOf } from '../queries.ts';
import { abstractOf, REPORT_TYPE, symbolOf } from '../report-title.ts';
import { reportUrl } from '../urls.ts';
import { ofReport, onReport, reportChain } from './common.ts';

/** Number and issue date, from the register of outgoing documents that the records clerk keeps. */
export const registerReport = defineAction({
  name: 'report.register',
  path: '/reports/:report/number',
  permission: 'report.register',
  sees: 'report.read',
  input: ofReport.extend({ number: whole(1, 99_999), date: civilDay() }),
  subject: (query, input) => reportChain(query, input.report),
  async perform(performing, { report, number, date }) {
    const { query, clock } = performing;
    const { agencyId, state } = await reportOf(query, report);
    const agency = await findAgency(query, agencyId);
    // Nghị định 30/2020/NĐ-CP, annex I, II.3: a number below 10 is written with a zero in front.
    const entry = { number: String(number).padStart(2, '0'), symbol: symbolOf(agency?.symbol ?? ''), date };
    if (await isTaken(query, agencyId, entry, report))
      throw new RefusalError(
        refuse('invalid:number-taken', { number: `${entry.number}/${entry.symbol}` }, { field: 'number' }),
      );
    const signedOn = state.signed && civilDate(Temporal.Instant.from(state.signed.at));
    const { id, seq } = await onReport(performing, report, (known) =>
      decide.register(known, entry, signedOn, clock.today()),
    );
    return { id, seq };
  },
  next: (input) => reportUrl(input.report),
});

/** A number is given once a year, agency and symbol; whoever asks meanwhile waits. */
async function isTaken(
  query: Reader,
  agencyId: string,
  { number, symbol, date }: { number: string; symbol: string; date: CivilDate },
  report: string,
): Promise<boolean> {
  const year = Number(date.slice(0, 4));
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${[agencyId, symbol, year].join(' ')}, 0))`.execute(
    query,
  );
  const { rows } = await sql`
    SELECT FROM report WHERE agency_id = ${agencyId} AND number_year = ${year} AND symbol = ${symbol}
      AND number = ${number} AND id <> ${report}
    UNION ALL
    SELECT FROM document WHERE agency_id = ${agencyId} AND issuer IS NULL AND symbol = ${symbol}
      AND extract(year FROM issue_date) = ${year} AND ltrim(number, '0') = ltrim(${number}, '0')`.execute(
    query,
  );
  return rows.length > 0;
}

/** The report has gone out: it becomes a document of the house, and evidence of the task that asks for it. */
export const sendReport = defineAction({
  name: 'report.send',
  path: '/reports/:report/sending',
  permission: 'report.register',
  sees: 'report.read',
  input: ofReport.extend({ day: civilDay() }),
  subject: (query, input) => reportChain(query, input.report),
  async perform(performing, { report, day }) {
    const { query, clock } = performing;
    const found = await reportOf(query, report);
    const today = clock.today();
    // Refused before anything is made of it; the seq is compared with the event itself.
    const refusal = decide.sendable(found.state, day, today);
    if (refusal !== null) throw new RefusalError(refusal);
    const proves = await proof(performing, found, day);
    const { id, seq } = await onReport(performing, report, (state) => decide.send(state, day, today, proves));
    return { id, seq };
  },
  next: (input) => reportUrl(input.report),
});

async function proof(
  performing: Performing,
  { agencyId, id, state }: FoundReport,
  day: CivilDate,
): Promise<{ documentId: string; evidence: ReportEvidence | null }> {
  const { query } = performing;
  const plan = await findPlan(query, state.planId);
  if (plan === undefined || state.registered === null) throw new RefusalError(refuse('missing:thing'));
  const { number, symbol, date } = state.registered;
  const abstract = abstractOf(state, plan.planYear);
  const documentId = await saveDocument(performing, agencyId, {
    number,
    symbol,
    type: REPORT_TYPE,
    issuer: null,
    issueDate: date,
    abstract,
    fileId: null,
  });
  const milestone = (await periodsOf(query, plan)).find(({ code }) => code === state.period)?.milestone;
  if (!milestone) return { documentId, evidence: null };
  const document = { id: documentId, number: `${number}/${symbol}`, type: REPORT_TYPE, abstract };
  let evidenceId = '';
  const submitted = await submitEvidence(performing, agencyId, milestone, async () => {
    const handed = await handInDocument(performing, agencyId, document, day, { kind: 'report', id });
    evidenceId = handed.evidenceId;
    return handed;
  });
  const { taskId, milestone: no } = milestone;
  return { documentId, evidence: submitted ? { taskId, milestone: no, evidenceId } : null };
}

/** Whom the report is for has it, with the day and their receipt number. */
export const receiveReport = defineAction({
  name: 'report.receive',
  path: '/reports/:report/receiving',
  permission: 'report.register',
  sees: 'report.read',
  input: ofReport.extend({ day: civilDay(), number: text(60) }),
  subject: (query, input) => reportChain(query, input.report),
  async perform(performing, { report, day, number }) {
    const { id, seq } = await onReport(performing, report, (state) =>
      decide.receive(state, day, number, performing.clock.today()),
    );
    return { id, seq };
  },
  next: (input) => reportUrl(input.report),
});

async function reportOf(query: Reader, id: string): Promise<FoundReport> {
  const found = await findReport(query, id);
  if (found === undefined) throw new RefusalError(refuse('missing:thing'));
  return found;
}
