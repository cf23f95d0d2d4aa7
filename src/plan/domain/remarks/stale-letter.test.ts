import { describe, expect, test } from 'vitest';
import { remarked } from './plan.fixture.ts';
import { staleLetter } from './stale-letter.ts';

describe('stale-letter', () => {
  test('doubtful words are remarked', () => {
    expect(
      remarked(staleLetter, { text: 'theo Công văn số 772/SGD&ĐT-VP ngày 23/3/2017 của Sở;' }),
    ).toMatchObject([{ severity: 'info', words: ['Công văn số 772/SGD&ĐT-VP ngày 23/3/2017'] }]);
  });

  test('sound words are left alone', () => {
    expect(
      remarked(staleLetter, {
        text: 'Công văn số 772/SGD-VP ngày 23/3/2018; Quyết định số 6033/QĐ-UBND ngày 09/11/2015;',
      }),
    ).toEqual([]);
  });
});
