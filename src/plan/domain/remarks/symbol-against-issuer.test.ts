import { describe, expect, test } from 'vitest';
import { remarked } from './plan.fixture.ts';
import { symbolAgainstIssuer } from './symbol-against-issuer.ts';

describe('symbol-against-issuer', () => {
  test('doubtful words are remarked', () => {
    expect(
      remarked(symbolAgainstIssuer, {
        text: 'theo văn bản số 2811/TTPP-TH ngày 28/10/2013 của Thanh tra Thành phố; báo cáo',
      }),
    ).toMatchObject([
      { severity: 'warning', words: ['văn bản số 2811/TTPP-TH ngày 28/10/2013 của Thanh tra Thành phố'] },
    ]);
  });

  test('sound words are left alone', () => {
    expect(
      remarked(symbolAgainstIssuer, {
        text:
          'văn bản số 2811/TTTP-TH ngày 28/10/2013 của Thanh tra Thành phố; Thông tư số 17/2017/TT-BTTTT ngày 23/6/2017 ' +
          'của Bộ Thông tin và Truyền thông; Quyết định số 41/2016/QĐ-UBND ngày 19/9/2016 của UBND thành phố Hà Nội;',
      }),
    ).toEqual([]);
  });
});
