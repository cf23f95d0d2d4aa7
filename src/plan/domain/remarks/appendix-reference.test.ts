import { describe, expect, test } from 'vitest';
import { appendixReference } from './appendix-reference.ts';
import { remarked } from './plan.fixture.ts';

describe('appendix-reference', () => {
  test('doubtful words are remarked', () => {
    expect(
      remarked(appendixReference, { text: '(Kèm theo Kế hoạch số 21/KH-SGD ngày 28/01/2019 của Sở)' }),
    ).toMatchObject([{ severity: 'error', words: ['Kế hoạch số 21/KH-SGD ngày 28/01/2019'] }]);
  });

  test('sound words are left alone', () => {
    expect(
      remarked(appendixReference, {
        text: '(Kèm theo Kế hoạch số 12/KH-SGD ngày 28/01/2019 của Sở)\n\n(Kèm theo Quyết định số 9/QĐ-SGD ngày 02/01/2019 của Sở)',
      }),
    ).toEqual([]);
  });
});
