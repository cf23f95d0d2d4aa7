import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReadPlan } from '../read-plan.ts';
import { readPlan } from './index.ts';

const text = readFileSync(new URL('../../../../examples/plan-375.txt', import.meta.url), 'utf8');
const plan = readPlan(text);
const slice = (read: ReadPlan, span: readonly [number, number]) => [...read.text].slice(...span).join('');

/** Number, unit, how the title begins, length of the requirement, due window: Q1 … Q4, a month, or named below. */
const TASKS = `
1|GDTX|Tổ chức đối thoại với cá nhân, tổ chức|223|twice
2|KHTC|Công văn hướng dẫn thực hiện chế độ tự chủ|0|Q1
3|KHTC|Báo cáo kết quả tiết kiệm kinh phí|0|10
4|KHTC|Báo cáo đánh giá hiệu quả của việc thực hiện|638|10
5|KHTC|Công văn hướng dẫn lập dự toán|468|Q1
6|KHTC|Báo cáo thực hiện công khai, chấp hành dự toán|0|10
7|TCCB|Ban hành văn bản thực hiện các quy định về phân cấp|374|Q1
8|TCCB|Báo cáo kết quả thực hiện các quy định về phân cấp|254|10
9|TCCB|Báo cáo kiểm tra, đánh giá định kỳ|0|10
10|TCCB|Báo cáo xử lý, giải quyết các vấn đề về phân cấp|0|10
11|TCCB|Hướng dẫn thực hiện Đề án vị trí việc làm|255|Q1
12|TCCB|CV hướng dẫn các đơn vị sự nghiệp công lập|255|Q1
13|TCCB|Thông báo hoặc Công văn hướng dẫn thực hiện|0|Q1
14|TCCB|CV hướng dẫn sử dụng công chức, viên chức|315|Q1
15|TCCB|Công văn hướng dẫn thực hiện thu hút|0|Q1
16|TCCB|Ban hành kế hoạch đào tạo, bồi dưỡng|110|Q1
17|TCCB|Báo cáo mức độ thực hiện kế hoạch đào tạo|294|10
18|TCCB|Công văn hướng dẫn thực hiện quy định về đánh giá|63|Q1
19|TCCB|Công văn hướng dẫn cử công chức dự thi nâng ngạch|0|Q1
20|TCCB|Thông báo cập nhật, quản lý dữ liệu cán bộ|280|Q1
21|TCCB|Kế hoạch tinh giản biên chế|238|Q1
22|TCCB|Báo cáo mức độ hoàn thành kế hoạch tinh giản biên chế|259|10
23|TCCB|Báo cáo thực hiện kỷ cương hành chính|0|10
24|Thanh tra|Ban hành Kế hoạch theo dõi thi hành pháp luật|320|Q1
25|Thanh tra|Báo cáo kết quả theo dõi thi hành pháp luật|80|5
26|Thanh tra|Thanh tra việc thực hiện chính sách, pháp luật|54|10
27|Thanh tra|Báo cáo mức độ hoàn thành kế hoạch thanh năm|0|10
28|Thanh tra|Kiểm tra việc thực hiện kết luận thanh tra|67|10
29|Thanh tra|Báo cáo (báo cáo định kỳ, chuyên đề, đột xuất)|261|guided
30|Văn phòng|Sáng kiến và áp dụng hiệu quả sáng kiến|236|5
31|Văn phòng|Ban hành Quy chế làm việc của cơ quan|112|Q1
32|Văn phòng|Rà soát VBQPPL theo yêu cầu của Thành phố|304|10
33|Văn phòng|Báo cáo rà soát, hệ thống hóa VBQPPL|207|10
34|Văn phòng|Xử lý kết quả rà soát, hệ thống hoá văn bản|0|10
35|Văn phòng|Công văn tổ chức triển khai thực hiện VBQPPL|295|Q1
36|Văn phòng|Báo cáo hàng năm về kiểm tra, xử lý VBQPPL|109|10
37|Văn phòng|Báo cáo xử lý, giải quyết các vấn đề phát hiện|456|10
38|Văn phòng|Ban hành kế hoạch kiểm soát thủ tục hành chính|172|Q1
39|Văn phòng|Báo cáo mức độ hoàn thành kế hoạch|294|10
40|Văn phòng|Báo cáo xử lý các vấn đề phát hiện qua rà soát|433|10
41|Văn phòng|Công khai các TTHC thuộc thẩm quyền|373|Q1
42|Văn phòng|Thực hiện việc tiếp nhận phản ánh kiến nghị|91|year
43|Văn phòng|Báo cáo xử lý, giải quyết phản ánh, kiến nghị|0|10
44|Văn phòng|Báo cáo tỷ lệ hồ sơ TTHC được xử lý trực tuyến mức độ 3,4|250|10
45|Văn phòng|Tỷ lệ hồ sơ TTHC được xử lý trực tuyến mức độ 4|36|10
46|Văn phòng|Công văn hoặc Thông báo thực hiện quy định|279|Q2
47|Văn phòng|Ban hành đầy đủ các văn bản về tổ chức|252|Q1
48|Văn phòng|Quyết định cử công chức làm việc tại Bộ phận|35|Q1
49|Văn phòng|Quyết định thực hiện chế độ bồi dưỡng|52|Q1
50|Văn phòng|Báo cáo số lượng TTHC thực hiện tại Sở|0|Q1
51|Văn phòng|Báo cáo TTHC được xây dựng quy trình|0|Q1
52|Văn phòng|Chủ trì, xây dựng Quy chế phối hợp|89|Q1
53|Văn phòng|Hướng dẫn, kiểm tra cấp huyện|0|Q2
54|Văn phòng|Báo cáo hoàn thành các nhiệm vụ, chỉ tiêu|374|10
55|Văn phòng|Công văn hoặc thông báo cung cấp dịch vụ công|294|Q1
56|Văn phòng (CNTT)|Ban hành kế hoạch ứng dụng CNTT của sở (trong vòng 01 tháng|181|Q1
57|Văn phòng (CNTT)|Báo cáo mức độ hoàn thành kế hoạch ứng dụng CNTT|275|10
58|Văn phòng (CNTT)|Người đứng đầu Sở, cơ quan ngang Sở sử dụng|36|10
59|Văn phòng (CNTT)|Công văn hướng dẫn gửi nhận văn bản điện tử|397|Q1
60|Văn phòng (CNTT)|Xây dựng hệ thống cơ sở dữ liệu (CSDL)|0|Q1
61|Văn phòng (CNTT)|Công văn về việc Duy trì, cải tiến hệ thống|412|Q1
62|Văn phòng (CNTT)|Báo cáo tỷ lệ quy trình ISO 9001|331|10
63|Văn phòng (CNTT)|Văn bản Công bố hệ thống quản lý chất lượng|285|Q1
64|Văn phòng|Kế hoạch CCHC năm|106|1
65|Văn phòng|Báo cáo mức độ hoàn thành kế hoạch CCHC|246|11
66|Văn phòng|Báo cáo CCHC quý I/II/III và cả năm|236|reports
67|Văn phòng|Báo cáo xử lý, giải quyết các vấn đề phát hiện qua kiểm tra về CCHC|156|10
68|Văn phòng|Kế hoạch tuyên truyền CCHC (có kế hoạch|308|1
69|Văn phòng|Quyết định kiêm toàn BCĐ CCHC|141|Q1`
  .trim()
  .split('\n')
  .map((line) => line.split('|') as [no: string, unit: string, title: string, length: string, due: string]);

