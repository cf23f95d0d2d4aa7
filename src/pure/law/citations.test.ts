import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCitations, parseDocumentNumber } from './index.ts';

type Row = [text: string, type: string | null, number: string | null, date: string | null];

const rows: Row[] = [
  ['Nghị định 24/2014/NĐ-CP ngày 04/4/2014 của Chính phủ', 'Nghị định', '24/2014/NĐ-CP', '2014-04-04'],
  ['Nghị định số 15/2020/NĐ-CP của Chính phủ ngày 03/02/2020', 'Nghị định', '15/2020/NĐ-CP', '2020-02-03'],
  ['Số: 375 /KH-SGDĐT', 'Kế hoạch', '375/KH-SGDĐT', null],
  ['KH số 375 /KH-SGDĐT ngày 28 tháng 01 năm 2019', 'Kế hoạch', '375/KH-SGDĐT', '2019-01-28'],
  ['Công văn số 772/SGD&ĐT-VP ngày 23/3/2017', 'Công văn', '772/SGD&ĐT-VP', '2017-03-23'],
  ['văn bản số 1146/STC-TCHCSN ngày 12/02/2018', 'Công văn', '1146/STC-TCHCSN', '2018-02-12'],
  ['Văn bản số 31/TTr -STP ngày 3/ 10 /2025', 'Tờ trình', '31/TTr-STP', '2025-10-03'],
  ['Công văn số 4567/CT-TTHT', 'Công văn', '4567/CT-TTHT', null],
  [
    'thông tư số 71/2014/TTLT-BTC-BNV ngày 30/5/2014',
    'Thông tư liên tịch',
    '71/2014/TTLT-BTC-BNV',
    '2014-05-30',
  ],
  ['Thông tư liên tịch 50/2015/TTLT/BTNMT-BNV', 'Thông tư liên tịch', '50/2015/TTLT-BTNMT-BNV', null],
  [
    'Thông tư liên tịch số 2015/TTLT-BNV-BTC ngày 14/4/2015',
    'Thông tư liên tịch',
    '2015/TTLT-BNV-BTC',
    '2015-04-14',
  ],
  ['Hướng dẫn số 4447/HĐ-STC ngày 02/7/2018', 'Hướng dẫn', '4447/HĐ-STC', '2018-07-02'],
  ['Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024', 'Nghị quyết', '57-NQ/TW', '2024-12-22'],
  ['Quy định số 178-QĐ/TW', 'Quy định', '178-QĐ/TW', null],
  ['Kết luận số 51-KL/TW ngày 30/5/2019', 'Kết luận', '51-KL/TW', '2019-05-30'],
  ['Chương trình hành động số 10- CTr/TU', 'Chương trình', '10-CTr/TU', null],
  ['Chương trình 08/CTr-TU của Thành ủy', 'Chương trình', '08/CTr-TU', null],
  ['Thông báo kết luận số 12/TB-VP', 'Thông báo', '12/TB-VP', null],
  ['Nghị quyết số 66.7/2025/NQ-CP', 'Nghị quyết', '66.7/2025/NQ-CP', null],
  ['Nghị quyết 30a/2008/NQ-CP', 'Nghị quyết', '30a/2008/NQ-CP', null],
  ['Quyết định số 217-HĐBT ngày 14/11/1987', 'Quyết định', '217-HĐBT', '1987-11-14'],
  ['Nghị định 26/CP ngày 23/5/1993', 'Nghị định', '26/CP', '1993-05-23'],
  ['Thông tư số 20/2010/TT – BTP', 'Thông tư', '20/2010/TT-BTP', null],
  ['Thông tư số 49/2025TT-BCT', 'Thông tư', '49/2025/TT-BCT', null],
  ['Thông tư số 10/2024/TTBTC', 'Thông tư', '10/2024/TT-BTC', null],
  ['Quyết định 210/QĐUBND', 'Quyết định', '210/QĐ-UBND', null],
  ['Quyết định số 1722 QĐ-UBND', 'Quyết định', '1722/QĐ-UBND', null],
  ['Nghị định số 255/2025-NĐ-CP', 'Nghị định', '255/2025/NĐ-CP', null],
  ['Nghi dinh so 61/2018/ND-CP', 'Nghị định', '61/2018/NĐ-CP', null],
  ['Nghị đinh số 61/2018/NÐ–CP', 'Nghị định', '61/2018/NĐ-CP', null],
  ['NGHỊ ĐỊNH SỐ 61/2018/NĐ-CP NGÀY 23/4/2018', 'Nghị định', '61/2018/NĐ-CP', '2018-04-23'],
  ['nghị định 61/2018/nđ-cp', 'Nghị định', '61/2018/NĐ-CP', null],
  ['QĐ số 270/QD- TTg', 'Quyết định', '270/QĐ-TTg', null],
  ['QĐ 2151 của Bộ', 'Quyết định', '2151', null],
  ['Thông tư 22/2016 của Bộ', 'Thông tư', '22/2016', null],
  ['Quyết định số 1234 ngày 05/6/2019', 'Quyết định', '1234', '2019-06-05'],
  ['Luật Giáo dục năm 2019', 'Luật', null, null],
  ['Luật Giao dịch điện tử năm 2023', 'Luật', null, null],
  ['Bộ luật Lao động ngày 20 tháng 11 năm 2019', 'Bộ luật', null, '2019-11-20'],
  ['Luật Đất đai số 31/2024/ QH15', 'Luật', '31/2024/QH15', null],
  ['Luật số 72/2025/QH15', 'Luật', '72/2025/QH15', null],
  ['Nghị quyết số 197/2025/QH15', 'Nghị quyết', '197/2025/QH15', null],
  ['Kế hoạch số … /KH-UBND ngày / /2025', 'Kế hoạch', '/KH-UBND', null],
  ['Nghị định số 11/2020/NĐ-CP ngày 20/0/2020', 'Nghị định', '11/2020/NĐ-CP', null],
  ['Nghị định 32/2019/NĐ-CP ngày 10/4/20219', 'Nghị định', '32/2019/NĐ-CP', null],
  ['Quyết định 5/QĐ-X ngày ngày 08 tháng 6 ngăm 2010', 'Quyết định', '5/QĐ-X', '2010-06-08'],
];

