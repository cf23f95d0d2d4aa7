import { describe, expect, test } from 'vitest';
import { bareCitation } from './bare-citation.ts';
import { remarked } from './plan.fixture.ts';

describe('bare-citation', () => {
  test('doubtful words are remarked', () => {
    expect(
      remarked(bareCitation, { text: '- Nghiên cứu các Quyết định 20, 21 và Nghị quyết 15 của Thành phố;' }),
    ).toMatchObject([{ severity: 'warning', words: ['Quyết định 20, 21 và Nghị quyết 15'] }]);
  });

  test('a short form of a document cited in full is clear', () => {
    expect(
      remarked(bareCitation, {
        text: 'Nghị quyết số 15/NQ-HĐND ngày 05/12/2018 (sau đây gọi là Nghị quyết 15); theo Nghị quyết 15, các trường tự chủ.',
      }),
    ).toEqual([]);
  });
});
