import type { Ledger } from '../platform/ledger/ledger.ts';
import { type DossierEvent, type DossierState, openHandOver } from './domain/dossier.ts';
import { foldDossier } from './domain/fold.ts';
import { fits } from './domain/status.ts';

/** Units that may read it: those that had it or were asked, and the one that shall get it. */
function readersOf(state: DossierState): string[] {
  const pending = openHandOver(state)?.to;
  return pending === undefined || state.unitIds.includes(pending)
    ? [...state.unitIds]
    : [...state.unitIds, pending];
}

/** When a supplement was asked for after acceptance: first, or again. */
function askedAfter({ supplements }: DossierState, which: 0 | 1): string | null {
  return supplements.filter(({ stage }) => stage === 'after')[which]?.requestedAt ?? null;
}

/** The ledger of dossiers: one stream each, in the agency that handles it. */
export const dossierLedger: Ledger<DossierState, DossierEvent> = {
  kind: 'dossier',
  fold: (state, event) => foldDossier(state, event, event.stamp),
  projections: [
    {
      table: 'dossier',
      stream: 'id',
      key: [],
      rows: (state) => [
        {
          code: state.code,
          procedure_id: state.procedureId,
          procedure_version_id: state.procedureVersionId,
          channel: state.channel,
          by_self: state.bySelf,
          status: state.status,
          outcome: state.outcome,
          subject: state.subject,
          owner_id: state.parties.owner.partyId,
          owner_version: state.parties.owner.version,
          support_agency_id: state.supportAgencyId,
          receiving_agency_id: state.receivingAgencyId,
          receiving_unit_id: state.receivingUnitId,
          unit_id: state.unitId,
          person_id: state.personId,
          pending_unit_id: fits(state.status, 'confirm-hand-over') ? (openHandOver(state)?.to ?? null) : null,
          unit_ids: readersOf(state),
          person_ids: [...state.personIds],
          step_name: state.step?.name ?? null,
          step_due_at: state.step?.due ?? null,
          return_by: state.returnBy,
          rules: state.rules,
          budget: state.budget,
          submitted_at: state.submittedAt,
          accepted_at: state.acceptedAt,
          original_due_at: state.originalDue,
          due_at: state.due,
          appointed_at: state.appointed,
          ended_at: state.endedAt,
          returned_at: state.returned?.at ?? null,
          refused_at: state.periods.find(({ status }) => status === 'refused')?.from ?? null,
          supplement_at: askedAfter(state, 0),
          supplement_again_at: askedAfter(state, 1),
          returned_by: state.returned?.by ?? null,
          supplements: state.supplements.filter(({ stage }) => stage === 'after').length,
          apology_at: state.apology?.sentAt ?? null,
          apology_due_at: state.apology?.due ?? null,
          result_number: state.result?.number ?? null,
          result_date: state.result?.date ?? null,
          mirror_source: state.mirror?.source ?? null,
          mirror_at: state.mirror?.at ?? null,
        },
      ],
    },
    {
      table: 'dossier_period',
      stream: 'dossier_id',
      key: ['position'],
      rows: ({ periods }) =>
        periods.map((period, position) => ({
          position,
          status: period.status,
          unit_id: period.unitId,
          person_id: period.personId,
          due_at: period.due,
          appointed_at: period.appointed,
          from_at: period.from,
          to_at: period.to,
        })),
    },
    {
      table: 'dossier_opinion',
      stream: 'dossier_id',
      key: ['opinion_id'],
      rows: ({ opinions }) =>
        opinions.map((one) => ({
          opinion_id: one.opinion,
          of_unit_id: one.of.unitId,
          of_agency_id: one.of.agencyId,
          of_name: one.of.name,
          interlinked: one.interlinked,
          question: one.question,
          asked_at: one.askedAt,
          due_at: one.due,
          answered_at: one.answer?.at ?? null,
        })),
    },
  ],
};