describe('one citation', () => {
  test.each(rows)('%s', (text, type, number, date) => {
    expect(findCitations(text).map((c) => [c.type, c.number, c.date])).toEqual([[type, number, date]]);
    const decomposed = findCitations(text.normalize('NFD'));
    expect(decomposed.map((c) => [c.type, c.number, c.date])).toEqual([[type, number, date]]);
  });
});

test.each([
  'tổng hợp, báo cáo Giám đốc Sở.\n2. Trưởng các phòng',
  'Chương trình 135',
  'Kế hoạch 5 năm 2021-2025',
  'hợp đồng 68',
  'ban hành Quyết định 3 lần',
  'thông suốt 24/7',
  'Mẫu số 01a/TT-BTC',
  'tiêu chuẩn ISO 9001:2015',
  'Quý IV/2025- Quý II/2026',
  'tuyên truyền Luật Việc làm trong năm 2025',
  'dịch vụ công mức độ 3, 4',
  '5. Quyết định\n6. Nghị quyết',
])('no citation: %s', (text) => {
  expect(findCitations(text)).toEqual([]);
});

describe('lists under one type word', () => {
  const read = (text: string) => findCitations(text).map((c) => [c.type, c.number, c.date, c.raw]);

  test('bare numbers', () => {
    expect(read('các Quyết định 20, 21 và Nghị quyết 15 của Thành phố')).toEqual([
      ['Quyết định', '20', null, 'Quyết định 20'],
      ['Quyết định', '21', null, '21'],
      ['Nghị quyết', '15', null, 'Nghị quyết 15'],
    ]);
  });

  test('the second with its own number and date', () => {
    expect(read('Thông tư số 17/2017/TT-BTTTT ngày 23/6/2017 và số 22/2017/TT-BTTTT ngày 29/9/2017')).toEqual(
      [
        ['Thông tư', '17/2017/TT-BTTTT', '2017-06-23', 'Thông tư số 17/2017/TT-BTTTT ngày 23/6/2017'],
        ['Thông tư', '22/2017/TT-BTTTT', '2017-09-29', 'số 22/2017/TT-BTTTT ngày 29/9/2017'],
      ],
    );
  });

  test('a date belongs to the number that it stands beside', () => {
    expect(
      read('Nghị định số 37/2019/NĐ-CP và số 22/2025/NĐ-CP ngày 11/02/2025').map(([, n, d]) => [n, d]),
    ).toEqual([
      ['37/2019/NĐ-CP', null],
      ['22/2025/NĐ-CP', '2025-02-11'],
    ]);
  });
});

