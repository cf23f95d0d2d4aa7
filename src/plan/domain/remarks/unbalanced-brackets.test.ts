import { describe, expect, test } from 'vitest';
import { remarked } from './plan.fixture.ts';
import { unbalancedBrackets } from './unbalanced-brackets.ts';

describe('unbalanced-brackets', () => {
  test('a bracket that is not closed, to the end of the cell', () => {
    const requirement = 'Lập dự toán theo Hướng dẫn (gửi về Sở Tài chính trước ngày 20/7/2019.';
    expect(remarked(unbalancedBrackets, { rows: [{ requirement }] })).toMatchObject([
      { severity: 'warning', words: ['(gửi về Sở Tài chính trước ngày 20/7/2019.'] },
    ]);
  });

  test('the outer of two brackets', () => {
    const requirement = '(Bao gồm văn bản gửi song song (qua mạng và bản giấy) và qua mạng.';
    expect(remarked(unbalancedBrackets, { rows: [{ requirement }] })).toMatchObject([
      { words: [requirement] },
    ]);
  });

  test('a bracket that closes nothing, with the words around it', () => {
    const requirement =
      'Đánh giá kết quả so với tổng số nhiệm vụ trong Kế hoạch) và đối chiếu với thang điểm để tính.';
    expect(remarked(unbalancedBrackets, { rows: [{ requirement }] })).toMatchObject([
      { words: [expect.stringContaining('trong Kế hoạch) và đối chiếu')] },
    ]);
  });

  test('numbered items and balanced brackets are left alone', () => {
    const text = 'a) Mục tiêu (năm 2019); b) nhiệm vụ (gồm: 1) rà soát, 2) báo cáo); đ) tổ chức thực hiện.';
    expect(remarked(unbalancedBrackets, { text })).toEqual([]);
  });
});
