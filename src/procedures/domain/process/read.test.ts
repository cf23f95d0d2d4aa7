import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readProcessText } from './read.ts';

/** In the shape that a decision has once a page is turned into text: each bar on a line of its own. */
function barred(cells: readonly string[][]): string {
  return cells.map((row) => `|\n${row.join('\n|\n')}\n|`).join('\n');
}

const HEADING = [
  '**Thứ tự\ncông việc**',
  '**Đơn vị/người\nthực hiện**',
  '**Nội dung công việc**',
  '**Thời gian thực hiện (tính mỗi ngày 08 giờ làm việc)**',
  '**Mức độ**',
];
const ROWS = [
  [
    'Bước 1',
    'Bộ phận tiếp nhận\nvà trả kết quả của trường',
    '- Kiểm tra, tiếp nhận hồ sơ;\n- Trường hợp từ chối nhận hồ sơ thì lập Phiếu từ chối.',
    '02 giờ\nlàm việc',
    'Một phần',
  ],
  ['Bước 2', 'Lãnh đạo Phòng chuyên môn', 'Phân công viên chức xử lý', '04 giờ làm việc'],
  [
    'Bước 3',
    'Viên chức Phòng chuyên môn',
    '- Thẩm tra hồ sơ trong 03 ngày;\n- Dự thảo kết quả.',
    '10 giờ làm việc',
  ],
  ['Bước 4', 'Hiệu trưởng', 'Ký phê duyệt kết quả', '06 giờ làm việc'],
  ['Bước 5', 'Văn thư', 'Vào số văn bản', '02 giờ làm việc'],
  ['Bước 6', 'Bộ phận tiếp nhận\nvà trả kết quả của trường', 'Trả kết quả cho học sinh', 'Giờ hành chính'],
];
const TOTAL = [
  '**Tổng thời gian giải quyết TTHC**',
  '**24 giờ làm việc (tương đương 03 ngày làm việc) kể từ ngày nhận đủ hồ sơ**',
];
const HEAD = `**QUYẾT ĐỊNH**
**Điều 1. **Phê duyệt kèm theo Quyết định này 02 quy trình nội bộ.
**QUY TRÌNH NỘI BỘ TRONG GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH**
*(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/3/2025 của Chủ
tịch Ủy ban nhân dân tỉnh)*
**A. THỦ TỤC
HÀNH CHÍNH CẤP TỈNH**
**I. LĨNH
VỰC GIÁO DỤC**
**1. Đề
nghị miễn học phí (mã số 1.001234.000.00.00.H21)**
`;
const second = `
**B. THỦ TỤC HÀNH CHÍNH CẤP XÃ**
**1. Chuyển trường**
`;

describe('bars on lines of their own', () => {
  const text =
    HEAD + barred([HEADING, ...ROWS, TOTAL]) + second + barred([HEADING, ...ROWS.slice(0, 2), TOTAL]);
  const read = readProcessText(text);

  test('the decision and who approved it', () => {
    expect(read.decision).toEqual({ number: '12/QĐ-UBND', date: '2025-03-05' });
    expect(read.approver).toBe('Chủ tịch Ủy ban nhân dân tỉnh');
  });

  test('each process with its procedure, tier, field and sum', () => {
    expect(
      read.processes.map(({ name, tier, field, nationalCode }) => ({ name, tier, field, nationalCode })),
    ).toEqual([
      { name: 'Đề nghị miễn học phí', tier: 'department', field: 'GIÁO DỤC', nationalCode: '1.001234' },
      { name: 'Chuyển trường', tier: 'commune', field: 'GIÁO DỤC', nationalCode: null },
    ]);
    expect(read.processes[0]?.total?.budgets).toEqual(['24wh', '3wd']);
  });

  test('each step: who, how long, and what it seems to be', () => {
    const steps = read.processes[0]?.steps ?? [];
    expect(
      steps.map(({ kind, limit, assignee }) => [
        kind,
        limit,
        assignee?.kind === 'role' ? assignee.role : null,
      ]),
    ).toEqual([
      ['receive', '2wh', 'one_stop_officer'],
      ['assign', '4wh', 'head'],
      ['handle', '10wh', 'officer'],
      ['sign', '6wh', 'director'],
      ['register', '2wh', 'records_clerk'],
      ['return-result', null, 'one_stop_officer'],
    ]);
    expect(steps[0]).toMatchObject({
      who: 'Bộ phận tiếp nhận và trả kết quả của trường',
      name: 'Tiếp nhận hồ sơ',
    });
    expect(steps[2]?.work).toBe('- Thẩm tra hồ sơ trong 03 ngày; - Dự thảo kết quả.');
    expect(steps[3]?.name).toBe('Ký phê duyệt kết quả');
    expect(steps[5]?.limitText).toBe('Giờ hành chính');
  });

  test('steps follow each other; the desk may refuse because its step says so; the last has the result', () => {
    const steps = read.processes[0]?.steps ?? [];
    expect(steps[0]?.next).toEqual([
      { to: 's2', when: null, kind: 'forward' },
      { to: 'end', when: 'Từ chối tiếp nhận hồ sơ', kind: 'refusal' },
    ]);
    expect(steps[5]?.next).toEqual([{ to: 'end', when: null, kind: 'result' }]);
  });
});

