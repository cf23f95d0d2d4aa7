import { agencyAndPersonOf } from '../people/index.ts';
import type { Performing } from '../platform/actions/action.ts';
import { letAnsweredPass, remind } from './reminders.ts';

/** The kind under which whoever sent a chase is told of its answer. */
export const ANSWER = 'chase-answer';

/** A chase that was answered. */
export interface AnsweredChase {
  chase: string;
  /** What of it was answered, among all that it named. */
  thing: string;
  /** Account of who sent it. */
  sender: string | null;
  /** Who answered about what: "KHTC: 16. Rà soát". */
  title: string;
  href: string;
  answer: string;
  /** Whether something of it still waits. */
  waits: boolean;
}

/** Lets the chase itself pass where nothing of it waits, and tells whoever sent it what was answered. */
export async function chaseAnswered(
  { query, clock, reach }: Pick<Performing, 'query' | 'clock' | 'reach'>,
  { chase, thing, sender, title, href, answer, waits }: AnsweredChase,
): Promise<void> {
  if (!waits) await letAnsweredPass(query, 'chase', chase, clock);
  const author = sender === null ? undefined : await agencyAndPersonOf(query, sender);
  if (author === undefined) return;
  await reach([author.agencyId]);
  const telling = {
    agencyId: author.agencyId,
    kind: ANSWER,
    thing,
    day: clock.today(),
    title,
    href,
    lastDay: null,
    letter: answer,
    charges: [{ unitId: null, personId: author.personId }],
  };
  await remind(query, [telling], clock);
}
