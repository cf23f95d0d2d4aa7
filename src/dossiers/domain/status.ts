/** Where a dossier stands in the office; other systems know the coarser national statuses. */
export const STATUSES = [
  'submitted',
  'awaiting-completion',
  'refused',
  'accepted',
  'processing',
  'awaiting-supplement',
  'suspended',
  'proposed',
  'awaiting-signature',
  'signed',
  'finished',
  'returned',
  'withdrawn',
  'stopped',
] as const;
export type Status = (typeof STATUSES)[number];

/** What can be done to a dossier; each is an event of the same name. */
export const ACTS = [
  'accept',
  'refuse',
  'request-completion',
  'receive-completion',
  'hand-over',
  'confirm-hand-over',
  'decline-hand-over',
  'assign',
  'request-supplement',
  'receive-supplement',
  'ask-opinion',
  'answer-opinion',
  'suspend',
  'resume',
  'propose',
  'send-back',
  'agree',
  'sign',
  'finish',
  'return-result',
  'apologise',
  'withdraw',
  'stop',
  'correct',
] as const;
export type DossierAct = (typeof ACTS)[number];

const IN_HANDLING = [
  'hand-over',
  'confirm-hand-over',
  'decline-hand-over',
  'assign',
  'ask-opinion',
  'answer-opinion',
  'apologise',
  'withdraw',
  'stop',
  'correct',
] as const satisfies readonly DossierAct[];

/** What may be done where it stands; being late stops nothing. */
export const ACTS_IN = {
  submitted: ['accept', 'refuse', 'request-completion', 'withdraw', 'correct'],
  'awaiting-completion': ['receive-completion', 'refuse', 'withdraw', 'correct'],
  refused: [],
  accepted: [...IN_HANDLING, 'request-supplement', 'suspend', 'propose'],
  processing: [...IN_HANDLING, 'request-supplement', 'suspend', 'propose'],
  'awaiting-supplement': ['receive-supplement', 'answer-opinion', 'apologise', 'withdraw', 'stop', 'correct'],
  suspended: ['resume', 'answer-opinion', 'apologise', 'withdraw', 'stop', 'correct'],
  proposed: [...IN_HANDLING, 'agree', 'send-back'],
  'awaiting-signature': [...IN_HANDLING, 'sign', 'send-back'],
  signed: [...IN_HANDLING, 'finish'],
  finished: ['return-result', 'correct'],
  returned: ['correct'],
  withdrawn: [],
  stopped: [],
} as const satisfies Record<Status, readonly DossierAct[]>;

/** Whether an act fits where a dossier stands. */
export function fits(status: Status, act: DossierAct): boolean {
  return (ACTS_IN[status] as readonly DossierAct[]).includes(act);
}

/** Statuses in which the office, or the applicant, still owes something before the clock's end. */
export const OPEN = [
  'accepted',
  'processing',
  'awaiting-supplement',
  'suspended',
  'proposed',
  'awaiting-signature',
  'signed',
] as const satisfies readonly Status[];

/** Whether it was accepted and its handling has not ended. */
export function isOpen(status: Status): boolean {
  return (OPEN as readonly Status[]).includes(status);
}

/** The statuses by which the national portal and other systems speak of a dossier. */
export const NATIONAL_STATUSES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
export type NationalStatus = (typeof NATIONAL_STATUSES)[number];

/** Several of ours are one of theirs. 6, a fee to be paid, has none of ours: money is a thing apart. */
export const NATIONAL_STATUS = {
  submitted: 1,
  'awaiting-completion': 5,
  refused: 3,
  accepted: 2,
  processing: 4,
  'awaiting-supplement': 5,
  suspended: 4,
  proposed: 4,
  'awaiting-signature': 4,
  signed: 4,
  finished: 9,
  returned: 10,
  withdrawn: 7,
  stopped: 8,
} as const satisfies Record<Status, NationalStatus>;
