import { describe, expect, test } from 'vitest';
import { readProcedureCode } from './code.ts';
import { readColumns } from './columns.ts';
import { readFee } from './fee.ts';
import { readAct, readTiers } from './groups.ts';
import { readLegalBases } from './legal-bases.ts';
import { readTimeLimit } from './time-limit.ts';

describe('a code', () => {
  test.each([
    ['2.000635', '2.000635', '2.000635', false],
    ['3.000181.000.00.00.H22', '3.000181.000.00.00.H22', '3.000181', false],
    ['1.012345.H61', '1.012345.H61', '1.012345', false],
    ['2.000908.00 0.00.00.H61', '2.000908.000.00.00.H61', '2.000908', true],
    ['2.000942.000\n.00.00.H61', '2.000942.000.00.00.H61', '2.000942', true],
    ['2.001009.000.00.00.H\u00a061', '2.001009.000.00.00.H61', '2.001009', true],
    ['1,004988', '1.004988', '1.004988', true],
    ['1.OO4988', '1.004988', '1.004988', true],
    ['1004988', '1.004988', '1.004988', true],
    ['1.004988.', '1.004988', '1.004988', true],
    ['T-HNO-123456-TT', 'T-HNO-123456-TT', null, false],
    ['1.00498', null, null, false],
    ['chưa có mã', null, null, false],
  ])('%s', (text, code, nationalCode, repaired) => {
    expect(readProcedureCode(text)).toMatchObject({ code, nationalCode, repaired });
  });

  test.each(['', ' ', '-', '…', '–'])('none: "%s"', (text) => {
    expect(readProcedureCode(text)).toBeNull();
  });
});

describe('a time limit', () => {
  test.each([
    ['05 ngày làm việc', '5wd'],
    ['Không quá 02 (hai) ngày làm việc, kể từ ngày nhận đủ hồ sơ hợp lệ', '2wd'],
    ['30 ngày kể từ ngày nhận đủ hồ sơ', '30d'],
    ['Ba mươi ngày', '30d'],
    ['năm ngày làm việc', '5wd'],
    ['04 giờ làm việc', '4wh'],
    ['Trong 02 tháng', '2mo'],
    ['02 ngày làm việc; trường hợp phức tạp được kéo dài thêm 05 ngày làm việc', '2wd'],
    ['10 Ngày làm việc'.normalize('NFD'), '10wd'],
    ['8 giờ', null],
    ['1,5 ngày làm việc', null],
    ['03-05 ngày làm việc', null],
    ['từ 3 đến 5 ngày làm việc', null],
    ['Trước ngày 15 tháng 6 hằng năm', null],
    ['Ngay sau khi nhận đủ hồ sơ', null],
    ['sau ngày làm việc đó', null],
    ['05 ngày làm việc đối với trường này, 07 ngày đối với trường kia', null],
  ])('%s', (text, budget) => {
    expect(readTimeLimit(text).limits.map((limit) => limit.budget)).toEqual([budget]);
  });

  test('cases that are named stand apart', () => {
    expect(readTimeLimit('- Cấp mới: 15 ngày làm việc. - Cấp lại: 05 ngày làm việc.').limits).toEqual([
      { channel: null, case: 'Cấp mới', budget: '15wd', text: 'Cấp mới: 15 ngày làm việc' },
      { channel: null, case: 'Cấp lại', budget: '5wd', text: 'Cấp lại: 05 ngày làm việc' },
    ]);
  });

  test('lines that were typed are cases too', () => {
    const typed = 'Thư viện của trường: 10 ngày làm việc\r\nThư viện tư nhân: 15 ngày';
    expect(readTimeLimit(typed).limits.map((limit) => [limit.case, limit.budget])).toEqual([
      ['Thư viện của trường', '10wd'],
      ['Thư viện tư nhân', '15d'],
    ]);
  });

  test.each([
    ['trong ngày làm việc tiếp theo nếu tiếp nhận yêu cầu sau 15 giờ', '15:00'],
    ['ngày làm việc tiếp theo nếu nhận sau 15h30', '15:30'],
    ['trong ngày làm việc tiếp theo', null],
    ['sau 15 giờ', null],
  ])('what comes late in the day: %s', (text, hour) => {
    expect(readTimeLimit(text).nextDayAfter).toBe(hour);
  });

  test('nothing is no limit', () => expect(readTimeLimit(' ').limits).toEqual([]));
});

