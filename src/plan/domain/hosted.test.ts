import { expect, test } from 'vitest';
import { saysHosted } from './hosted.ts';

test.each([
  ['Lồng ghép nội dung này trong báo cáo', true],
  ['Lồng ghép số liệu trong báo cáo kết quả công tác thanh tra năm 2019'.normalize('NFD'), true],
  ['Có thể mở lớp riêng hoặc lồng ghép vào các hội nghị giao ban', true],
  ['Báo cáo đúng thời hạn', false],
  ['Lồng ghép', false],
])('%s: %s', (requirement, hosted) => {
  expect(saysHosted({ title: 'Tỷ lệ hồ sơ', requirement, deliverable: null })).toBe(hosted);
});
