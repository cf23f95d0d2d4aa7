import { describe, expect, test } from 'vitest';
import { containsSecrecyMark } from './secrecy.ts';

const letterhead = (mark: string): string =>
  `SỞ THỬ NGHIỆM\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 12/KH-STN\n\n${mark}\n\nKẾ HOẠCH\n\nThực hiện công tác năm 2019\n`;

describe('marked secret', () => {
  test.each([
    ['MẬT', 'Mật'],
    ['TỐI MẬT', 'Tối mật'],
    ['TUYỆT MẬT', 'Tuyệt mật'],
    ['TUYET MAT', 'Tuyệt mật'],
    ['TỐI MẬT'.normalize('NFD'), 'Tối mật'],
    ['M Ậ T', 'Mật'],
    ['**TỐI  MẬT**', 'Tối mật'],
    ['<b>MẬT</b>', 'Mật'],
    ['(MẬT)', 'Mật'],
    ['Ngày 1 tháng 2\tMẬT', 'Mật'],
    ['| Số: 1 | TUYỆT MẬT |', 'Tuyệt mật'],
    ['Độ mật: Tối mật', 'Tối mật'],
    ['Số: 12/KH-STN TỐI MẬT', 'Tối mật'],
    ['Số: 12/KH-STN (TỐI MẬT)', 'Tối mật'],
    ['MẬT\r\nTUYỆT MẬT\r\nTỐI MẬT', 'Tuyệt mật'],
  ])('%s', (mark, expected) => {
    expect(containsSecrecyMark(letterhead(mark))).toBe(expected);
  });
});

describe('not marked', () => {
  test.each([
    'Kính mật',
    'Mật',
    'Tối mật',
    'BẢO VỆ BÍ MẬT NHÀ NƯỚC',
    'Thực hiện quy định về bảo vệ bí mật nhà nước, độ Mật, Tối mật và Tuyệt mật.',
    'Văn bản MẬT không gửi qua mạng.',
    'MẶT TRẬN',
    'Số: 12/KH-STN về bí mật',
    'MẬT ĐỘ DÂN SỐ',
    '',
  ])('%s', (line) => {
    expect(containsSecrecyMark(letterhead(line))).toBeNull();
  });

  test('a cell of a table far below is no stamp', () => {
    expect(containsSecrecyMark(`${'Dòng.\n'.repeat(60)}MẬT\n`)).toBeNull();
    expect(containsSecrecyMark(`${'Dòng.\n'.repeat(59)}MẬT\n`)).toBe('Mật');
  });
});
