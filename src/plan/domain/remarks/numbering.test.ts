import { describe, expect, test } from 'vitest';
import { numbering } from './numbering.ts';
import { remarked } from './plan.fixture.ts';

describe('numbering', () => {
  test('a number apart from its dot', () => {
    const text = '6 . Cải cách tài chính công';
    expect(remarked(numbering, { text })).toMatchObject([{ severity: 'info', words: [text] }]);
  });

  test('a number left out, and one used twice', () => {
    const rows = [{ no: '1' }, { no: '2' }, { no: '5', title: 'Rà soát' }, { no: '5', title: 'Báo cáo' }];
    const found = remarked(numbering, { rows });
    expect(found).toMatchObject([
      { severity: 'warning', words: ['Rà soát'] },
      { severity: 'warning', words: ['Rà soát', 'Báo cáo'] },
    ]);
    expect(found[0]?.message).toContain('các số 3–4');
  });

  test('one number merged over two rows', () => {
    const rows = [
      { no: '1', title: 'Cải tạo' },
      { no: '1', title: 'Cải tạo' },
    ];
    expect(remarked(numbering, { rows })).toEqual([]);
  });

  test('two parts of one number, and one left out', () => {
    const sections = (...labels: string[]) =>
      labels.map((label) => ({ label, title: `Phần ${label}`, level: 1, span: [0, 1] as const }));
    const found = remarked(numbering, { text: 'Phần', sections: sections('I', 'II', 'II', 'V') });
    expect(found.map(({ severity }) => severity)).toEqual(['warning', 'info']);
    expect(found[1]?.message).toContain('từ số II sang số V');
    expect(remarked(numbering, { text: 'Phần', sections: sections('I', 'II', 'I', 'II') })).toEqual([]);
  });

  test('two groups of one task each', () => {
    expect(
      remarked(numbering, {
        rows: [
          { no: '1', area: 'I' },
          { no: '1', area: 'II' },
        ],
      }),
    ).toEqual([]);
  });

  test('numbers that begin anew in the next group, and nested ones, are right', () => {
    const rows = ['1', '2', '1', '2', '2.1', '2.2', '3'].map((no) => ({ no }));
    expect(remarked(numbering, { text: '6. Cải cách', rows })).toEqual([]);
  });
});
