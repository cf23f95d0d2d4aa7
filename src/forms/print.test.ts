import { expect, test } from 'vitest';
import { pagesOf, words } from '../platform/paper/testing.ts';
import { typesetForm } from '../platform/paper/typeset-form.ts';
import type { FormContent } from './domain/content.ts';
import { contentSha256, formToIssue, printForm } from './print.ts';
import { formCode, formOfKind, formRuleSets, formRulesOn } from './rules.ts';
import { sampleForm } from './sample.ts';
import { formSheet } from './sheet.ts';
import { formWith } from './testing.ts';

const all = formRuleSets.flatMap((rules) =>
  rules.forms.map((form) => ({ rules, form, code: formCode(rules, form) })),
);

/** The pages of a form as the rules of a day print it. */
function pagesOn(day: string, content: FormContent) {
  const rules = formRulesOn(day);
  const form = formOfKind(rules, content.kind);
  if (form === undefined) throw new Error(`no ${content.kind}`);
  return pagesOf(typesetForm(formSheet(content, rules, form)));
}

const together = (pages: Awaited<ReturnType<typeof pagesOf>>) =>
  pages.map(words).join(' ').replace(/\s+/g, ' ');

test.each(all)(
  '$code is on its paper, within its margins, and says that it is a sample',
  async ({ rules, form }) => {
    const pages = await pagesOf(typesetForm(formSheet(sampleForm(form.kind, rules.from), rules, form)));
    const { width, height, margin } = rules.layout[form.page];
    expect(pages).toHaveLength(1);
    for (const page of pages) {
      expect([page.width, page.height].map(Math.round)).toEqual([width, height]);
      const printed = page.items.filter(({ text }) => text !== 'MẪU');
      // Punctuation hangs a little over the edge of a justified line.
      expect(Math.min(...printed.map(({ x }) => x))).toBeGreaterThanOrEqual(margin.left - 0.1);
      expect(Math.max(...printed.map(({ right }) => right))).toBeLessThanOrEqual(width - margin.right + 1.5);
      expect(Math.max(...printed.map(({ y }) => y))).toBeLessThan(height - 4);
    }
    const text = together(pages);
    for (const said of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      form.title.toLocaleUpperCase('vi'),
      `Mẫu số ${form.number} – ${rules.title}`,
      'MẪU',
    ])
      expect(text).toContain(said);
    expect(text).not.toMatch(/[{}]|undefined|null|\[object/);
  },
);

test('a receipt says what was brought, and when the result is there', async () => {
  const text = together(
    await pagesOn('2019-01-30', formWith('receipt', { appointedAt: '2019-02-11T17:00' })),
  );
  for (const said of [
    'Mã hồ sơ: 000.00.01.H26-190130-0001',
    'Bộ phận tiếp nhận và trả kết quả tiếp nhận hồ sơ của: Trung tâm Ngoại ngữ (tên trung tâm)',
    'Thời gian nhận hồ sơ: 14 giờ 00 phút, ngày 30 tháng 01 năm 2019',
    'Thời gian trả kết quả: 17 giờ 00 phút, ngày 11 tháng 02 năm 2019',
    'Số lượng hồ sơ: 01 bộ',
    'Quyết định thành lập trung tâm 1 có chứng thực',
  ])
    expect(text).toContain(said);
});

test('what is not known leaves its line out', async () => {
  const { owner } = formWith('receipt');
  const bare = formWith('receipt', {
    owner: { ...owner, phone: null, email: null, address: null },
    ...{ submitter: null, appointedAt: null, returnBy: null, fees: null, book: null, publicAddress: null },
  });
  const text = together(await pagesOn('2019-01-30', bare));
  for (const absent of [
    'Địa chỉ',
    'điện thoại',
    'Thư điện tử',
    'Người nộp hồ sơ:',
    'Thời gian trả',
    'quyển số',
    'Tra cứu',
  ])
    expect(text).not.toContain(absent);
});

