import { accountUrl } from '../../people/index.ts';
import type { House } from '../../platform/http/visit.ts';
import { formatDaysLeft } from '../../platform/i18n/time-left.ts';
import type { CivilDate } from '../../pure/calendar/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { ANSWER } from '../answered.ts';
import { reminderUrl } from '../urls.ts';
import { reminderWords } from '../words.ts';

/** A reminder as a letter tells it. */
export interface Told {
  id: string;
  kind: string;
  title: string;
  last_day: CivilDate | null;
  letter: string | null;
}

/** Subjects are one line, and not longer than a list of letters shows. */
const SUBJECT_LENGTH = 120;

/** Subject and text of the letter that carries some reminders, in the language of who asks. */
export function letterText(
  { clock, agencyName }: { clock: House['clock']; agencyName: string },
  person: string,
  reminders: readonly Told[],
  baseUrl: string,
): { subject: string; text: string } {
  const say = reminderWords.say;
  const today = clock.today();
  const due = ({ last_day }: Told) =>
    last_day === null
      ? undefined
      : say('mail.due', { date: formatDate(last_day), left: formatDaysLeft(last_day, today) });
  const [first] = reminders;
  const single = reminders.length === 1 ? first : undefined;
  const subject =
    single === undefined
      ? say('mail.subject.many', { count: reminders.length })
      : single.letter === null
        ? say('mail.subject.one', { title: single.title })
        : say(single.kind === ANSWER ? 'mail.subject.chase-answer' : 'mail.subject.chase', {
            title: single.title,
          });
  const parts = reminders.map((reminder) =>
    [
      reminder.letter ?? reminder.title,
      due(reminder),
      say('mail.open', { address: baseUrl + reminderUrl(reminder.id) }),
    ]
      .filter((line) => line !== undefined)
      .join('\n'),
  );
  const ownWords = single?.letter === undefined || single.letter === null;
  return {
    subject: shortened(subject.replaceAll(/\s+/g, ' ')),
    text: [
      ...(ownWords ? [say('mail.greeting', { person }), say('mail.intro')] : []),
      ...parts,
      say('mail.end', { agency: agencyName, address: baseUrl + accountUrl() }),
    ].join('\n\n'),
  };
}

function shortened(subject: string): string {
  const signs = [...subject];
  return signs.length <= SUBJECT_LENGTH ? subject : `${signs.slice(0, SUBJECT_LENGTH - 1).join('')}…`;
}
