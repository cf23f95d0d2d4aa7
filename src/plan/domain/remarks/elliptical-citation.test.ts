import { describe, expect, test } from 'vitest';
import { ellipticalCitation } from './elliptical-citation.ts';
import { remarked } from './plan.fixture.ts';

describe('elliptical-citation', () => {
  test('doubtful words are remarked', () => {
    expect(
      remarked(ellipticalCitation, {
        text: 'Thông tư số 17/2017/TT-BTTTT ngày 23/6/2017 và số 22/2017/TT-BTTTT ngày 29/9/2017 của Bộ;',
      }),
    ).toMatchObject([{ severity: 'info', words: ['số 22/2017/TT-BTTTT ngày 29/9/2017'] }]);
  });

  test('sound words are left alone', () => {
    expect(remarked(ellipticalCitation, { text: 'Thông tư số 17/2017/TT-BTTTT ngày 23/6/2017;' })).toEqual(
      [],
    );
  });
});
