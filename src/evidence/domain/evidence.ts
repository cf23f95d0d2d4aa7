import type { CivilDate } from '../../pure/calendar/civil-date.ts';

export const EVIDENCE_KINDS = ['document', 'event', 'file'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Evidence in one of the forms in which it was handed in. */
export interface Revision {
  kind: EvidenceKind;
  /** Issue date of the document, or the day of the event or of what the file shows. */
  evidenceDate: CivilDate;
  /** What it is about: the document's abstract, what took place, what the file shows. */
  abstract: string;
  /** As it was registered then; null where the evidence is no document. */
  document: { id: string; number: string; type: string } | null;
  file: { id: string; name: string; sha256: string } | null;
  /** What of the house it comes from, where that handed it in by itself. */
  origin?: EvidenceOrigin | null;
}

/** Something of the house that becomes evidence by its own course. */
export interface EvidenceOrigin {
  kind: 'report';
  id: string;
}

export type EvidenceEvent =
  | { type: 'recorded'; version: 1; payload: Revision }
  | { type: 'revised'; version: 1; payload: Revision };

export interface EvidenceState {
  /** The first is revision 1; all of them stay. */
  revisions: readonly Revision[];
}

/** The fold of a piece of evidence. */
export function foldEvidence(state: EvidenceState | undefined, event: EvidenceEvent): EvidenceState {
  return { revisions: [...(state?.revisions ?? []), event.payload] };
}

/** Hands evidence in: anew, or as its next revision. */
export function hand(state: EvidenceState | undefined, revision: Revision): EvidenceEvent[] {
  return [{ type: state === undefined ? 'recorded' : 'revised', version: 1, payload: revision }];
}
