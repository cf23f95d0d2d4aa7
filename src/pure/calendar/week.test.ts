import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OfficeHours, readWeek, writeWeek } from './index.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const all = (days: readonly string[], hours: string[]) => Object.fromEntries(days.map((day) => [day, hours]));

test.each([
  ['Thứ Hai – Thứ Sáu: 08:00–12:00, 13:00–17:00', all(weekdays, ['08:00-12:00', '13:00-17:00'])],
  ['thứ 2 đến thứ 6: 8h-12h, 13h30-17h00', all(weekdays, ['08:00-12:00', '13:30-17:00'])],
  ['T2-T6: 8-12 và 13-17', all(weekdays, ['08:00-12:00', '13:00-17:00'])],
  ['Mon to Fri: 8:00 to 16:00', all(weekdays, ['08:00-16:00'])],
  ['T7: 8g-11g30', all(['saturday'], ['08:00-11:30'])],
  [
    'Thứ Ba, thứ Năm: 8:00-11:00\n\nChủ nhật: 9:00-10:00',
    { ...all(['tuesday', 'thursday'], ['08:00-11:00']), sunday: ['09:00-10:00'] },
  ],
])('%s', (text, hours) => {
  expect(readWeek(text)).toEqual({ hours });
});

test.each([
  ['', ''],
  ['cả tuần', 'cả tuần'],
  ['Thứ Hai: 8:00-12:00\nThứ Tám: 8:00-12:00', 'Thứ Tám: 8:00-12:00'],
  ['Thứ Hai: 12:00-8:00', 'Thứ Hai: 12:00-8:00'],
  ['Thứ Hai: 8:00-12:00, 11:00-17:00', 'Thứ Hai: 8:00-12:00, 11:00-17:00'],
  ['Thứ Hai: 8:00-25:00', 'Thứ Hai: 8:00-25:00'],
  ['T2: 8:00-9:00\nT2: 10:00-11:00', 'T2: 10:00-11:00'],
  ['T6-T2: 8:00-9:00', 'T6-T2: 8:00-9:00'],
  ['T2, T2: 8:00-9:00', 'T2, T2: 8:00-9:00'],
  ['T2: ', 'T2:'],
])('%j is wrong at %j', (text, wrong) => {
  expect(readWeek(text)).toEqual({ wrong });
});

describe('properties', () => {
  const stretches = fc
    .uniqueArray(fc.integer({ min: 0, max: 47 }), { minLength: 2, maxLength: 4 })
    .map((halves) => halves.sort((a, b) => a - b))
    .map((halves) => {
      const time = (half: number) => `${String(half >> 1).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`;
      return halves.flatMap((half, at) =>
        at % 2 === 1 ? [`${time(halves[at - 1] ?? 0)}-${time(half)}`] : [],
      );
    });
  const week = fc.dictionary(fc.constantFrom(...weekdays, 'saturday', 'sunday'), stretches, { minKeys: 1 });

  test('what is written is read again, and hours are made of it', () => {
    fc.assert(
      fc.property(week, (hours) => {
        expect(readWeek(writeWeek(hours))).toEqual({ hours });
        expect(
          () =>
            new OfficeHours([{ from: '2019-01-01', legalBasis: '', seasons: [{ from: '01-01', hours }] }]),
        ).not.toThrow();
      }),
    );
  });
});