describe('a row a line, as text out of a document has it', () => {
  const heading = 'TT\tTrình tự thực hiện\tTrách nhiệm\tThời gian\tBiểu mẫu';
  const table = (...rows: string[]) =>
    readProcessText(['2. Cấp bản sao văn bằng', heading, ...rows].join('\n')).processes[0];

  test('columns are found by their headings, in any order, with empty cells', () => {
    const read = table(
      '1\tTiếp nhận hồ sơ\tBộ phận Một cửa\t0,5 ngày\tMẫu 01',
      '2\t\tChuyên viên\t02 ngày\t',
      '3\tTrả kết quả\tBộ phận Một cửa\t\t',
      'Tổng thời gian\t\t\t03 ngày làm việc\t',
    );
    expect(read?.steps.map(({ who, work, limit, limitText }) => [who, work, limit, limitText])).toEqual([
      ['Bộ phận Một cửa', 'Tiếp nhận hồ sơ', null, '0,5 ngày'],
      ['Chuyên viên', null, '2wd', '02 ngày'],
      ['Bộ phận Một cửa', 'Trả kết quả', null, ''],
    ]);
  });

  test('days are calendar days where the sum does not say that they are working days', () => {
    expect(
      table('1\tThẩm định\tChuyên viên\t02 ngày\t', 'Tổng thời gian\t\t\t05 ngày\t')?.steps[0]?.limit,
    ).toBe('2d');
    expect(table('1\tThẩm định\tChuyên viên\t02 ngày\t')?.steps[0]?.limit).toBe('2d');
  });

  test('the sum may stand in a line of its own below the table', () => {
    const read = table('1\tThẩm định\tChuyên viên\t02 ngày\t', 'Tổng thời gian: 02 ngày làm việc');
    expect(read?.total?.budgets).toEqual(['2wd']);
  });

  test('a row that a page cut in two goes on', () => {
    const read = table(
      '1\tThẩm định\tChuyên viên\t02 ngày\t',
      '\tvà dự thảo kết quả\t\t\t',
      heading,
      '2\tKý\tGiám đốc\t01 ngày\t',
    );
    expect(read?.steps.map(({ work }) => work)).toEqual(['Thẩm định và dự thảo kết quả', 'Ký']);
  });
});

test('bars around a row, and letters in their parts', () => {
  const rows = [
    '| Bước | Người thực hiện | Nội dung | Thời gian |',
    '| --- | --- | --- | --- |',
    '| Bước 1 | Một cửa | Tiếp nhận | 4 giờ làm việc |',
  ];
  const text = ['3. Xác nhận', ...rows].join('\n').normalize('NFD');
  expect(readProcessText(text).processes).toMatchObject([
    { name: 'Xác nhận', steps: [{ who: 'Một cửa', limit: '4wh' }] },
  ]);
});

test('whatever the text, reading ends; a text without a table of steps has no processes', () => {
  expect(readProcessText('Kế hoạch\n1. Nhiệm vụ\nBước 1 làm việc').processes).toEqual([]);
  const piece = fc.constantFrom(
    '|',
    'Bước 1',
    'Tổng thời gian',
    'Thứ tự công việc',
    'Người thực hiện',
    'Thời gian',
    '\t',
    '1. Tên',
    '02 giờ',
    '**',
    'x',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      for (const { steps } of readProcessText(pieces.join('\n')).processes)
        expect(steps.length).toBeGreaterThan(0);
    }),
  );
});
