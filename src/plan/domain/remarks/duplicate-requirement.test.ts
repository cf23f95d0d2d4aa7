import { describe, expect, test } from 'vitest';
import { duplicateRequirement } from './duplicate-requirement.ts';
import { remarked } from './plan.fixture.ts';

describe('duplicate-requirement', () => {
  test('doubtful words are remarked', () => {
    expect(
      remarked(duplicateRequirement, {
        rows: [
          { requirement: 'Lồng ghép trong báo cáo' },
          { requirement: 'Lồng ghép  trong báo cáo' },
          { requirement: 'Khác' },
        ],
      }),
    ).toMatchObject([{ severity: 'info', words: ['Lồng ghép trong báo cáo', 'Lồng ghép  trong báo cáo'] }]);
  });

  test('sound words are left alone', () => {
    expect(
      remarked(duplicateRequirement, { rows: [{ requirement: 'Một' }, { requirement: 'Hai' }, {}, {}] }),
    ).toEqual([]);
  });
});
