import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksIn, fillText } from './form-lines.ts';

const said = (text: string, values: Readonly<Record<string, string | readonly string[]>>) =>
  fillText(text, (block) => values[block] ?? '').map((parts) => parts.map((part) => part.text).join(''));

test.each([
  ['words alone', 'Thành phần hồ sơ nộp gồm:', {}, ['Thành phần hồ sơ nộp gồm:']],
  ['a block', 'Địa chỉ: {địa chỉ}', { 'địa chỉ': 'Hà Nội' }, ['Địa chỉ: Hà Nội']],
  ['nothing to say', 'Địa chỉ: {địa chỉ}', {}, []],
  ['nothing to say first', 'Quyển {quyển}, số {số}', { số: '7' }, []],
  ['nothing to say later', 'Quyển {quyển}, số {số}', { quyển: '01' }, []],
  ['lines beside words', '{số}: {lý do}', { số: 'a', 'lý do': ['Một.', 'Hai.'] }, ['A: Một.', 'A: Hai.']],
  ['several lines', '{lý do}', { 'lý do': ['1. Một.', '2. Hai.'] }, ['1. Một.', '2. Hai.']],
  ['no lines', 'Căn cứ: {căn cứ}', { 'căn cứ': [] }, []],
  ['a small letter first', '{nơi} tiếp nhận', { nơi: 'đơn vị' }, ['Đơn vị tiếp nhận']],
])('%s', (_, text, values, lines) => {
  expect(said(text, values)).toEqual(lines);
});

test('what is typed is never read as a block', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (typed) => {
      fc.pre(typed !== '');
      expect(said('Nội dung: {nội dung}', { 'nội dung': typed })).toEqual([`Nội dung: ${typed}`]);
      expect(said('Nội dung: {nội dung}', { 'nội dung': '{số}', số: '1' })).toEqual(['Nội dung: {số}']);
    }),
  );
});

test('the blocks of a text', () => {
  expect(blocksIn('quyển số {quyển số}, số thứ tự {số thứ tự}')).toEqual(['quyển số', 'số thứ tự']);
});
