import type { Ledger } from '../platform/ledger/ledger.ts';
import { uuidOf } from '../platform/uuid.ts';
import { foldLeadership, type LeadershipEvent, type LeadershipState } from './domain/leadership.ts';
import { foldSubplan, type SubplanEvent, type SubplanOwner, type SubplanState } from './domain/subplan.ts';

/** The ledger of subplans: one stream a plan, recipient and kind, in the agency whose plan it is. */
export const subplanLedger: Ledger<SubplanState, SubplanEvent> = {
  kind: 'subplan',
  fold: (state, event) => foldSubplan(state, event, event.stamp),
  projections: [
    {
      table: 'subplan',
      stream: 'id',
      key: [],
      rows: (state) => [
        {
          plan_id: state.planId,
          recipient: state.recipient,
          unit_id: state.unitId,
          kind: state.kind,
          state: state.state,
          source: state.text?.source ?? null,
          number: state.text?.number ?? null,
          issue_date: state.text?.issueDate ?? null,
          file_id: state.text?.file?.id ?? null,
          file_name: state.text?.file?.name ?? null,
          sent_on: state.sentOn,
        },
      ],
    },
    {
      table: 'subplan_period',
      stream: 'subplan_id',
      key: ['position'],
      rows: (state) =>
        state.periods.map((period, position) => ({
          position,
          plan_id: state.planId,
          recipient: state.recipient,
          kind: state.kind,
          state: period.state,
          issue_date: period.issueDate,
          sent_on: period.sentOn,
          from_at: period.from,
          to_at: period.to,
        })),
    },
    {
      table: 'subplan_chase',
      stream: 'subplan_id',
      key: ['chase_id'],
      rows: (state) =>
        state.chases.map((one) => ({
          chase_id: one.chase,
          plan_id: state.planId,
          recipient: state.recipient,
          chase_text: one.text,
          sent_at: one.at,
          sent_by: one.by,
          answer: one.answer?.text ?? null,
          answered_at: one.answer?.at ?? null,
        })),
    },
  ],
};

/** There is one subplan of each kind by each recipient of a plan, so its id follows from these. */
export function subplanId({ planId, recipient, kind }: Pick<SubplanOwner, 'planId' | 'recipient' | 'kind'>) {
  return uuidOf(`subplan ${planId} ${recipient} ${kind}`);
}

/** The ledger of reform leadership: one stream an agency. */
export const leadershipLedger: Ledger<LeadershipState, LeadershipEvent> = {
  kind: 'leadership',
  fold: (state, event) => foldLeadership(state, event, event.stamp),
  projections: [
    {
      table: 'leadership',
      stream: 'leadership_id',
      key: ['no'],
      rows: ({ entries }) =>
        entries.map((entry, index) => ({
          no: index + 1,
          leader_name: entry.leader.name,
          leader_position: entry.leader.position,
          leader_is_head: entry.leaderIsHead,
          officer_name: entry.officer?.name ?? null,
          officer_position: entry.officer?.position ?? null,
          document_number: entry.number,
          document_date: entry.issueDate,
          file_id: entry.file?.id ?? null,
          file_name: entry.file?.name ?? null,
          valid_from: entry.from,
          valid_to: entry.until,
          recorded_at: entry.at,
          recorded_by: entry.by,
          superseded_at: entry.supersededAt,
        })),
    },
  ],
};

/** There is one register an agency. */
export const leadershipId = (agencyId: string) => uuidOf(`leadership ${agencyId}`);
