import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DECISION, TABBED } from './announcement.fixture.ts';
import { readAnnouncement } from './index.ts';

const rows = readAnnouncement(DECISION).rows;
const rules = (no: number) => rows[no]?.remarks.map(({ rule }) => rule);

describe('a decision that a converter flattened', () => {
  test('says its number, its day, from when it holds and its title', () => {
    expect(readAnnouncement(DECISION).decision).toEqual({
      number: '412/QĐ-UBND',
      date: '2025-03-05',
      effective: '2025-03-05',
      title:
        'CÔNG BỐ DANH MỤC 04 THỦ TỤC HÀNH CHÍNH ĐƯỢC SỬA ĐỔI, BỔ SUNG VÀ 01 THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ TRONG LĨNH VỰC THƯ VIỆN',
    });
  });

  test('gives each row under the titles that hold for it', () => {
    expect(rows.map(({ no, code, tiers, act, field }) => [no, code, tiers.join(), act, field])).toEqual([
      ['1', '2.900101.000.00.00.H99', 'department,commune', 'amended', 'Thư viện'],
      ['2', null, 'department,commune', 'amended', 'Thư viện'],
      ['1', '2.900101.000.00.00.H99', 'commune', 'amended', 'Thư viện'],
      ['2', null, 'commune', 'amended', 'Thư viện'],
      ['3', '2.900104', 'commune', 'amended', 'Thư viện'],
      ['1', '2.900109.000.00.00.H99', 'commune', 'abolished', 'Thư viện'],
    ]);
    expect(rows[0]).toMatchObject({
      section: 'I. THỦ TỤC HÀNH CHÍNH ÁP DỤNG CHUNG (CẤP TỈNH, XÃ) (02 TTHC)',
      name: 'Thông báo thành lập thư viện ngoài công lập',
      codeAsWritten: '2.900101.00 0.00.00.H99',
      nationalCode: '2.900101',
      limits: [{ budget: '5wd', case: null }],
      fees: [{ amount: 0 }],
      rest: { onlineLevel: 'full', postal: { receive: true, return: false } },
    });
    expect(rows[0]?.legalBases).toHaveLength(2);
  });

  test('remarks what is doubtful and loses no row', () => {
    expect(rules(0)).toEqual(['code-repaired', 'tiers-several', 'code-twice']);
    expect(rules(1)).toEqual(['code-missing', 'tiers-several']);
    expect(rules(2)).toEqual(['code-repaired', 'limit-not-computed', 'code-twice']);
    expect(rules(3)).toEqual(['code-broken']);
    expect(rows[2]?.nextDayAfter).toBe('15:00');
    expect(rows[5]?.remarks).toEqual([]);
  });

  test('compares what it declares with what was read', () => {
    expect(readAnnouncement(DECISION).remarks).toEqual([
      { rule: 'count-of-act-differs', params: { act: 'amended', declared: 4, read: 5 } },
      {
        rule: 'count-of-group-differs',
        params: { section: 'II. THỦ TỤC HÀNH CHÍNH CẤP XÃ (02 TTHC)', declared: 2, read: 3 },
      },
    ]);
  });

  test('points each row to its words', () => {
    for (const row of rows) {
      const words = [...DECISION].slice(...(row.span ?? [0, 0])).join('');
      expect(words.replace(/\s+/g, ' ')).toContain(row.name);
    }
  });
});

test('a table of a word processor: headings on two lines, columns numbered, groups over the full width', () => {
  const read = readAnnouncement(TABBED);
  expect(read.decision).toMatchObject({ number: '413/QĐ-UBND', effective: '2025-03-15' });
  expect(read.remarks).toEqual([]);
  expect(
    read.rows.map(({ no, tiers, field, act, limits }) => [no, tiers, field, act, limits[0]?.budget]),
  ).toEqual([
    ['1', ['department'], 'Giáo dục trung học', 'announced', '20wd'],
    ['2', ['department'], 'Giáo dục trung học', 'announced', '8wh'],
    ['1', ['commune'], 'Giáo dục mầm non', 'announced', '15d'],
  ]);
});

