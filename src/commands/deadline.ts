import { formatDayOff, formatLongDate } from '../platform/i18n/format.ts';
import {
  type ExplainedDay,
  fromDayNumber,
  officialCalendar,
  officialDays,
  officialDeadlines,
  officialOfficeHours,
  readBudget,
  type WallTime,
} from '../pure/calendar/index.ts';
import { formatDate } from '../pure/vietnamese/index.ts';
import { SettingsError, UsageError } from '../settings.ts';
import { commandWords, wrongUse } from './words.ts';

const { say } = commandWords;

/** Of the one zone of the installation; it has known no other since 1975. */
const OFFSET = '+07:00';
/** Years of which a day off is not yet compared with its notice. */
const PROVISIONAL = new Set(
  officialDays.flatMap(({ date, provisional }) => (provisional ? [date.slice(0, 4)] : [])),
);
/** Office hours that were not yet compared with any agency's own, by which this command counts. */
const HOURS_PROVISIONAL = officialOfficeHours.some(({ provisional }) => provisional);
const FLAGS = ['--calendar', '--explain', '--json'];

/**
 * `minhchung deadline add START BUDGET` and `minhchung deadline between FROM TO`: what the clock says, and with
 * `--explain` each day of the way. Needs no database.
 */
export async function deadlineCommand(args: readonly string[]): Promise<void> {
  const [verb, ...rest] = args;
  const calendarAt = rest.indexOf('--calendar');
  const calendar = calendarAt < 0 ? 'vn' : rest[calendarAt + 1];
  const words = rest.filter(
    (word, index) => !word.startsWith('--') && (calendarAt < 0 || index !== calendarAt + 1),
  );
  const unknown = rest.find((word) => word.startsWith('--') && !FLAGS.includes(word));
  const [first, second] = words;
  if (unknown !== undefined || first === undefined || second === undefined || words.length > 2)
    throw new UsageError(wrongUse(unknown, say('command.deadline-usage')));
  if (calendar !== 'vn') throw new UsageError(say('command.no-calendar', { name: calendar ?? '' }));
  const from = momentOf(first);
  const json = rest.includes('--json');
  const explains = rest.includes('--explain');
  if (verb === 'add') print(add(from, second), json, explains);
  else if (verb === 'between') print(between(from, momentOf(second)), json, explains);
  else throw new UsageError(wrongUse(verb, say('command.deadline-usage')));
}

/** What is printed: as JSON, as a line, and the days in between. */
interface Answer {
  json: object;
  line: string;
  days: readonly ExplainedDay[];
}

function add(start: WallTime, text: string): Answer {
  const budget = readBudget(text);
  if (budget === null) throw new UsageError(say('command.no-budget', { text }));
  const found = officialDeadlines.explain(start, budget) ?? beyond();
  const [day = '', time = ''] = found.due.split('T');
  return {
    json: { due: `${found.due}:00${OFFSET}` },
    line: say('deadline.due', { time, day: formatLongDate(day) }),
    days: found.days,
  };
}

function between(from: WallTime, to: WallTime): Answer {
  const found = officialDeadlines.between(from, to) ?? beyond();
  const [first = '', last = ''] = [from, to].sort().map((moment) => moment.slice(0, 10));
  const minutes = Math.abs(found.officeMinutes);
  const signed = (number: number) => String(number).replace('-', '−');
  const sign = found.officeMinutes < 0 ? '−' : '';
  return {
    json: found,
    line: say('deadline.between', {
      working: signed(found.workingDays),
      hours: `${sign}${Math.floor(minutes / 60)}`,
      minutes: minutes % 60,
      days: signed(found.calendarDays),
    }),
    days: officialCalendar.explain(first, last),
  };
}

function print({ json, line, days }: Answer, asJson: boolean, explains: boolean): void {
  const years = new Set(days.map(({ date }) => date.slice(0, 4)));
  const provisional = [...years].filter((year) => PROVISIONAL.has(year));
  if (asJson) {
    const doubtful = {
      ...(provisional.length > 0 && { provisional }),
      ...(HOURS_PROVISIONAL && { provisionalHours: true }),
    };
    process.stdout.write(`${JSON.stringify({ ...json, days, ...doubtful }, null, 2)}\n`);
    return;
  }
  const lines = [
    line,
    ...(explains ? days.map(lineOf) : []),
    ...(provisional.length > 0 ? [say('deadline.provisional', { years: provisional.join(', ') })] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  // Beside the answer, not in it: it holds for every answer.
  if (HOURS_PROVISIONAL) process.stderr.write(`${say('deadline.provisional-hours')}\n`);
}

function lineOf({ date, counted, reason }: ExplainedDay): string {
  const day = formatDate(date);
  if (counted) return say('deadline.counted', { day });
  return reason === null
    ? say('deadline.skipped.plain', { day })
    : say('deadline.skipped', { day, reason: formatDayOff(date) ?? reason });
}

/** A moment as it is typed, or as this command prints it, with seconds and offset. */
function momentOf(text: string): WallTime {
  const moment = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::00)?(?:\+07:00)?$/.exec(text)?.[1];
  try {
    // A day that does not exist is no moment either.
    if (moment !== undefined && officialDeadlines.between(moment, moment) !== undefined) return moment;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new UsageError(say('command.no-moment', { text }));
}

function beyond(): never {
  const { first, last } = officialCalendar.known;
  throw new SettingsError(
    say('command.year-unknown', {
      first: formatDate(fromDayNumber(first)),
      last: formatDate(fromDayNumber(last)),
    }),
  );
}
