import { describe, expect, test } from 'vitest';
import { loadPeak } from './load-peak.ts';
import { remarked } from './plan.fixture.ts';

describe('load-peak', () => {
  const many = (count: number) => Array.from({ length: count }, () => ({}));

  test('a quarter of all tasks, ten at least, on one window', () => {
    const [remark, ...more] = remarked(loadPeak, { rows: many(12) });
    expect(remark?.severity).toBe('info');
    expect(remark?.message).toContain(
      '12/12 nhiệm vụ cùng hạn “Tháng 10/2019”, nhiều nhất là Văn phòng (12)',
    );
    expect(remark?.words).toHaveLength(12);
    expect(more).toEqual([]);
  });

  test('few tasks are no peak', () => {
    expect(remarked(loadPeak, { rows: many(9) })).toEqual([]);
  });
});