test('a code may stand at two levels, and is remarked at both', () => {
  const twice = readAnnouncement(TABBED.replace('1.900003', '1.900001')).rows;
  expect(twice.map(({ remarks }) => remarks.map(({ rule, params }) => [rule, params.section]))).toEqual([
    [['code-at-two-tiers', 'I Lĩnh vực Giáo dục mầm non']],
    [],
    [['code-at-two-tiers', 'I Lĩnh vực Giáo dục trung học']],
  ]);
});

test('a title close under a table is none of its cells', () => {
  const [, heading = ''] = /(STT.*)\n/.exec(TABBED) ?? [];
  const more = `B. DANH MỤC THỦ TỤC HÀNH CHÍNH\nBỊ BÃI BỎ\n${heading}\n1\t1.900009\tCấp thẻ đọc\t\t\t\t\nI\tCẤP XÃ\t\t\t\t\t\n`;
  const read = readAnnouncement(TABBED + more).rows;
  expect(read.map(({ name, act, fees }) => [name, act, fees[0]?.text])).toEqual([
    ['Cho phép trường trung học hoạt động', 'announced', 'Không'],
    ['Cấp bản sao văn bằng', 'announced', '3.000 đồng/bản sao'],
    ['Thành lập lớp mẫu giáo độc lập', 'announced', 'Không'],
    ['Cấp thẻ đọc', 'abolished', undefined],
  ]);
});

test('a row of a merged cell goes on with the one above', () => {
  const merged = TABBED.replace(
    '\tx\tx\tKhông\n2\t',
    '\tx\tx\tKhông\n1\t1.900001.000.00.00.H99\tCho phép trường trung học hoạt động\t30 ngày làm việc\tx\tx\tKhông\n2\t',
  );
  const [first, second] = readAnnouncement(merged).rows;
  expect(first?.limits).toMatchObject([{ budget: null, text: '20 ngày làm việc 30 ngày làm việc' }]);
  expect(second?.no).toBe('2');
});

test.each([
  ['nothing', '', ['number-missing', 'date-missing', 'effective-missing', 'rows-missing']],
  [
    'a letter',
    'Số: 1/SGDĐT-VP\nKính gửi: các trường.',
    ['date-missing', 'effective-missing', 'rows-missing'],
  ],
])('of %s no row is read, and that is said', (_name, text, expected) => {
  const read = readAnnouncement(text);
  expect(read.rows).toEqual([]);
  expect(read.remarks.map(({ rule }) => rule)).toEqual(expected);
});

describe('whatever is changed in it', () => {
  const plain = (text: string) => readAnnouncement(text).rows.map(({ span: _span, ...row }) => row);

  test('letters in parts and other line ends read alike', () => {
    const forms = [(text: string) => text.normalize('NFD'), (text: string) => text.replaceAll('\n', '\r\n')];
    for (const text of [DECISION, TABBED])
      for (const form of forms) expect(plain(form(text))).toEqual(plain(text));
  });

  test('years may be others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2011, max: 2035 }), (year) => {
        const moved = readAnnouncement(DECISION.replaceAll('năm 2025', `năm ${year}`));
        expect(moved.decision.date).toBe(`${year}-03-05`);
        expect(moved.rows).toHaveLength(rows.length);
      }),
      { numRuns: 10 },
    );
  });

  test('rows may be missing: the others read as before', () => {
    const points = [...DECISION];
    fc.assert(
      fc.property(fc.nat({ max: rows.length - 1 }), (at) => {
        const [start, end] = rows[at]?.span ?? [0, 0];
        const left = readAnnouncement([...points.slice(0, start), ...points.slice(end)].join('')).rows;
        expect(left.map(({ name }) => name)).toEqual(rows.toSpliced(at, 1).map(({ name }) => name));
      }),
      { numRuns: 20 },
    );
  });

  test('any text is read without a fault', () => {
    const pieces = fc.constantFrom(
      '|',
      '\t',
      '\n',
      'STT',
      'Mã TTHC',
      'Tên thủ tục',
      '1',
      'I',
      '2.900101',
      'Lĩnh vực X',
      'Cấp xã',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (all) => {
        expect(Array.isArray(readAnnouncement(all.join('\n')).rows)).toBe(true);
        expect(Array.isArray(readAnnouncement(all.join('')).rows)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
