import { expect, test } from 'vitest';
import { readDueWindows } from '../../../pure/law/index.ts';
import { suggestRecurrence } from './recurrence.ts';

const suggested = (title: string, due = 'Quý I/2019') =>
  suggestRecurrence({ title, due: readDueWindows(due, { planYear: 2019 }) }, 2019);

test.each([
  ['Kế hoạch CCHC năm 2019', 'yearly'],
  ['Quyết định kiện toàn BCĐ CCHC năm 2019 và phân công nhiệm vụ', 'yearly'],
  ['Ban hành kế hoạch đào tạo, bồi dưỡng công chức hàng năm của Sở', 'yearly'],
  ['Báo cáo TTHC được xây dựng quy trình và tổ chức giải quyết', 'yearly'],
  ['Công văn hướng dẫn lập dự toán ngân sách', 'yearly'],
  ['Ban hành Quy chế làm việc của cơ quan Sở GDĐT', 'once'],
  ['Chủ trì, xây dựng Quy chế phối hợp giải quyết công việc', 'once'],
  ['Xây dựng hệ thống cơ sở dữ liệu (CSDL) phục vụ quản lý chuyên ngành', 'once'],
  ['Xây dựng và trình đề án vị trí việc làm', 'once'],
  ['Ban hành văn bản thực hiện các quy định về phân cấp', null],
  ['Hướng dẫn, kiểm tra cấp huyện trong việc xây dựng Quy chế phối hợp', null],
  ['Công văn hướng dẫn sử dụng công chức, viên chức', null],
] as const)('"%s" is taken for: %s', (title, recurrence) => {
  expect(suggested(title)).toBe(recurrence);
  expect(suggested(title.normalize('NFD'))).toBe(recurrence);
});

test('what has several windows, or none that ends, comes again', () => {
  expect(suggested('Công văn hướng dẫn', 'Lần 1: Quý II/2019 Lần 2: Quý III/2019')).toBe('yearly');
  expect(suggested('Ban hành Quy chế làm việc', 'Thường xuyên')).toBe('yearly');
  expect(suggested('Thực hiện việc hướng dẫn', 'Cả năm 2019')).toBe('yearly');
});