const MONTH_ENDS: Record<string, string> = { 1: '31', 5: '31', 10: '31', 11: '30' };

/** Kind, start and end of each window. */
function windows(due: string, year: number): (string | null)[][] {
  const quarter = (n: number) => [
    'quarter',
    `${year}-${['01', '04', '07', '10'][n - 1]}-01`,
    `${year}-${['03-31', '06-30', '09-30', '12-31'][n - 1]}`,
  ];
  if (/^Q\d$/.test(due)) return [quarter(Number(due[1]))];
  if (due === 'twice') return [quarter(2), quarter(3)];
  if (due === 'year') return [['year', `${year}-01-01`, `${year}-12-31`]];
  if (due === 'guided') return [['as_guided', `${year}-01-01`, `${year}-12-31`]];
  if (due === 'reports') {
    return [
      ['date', `${year}-04-05`, `${year}-04-05`],
      ['date', `${year}-07-05`, `${year}-07-05`],
      ['date', `${year}-10-05`, `${year}-10-05`],
      ['before_date', null, `${year}-11-09`],
    ];
  }
  const month = due.padStart(2, '0');
  return [['month', `${year}-${month}-01`, `${year}-${month}-${MONTH_ENDS[due]}`]];
}

describe('Plan 375', () => {
  it('says what it is', () => {
    expect(plan.document).toEqual({
      number: '375/KH-SGDĐT',
      type: 'Kế hoạch',
      date: '2019-01-28',
      place: 'Hà Nội',
      title: 'Thực hiện công tác Cải cách hành chính năm 2019',
      issuer: 'Sở Giáo dục và Đào tạo',
      signer: 'Chữ Xuân Dũng',
      planYear: 2019,
      recipients: [
        'UBND TP',
        'Sở Nội vụ',
        'BCĐ CCHC Sở',
        'Các Phó Giám đốc',
        'Các phòng ban Sở',
        'Các phòng GD&ĐT q,h,tx',
        'Các đơn vị giáo dục trực thuộc',
        'Bộ phận một cửa Sở GD&ĐT',
        'Tạp chí Giáo dục Thủ đô',
        'Công thông tin điện tử của Ngành',
      ],
    });
  });

  it('has its parts, sections and appendix', () => {
    expect(plan.sections.map(({ label, level }) => `${level} ${label}`)).toEqual([
      '1 I',
      '2 1',
      '2 2',
      '1 II',
      '1 III',
      '2 1',
      '2 2',
      '2 3',
      '2 4',
      '2 5',
      '2 6',
      '2 7',
      '1 IV',
      '2 1',
      '2 2',
      '2 3',
      '3 3.1',
      '3 3.2',
      '3 3.3',
      '3 3.4',
      '3 3.5',
      '3 3.6',
      '3 3.7',
      '3 3.8',
      '3 3.9',
      '2 4',
      '1 PHỤ LỤC',
    ]);
    expect(plan.sections.find(({ label }) => label === '6')?.title).toBe('Cải cách tài chính công');
    const office = plan.sections.find(({ label }) => label === '3.9');
    expect(office && slice(plan, office.span)).toMatch(/^3\.9\. Văn phòng Sở[\s\S]+Sở Nội vụ\*\)\.$/);
  });

  it.each(TASKS)('has task %s of %s: %s', (no, unit, title, length, due) => {
    const task = plan.tasks.find((candidate) => candidate.no === no);
    expect(task?.leadUnits).toEqual([unit]);
    expect(task?.title.startsWith(title)).toBe(true);
    expect(task?.requirement?.length ?? 0).toBe(Number(length));
    expect(task?.due.map(({ kind, start, end }) => [kind, start, end])).toEqual(windows(due, 2019));
    expect(task && slice(plan, task.span)).toMatch(new RegExp(`^${no}\\t`));
  });

  it('has these tasks and no other', () => {
    expect(plan.tasks.map((task) => task.no)).toEqual(TASKS.map(([no]) => no));
    expect(plan.tasks.flatMap((task) => task.due)).toHaveLength(73);
    expect(plan.tasks.every((task) => task.area === null && task.deliverable === null)).toBe(true);
  });

  it('dates its requirements apart from its due cells', () => {
    const dates = (no: string) =>
      plan.tasks
        .find((task) => task.no === no)
        ?.otherDates.map((date) => [date.where, slice(plan, date.span)]);
    expect(dates('4')).toContainEqual(['requirement', expect.stringContaining('28/02/2018')]);
    expect(dates('38')).toContainEqual(['requirement', 'chậm nhất là ngày 31/01/2017']);
    expect(dates('2')).toEqual([]);
  });

  it('has eighteen thresholds in its targets and seven elsewhere', () => {
    const inTargets = plan.targets.filter(({ section }) => section === 'II');
    expect(
      inTargets.map(({ comparator, threshold, measureUnit }) => `${comparator}${threshold}${measureUnit}`),
    ).toEqual([
      '=100%',
      '=100%',
      '=100%',
      '>=95%',
      '=100%',
      '>=80%',
      '>=40%',
      '>95%',
      '>=70%',
      '>=10%',
      '>=15%',
      '=100%',
      '=2lần/năm',
      '=100%',
      '=100%',
      '=100%',
      '=30%',
      '=100%',
    ]);
    const elsewhere = plan.targets.filter(({ section }) => section !== 'II');
    expect(
      elsewhere.map(({ section, comparator, threshold, measureUnit }) => [
        section,
        comparator,
        threshold,
        measureUnit,
      ]),
    ).toEqual([
      ['III.3', '=', 1, 'lần/06 tháng'],
      ['III.3', '=', 100, '%'],
      ['III.5', '=', 100, '%'],
      ['IV.1', '=', 100, '%'],
      ['IV.2', '=', 100, '%'],
      ['IV.2', '>=', 3, 'ngày'],
      ['IV.3.3.1', '=', 30, '%'],
    ]);
    expect(
      plan.targets.every((target) => slice(plan, target.span).startsWith(target.text.slice(0, 12))),
    ).toBe(true);
  });

  it('promises thirty-six things in seven areas, and links them to tasks and targets', () => {
    const perArea = ['1', '2', '3', '4', '5', '6', '7'].map(
      (area) => plan.commitments.filter((commitment) => commitment.area === area).length,
    );
    expect(perArea).toEqual([4, 3, 6, 7, 7, 4, 5]);
    const linked = (words: string) => plan.commitments.find((commitment) => commitment.text.includes(words));
    expect(linked('thực hiện tinh giản biên chế')?.tasks).toEqual(expect.arrayContaining(['21', '22']));
    expect(linked('Mở rộng phản ánh kiến nghị')?.tasks).toEqual(expect.arrayContaining(['1', '42', '43']));
    expect(linked('trụ sở làm việc')?.tasks).toEqual([]);
    const dialogue = linked('Mở rộng phản ánh kiến nghị')?.targets.map((at) => plan.targets[at]?.measureUnit);
    expect(dialogue).toEqual(expect.arrayContaining(['lần/năm', 'lần/06 tháng']));
    // A page break stands in this one.
    expect(linked('Phối hợp tổ chức điều tra xã hội học')?.text).toContain(
      'cán bộ, công chức, viên chức theo các nội dung',
    );
  });

  it('charges its divisions with their duties', () => {
    const units = new Map<string, number>();
    for (const { unit } of plan.duties) units.set(unit, (units.get(unit) ?? 0) + 1);
    expect([...units]).toEqual([
      ['trưởng phòng thuộc Sở, thủ trưởng đơn vị trực thuộc', 7],
      ['các phòng GD&ĐT quận, huyện, thị xã', 4],
      ['Phòng Tổ chức cán bộ', 4],
      ['Phòng Kế hoạch - Tài chính', 4],
      ['Phòng Quản lý thi và kiểm định chất lượng giáo dục', 3],
      ['Thanh tra Sở', 3],
      ['Phòng Giáo dục mầm non', 3],
      ['Phòng Giáo dục phổ thông', 3],
      ['Phòng Giáo dục thường xuyên-chuyên nghiệp', 5],
      ['Phòng Công tác chính trị - tư tưởng', 3],
      ['Văn phòng Sở', 9],
    ]);
  });

  it('reports on thirteen dates', () => {
    expect(plan.reporting.map(({ period, boundary, from, to }) => [period, boundary, from, to])).toEqual([
      ['Một lần', '2019-02-10', 'Các đơn vị giáo dục', 'Sở GD&ĐT'],
      ['Quý I', '2019-03-05', 'Các phòng ban cơ quan Sở', 'Văn phòng Sở'],
      ['Quý II', '2019-06-05', 'Các phòng ban cơ quan Sở', 'Văn phòng Sở'],
      ['Quý III', '2019-09-05', 'Các phòng ban cơ quan Sở', 'Văn phòng Sở'],
      ['Năm', '2019-12-05', 'Các phòng ban cơ quan Sở', 'Văn phòng Sở'],
      ['Quý I', '2019-03-05', 'Văn phòng', null],
      ['Quý II', '2019-06-05', 'Văn phòng', null],
      ['Quý III', '2019-09-05', 'Văn phòng', null],
      ['Năm', '2018-11-10', 'Văn phòng', null],
      ['Quý I', '2019-04-05', 'Văn phòng', null],
      ['Quý II', '2019-07-05', 'Văn phòng', null],
      ['Quý III', '2019-10-05', 'Văn phòng', null],
      ['Năm', '2019-11-10', 'Văn phòng', null],
    ]);
    expect(plan.reporting.every((entry) => slice(plan, entry.span) === entry.raw)).toBe(true);
  });

  it('cites what it cites where it says', () => {
    expect(plan.citations.every((citation) => slice(plan, citation.span) === citation.raw)).toBe(true);
    expect(plan.citations.find(({ number }) => number === '7028/QĐ-UBND')?.date).toBe('2019-12-28');
  });
});

