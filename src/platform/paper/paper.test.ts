import { expect, test } from 'vitest';
import { documentRuleSets, documentRules } from './rules.ts';
import { sampleReport } from './sample.ts';
import { withPlaceTogether, wordingOf } from './wording.ts';

test.each([
  ['2010-01-01', 'tt01-2011'],
  ['2019-04-05', 'tt01-2011'],
  ['2020-03-04', 'tt01-2011'],
  ['2020-03-05', 'nd30-2020'],
  ['2026-11-25', 'nd30-2020'],
])('a document of %s is laid out by %s', (date, code) => {
  expect(documentRules(date).code).toBe(code);
});

test.each(documentRuleSets)('$code uses what it allows, and marks only what it has', (rules) => {
  const ranges = [
    ...Object.values(rules.margin),
    rules.firstLineIndent,
    rules.spaceBetweenParagraphs,
    rules.lineSpacing,
  ];
  for (const { least, most, used } of ranges) {
    expect(used).toBeGreaterThanOrEqual(least);
    expect(used).toBeLessThanOrEqual(most ?? used);
  }
  for (const where of rules.unconfirmed) {
    const value = where
      .split('.')
      .reduce<unknown>((of, name) => (of as Record<string, unknown>)[name], rules);
    expect(value, where).toBeDefined();
  }
});

test('a signed report is worded as officials print it', () => {
  const wording = wordingOf(sampleReport());
  expect(wording).toMatchObject({
    parent: 'UBND THÀNH PHỐ HÀ NỘI',
    issuer: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO',
    number: 'Số: 05/BC-SGDĐT',
    placeAndDate: 'Hà Nội, ngày 05 tháng 4 năm 2019',
    type: 'BÁO CÁO',
    to: ['Kính gửi: Sở Nội vụ thành phố Hà Nội'],
    recipients: ['- UBND thành phố (để b/cáo);', '- Sở Nội vụ;', '- Các phòng thuộc Sở;', '- Lưu: VT, VP.'],
    signature: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
    draftMark: null,
  });
  expect(wording.annexes[0]).toMatchObject({
    label: 'PHỤ LỤC',
    title: 'TÌNH HÌNH THỰC HIỆN CÁC NHIỆM VỤ NĂM 2019',
    note: '(Kèm theo Báo cáo số 05/BC-SGDĐT ngày 05 tháng 4 năm 2019 của Sở Giáo dục và Đào tạo)',
  });
  expect(wording.body.at(-1)).toMatchObject({
    runs: [{ text: 'Đề nghị Sở Nội vụ hướng dẫn thống nhất mẫu phụ lục báo cáo định kỳ./.' }],
  });
});

test('a draft has room for number and day, and says that it is one', () => {
  const { number, placeAndDate, draftMark } = wordingOf(
    sampleReport({ number: null, date: null, draft: true }),
  );
  expect(number.replaceAll('\u00a0', '_')).toBe('Số: ______/BC-SGDĐT');
  expect(placeAndDate.replaceAll('\u00a0', '_')).toBe('Hà Nội, ngày______tháng______năm 2019');
  expect(draftMark).toBe('DỰ THẢO');
});

test('an official letter has no type, and its abstract under the number', () => {
  const { type, abstract, to } = wordingOf(
    sampleReport({ type: null, abstract: 'đôn đốc thực hiện nhiệm vụ', to: ['Văn phòng', 'Thanh tra'] }),
  );
  expect(type).toBeNull();
  expect(abstract).toBe('V/v đôn đốc thực hiện nhiệm vụ');
  expect(to).toEqual(['Kính gửi:', '- Văn phòng;', '- Thanh tra.']);
});

test('several annexes are numbered, in small letters since Decree 30/2020/NĐ-CP', () => {
  const { annexes } = sampleReport();
  const twice = [...annexes, ...annexes];
  expect(wordingOf(sampleReport({ annexes: twice })).annexes.map(({ label }) => label)).toEqual([
    'PHỤ LỤC I',
    'PHỤ LỤC II',
  ]);
  expect(
    wordingOf(sampleReport({ annexes: twice, date: '2026-04-05' })).annexes.map(({ label }) => label),
  ).toEqual(['Phụ lục I', 'Phụ lục II']);
});

test.each([
  ['ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI', 'ỦY BAN NHÂN DÂN THÀNH_PHỐ_HÀ_NỘI'],
  ['UBND TỈNH NGHỆ AN', 'UBND TỈNH NGHỆ AN'],
  ['SỞ GIÁO DỤC VÀ ĐÀO TẠO', 'SỞ GIÁO DỤC VÀ ĐÀO TẠO'],
  ['THANH TRA', 'THANH TRA'],
])('%s breaks before its place, if it must break', (name, printed) => {
  expect(withPlaceTogether(name).replaceAll('\u00a0', '_')).toBe(printed);
});
