import { expect, test } from 'vitest';
import { periodCode } from '../../pure/law/index.ts';
import { datesConflict, type PlannedReporting, type ReportMilestone, reportPeriods } from './periods.ts';

const UNITS = { from: 'Các phòng ban cơ quan Sở', to: 'Văn phòng Sở' };
const OFFICE = { from: 'Văn phòng', to: null };
const MONTHLY = 'Báo cáo quý I, quý II, quý III gửi trước ngày mùng 5 của tháng cuối kỳ báo cáo';

/** What Plan 375 says in IV.4 and in task 66: its cell, and its requirement. */
const PLAN_375: readonly PlannedReporting[] = [
  {
    period: 'Một lần',
    from: 'Các đơn vị giáo dục',
    to: 'Sở GD&ĐT',
    boundary: '2019-02-10',
    raw: 'trước ngày 10/02/2019',
  },
  { ...UNITS, period: 'Quý I', boundary: '2019-03-05', raw: 'Quý I trước ngày 05/3' },
  { ...UNITS, period: 'Quý II', boundary: '2019-06-05', raw: 'quý II trước ngày 05/6' },
  { ...UNITS, period: 'Quý III', boundary: '2019-09-05', raw: 'quý III trước ngày 05/9' },
  { ...UNITS, period: 'Năm', boundary: '2019-12-05', raw: 'cả năm trước ngày 05/12' },
  { ...OFFICE, period: 'Quý I', boundary: '2019-03-05', raw: MONTHLY },
  { ...OFFICE, period: 'Quý II', boundary: '2019-06-05', raw: MONTHLY },
  { ...OFFICE, period: 'Quý III', boundary: '2019-09-05', raw: MONTHLY },
  { ...OFFICE, period: 'Năm', boundary: '2018-11-10', raw: 'báo cáo năm gửi trước ngày 10/11/2018' },
  { ...OFFICE, period: 'Quý I', boundary: '2019-04-05', raw: 'Ngày 5/4: BC quý I' },
  { ...OFFICE, period: 'Quý II', boundary: '2019-07-05', raw: '5/7 BC quý II' },
  { ...OFFICE, period: 'Quý III', boundary: '2019-10-05', raw: '5/10.BC quý III' },
  { ...OFFICE, period: 'Năm', boundary: '2019-11-10', raw: 'Trước 10/11 BC năm' },
];

const TASK_66: readonly ReportMilestone[] = [
  ['Ngày 5/4: BC quý I', '2019-04-05'],
  ['5/7 BC quý II', '2019-07-05'],
  ['5/10.BC quý III', '2019-10-05'],
  ['Trước 10/11 BC năm', '2019-11-09'],
].map(([raw = '', end = null], at) => ({ taskId: 'task 66', taskNo: '66', milestone: at + 1, raw, end }));

const periods = reportPeriods(PLAN_375, TASK_66, '2019-01-28');

test.each([
  ['q1', '2019-03-04', '2019-04-05', 3],
  ['q2', '2019-06-04', '2019-07-05', 3],
  ['q3', '2019-09-04', '2019-10-05', 3],
  // The divisions' own date, 5 December, comes after the city's: nobody may wait for it.
  ['year', '2019-11-09', '2019-11-09', 3],
])(
  '%s of Plan 375 is due from units by %s and from the department by %s; all its dates are kept',
  (code, due, sentDue, dates) => {
    const period = periods.find((one) => one.code === code);
    expect([period?.due, period?.sentDue, period?.dates.length]).toEqual([due, sentDue, dates]);
    expect(period?.milestone?.taskNo).toBe('66');
  },
);

test('what is no period of the year makes none, and each period stands in its order', () => {
  expect(periods.map(({ code }) => code)).toEqual(['q1', 'q2', 'q3', 'year']);
});

test('a date before the plan is shown and holds nobody', () => {
  const past = periods.flatMap(({ dates }) => dates.filter(({ past }) => past)).map(({ raw }) => raw);
  expect(past).toEqual(['báo cáo năm gửi trước ngày 10/11/2018']);
});

test('two dates of one report conflict; one of the units and one of the department do not', () => {
  expect(periods.map(datesConflict)).toEqual([true, true, true, true]);
  const [plain] = reportPeriods(PLAN_375.slice(1, 2), [], '2019-01-28');
  expect(plain && datesConflict(plain)).toBe(false);
});

test.each([
  ['Quý I', 'q1'],
  ['quý 03', 'q3'],
  ['Quý IV', 'q4'],
  ['6 tháng đầu năm', 'm6'],
  ['chín tháng', 'm9'],
  ['Cả năm', 'year'],
  ['năm 2019', 'year'],
  ['Quý I'.normalize('NFD'), 'q1'],
  ['Một lần', null],
  ['Tháng 3', null],
])('“%s” is the period %s', (name, code) => {
  expect(periodCode(name)).toBe(code);
});
