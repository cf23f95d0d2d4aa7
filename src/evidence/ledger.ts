import type { Ledger, Row } from '../platform/ledger/ledger.ts';
import { type EvidenceEvent, type EvidenceState, foldEvidence } from './domain/evidence.ts';

/** The ledger of evidence: one stream a piece, an event a revision. */
export const evidenceLedger: Ledger<EvidenceState, EvidenceEvent> = {
  kind: 'evidence',
  fold: foldEvidence,
  projections: [
    { table: 'evidence', stream: 'id', key: [], rows: evidenceRows },
    { table: 'evidence_revision', stream: 'evidence_id', key: ['no'], rows: revisionRows },
  ],
};

function evidenceRows({ revisions }: EvidenceState): Row[] {
  const last = revisions.at(-1);
  return last === undefined
    ? []
    : [{ revision: revisions.length, kind: last.kind, evidence_date: last.evidenceDate }];
}

function revisionRows({ revisions }: EvidenceState): Row[] {
  return revisions.map((revision, index) => ({
    no: index + 1,
    kind: revision.kind,
    evidence_date: revision.evidenceDate,
    abstract: revision.abstract,
    document_id: revision.document?.id ?? null,
    document_number: revision.document?.number ?? null,
    document_type: revision.document?.type ?? null,
    file_id: revision.file?.id ?? null,
    file_name: revision.file?.name ?? null,
    sha256: revision.file?.sha256 ?? null,
    origin_kind: revision.origin?.kind ?? null,
    origin_id: revision.origin?.id ?? null,
  }));
}
