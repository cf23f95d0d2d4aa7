import type { CivilDate } from '../../../pure/calendar/civil-date.ts';

/** What is done in a step; the clock of a dossier ends before its result is returned. */
export const STEP_KINDS = [
  'receive',
  'assign',
  'handle',
  'consult',
  'check',
  'sign',
  'register',
  'return-result',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** Roles of the installation that a step can be given to. */
export const STEP_ROLES = [
  'one_stop_officer',
  'head',
  'deputy_head',
  'officer',
  'director',
  'deputy_director',
  'office_clerk',
  'records_clerk',
] as const;
export type StepRole = (typeof STEP_ROLES)[number];

/**
 * Who does a step: a role in a unit, in whichever unit handles the dossier where none is named; or another agency, in
 * an interlinked procedure or for its opinion.
 */
export type StepAssignee =
  | { kind: 'role'; role: StepRole; unitId: string | null }
  | { kind: 'agency'; name: string };

/** On to a later step, back to an earlier one, or the end of the dossier. */
export const BRANCH_KINDS = ['forward', 'return', 'result', 'refusal'] as const;
export type BranchKind = (typeof BRANCH_KINDS)[number];

/** Stands where a branch leads to no step. */
export const END = 'end';

/** A way out of a step. */
export interface Branch {
  /** Key of a step, or {@link END}. */
  to: string;
  /** In which case; null for the only way, or every other case. */
  when: string | null;
  kind: BranchKind;
}

export interface ProcessStep {
  /** Stands for it within its process: "s1". */
  key: string;
  name: string;
  kind: StepKind;
  assignee: StepAssignee | null;
  /** Who and what, as the decision writes it. */
  who: string | null;
  work: string | null;
  /** "4wh", as `readBudget` reads it; null where none is set. */
  limit: string | null;
  next: Branch[];
}

export const PROCESS_STATES = ['draft', 'published', 'replaced'] as const;
export type ProcessState = (typeof PROCESS_STATES)[number];

/** How an agency handles the dossiers of a procedure: "quy trình nội bộ". Its first step is where each begins. */
export interface InternalProcess {
  id: string;
  agencyId: string;
  procedureId: string;
  /** "QT-GDTH-05", of the quality system; null where it has none. */
  isoCode: string | null;
  /** As the agency counts: "02". */
  version: string;
  state: ProcessState;
  approver: string | null;
  approvedOn: CivilDate | null;
  validFrom: CivilDate | null;
  /** The last day; null while no other version follows. */
  validTo: CivilDate | null;
  steps: ProcessStep[];
}
