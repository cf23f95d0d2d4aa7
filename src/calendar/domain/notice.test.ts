import { describe, expect, test } from 'vitest';
import { officialDays, WorkingCalendar } from '../../pure/calendar/index.ts';
import { dayChanges, daysOfRows, daysOfText, KIND_WORDS, noticeBetween, underNotice } from './notice.ts';

const NUMBER = '8726/VPCP-KGVX';
const days = (text: string) =>
  daysOfText(text, NUMBER).days.map(({ date, kind, name }) => `${date} ${kind} ${name}`);
const faults = (text: string) => daysOfText(text, NUMBER).faults.map(({ line, fault }) => `${line} ${fault}`);

describe('a notice in sentences', () => {
  test('gives the weekdays of each leave', () => {
    expect(
      days(`- Nghỉ Tết Dương lịch ngày 01/01/2028
        - Nghỉ Tết Nguyên đán từ thứ Ba ngày 25/01/2028 đến hết thứ Hai ngày 31 tháng 01 năm 2028

        Nghỉ bù Giỗ Tổ Hùng Vương ngày 05/4/2028`),
    ).toEqual([
      '2028-01-01 off-holiday Tết Dương lịch',
      '2028-01-25 off-holiday Tết Nguyên đán',
      '2028-01-26 off-holiday Tết Nguyên đán',
      '2028-01-27 off-holiday Tết Nguyên đán',
      '2028-01-28 off-holiday Tết Nguyên đán',
      '2028-01-31 off-holiday Tết Nguyên đán',
      '2028-04-05 off-compensation Nghỉ bù Giỗ Tổ Hùng Vương',
    ]);
  });

  test('gives both days of a swap, as the rows of past years have them', () => {
    const swap = days('Hoán đổi ngày làm việc từ thứ Sáu, ngày 02/01/2026 sang thứ Bảy, ngày 10/01/2026');
    const known = officialDays
      .filter(({ date }) => date === '2026-01-02' || date === '2026-01-10')
      .map(({ date, kind, name }) => `${date} ${kind} ${name}`);
    expect(swap).toEqual(known);
  });

  test.each([
    ['Nghỉ Tết Nguyên đán 7 ngày', '1 line'],
    ['Nghỉ ngày 31/02/2028', '1 day'],
    ['Các cơ quan treo cờ ngày 02/9/2028', '1 line'],
    ['\nHoán đổi ngày 02/01/2026', '2 line'],
    ['Hoán đổi ngày 02/01/2026 sang ngày 05/01/2026', '1 weekday'],
    ['Nghỉ bù ngày 01/01/2028', '1 weekday'],
    ['Nghỉ ngày 03/01/2028\nNghỉ bù ngày 03/01/2028', '2 twice'],
  ])('%j cannot be taken: %s', (text, fault) => {
    expect(faults(text)).toContain(fault);
  });
});

test('a notice in rows', () => {
  const row = (line: number, date: string, kind: string, name = 'Tết', legalBasis = '') => ({
    line,
    cells: { date, kind, name, legalBasis },
  });
  const read = daysOfRows(
    [
      row(2, '1/1/2028', 'Nghỉ lễ, Tết'),
      row(3, '2028-01-08', 'làm bù', 'Làm bù', 'Công văn khác'),
      row(4, 'mai', 'Nghỉ bù'),
      row(5, '3/1/2028', 'Nghỉ chơi'),
    ],
    NUMBER,
  );
  expect(read.days).toEqual([
    { date: '2028-01-01', kind: 'off-holiday', name: 'Tết', legalBasis: NUMBER, provisional: false },
    {
      date: '2028-01-08',
      kind: 'working-swap',
      name: 'Làm bù',
      legalBasis: 'Công văn khác',
      provisional: false,
    },
  ]);
  expect(read.faults).toEqual([
    { line: 4, fault: 'day', text: 'mai' },
    { line: 5, fault: 'kind', text: 'Nghỉ chơi' },
  ]);
});

test.each(KIND_WORDS)('a table may say %s', (kind) => {
  const date = kind === 'làm bù' ? '8/1/2028' : '4/1/2028';
  const cells = { date, kind, name: 'Ngày thử nghiệm', legalBasis: '' };
  expect(daysOfRows([{ line: 2, cells }], NUMBER).faults).toEqual([]);
});

describe('the calendar under a notice', () => {
  const year = (text: string) => underNotice(officialDays, daysOfText(text, NUMBER).days, '2027-11-20');

  test('with New Year’s Day is that of the whole year', () => {
    const after = year('Nghỉ Tết Dương lịch ngày 01/01/2027\nNghỉ Quốc khánh ngày 02/9/2027');
    expect(after.filter(({ date }) => date.startsWith('2027'))).toHaveLength(2);
    expect(after.filter(({ date }) => date < '2027')).toHaveLength(
      officialDays.filter(({ date }) => date < '2027').length,
    );
    expect(after.at(-1)).toMatchObject({ announcedOn: '2027-11-20', legalBasis: NUMBER });
  });

  test('otherwise it adds, corrects and takes back what it names', () => {
    const added = year('Hoán đổi ngày làm việc từ ngày 30/4/2027 sang ngày 08/5/2027');
    expect(
      dayChanges(officialDays, added).map(({ date, before, after }) => [date, before?.kind, after?.kind]),
    ).toEqual([
      ['2027-04-30', 'off-holiday', 'off-swap'],
      ['2027-05-08', undefined, 'working-swap'],
    ]);
    const back = underNotice(added, noticeBetween(added, officialDays), '2027-12-01');
    expect(dayChanges(officialDays, back)).toEqual([]);
    expect(() => new WorkingCalendar(back)).not.toThrow();
  });
});
