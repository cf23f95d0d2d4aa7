import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findRemarks, RULES } from './index.ts';
import { planOf } from './plan.fixture.ts';

describe('the rules', () => {
  test('each stands in a file of its name, with its test', () => {
    const files = readdirSync(new URL('.', import.meta.url));
    for (const { id } of RULES) {
      expect(files).toContain(`${id}.ts`);
      expect(files).toContain(`${id}.test.ts`);
    }
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    expect(new Set(RULES.map(({ title }) => title)).size).toBe(RULES.length);
  });

  test('an empty plan gives no remark', () => {
    const empty = { number: null, type: null, date: null, place: null, title: null, planYear: null };
    expect(findRemarks(planOf({ document: empty }))).toEqual([]);
  });

  test('a remark carries its rule, its weight and spans that a page can mark', () => {
    const remarks = findRemarks(
      planOf({ text: 'Căn cứ Quyết định số 7028/QĐ-UBND ngày 28/12/2019 của UBND Thành phố;' }),
    );
    expect(remarks).toContainEqual({
      rule: 'citation-after-plan',
      severity: 'error',
      message: expect.stringContaining('7028/QĐ-UBND'),
      spans: [[7, 49]],
    });
  });
});
