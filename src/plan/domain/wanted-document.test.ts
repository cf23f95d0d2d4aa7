import { expect, test } from 'vitest';
import { unwanted, wantedDocumentTypes } from './wanted-document.ts';

test.each<[string, string | null, string[]]>([
  ['Báo cáo CCHC quý I/II/III và cả năm 2019', null, ['Báo cáo']],
  ['Ban hành kế hoạch đào tạo, bồi dưỡng công chức hàng năm', null, ['Kế hoạch']],
  ['Xây dựng và ban hành Quyết định phân công', null, ['Quyết định']],
  ['Công văn hoặc Thông báo thực hiện quy định về tiếp nhận hồ sơ', null, ['Công văn', 'Thông báo']],
  ['CV hướng dẫn sử dụng công chức', null, ['Công văn']],
  ['Ban hành văn bản thực hiện các quy định về phân cấp', null, ['Văn bản']],
  ['Chủ trì, xây dựng Quy chế phối hợp, trình Thành phố ban hành', null, ['Quy chế', 'Tờ trình']],
  ['Tổ chức hội nghị tập huấn', null, []],
  ['Tổ chức hội nghị tập huấn', 'Công văn triển khai', ['Công văn']],
  ['Thông tin, tuyên truyền', null, []],
  ['Tỷ lệ hồ sơ TTHC được xử lý trực tuyến mức độ 4', null, []],
  ['Ban hành kế hoạch đào tạo'.normalize('NFD'), null, ['Kế hoạch']],
])('%s, deliverable %s: %j', (title, deliverable, types) => {
  expect(wantedDocumentTypes(title, deliverable)).toEqual(types);
});

test.each<[string[], string | null, string | null]>([
  [[], null, null],
  [['Kế hoạch'], 'Kế hoạch', null],
  [['Kế hoạch'], 'Quyết định', null],
  [['Quy chế'], 'Quyết định', null],
  [['Hướng dẫn'], 'Công văn', null],
  [['Văn bản'], 'Thông báo', null],
  [['Công văn', 'Thông báo'], 'Thông báo', null],
  [['Báo cáo'], 'Kế hoạch', 'invalid:other-document-wanted'],
  [['Quyết định'], 'Kế hoạch', 'invalid:other-document-wanted'],
  [['Văn bản'], null, 'invalid:document-wanted'],
  [['Báo cáo'], null, 'invalid:document-wanted'],
])('where %j is wanted, %s is refused with %s', (wanted, given, code) => {
  expect(unwanted(wanted, given)?.code ?? null).toBe(code);
});
