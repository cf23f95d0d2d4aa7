import { describe, expect, test } from 'vitest';
import { remarked } from './plan.fixture.ts';
import { supersededStandard } from './superseded-standard.ts';

describe('superseded-standard', () => {
  test('doubtful words are remarked', () => {
    expect(remarked(supersededStandard, { text: 'áp dụng TCVN ISO 9001:2008 tại đơn vị;' })).toMatchObject([
      { severity: 'info', words: ['ISO 9001:2008'] },
    ]);
  });

  test('sound words are left alone', () => {
    expect(remarked(supersededStandard, { text: 'áp dụng TCVN ISO 9001:2015 tại đơn vị;' })).toEqual([]);
  });
});
