import { describe, expect, test } from 'vitest';
import { governmentResolutionYear } from './government-resolution-year.ts';
import { remarked } from './plan.fixture.ts';

describe('government-resolution-year', () => {
  test('doubtful words are remarked', () => {
    expect(
      remarked(governmentResolutionYear, {
        text: 'Nghị quyết số 21/2016/NQ-CP ngày 21/3/2016 của Chính phủ;',
      }),
    ).toMatchObject([{ severity: 'info', words: ['Nghị quyết số 21/2016/NQ-CP ngày 21/3/2016'] }]);
  });

  test('sound words are left alone', () => {
    expect(
      remarked(governmentResolutionYear, {
        text: 'Nghị quyết số 21/NQ-CP ngày 21/3/2016; Nghị quyết số 66.7/2025/NQ-CP ngày 15 tháng 11 năm 2025; Nghị quyết số 08/2016/NQ-HĐND;',
      }),
    ).toEqual([]);
  });
});
