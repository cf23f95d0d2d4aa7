import type { Ledger, Row } from '../platform/ledger/ledger.ts';
import { fold } from '../pure/vietnamese/index.ts';
import { foldReport, hasBegun, type ReportEvent, type ReportState } from './domain/report.ts';

/** The ledger of reports: one stream a report, from its draft to its receipt by whom it is for. */
export const reportLedger: Ledger<ReportState, ReportEvent> = {
  kind: 'report',
  fold: (state, event) => {
    const { occurredAt, actorAccount, seq } = event.stamp;
    return foldReport(state, event, { at: occurredAt.toString(), account: actorAccount, seq });
  },
  projections: [
    { table: 'report', stream: 'id', key: [], rows: (state) => [reportRow(state)] },
    { table: 'report_task', stream: 'report_id', key: ['task_id'], rows: taskRows },
    { table: 'report_concern', stream: 'report_id', key: ['number'], rows: concernRows },
  ],
};

function reportRow(state: ReportState): Row {
  const { manifest, registered } = state;
  return {
    plan_id: state.planId,
    period: state.period,
    position: state.position,
    kind: state.kind,
    unit_id: state.unitId,
    area: state.area,
    state: state.state,
    seq: state.seq,
    as_of: manifest?.asOf ?? null,
    digest: manifest?.digest ?? null,
    submitted_on: state.submittedOn,
    signed_at: state.signed?.at ?? null,
    number: registered?.number ?? null,
    symbol: registered?.symbol ?? null,
    issue_date: registered?.date ?? null,
    number_year: registered === null ? null : Number(registered.date.slice(0, 4)),
    sent_on: state.sent?.day ?? null,
    received_on: state.received?.day ?? null,
    begun: hasBegun(state),
    chased: state.chases.length,
    last_chased: state.chases.at(-1)?.at ?? null,
    chase_answer: state.chases.findLast(({ answer }) => answer !== null)?.answer?.text ?? null,
  };
}

function taskRows({ manifest }: ReportState): Row[] {
  return (manifest?.tasks ?? []).map((task) => ({
    task_id: task.taskId,
    verdict: task.verdict,
    by_requirement: task.byRequirement,
    waiting: task.waiting,
    expected_on: task.expectedOn,
    evidence: task.evidence,
    documents: task.documents,
  }));
}

function concernRows(state: ReportState): Row[] {
  return state.concerns
    .filter((concern) => !concern.dropped)
    .map((concern) => ({
      number: concern.number,
      plan_id: state.planId,
      kind: concern.kind,
      unit_id: state.unitId,
      to_unit: concern.toUnit,
      concern_text: concern.text,
      concern_fold: fold(concern.text),
      raised_at: concern.raisedAt,
      answer: concern.answer?.text ?? null,
      answered_at: concern.answer?.at ?? null,
      answered_by: concern.answer?.by ?? null,
    }));
}
