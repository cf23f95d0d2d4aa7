import { describe, expect, test } from 'vitest';
import { due, remarked } from './plan.fixture.ts';
import { yearInferred } from './year-inferred.ts';

describe('year-inferred', () => {
  test('doubtful words are remarked', () => {
    expect(
      remarked(yearInferred, {
        rows: [{ due: [due('5/4', 'date', '2019-04-05', '2019-04-05', { yearInferred: true })] }, {}],
      }),
    ).toMatchObject([{ severity: 'info', words: ['5/4'] }]);
  });

  test('sound words are left alone', () => {
    expect(remarked(yearInferred, { rows: [{}] })).toEqual([]);
  });
});
