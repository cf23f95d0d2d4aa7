import { describe, expect, test } from 'vitest';
import { milestoneOrder } from './milestone-order.ts';
import { due, remarked } from './plan.fixture.ts';

describe('milestone-order', () => {
  const first = due('Lần 1: Quý III/2019', 'quarter', '2019-07-01', '2019-09-30', { label: 'Lần 1' });
  const second = due('Lần 2: Quý II/2019', 'quarter', '2019-04-01', '2019-06-30', { label: 'Lần 2' });

  test('a second round before the first is remarked', () => {
    expect(remarked(milestoneOrder, { rows: [{ due: [first, second] }] })).toMatchObject([
      { severity: 'warning', words: [first.raw, second.raw] },
    ]);
  });

  test('rounds in order are left alone', () => {
    const ordered = [
      { ...second, label: 'Lần 1' },
      { ...first, label: 'Lần 2' },
    ];
    expect(remarked(milestoneOrder, { rows: [{ due: ordered }] })).toEqual([]);
  });
});
