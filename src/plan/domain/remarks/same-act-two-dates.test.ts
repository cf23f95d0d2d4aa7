import { describe, expect, test } from 'vitest';
import { remarked } from './plan.fixture.ts';
import { sameActTwoDates } from './same-act-two-dates.ts';

describe('same-act-two-dates', () => {
  test('one number with its year under two dates is an error', () => {
    const text =
      'Thông tư số 02/2017/TT-VPCP ngày 30/10/2017;\n\nThông tư số 02/2017/TT-VPCP ngày 31/10/2017;';
    expect(remarked(sameActTwoDates, { text })).toMatchObject([
      {
        severity: 'error',
        words: ['Thông tư số 02/2017/TT-VPCP ngày 30/10/2017', 'Thông tư số 02/2017/TT-VPCP ngày 31/10/2017'],
      },
    ]);
  });

  test('where no issuer is printed it is only doubtful', () => {
    const text = 'Quyết định số 12/QĐ-UBND ngày 02/3/2018; Quyết định số 12/QĐ-UBND ngày 03/3/2018;';
    expect(remarked(sameActTwoDates, { text })).toMatchObject([{ severity: 'warning' }]);
  });

  test('numbers without a year begin anew every year; two issuers number apart', () => {
    const text =
      'Kế hoạch số 5/KH-UBND ngày 02/3/2017; Kế hoạch số 5/KH-UBND ngày 04/3/2018; Quyết định số 9/QĐ-UBND ngày 02/3/2018 ' +
      'của UBND huyện; Quyết định số 9/QĐ-UBND ngày 05/3/2018 của Chủ tịch tỉnh;';
    expect(remarked(sameActTwoDates, { text })).toEqual([]);
  });
});
