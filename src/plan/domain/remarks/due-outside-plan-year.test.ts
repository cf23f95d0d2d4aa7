import { describe, expect, test } from 'vitest';
import { dueOutsidePlanYear } from './due-outside-plan-year.ts';
import { due, remarked } from './plan.fixture.ts';

describe('due-outside-plan-year', () => {
  const rows = [{ due: [due('Quý I/2020', 'quarter', '2020-01-01', '2020-03-31')] }];

  test('a window in another year than a yearly plan’s is remarked', () => {
    expect(remarked(dueOutsidePlanYear, { rows })).toMatchObject([
      { severity: 'warning', words: ['Quý I/2020'] },
    ]);
  });

  test('a window that reaches into the plan’s year, or a plan for a period, is left alone', () => {
    const across = [{ due: [due('Quý IV/2018 - Quý II/2019', 'range', '2018-10-01', '2019-06-30')] }];
    expect(remarked(dueOutsidePlanYear, { rows: across })).toEqual([]);
    for (const title of [
      'Chuyển đổi số giai đoạn 2019 - 2020',
      'Hạ tầng số đến năm 2019',
      'Triển khai học bạ số',
    ]) {
      expect(remarked(dueOutsidePlanYear, { rows, document: { title } })).toEqual([]);
    }
  });
});