test('what remarks need is told apart', () => {
  const [missing] = findCitations('Thông tư liên tịch số 2015/TTLT-BNV-BTC ngày 14/4/2015');
  expect(missing).toMatchObject({ serial: null, year: 2015, symbol: 'TTLT-BNV-BTC', typeCode: 'TTLT' });
  const [impossible] = findCitations('Nghị định số 11/2020/NĐ-CP ngày 20/0/2020');
  expect(impossible).toMatchObject({ date: null, dateRaw: '20/0/2020' });
  const [contradicted] = findCitations('Công văn số 31/TTr-SNV');
  expect(contradicted).toMatchObject({ typeWord: 'Công văn', type: 'Tờ trình', typeCode: 'TTr' });
  const [unnamed] = findCitations('theo 61/2018/NĐ-CP');
  expect(unnamed).toMatchObject({ typeWord: null, type: 'Nghị định' });
});

test('lines that wrap, CRLF, emphasis and emoji keep the offsets true', () => {
  const text = '📌 **Thực hiện** Nghị\r\nquyết số\r\n57-NQ/TW ngày\r\n22/12/2024 của Bộ Chính trị';
  const [citation] = findCitations(text);
  expect(citation).toMatchObject({ number: '57-NQ/TW', date: '2024-12-22' });
  expect(text.slice(citation?.start, citation?.end)).toBe('Nghị\r\nquyết số\r\n57-NQ/TW ngày\r\n22/12/2024');
});

test('a number on its own is taken apart', () => {
  expect(parseDocumentNumber('375 /KH-SGDĐT')).toEqual({
    serial: '375',
    year: null,
    symbol: 'KH-SGDĐT',
    typeCode: 'KH',
    normalised: '375/KH-SGDĐT',
  });
  expect(parseDocumentNumber('Số: 57-NQ/TW')).toMatchObject({
    serial: '57',
    symbol: 'NQ/TW',
    typeCode: 'NQ',
  });
  expect(parseDocumentNumber('772/SGD&ĐT-VP')).toMatchObject({ symbol: 'SGD&ĐT-VP', typeCode: null });
  expect(parseDocumentNumber('2015/TTLT-BNV-BTC')).toMatchObject({ serial: null, year: 2015 });
  expect(parseDocumentNumber('2015/UBND-KT')).toMatchObject({ serial: '2015', year: null });
  expect(parseDocumentNumber('không số')).toBeNull();
});

const citationTexts = fc.constantFrom(...rows.map(([text]) => text));

test('text before a citation shifts its span and changes nothing else', () => {
  fc.assert(
    fc.property(
      citationTexts,
      fc.constantFrom('Căn cứ ', '😀 ', 'Một câu.\n\n', 'Điều 8 ', '- '),
      (text, before) => {
        const alone = findCitations(text);
        const after = findCitations(before + text);
        expect(after).toEqual(
          alone.map((c) => ({ ...c, start: c.start + before.length, end: c.end + before.length })),
        );
      },
    ),
  );
});

test('NFD gives the same readings, and raw is the text of its span', () => {
  fc.assert(
    fc.property(fc.array(citationTexts, { minLength: 1, maxLength: 5 }), (texts) => {
      const text = texts.join('; theo ');
      const decomposed = text.normalize('NFD');
      const facts = (source: string) =>
        findCitations(source).map(({ start, end, raw, ...rest }) => {
          expect(source.slice(start, end)).toBe(raw);
          return {
            ...rest,
            typeWord: rest.typeWord?.normalize('NFC') ?? null,
            dateRaw: rest.dateRaw?.normalize('NFC') ?? null,
          };
        });
      expect(facts(decomposed)).toEqual(facts(text));
    }),
  );
});

test('no text makes it throw, and citations never overlap', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'số ',
          '12',
          '/',
          '-',
          ' ',
          'QĐ',
          'UBND',
          'Luật ',
          'ngày ',
          '2019',
          ', ',
          '\n',
          'Quyết định ',
        ),
        { maxLength: 40 },
      ),
      (bits) => {
        const found = findCitations(bits.join(''));
        found.forEach((citation, i) => {
          expect(citation.end).toBeGreaterThan(citation.start);
          expect(citation.start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0);
        });
      },
    ),
  );
});

test('the time grows with the length of the text, no faster', () => {
  const time = (text: string): number => {
    const began = performance.now();
    findCitations(text);
    return performance.now() - began;
  };
  for (const unit of ['Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ; ', '1/A-']) {
    const small = unit.repeat(Math.ceil(125_000 / unit.length));
    const large = unit.repeat(Math.ceil(1_000_000 / unit.length));
    time(small);
    // Other work of the machine only ever adds time: the best of a few runs is the reader's own.
    const best = (text: string): number => Math.min(time(text), time(text), time(text));
    const ratio = best(large) / Math.max(5, best(small));
    // Eight times the text; a quadratic reader would need sixty-four times as long.
    expect(ratio).toBeLessThan(32);
  }
}, 60_000);