describe('a fee', () => {
  test.each([
    ['Không', 0],
    ['Không thu phí', 0],
    ['Miễn phí', 0],
    ['Phí: 10.000 đồng/trường hợp.', 10_000],
    ['50,000 Việt Nam Đồng', 50_000],
    ['Lệ phí: 3.000đ', 3000],
    ['Phí: 2.000 đồng/trang; từ trang thứ 3 trở lên thu 1.000 đồng/trang', null],
    ['3.000 đồng/bản sao', null],
    ['10 USD', null],
    ['Theo quy định của Hội đồng nhân dân tỉnh', null],
  ])('%s', (text, amount) => {
    expect(readFee(text).map((fee) => fee.amount)).toEqual([amount]);
  });

  test('two that are named', () => {
    expect(readFee('Lệ phí: 50.000 đồng. Phí thẩm định: 100.000 đồng')).toMatchObject([
      { name: 'Lệ phí', amount: 50_000 },
      { name: 'Phí thẩm định', amount: 100_000 },
    ]);
  });
});

test.each([
  ['B. THỦ TỤC HÀNH CHÍNH CẤP XÃ', ['commune']],
  ['ÁP DỤNG CHUNG (CẤP TÍNH, XÃ)', ['department', 'commune']],
  ['áp dụng chung (tỉnh, xã)', ['department', 'commune']],
  ['Cấp bộ, Cấp tỉnh', ['department']],
  ['thuộc thẩm quyền giải quyết của Sở Thử nghiệm', ['department']],
  ['Cấp huyện và cấp xã', ['district', 'commune']],
  ['xã hội học tập', []],
])('levels of "%s"', (text, tiers) => expect(readTiers(text)).toEqual(tiers));

test.each([
  ['DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ', 'abolished'],
  ['thủ tục hành chính được sửa đổi, bổ sung', 'amended'],
  ['được sửa đổi, bổ sung, thay thế', 'amended'],
  ['thủ tục hành chính được thay thế', 'replaced'],
  ['mới ban hành', 'announced'],
  ['được sửa đổi, bổ sung và bị bãi bỏ', null],
  ['Lĩnh vực thư viện', null],
])('what "%s" does', (text, act) => expect(readAct(text)).toBe(act));

test('legal bases are told apart by their bullets, or by their ends', () => {
  expect(readLegalBases('- Luật Thư viện số 46/2019/QH14; - Nghị định số 93/2020/NĐ-CP.')).toEqual([
    'Luật Thư viện số 46/2019/QH14',
    'Nghị định số 93/2020/NĐ-CP',
  ]);
  expect(
    readLegalBases('Luật Thư viện; Thông tư số 01/2020/TT-BVHTTDL sửa đổi Thông tư số 02/2015/TT-BVHTTDL'),
  ).toEqual(['Luật Thư viện', 'Thông tư số 01/2020/TT-BVHTTDL sửa đổi Thông tư số 02/2015/TT-BVHTTDL']);
});

test.each([
  [
    ['STT', 'Mã TTHC', 'Tên thủ tục hành chính'],
    ['no', 'code', 'name'],
  ],
  [
    ['TT', 'Tên TTHC', 'Số hồ sơ TTHC', 'Lĩnh vực'],
    ['no', 'name', 'code', 'field'],
  ],
  [
    ['Số TT', 'Tên thủ tục', 'Mẫu đơn', 'Mã lĩnh vực', 'Phí, lệ phí (nếu có)', 'Cơ sở pháp lý'],
    ['no', 'name', null, null, 'fee', 'basis'],
  ],
  [
    ['Mã số', 'Tên thủ tục hành chính', 'Tên VBQPPL quy định bãi bỏ'],
    ['code', 'name', 'basis'],
  ],
  [['STT', 'Tên giấy tờ', 'Số lượng'], null],
  [['1', '2.000635', 'Cấp thủ tục'], null],
])('headings %j', (cells, roles) => expect(readColumns(cells)).toEqual(roles));
