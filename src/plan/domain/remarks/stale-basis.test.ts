import { describe, expect, test } from 'vitest';
import { remarked } from './plan.fixture.ts';
import { staleBasis } from './stale-basis.ts';

describe('stale-basis', () => {
  test('doubtful words are remarked', () => {
    expect(
      remarked(staleBasis, {
        text: 'theo quy định tại Quyết định số 8956/QĐ-UBND ngày 28/12/2017 của UBND Thành phố.',
      }),
    ).toMatchObject([{ severity: 'warning', words: ['Quyết định số 8956/QĐ-UBND ngày 28/12/2017'] }]);
  });

  test('sound words are left alone', () => {
    expect(
      remarked(staleBasis, {
        text: 'Quyết định số 7028/QĐ-UBND ngày 28/12/2018; Quyết định số 41/2016/QĐ-UBND ngày 19/12/2016; Kế hoạch số 166/KH-UBND ngày 12/8/2017;',
      }),
    ).toEqual([]);
  });
});
