import { describe, expect, test } from 'vitest';
import { remarked } from './plan.fixture.ts';
import { undatedCitation } from './undated-citation.ts';

describe('undated-citation', () => {
  test('doubtful words are remarked', () => {
    expect(
      remarked(undatedCitation, {
        text: 'Nghị định số 63/2010/NĐ-CP; Quyết định số 2492/QĐ-UBND của UBND tỉnh;',
      }),
    ).toMatchObject([
      { severity: 'info', words: ['Nghị định số 63/2010/NĐ-CP', 'Quyết định số 2492/QĐ-UBND'] },
    ]);
  });

  test('one dated mention is enough', () => {
    expect(
      remarked(undatedCitation, {
        text: 'Nghị định số 63/2010/NĐ-CP ngày 08/6/2010; theo Nghị định số 63/2010/NĐ-CP; Luật số 31/2024/QH15;',
      }),
    ).toEqual([]);
  });
});
