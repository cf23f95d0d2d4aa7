import { describe, expect, test } from 'vitest';
import { dueBeforePlan } from './due-before-plan.ts';
import { due, remarked } from './plan.fixture.ts';

describe('due-before-plan', () => {
  const december = due('Tháng 12/2018', 'month', '2018-12-01', '2018-12-31');

  test('a window over before the plan is an error', () => {
    expect(remarked(dueBeforePlan, { rows: [{ due: [december] }] })).toMatchObject([
      { severity: 'error', words: ['Tháng 12/2018'] },
    ]);
  });

  test('a year taken from the plan leaves room for the next one', () => {
    const inferred = due('Trước 10/01', 'before_date', null, '2019-01-09', { yearInferred: true });
    expect(remarked(dueBeforePlan, { rows: [{ due: [inferred] }] })).toMatchObject([{ severity: 'warning' }]);
  });

  test('the month of the plan, an open window and a rhythm are left alone', () => {
    const rows = [
      { due: [due('Tháng 01/2019', 'month', '2019-01-01', '2019-01-31')] },
      { due: [due('Từ 01/7/2018', 'range', '2018-07-01', null)] },
      { due: [due('Hằng năm', 'recurring', null, null)] },
    ];
    expect(remarked(dueBeforePlan, { rows })).toEqual([]);
  });
});
