import { describe, expect, test } from 'vitest';
import { QUARTER_ONE, remarked } from './plan.fixture.ts';
import { severalDueRules } from './several-due-rules.ts';

describe('several-due-rules', () => {
  test('doubtful words are remarked', () => {
    expect(
      remarked(severalDueRules, {
        rows: [
          {
            title: 'Ban hành kế hoạch (trong vòng 01 tháng sau khi UBND tỉnh ban hành Kế hoạch)',
            due: [QUARTER_ONE],
          },
        ],
      }),
    ).toMatchObject([
      {
        severity: 'warning',
        words: ['trong vòng 01 tháng sau khi UBND tỉnh ban hành Kế hoạch', 'Quý I/2019'],
      },
    ]);
  });

  test('sound words are left alone', () => {
    expect(
      remarked(severalDueRules, {
        rows: [
          { title: 'Ban hành kế hoạch', due: [QUARTER_ONE] },
          { title: 'Báo cáo trong vòng 05 ngày kể từ khi có yêu cầu', due: [] },
        ],
      }),
    ).toEqual([]);
  });
});
