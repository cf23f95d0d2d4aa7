import { describe, expect, it } from 'vitest';
import { timeLeftText } from './time-left.ts';

describe('timeLeftText', () => {
  it.each([
    [2 * 480 + 3 * 60 + 5, 'còn 2 ngày 3 giờ làm việc'],
    [-240, 'quá 4 giờ làm việc'],
    [61, 'còn 1 giờ 1 phút làm việc'],
    [480, 'còn 1 ngày làm việc'],
    [480 + 7, 'còn 1 ngày 7 phút làm việc'],
    [0, 'còn 0 phút làm việc'],
    [-1, 'quá 1 phút làm việc'],
  ])('says %d minutes of an eight-hour day as "%s"', (minutes, words) => {
    expect(timeLeftText(minutes, 480)).toBe(words);
  });
});
