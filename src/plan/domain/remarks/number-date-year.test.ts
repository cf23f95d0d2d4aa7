import { describe, expect, test } from 'vitest';
import { numberDateYear } from './number-date-year.ts';
import { remarked } from './plan.fixture.ts';

describe('number-date-year', () => {
  test('a number of 2016 dated 2015 is an error', () => {
    const text = 'theo Nghị định số 16/2016/NĐ-CP ngày 14/02/2015 của Chính phủ;';
    expect(remarked(numberDateYear, { text })).toMatchObject([
      { severity: 'error', words: ['Nghị định số 16/2016/NĐ-CP ngày 14/02/2015'] },
    ]);
  });

  test('equal years, numbers without a year and citations without a date say nothing', () => {
    const text =
      'Nghị định số 16/2015/NĐ-CP ngày 14/02/2015; Quyết định số 2492/QĐ-UBND ngày 01/3/2017; Nghị định 61/2018/NĐ-CP;';
    expect(remarked(numberDateYear, { text })).toEqual([]);
  });
});
