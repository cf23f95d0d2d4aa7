import type { CivilDate } from '../../pure/calendar/index.ts';
import { fromDayNumber, toDayNumber } from '../../pure/calendar/index.ts';

/** A last day in somebody's calendar. */
export interface CalendarDay {
  /** The same for the same thing, whenever it is asked for. */
  id: string;
  title: string;
  day: CivilDate;
  /** Where its page is. */
  address: string;
  kind: string;
}

export interface Calendar {
  name: string;
  /** In which the days are. */
  zone: string;
  /** When it was made: "20190603T010000Z". */
  stamp: string;
  days: readonly CalendarDay[];
}

/** Octets of a line, without its end (RFC 5545, 3.1). */
const LONGEST_LINE = 75;

/** A calendar as its programs read it (RFC 5545): each thing a day without hours, which keeps nobody from being free. */
export function calendarText({ name, zone, stamp, days }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Minh Chung//Reminders//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    `X-WR-TIMEZONE:${zone}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...days.flatMap(({ id, title, day, address, kind }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(id)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${basic(day)}`,
      `DTEND;VALUE=DATE:${basic(fromDayNumber(toDayNumber(day) + 1))}`,
      `SUMMARY:${escaped(title)}`,
      `CATEGORIES:${escaped(kind)}`,
      `URL:${address}`,
      `DESCRIPTION:${escaped(address)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const basic = (day: CivilDate) => day.replaceAll('-', '');

/** Signs that end a value or a line are marked (RFC 5545, 3.3.11); other control characters have no place in it. */
function escaped(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ');
}

/** Long lines go on in the next one after a space, never within a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const sign of line) {
    const length = Buffer.byteLength(sign);
    if (octets + length > LONGEST_LINE) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += sign;
    octets += length;
  }
  return [...parts, part].join('\r\n');
}
