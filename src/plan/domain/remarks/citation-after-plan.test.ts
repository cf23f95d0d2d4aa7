import { describe, expect, test } from 'vitest';
import { citationAfterPlan } from './citation-after-plan.ts';
import { remarked } from './plan.fixture.ts';

describe('citation-after-plan', () => {
  test('a basis dated after the plan is an error', () => {
    const [remark, ...more] = remarked(citationAfterPlan, {
      text: 'Căn cứ Quyết định số 7028/QĐ-UBND ngày 28/12/2019 của UBND Thành phố;',
    });
    expect(remark).toMatchObject({
      severity: 'error',
      words: ['Quyết định số 7028/QĐ-UBND ngày 28/12/2019'],
    });
    expect(remark?.message).toContain('28/12/2019');
    expect(more).toEqual([]);
  });

  test('a number of a year after the plan is an error without a date too', () => {
    const text = 'Căn cứ Nghị định số 12/2020/NĐ-CP của Chính phủ;';
    expect(remarked(citationAfterPlan, { text })).toHaveLength(1);
  });

  test('documents of the plan’s day and before it, and a plan without a date, are left alone', () => {
    const text =
      'Căn cứ Quyết định số 5/QĐ-UBND ngày 28/01/2019 và Nghị định số 61/2018/NĐ-CP ngày 23/4/2018;';
    expect(remarked(citationAfterPlan, { text })).toEqual([]);
    const later = 'Căn cứ Quyết định số 7028/QĐ-UBND ngày 28/12/2019;';
    expect(remarked(citationAfterPlan, { text: later, document: { date: null } })).toEqual([]);
  });
});
