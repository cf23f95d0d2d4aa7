import { describe, expect, test } from 'vitest';
import { remarked } from './plan.fixture.ts';
import { serialMissing } from './serial-missing.ts';

describe('serial-missing', () => {
  test('a year in the place of the serial number is an error', () => {
    const text = 'theo Thông tư liên tịch số 2015/TTLT-BNV-BTC ngày 14/4/2015 của Bộ Nội vụ và Bộ Tài chính;';
    expect(remarked(serialMissing, { text })).toMatchObject([
      { severity: 'error', words: [expect.stringContaining('số 2015/TTLT-BNV-BTC')] },
    ]);
  });

  test('a number left blank is an error', () => {
    const text = '(Kèm theo Kế hoạch số:   /KH-UBND ngày   /11/2025 của UBND tỉnh)';
    expect(remarked(serialMissing, { text })).toMatchObject([{ severity: 'error' }]);
  });

  test('an appendix that leaves out its own plan’s number is told that number', () => {
    const text = '(Kèm theo Kế hoạch số:   /KH-SGD ngày   /01/2019 của Sở)';
    const found = remarked(serialMissing, { text });
    expect(found).toMatchObject([{ severity: 'warning' }]);
    expect(found[0]?.message).toContain('12/KH-SGD ngày 28/01/2019');
  });

  test('in a draft a blank is doubtful, in a letterhead it is usual', () => {
    const text = 'theo Quyết định số …/QĐ-UBND của UBND tỉnh;';
    expect(remarked(serialMissing, { text })).toMatchObject([{ severity: 'error' }]);
    expect(remarked(serialMissing, { text, document: { number: null } })).toMatchObject([
      { severity: 'warning' },
    ]);
    expect(remarked(serialMissing, { text: 'Số:      /BC-SGD' })).toEqual([]);
  });

  test('a decision may be the 2015th of its year', () => {
    const text = 'theo Quyết định số 2015/QĐ-UBND ngày 14/4/2017 và Thông tư số 20/2010/TT-BTP;';
    expect(remarked(serialMissing, { text })).toEqual([]);
  });
});
