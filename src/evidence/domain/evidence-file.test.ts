import { expect, test } from 'vitest';
import { fileRefusal } from './evidence-file.ts';

test.each([
  ['pdf', 'Quyết định.pdf', null],
  ['jpeg', 'Ảnh hội nghị.JPG', null],
  ['txt', 'ghi chú.txt', null],
  ['legacy-office', 'Báo cáo.doc', null],
  ['zip', 'Hồ sơ.zip', null],
  ['empty', 'trống.pdf', 'invalid:file-empty'],
  ['exe', 'm.exe', 'invalid:file-kind'],
  ['exe', 'x.pdf.exe', 'invalid:file-kind'],
  ['html', 'bao-cao.pdf', 'invalid:file-kind'],
  ['unknown', 'gì đó', 'invalid:file-kind'],
  ['docx', 'bao-cao.pdf', 'invalid:file-mismatch'],
  ['png', 'văn bản.docx', 'invalid:file-mismatch'],
] as const)('%s named %s: %s', (format, name, refused) => {
  expect(fileRefusal(format, name)).toBe(refused);
});
