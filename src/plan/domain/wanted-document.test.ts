import { expect, test } from 'vitest';
import { wantedDocumentType } from './wanted-document.ts';

test.each([
  ['Báo cáo CCHC quý I/II/III và cả năm 2019', null, 'Báo cáo'],
  ['Ban hành kế hoạch đào tạo, bồi dưỡng công chức hàng năm', null, 'Kế hoạch'],
  ['Xây dựng và ban hành Quyết định phân công', null, 'Quyết định'],
  ['Tổ chức hội nghị tập huấn', null, null],
  ['Tổ chức hội nghị tập huấn', 'Công văn triển khai', 'Công văn'],
  ['Thông tin, tuyên truyền', null, null],
])('%s, deliverable %s: %s', (title, deliverable, type) => {
  expect(wantedDocumentType(title, deliverable)).toBe(type);
});
