import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../pure/vietnamese/index.ts';
import { distanceFrom, editDistance, withoutTelex } from './similar.ts';

const NAMES = [
  'Chuyển trường đối với học sinh trung học phổ thông',
  'Cấp bản sao văn bằng, chứng chỉ từ sổ gốc',
  'Cho phép trung tâm ngoại ngữ, tin học hoạt động giáo dục',
  'Công nhận trường trung học đạt chuẩn quốc gia',
  'Chỉnh sửa nội dung văn bằng, chứng chỉ',
  'Thành lập trường trung học phổ thông tư thục',
];

/** The name that is nearest to what was typed. */
function nearest(typed: string): string | undefined {
  const distanceTo = distanceFrom(fold(typed));
  return NAMES.flatMap((name) => {
    const distance = distanceTo(fold(name));
    return distance === null ? [] : [{ name, distance }];
  }).sort((a, b) => a.distance - b.distance || a.name.length - b.name.length)[0]?.name;
}

test.each([
  ['chuyển trường', 0],
  ['chuyen truong', 0],
  ['truong chuyen', 0],
  ['chuyne truong', 0],
  ['chuyn trường', 0],
  ['chuyentruong', 0],
  ['chuyeern truwowngf', 0],
  ['hoc sinh chuyen', 0],
  ['hocj sinh chyuenr', 0],
  ['bản sao văn bằg', 1],
  ['cap ban sao so goc', 1],
  ['trung tam ngoai ngu tin hocj', 2],
  ['ngoai gnu', 2],
  ['chuẩn quốc gia', 3],
  ['chinh sua van bang', 4],
  ['thanh lap truong tu thcu', 5],
])('%s means %s', (typed, at) => {
  expect(nearest(typed)).toBe(NAMES[at]);
});

test.each(['xoá mù chữ', 'đất đai', 'zzz', ''])('"%s" means none of them', (typed) => {
  expect(nearest(typed)).toBeUndefined();
});

test.each([
  ['chuyeern', 'chuyen'],
  ['truwowngf', 'truong'],
  ['ddaojt', 'daot'],
  ['sao', 'sao'],
  ['xoa', 'xoa'],
  ['rao', 'rao'],
])('%s without Telex is %s', (typed, plain) => {
  expect(withoutTelex(typed)).toBe(plain);
});

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

test('the edit distance is none to itself, the same both ways, and no more than the longer word', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, a, 9)).toBe(0);
      expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
      expect(editDistance(a, b, 9)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(editDistance(a, b, 9) === 0).toBe(a === b);
    }),
  );
});
