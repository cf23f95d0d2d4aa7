import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCalendar } from '../../../test/calendar-reader.ts';
import { type CalendarDay, calendarText } from './calendar.ts';

const textOf = (days: readonly CalendarDay[]) =>
  calendarText({ name: 'Việc của tôi', zone: 'Asia/Ho_Chi_Minh', stamp: '20190603T010000Z', days });

const DAY: CalendarDay = {
  id: 'milestone-1@minhchung',
  title: '12. Rà soát',
  day: '2019-06-14',
  address: 'https://minhchung.example/tasks/1#milestone-1',
  kind: 'Việc đến hạn',
};

test('a last day is a day without hours, and the next day is its end', () => {
  const { properties, events } = readCalendar(textOf([{ ...DAY, day: '2019-12-31' }]));
  expect(properties.get('VERSION')).toBe('2.0');
  expect(properties.get('X-WR-CALNAME')).toBe('Việc của tôi');
  expect(Object.fromEntries(events[0] ?? [])).toEqual({
    UID: 'milestone-1@minhchung',
    DTSTAMP: '20190603T010000Z',
    'DTSTART;VALUE=DATE': '20191231',
    'DTEND;VALUE=DATE': '20200101',
    SUMMARY: '12. Rà soát',
    CATEGORIES: 'Việc đến hạn',
    URL: DAY.address,
    DESCRIPTION: DAY.address,
    TRANSP: 'TRANSPARENT',
  });
});

test('whatever a title holds, it is read as it was written, in lines of 75 octets', () => {
  const anyTitle = fc
    .string({ unit: 'grapheme', maxLength: 200 })
    .filter((text) => !/\p{Cc}|[\u2028\u2029]/u.test(text));
  const hardTitle = fc.constantFrom(
    'a;b,c\\d',
    'dòng một\ndòng hai',
    'Ễ'.repeat(100),
    '\\n',
    '😀'.repeat(40),
  );
  fc.assert(
    fc.property(fc.oneof(anyTitle, hardTitle), (title) => {
      const text = textOf([{ ...DAY, title }]);
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\uFFFD]/);
      expect(readCalendar(text).events[0]?.get('SUMMARY')).toBe(title);
    }),
  );
});
