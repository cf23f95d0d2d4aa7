import { describe, expect, test } from 'vitest';
import { citationIssuerMissing } from './citation-issuer-missing.ts';
import { remarked } from './plan.fixture.ts';

describe('citation-issuer-missing', () => {
  test('doubtful words are remarked', () => {
    expect(
      remarked(citationIssuerMissing, {
        text: 'Nghị quyết 08/2016/NQ-HĐND ngày 3/8/2016, Quyết định số 41/2016/QĐ-UBND ngày 19/9/2016 của UBND tỉnh;',
      }),
    ).toMatchObject([{ severity: 'info', words: ['Nghị quyết 08/2016/NQ-HĐND ngày 3/8/2016'] }]);
  });

  test('sound words are left alone', () => {
    expect(
      remarked(citationIssuerMissing, {
        text: 'Quyết định số 41/2016/QĐ-UBND ngày 19/9/2016 của UBND tỉnh; Kế hoạch của UBND tỉnh ban hành theo Quyết định số 12/QĐ-UBND; Nghị định số 61/2018/NĐ-CP;',
      }),
    ).toEqual([]);
  });
});