/** Everything that was read, but where it stands. */
function content(read: ReadPlan): unknown {
  const { text: _text, remarks: _remarks, ...rest } = read;
  return JSON.parse(JSON.stringify(rest, (key, value) => (key === 'span' ? undefined : value)));
}

describe('Plan 375, written otherwise', () => {
  const cells = (line: string) => line.split('\t');
  const perLine = (change: (line: string) => string) => text.split('\n').map(change).join('\n');
  it.each([
    ['in NFD', text.normalize('NFD')],
    ['with CRLF', text.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\ufeff${text}`],
    [
      'with its table in Markdown',
      perLine((line) => (line.includes('\t') ? `| ${cells(line).join(' | ')} |` : line)),
    ],
    [
      'with its table flattened',
      perLine((line) => (line.includes('\t') ? `|\n${cells(line).join('\n|\n')}\n|` : line)).replace(
        /\n\|\n\n(?=\|)/g,
        '\n|\n',
      ),
    ],
    ['with Markdown headings', perLine((line) => line.replace(/^(?=[IVX]+\. |\d ?\. |\d\.\d\. )/, '## '))],
    [
      'with bold headings',
      perLine((line) => line.replace(/^([IVX]+\. .*|\d ?\. .*|\d\.\d\. .*)$/, '**$1**')),
    ],
    ['without blank lines', text.replace(/\n\n+/g, '\n')],
    ['without the headers of later pages', text.replace(/\n\nTT\t[^\n]*(?=\n(?!1\t))/g, '\n')],
    ['with page numbers', text.replace(/\n\nTT\t/g, '\n\n12\n\nTT\t')],
  ])('reads alike %s', (_name, other) => {
    expect(content(readPlan(other))).toEqual(content(plan));
  });

  it('moves every span by one when an emoji stands before it', () => {
    const moved = readPlan(`😀${text}`);
    expect(content(moved)).toEqual(content(plan));
    const spans = (read: ReadPlan) =>
      [read.sections, read.targets, read.commitments, read.tasks, read.duties, read.reporting, read.citations]
        .flat()
        .map(({ span }) => span);
    expect(spans(moved)).toEqual(spans(plan).map(([start, end]) => [start + 1, end + 1]));
  });

  it('covers the same words in NFD', () => {
    const decomposed = readPlan(text.normalize('NFD'));
    decomposed.tasks.forEach((task, at) => {
      const same = plan.tasks[at];
      expect(same && slice(decomposed, task.span).normalize('NFC')).toBe(same && slice(plan, same.span));
    });
  });

  it('reads alike five years later', () => {
    const later = readPlan(text.replace(/(?<!\d)20(1[0-9])(?!\d)/g, (year) => String(Number(year) + 5)));
    expect(later.document).toMatchObject({ date: '2024-01-28', planYear: 2024 });
    for (const [no, unit, , length, due] of TASKS) {
      const task = later.tasks.find((candidate) => candidate.no === no);
      expect([task?.leadUnits, task?.requirement?.length ?? 0]).toEqual([[unit], Number(length)]);
      expect(task?.due.map(({ kind, start, end }) => [kind, start, end])).toEqual(windows(due, 2024));
    }
    expect(later.reporting.map(({ boundary }) => Number(boundary?.slice(0, 4)))).toEqual(
      plan.reporting.map(({ boundary }) => Number(boundary?.slice(0, 4)) + 5),
    );
    expect(later.targets).toHaveLength(25);
  });

  it('reads what is left when rows are dropped', () => {
    const fewer = readPlan(text.replace(/^(?:3|17|18|40|66)\t.*\n/gm, ''));
    const left = TASKS.filter(([no]) => !['3', '17', '18', '40', '66'].includes(no));
    expect(fewer.tasks.map((task) => task.no)).toEqual(left.map(([no]) => no));
    expect(fewer.reporting).toHaveLength(5);
  });

  it('reads alike when the units are called otherwise', () => {
    const names: Record<string, string> = {
      TCCB: 'NVĐB',
      KHTC: 'Tài vụ',
      GDTX: 'P. Bổ túc',
      'Thanh tra': 'Kiểm soát nội bộ',
    };
    const renamed = readPlan(
      perLine((line) =>
        cells(line)
          .map((cell, at) => (at === 1 ? (names[cell] ?? cell) : cell))
          .join('\t'),
      ),
    );
    expect(renamed.tasks.map((task) => task.leadUnits)).toEqual(
      TASKS.map(([, unit]) => [names[unit] ?? unit]),
    );
  });
});
