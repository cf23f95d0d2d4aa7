import { describe, expect, test } from 'vitest';
import { remarked } from './plan.fixture.ts';
import { scanError } from './scan-error.ts';

describe('scan-error', () => {
  test.each([
    ['đơn vị bô trí công chức', 'bô trí'],
    ['Phần đầu, có tối thiểu 70%', 'Phần đầu'],
    ['cơ chế tự chủ cửa đơn vị', 'cửa'],
    ['tại Công dịch vụ công', 'Công dịch vụ công'],
    ['số vấn đề được đề tính điểm', 'đề'],
    ['Quyết định kiêm toàn', 'kiêm toàn'],
    ['hệ thông thông tin', 'hệ thông'],
  ])('%s', (text, words) => {
    expect(remarked(scanError, { text })).toMatchObject([{ severity: 'info', words: [words] }]);
  });

  test('right words, and wrong ones in their own sense, are left alone', () => {
    const text =
      'bố trí; phần đầu của báo cáo; một cửa các cấp; cơ chế một cửa; vấn đề được nêu; chủ đề thực hiện; hệ thông tin; cổng thông tin.';
    expect(remarked(scanError, { text })).toEqual([]);
  });

  test('one remark for all places of a word', () => {
    const found = remarked(scanError, { text: 'Thông kê các nhiệm vụ. thông kê số vấn đề.' });
    expect(found).toMatchObject([{ words: ['Thông kê', 'thông kê'] }]);
    expect(found[0]?.message).toContain('“thống kê”');
  });
});
