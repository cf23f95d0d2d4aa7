import { describe, expect, test } from 'vitest';
import { remarked } from './plan.fixture.ts';
import { spellingVariants } from './spelling-variants.ts';

describe('spelling-variants', () => {
  test('doubtful words are remarked', () => {
    expect(remarked(spellingVariants, { text: 'Sở GD&ĐT phối hợp với phòng GDĐT' })).toMatchObject([
      { severity: 'info', words: ['GD&ĐT', 'GDĐT'] },
    ]);
  });

  test('sound words are left alone', () => {
    expect(remarked(spellingVariants, { text: 'Sở GD&ĐT phối hợp với Sở KH&CN' })).toEqual([]);
  });
});
