import { describe, expect, test } from 'vitest';
import { doubledWord } from './doubled-word.ts';
import { remarked } from './plan.fixture.ts';

describe('doubled-word', () => {
  test('doubtful words are remarked', () => {
    expect(remarked(doubledWord, { text: 'rà soát các các nhiệm vụ' })).toMatchObject([
      { severity: 'info', words: ['các các'] },
    ]);
  });

  test('sound words are left alone', () => {
    expect(remarked(doubledWord, { text: 'phân công công tác; luôn luôn; ngày càng; của các' })).toEqual([]);
  });
});
