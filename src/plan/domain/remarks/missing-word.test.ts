import { describe, expect, test } from 'vitest';
import { missingWord } from './missing-word.ts';
import { remarked } from './plan.fixture.ts';

describe('missing-word', () => {
  test.each([
    ['Báo cáo mức độ hoàn thành kế hoạch thanh năm 2019', 'kế hoạch thanh năm 2019'],
    ['lãnh đạo Sở trực tiếp công dân theo quy định', 'trực tiếp công dân'],
    ['xử lý nghiêm những các trường hợp vi phạm', 'những các'],
  ])('%s', (text, words) => {
    expect(remarked(missingWord, { text })).toMatchObject([
      { severity: 'warning', words: [expect.stringContaining(words)] },
    ]);
  });

  test('whole words are left alone', () => {
    const text =
      'Thanh tra Sở; Đài Phát thanh và Truyền hình; thanh niên; phát\nthanh, truyền hình; trực tiếp tiếp công dân; thủ tục của Sở.';
    expect(remarked(missingWord, { text })).toEqual([]);
  });
});
