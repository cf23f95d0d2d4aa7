import { expect, test } from 'vitest';
import { planOf } from './plan.fixture.ts';
import { dayInWords, listed, quoted, taskNames } from './wording.ts';

test('tasks are named in runs', () => {
  const { tasks } = planOf({ rows: ['2', '3', '6', '9', '10', '11', '12'].map((no) => ({ no })) });
  expect(taskNames(tasks)).toBe('Các nhiệm vụ 2, 3, 6, 9–12');
  expect(taskNames(tasks.slice(0, 1))).toBe('Nhiệm vụ 2');
  expect(taskNames(planOf({ rows: [{ no: '', title: 'Rà soát quy trình' }] }).tasks)).toBe(
    'Nhiệm vụ “Rà soát quy trình”',
  );
});

test('days, lists and quotations', () => {
  expect(dayInWords('2019-01-31')).toBe('31/01/2019');
  expect(listed(['a', 'b', 'c'])).toBe('a, b và c');
  expect(quoted('một hai ba bốn năm sáu bảy', 21)).toBe('“một hai ba bốn năm…”');
});
