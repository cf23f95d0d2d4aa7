import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanLine, foldName, foldNumber, nameFault, namesAgree } from './name.ts';

test.each([
  ['Nguyễn  Văn\tA'.normalize('NFD'), 'Nguyễn Văn A'],
  ['\u202eA năV nễyugN\u202c', 'A năV nễyugN'],
  ['\u200fTrường\u00a0THPT\u200b A\ufeff', 'Trường THPT A'],
  ['Trường\r\nTHPT\u0007 A ', 'Trường THPT A'],
  [' \u200e ', ''],
])('%j is kept as %j', (typed, kept) => {
  expect(cleanLine(typed)).toBe(kept);
});

test('a line is clean once and for all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const clean = cleanLine(typed);
      expect(cleanLine(clean)).toBe(clean);
      expect(clean).not.toMatch(/[\p{Cf}\p{Cc}]/u);
    }),
  );
});

test.each([
  ['Trường THPT A (cơ sở 2)', null],
  ["Công ty TNHH Giáo dục D'An & B", null],
  ['김철수', null],
  ['', 'required'],
  ['12345', 'party-name'],
  ['<script>alert(1)</script>', 'party-name'],
  ['=HYPERLINK("x")', 'party-name'],
  ['+84 nguyễn', 'party-name'],
])('the name "%s" has the fault %s', (name, fault) => {
  expect(nameFault(name)).toBe(fault);
});

test('names are searched without accents and signs', () => {
  expect(foldName('Trường THPT "Đông-Đô" (cơ sở 2)')).toBe('truong thpt dong do co so 2');
  expect(foldNumber('1234/QĐ - UBND')).toBe('1234/qd-ubnd');
});

test.each([
  ['Nguyễn Văn A', 'NGUYEN VAN A', true],
  ['Nguyễn Văn A', 'Nguyễn A', true],
  ['Trường THPT Số Một', 'THPT Số Một', true],
  ['Nguyễn Văn A', 'Nguyễn Văn B', false],
  ['Nguyễn Văn A', 'A', false],
  ['Nguyễn Văn A', 'Trần Thị B', false],
  ['A', 'A', true],
])('%s and %s can be one: %s', (one, other, agree) => {
  expect(namesAgree(one, other)).toBe(agree);
  expect(namesAgree(other, one)).toBe(agree);
});
