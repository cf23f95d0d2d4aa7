import { describe, expect, test } from 'vitest';
import { remarked } from './plan.fixture.ts';
import { typeWordAgainstSymbol } from './type-word-against-symbol.ts';

describe('type-word-against-symbol', () => {
  test('doubtful words are remarked', () => {
    expect(
      remarked(typeWordAgainstSymbol, {
        text: 'theo thông tư số 71/2014/TTLT-BTC-BNV ngày 30/5/2014 của Liên bộ;',
      }),
    ).toMatchObject([{ severity: 'warning', words: ['thông tư số 71/2014/TTLT-BTC-BNV ngày 30/5/2014'] }]);
  });

  test('sound words are left alone', () => {
    expect(
      remarked(typeWordAgainstSymbol, {
        text:
          'Thông tư liên tịch số 71/2014/TTLT-BTC-BNV; Thông tư số 54/2018/TT-BTC; văn bản số 1146/STC-TCHCSN; ' +
          'Quy định số 178-QĐ/TW ngày 27/6/2024; Công văn số 12/CT-TTHT; Luật số 31/2024/QH15;',
      }),
    ).toEqual([]);
  });
});
