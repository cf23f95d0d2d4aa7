import { expect, test } from 'vitest';
import { formWith } from '../testing.ts';
import { tableOf } from './form-tables.ts';
import { formTexts, timeText } from './form-texts.ts';

test.each([
  [null, ''],
  ['2019-01-30', 'ngày 30 tháng 01 năm 2019'],
  ['2019-01-30T14:00', '14 giờ 00 phút, ngày 30 tháng 01 năm 2019'],
  ['2019-11-02T08:05', '08 giờ 05 phút, ngày 02 tháng 11 năm 2019'],
])('the time %s is written %j', (time, words) => {
  expect(timeText(time)).toBe(words);
});

test('a number that is not given yet, and a day, are left open to be written in', () => {
  const { head } = formWith('receipt');
  const texts = formTexts(
    formWith('receipt', { head: { ...head, number: null, date: null, marks: [] } }),
    [],
  );
  expect(texts.số).toMatch(/^Số:\s{5,}\/BPTNTKQ$/u);
  expect(texts['địa danh, ngày tháng']).toMatch(/^Hà Nội, ngày\s{5,}tháng\s{5,}năm\s+$/u);
  expect(texts['đánh dấu']).toBe('');
});

test('an individual signs, for an organisation whoever brings the dossier does', () => {
  const signer = (change: Parameters<typeof formWith<'receipt'>>[1]) =>
    formTexts(formWith('receipt', change), [])['người nộp'];
  const { owner } = formWith('receipt');
  expect(signer({ owner: { ...owner, kind: 'individual', name: 'Phụ huynh' }, submitter: null })).toBe(
    'Phụ huynh',
  );
  expect(signer({ owner, submitter: null })).toBe('');
  expect(signer({ owner, submitter: 'Văn thư nhà trường' })).toBe('Văn thư nhà trường');
});

test.each([
  [['Thiếu ý kiến phối hợp'], ['Thiếu ý kiến phối hợp.']],
  [
    ['Một.', 'Hai;'],
    ['1. Một.', '2. Hai.'],
  ],
])('reasons %j become sentences', (reasons, lines) => {
  expect(formTexts(formWith('apology', { reasons }), [])['lý do']).toEqual(lines);
});

test.each([
  [{ name: 'Văn phòng', phone: '024 1' }, 'Văn phòng, số điện thoại 024\u00a01'],
  [{ name: 'Văn phòng', phone: null }, 'Văn phòng'],
  [{ name: 'Văn phòng', phone: '' }, 'Văn phòng'],
  [null, ''],
])('whom to ask, %j, is written %j', (contact, words) => {
  expect(formTexts(formWith('apology', { contact }), [])['nơi liên hệ']).toBe(words);
});

test('where nobody is named the head of the agency signs', () => {
  const signed = (posts: string[]) =>
    formTexts(formWith('apology', { signer: { posts, name: null } }), [])['thẩm quyền ký'];
  expect(signed([])).toEqual(['THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ']);
  expect(signed(['KT. Giám đốc', 'Phó Giám đốc'])).toEqual(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']);
});

test('a code that no barcode can say has none, and the QR code holds the address where there is one', () => {
  const codes = (code: string, publicAddress: string | null) => {
    const texts = formTexts(formWith('control-sheet', { code, publicAddress }), []);
    return [texts['mã vạch'], texts['mã QR']];
  };
  expect(codes('000.00.01.H26-190130-0001', null)).toEqual(Array(2).fill('000.00.01.H26-190130-0001'));
  expect(codes('HS-Đống Đa-1', null)).toEqual(['', 'HS-Đống Đa-1']);
  expect(codes('A1', 'https://example.vn/A1')).toEqual(['A1', 'https://example.vn/A1']);
});

test('nothing typed turns the words around it, and letters with separate marks become whole', () => {
  const request = `C\u202Eấp\u0000 phép${'hồ sơ'.normalize('NFD')}\u2066`;
  const texts = formTexts(formWith('receipt', { request }), []);
  expect(texts['nội dung yêu cầu']).toBe('Cấp phéphồ sơ');
});

test('columns come in the order of the rules', () => {
  const columns = ['name', 'copies', 'no'].map((key) => ({ key, title: key, width: 1 }));
  const { rows } = tableOf(formWith('receipt'), columns);
  expect(rows[1]?.cells).toEqual(['Quyết định thành lập trung tâm', '1', '2']);
});

test('a hand-over says who gave and who took it, when, and how its time was kept', () => {
  const columns = ['parties', 'times', 'result'].map((key) => ({ key, title: key, width: 1 }));
  const from = { name: 'Bộ phận Một cửa', person: null };
  const to = { name: 'Phòng Tổ chức cán bộ', person: null };
  const handovers = [
    { from, to, handedAt: '2019-01-30T16:30', confirmedAt: null, result: null, note: null },
    {
      from: to,
      to: from,
      handedAt: '2019-02-12T09:00',
      confirmedAt: '2019-02-12T09:10',
      result: 'late',
      note: null,
    },
  ] as const;
  expect(tableOf(formWith('control-sheet', { handovers }), columns).rows.map(({ cells }) => cells)).toEqual([
    ['1. Giao: Bộ phận Một cửa\n2. Nhận: Phòng Tổ chức cán bộ', '1. 16:30 30/01/2019\n2.', ''],
    [
      '1. Giao: Phòng Tổ chức cán bộ\n2. Nhận: Bộ phận Một cửa',
      '1. 09:00 12/02/2019\n2. 09:10 12/02/2019',
      'Quá hạn',
    ],
  ]);
});