test('twelve components, long names and long reasons run over to further pages, none of it lost', async () => {
  const long =
    'Báo cáo về trang thiết bị làm việc, lớp học, phòng thực hành, cơ sở phục vụ đào tạo, đội ngũ giáo viên';
  const components = Array.from({ length: 12 }, (_, at) => ({
    name: `Giấy tờ thứ ${at + 1}: ${long}`,
    originals: 1,
    copies: 2,
    note: null,
  }));
  const pages = await pagesOn('2019-01-30', formWith('receipt', { components, request: long.repeat(3) }));
  expect(pages.length).toBeGreaterThan(1);
  const text = together(pages);
  for (const { name } of components) expect(text).toContain(name.slice(0, 16));
  for (const [at, page] of pages.entries())
    expect(words(page).replace(/\s+/g, ' ')).toContain(
      `000.00.01.H26-190130-0001, trang ${at + 1}/${pages.length}`,
    );
  // Who signs is not torn from their signature.
  expect(pages.filter((page) => words(page).includes('NGƯỜI TIẾP NHẬN HỒ SƠ'))).toHaveLength(1);

  const reasons = Array.from({ length: 9 }, (_, at) => `Lý do thứ ${at + 1}. ${`${long}; `.repeat(4)}`);
  const apology = together(await pagesOn('2019-01-30', formWith('apology', { reasons })));
  expect(apology).toContain('9. Lý do thứ 9');
  expect(apology).toContain('PHÓ GIÁM ĐỐC');
});

test('who signs never stands alone on a page', async () => {
  const reason =
    'Cơ quan phối hợp chưa có văn bản trả lời về điều kiện cơ sở vật chất của trung tâm. '.repeat(3);
  let run = 0;
  for (let count = 1; count <= 10; count++) {
    const reasons = Array.from({ length: count }, () => reason);
    const pages = await pagesOn('2019-01-30', formWith('apology', { reasons }));
    const signed = pages.find((page) => words(page).includes('PHÓ GIÁM ĐỐC'));
    expect(signed && words(signed).replace(/\s+/g, ' ')).toContain('Rất mong nhận được');
    run += pages.length - 1;
  }
  expect(run).toBeGreaterThan(0);
});

test('a tracking book of many rows repeats the head of its table on each page', async () => {
  const book = formWith('tracking-book');
  const [row] = book.rows;
  if (row === undefined) throw new Error('the sample is empty');
  const rows = Array.from({ length: 30 }, (_, at) => ({ ...row, entry: at + 1 }));
  const pages = await pagesOn('2019-01-30', { ...book, rows });
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages) expect(words(page).replace(/\s+/g, ' ')).toContain('Hẹn trả');
  const numbers = pages.flatMap(({ items }) => items.filter(({ x, text }) => x < 25 && /^\d+$/.test(text)));
  expect(numbers.map(({ text }) => Number(text))).toEqual(rows.map(({ entry }) => entry));
});

test('a refusal without a code has neither barcode nor QR code', async () => {
  const text = together(await pagesOn('2019-01-30', formWith('refusal')));
  expect(text).not.toContain('Mã hồ sơ');
  expect(text).toContain('không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:');
});

test('an apology of 2025 asks for more time; the notice of stopping is of 2025 alone', async () => {
  const on = async (day: string) => together(await pagesOn(day, formWith('apology')));
  expect(await on('2019-03-01')).toContain('hẹn lại ngày trả kết quả');
  expect(await on('2026-03-01')).toContain('đề nghị được gia hạn thời gian giải quyết hồ sơ');
  await expect(printForm(formWith('stop-notice'), '2019-03-01')).rejects.toMatchObject({
    refusal: { code: 'conflict:no-such-form' },
  });
});

test('what is typed is printed as typed, whatever it would mean to the typesetter', async () => {
  const request = '#panic("x") $a$ *b* _c_ \\ @d <e> // f {số}';
  expect(together(await pagesOn('2019-01-30', formWith('receipt', { request })))).toContain(request);
});

test('the same form gives the same bytes and digests, whatever order its parts were written in', async () => {
  const receipt = formWith('receipt');
  const [one, two] = await Promise.all([printForm(receipt, '2019-01-30'), printForm(receipt, '2019-01-30')]);
  expect(Buffer.from(one.bytes).equals(two.bytes)).toBe(true);
  expect(one.fileSha256).toBe(two.fileSha256);
  expect(one.form).toEqual(formToIssue(receipt, '2019-01-30'));
  expect(one.form).toMatchObject({ formCode: 'tt01-2018/01', kind: 'receipt', number: '0123/BPTNTKQ' });
  const turned = Object.fromEntries(Object.entries(receipt).reverse()) as typeof receipt;
  expect(contentSha256(turned)).toBe(contentSha256(receipt));
  expect(contentSha256({ ...receipt, head: { ...receipt.head, marks: ['simulated'] } })).toBe(
    contentSha256(receipt),
  );
  expect(contentSha256({ ...receipt, sets: 2 })).not.toBe(contentSha256(receipt));
});
