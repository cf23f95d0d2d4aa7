import { fold } from '../vietnamese/fold.ts';
import { WEEKDAYS, type Weekday } from './office-hours.ts';

/** Hours of a week as people write them, one line for days with the same hours. */
export type WeekHours = Readonly<Partial<Record<Weekday, readonly string[]>>>;

const NAMES: readonly (readonly [string, ...string[]])[] = [
  ['Thứ Hai', 'thu 2', 't2', 'monday', 'mon'],
  ['Thứ Ba', 'thu 3', 't3', 'tuesday', 'tue'],
  ['Thứ Tư', 'thu 4', 't4', 'wednesday', 'wed'],
  ['Thứ Năm', 'thu 5', 't5', 'thursday', 'thu'],
  ['Thứ Sáu', 'thu 6', 't6', 'friday', 'fri'],
  ['Thứ Bảy', 'thu 7', 't7', 'saturday', 'sat'],
  ['Chủ nhật', 'cn', 'sunday', 'sun'],
];
const BY_NAME = new Map(NAMES.flatMap((names, at) => names.map((name) => [fold(name), at])));

/**
 * Reads "Thứ Hai – Thứ Sáu: 8:00–12:00, 13h–17h", a line for days with the same hours; days are named as one speaks of
 * them, one, several ("T2, T4") or from one to another.
 * @returns the hours, or the line that says none
 */
export function readWeek(text: string): { hours: WeekHours } | { wrong: string } {
  const hours: Partial<Record<Weekday, readonly string[]>> = {};
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  for (const line of lines) {
    const [, days, times] = /^([^:]*?[^:\d\s][^:]*?)\s*:\s*(.+)$/.exec(line.trim()) ?? [];
    const named = days === undefined ? null : daysOf(days);
    const stretches = (times ?? '').split(/[,;]|\s+(?:và|and)\s+/).map(stretchOf);
    if (named === null || stretches.includes(null)) return { wrong: line.trim() };
    const written = stretches.filter((one) => one !== null);
    const inOrder = written.every(
      (one, at) => at === 0 || (written[at - 1] ?? '').slice(6) <= one.slice(0, 5),
    );
    if (!inOrder || named.some((day) => hours[day] !== undefined)) return { wrong: line.trim() };
    for (const day of named) hours[day] = written;
  }
  return lines.length === 0 ? { wrong: '' } : { hours };
}

/** The same as a reader wants it: "Thứ Hai – Thứ Sáu: 08:00–12:00, 13:00–17:00". */
export function writeWeek(hours: WeekHours): string {
  const lines: { first: number; last: number; times: string }[] = [];
  for (const [at, day] of WEEKDAYS.entries()) {
    const times = (hours[day] ?? []).map((one) => one.replace('-', '–')).join(', ');
    const before = lines.at(-1);
    if (times === '') continue;
    if (before?.times === times && before.last === at - 1) before.last = at;
    else lines.push({ first: at, last: at, times });
  }
  return lines
    .map(({ first, last, times }) => `${[...new Set([first, last])].map(nameOf).join(' – ')}: ${times}`)
    .join('\n');
}

const nameOf = (at: number) => NAMES[at]?.[0] ?? '';

function daysOf(text: string): Weekday[] | null {
  const days: Weekday[] = [];
  for (const part of text.split(/[,;]|\s+(?:và|and)\s+/)) {
    const ends = part.split(/\s*[-–—]\s*|\s+(?:đến|tới|to)\s+/).map((name) => BY_NAME.get(fold(name)));
    const [first, last = first] = ends;
    if (first === undefined || last === undefined || last < first || ends.length > 2) return null;
    days.push(...WEEKDAYS.slice(first, last + 1));
  }
  return new Set(days).size === days.length ? days : null;
}

/** "08:00-12:00" of "8h–12h" and the like. */
function stretchOf(text: string): string | null {
  const match =
    /^\s*(\d{1,2})(?:[:.hg](\d{2})?)?\s*(?:-|–|—|đến|tới|to)\s*(\d{1,2})(?:[:.hg](\d{2})?)?\s*$/i.exec(text);
  if (match === null) return null;
  const [, fromHour = '', fromMinute = '00', toHour = '', toMinute = '00'] = match;
  const [from, to] = [`${fromHour.padStart(2, '0')}:${fromMinute}`, `${toHour.padStart(2, '0')}:${toMinute}`];
  const isTime = (time: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time) || time === '24:00';
  return isTime(from) && isTime(to) && from < to ? `${from}-${to}` : null;
}
