import { describe, expect, test } from 'vitest';
import { remarked } from './plan.fixture.ts';
import { symbolSpacing } from './symbol-spacing.ts';

describe('symbol-spacing', () => {
  test('doubtful words are remarked', () => {
    expect(
      remarked(symbolSpacing, {
        text: 'Thông tư số 20/2010/TT – BTP; Nghị quyết số 71/NQ -CP ngày 01/4/2025;',
      }),
    ).toMatchObject([
      { severity: 'info', words: ['Thông tư số 20/2010/TT – BTP', 'Nghị quyết số 71/NQ -CP ngày 01/4/2025'] },
    ]);
  });

  test('sound words are left alone', () => {
    expect(
      remarked(symbolSpacing, {
        text: 'Thông tư số 20/2010/TT-BTP ngày 30 / 11 / 2010; Quyết định số 12/QĐ-UBND;',
      }),
    ).toEqual([]);
  });
});
