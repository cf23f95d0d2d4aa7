import { describe, expect, test } from 'vitest';
import { remarked } from './plan.fixture.ts';
import { scoringAsRequirement } from './scoring-as-requirement.ts';

describe('scoring-as-requirement', () => {
  test('doubtful words are remarked', () => {
    expect(
      remarked(scoringAsRequirement, {
        rows: [{ requirement: 'Tính tỷ lệ hoàn thành, đối chiếu với thang điểm để chấm điểm.' }],
      }),
    ).toMatchObject([{ severity: 'info', words: ['đối chiếu với thang điểm để chấm điểm'] }]);
  });

  test('sound words are left alone', () => {
    expect(
      remarked(scoringAsRequirement, { rows: [{ requirement: 'Đảm bảo đủ số lượng, đúng thời điểm.' }] }),
    ).toEqual([]);
  });
});
