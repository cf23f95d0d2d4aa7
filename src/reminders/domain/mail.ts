/** Why a letter was not sent, or not yet. */
export const MAIL_FAILURES = ['no-server', 'no-address', 'refused', 'unreachable'] as const;
export type MailFailure = (typeof MAIL_FAILURES)[number];

/** Minutes until the next try after the first one failed, the second, … A letter of yesterday reminds of nothing. */
const WAITS = [1, 5, 15, 60, 240, 720] as const;

/** What the mail server, or the way to it, answered to a try. */
export interface MailAnswer {
  /** SMTP's three digits; undefined where no answer came. */
  status?: number | undefined;
  /** Whether it was said of the recipient or of the letter, not of who sends. */
  ofLetter: boolean;
}

/**
 * What becomes of a letter that could not be sent.
 * @param tries how often it was tried, this time among them
 * @returns the minutes until the next try; null gives it up: at once where the server says that it will never take it
 */
export function afterFailure(
  tries: number,
  { status, ofLetter }: MailAnswer,
): { failure: MailFailure; minutes: number | null } {
  const failure = status === undefined ? 'unreachable' : 'refused';
  const forGood = ofLetter && status !== undefined && status >= 500;
  return { failure, minutes: forGood ? null : (WAITS[tries - 1] ?? null) };
}
