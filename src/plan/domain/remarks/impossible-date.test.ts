import { describe, expect, test } from 'vitest';
import { impossibleDate } from './impossible-date.ts';
import { remarked } from './plan.fixture.ts';

describe('impossible-date', () => {
  test('doubtful words are remarked', () => {
    expect(
      remarked(impossibleDate, { text: 'Nghị định số 32/2019/NĐ-CP ngày 10/4/20219 của Chính phủ;' }),
    ).toMatchObject([{ severity: 'error', words: ['ngày 10/4/20219'] }]);
  });

  test('sound words are left alone', () => {
    expect(
      remarked(impossibleDate, { text: 'ngày 28/02/2019, ngày 29 tháng 02 năm 2020, ngày 3/8/2016;' }),
    ).toEqual([]);
  });
});
