import { describe, expect, it } from 'vitest';
import type { ReadTask } from '../read-plan.ts';
import { readPlan } from './index.ts';

/** A small plan of an invented office around the table that a test is about. */
function plan(table: string): string {
  return `UBND HUYỆN MẪU
PHÒNG THÍ NGHIỆM

Số: 12/KH-PTN

An Bình, ngày 05 tháng 01 năm 2022

KẾ HOẠCH

Thực hiện công tác kiểm thử năm 2022

I. MỤC ĐÍCH, YÊU CẦU

- Thử bộ đọc bảng.

PHỤ LỤC

Nhiệm vụ năm 2022

${table}
`;
}

const brief = (task: ReadTask) => [
  task.no,
  task.title,
  task.leadUnits.join(' + '),
  task.supportUnits.join(' + '),
  task.due.map((due) => due.raw).join(' + '),
];
const read = (table: string) => readPlan(plan(table)).tasks;

describe('the tables of a plan', () => {
  it('may have a header of two rows, written with tabs or bars', () => {
    const rows = [
      'TT|Nội dung nhiệm vụ|Phân công thực hiện||Thời gian||Sản phẩm',
      '||Chủ trì|Phối hợp|Bắt đầu|Hoàn thành|',
      '1|Kiểm kê|Phòng Kho|Phòng Đọc|Tháng 3/2022|Tháng 6/2022|Báo cáo',
      '2.1|Mua sách||||Quý I/2022|',
      '2.2|Sửa nhà kho|||||',
      'a)|Lập dự toán|Phòng Tài vụ|||Quý II/2022|Dự toán',
      '2.3|Tổng kết|Văn phòng|||Quý IV/2022|',
    ];
    for (const table of [
      rows.map((row) => row.replaceAll('|', '\t')).join('\n'),
      rows.map((row) => `| ${row.replaceAll('|', ' | ')} |`).join('\n'),
    ]) {
      const tasks = read(table);
      expect(tasks.map(brief)).toEqual([
        ['1', 'Kiểm kê', 'Phòng Kho', 'Phòng Đọc', 'Tháng 6/2022'],
        ['2.1', 'Mua sách', '', '', 'Quý I/2022'],
        ['a', 'Lập dự toán', 'Phòng Tài vụ', '', 'Quý II/2022'],
        ['2.3', 'Tổng kết', 'Văn phòng', '', 'Quý IV/2022'],
      ]);
      expect(tasks.map(({ area }) => area)).toEqual([null, null, '2.2. Sửa nhà kho', null]);
    }
  });

  describe('flattened to a cell a line', () => {
    const flat = (rows: string[][]) =>
      rows.map((row) => `|\n${row.map((cell) => (cell === '' ? '|' : `${cell}\n|`)).join('\n')}`).join('\n');

    it('may have empty cells and groups with and without a number', () => {
      const tasks = read(
        flat([
          ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Phối hợp', 'Sản phẩm', 'Thời gian', 'Ghi chú'],
          ['I', 'Thể chế'],
          ['1', 'Rà soát', 'Phòng Kho', 'Các phòng', 'Báo cáo', 'Quý IV/2022', ''],
          ['2', 'Xây dựng quy chế', 'Phòng Đọc', '', 'Quy chế', 'Năm 2022', 'Trình sớm'],
          ['II. Nhân lực'],
          ['3', 'Đào tạo', 'Văn phòng', 'Phòng Kho', '', 'Hằng năm', ''],
          ['4', 'Tuyển dụng', '', '', '', '', ''],
        ]),
      );
      expect(tasks.map(brief)).toEqual([
        ['1', 'Rà soát', 'Phòng Kho', 'Các phòng', 'Quý IV/2022'],
        ['2', 'Xây dựng quy chế', 'Phòng Đọc', '', 'Năm 2022'],
        ['3', 'Đào tạo', 'Văn phòng', 'Phòng Kho', 'Hằng năm'],
        ['4', 'Tuyển dụng', '', '', ''],
      ]);
      expect(tasks.map(({ area }) => area)).toEqual([
        'I. Thể chế',
        'I. Thể chế',
        'II. Nhân lực',
        'II. Nhân lực',
      ]);
    });

    it('may lack the cells that are merged downwards: words of time show where the due cell is', () => {
      const tasks = read(
        flat([
          ['TT', 'Nội dung', 'Chủ trì', 'Phối hợp', 'Thời gian'],
          ['1', 'Khảo sát', 'Phòng Kho', 'Phòng Đọc', 'Quý I/2022'],
          ['2', 'Lập dự án', 'Phòng Kho', 'Quý II/2022'],
          ['3', 'Tổng kết', 'Văn phòng', 'Các phòng', 'Quý IV/2022'],
        ]),
      );
      expect(tasks.map(brief)[1]).toEqual(['2', 'Lập dự án', 'Phòng Kho', '', 'Quý II/2022']);
    });

    it('may lack the first cells, which are merged downwards, and have two columns of what is to be done', () => {
      const tasks = read(
        flat([
          ['TT', 'Nhiệm vụ', 'Nội dung, hoạt động', 'Chủ trì', 'Thời gian'],
          ['1', 'Cải tạo kho', 'Khảo sát kho', 'Phòng Kho', 'Quý I/2022'],
          ['Sửa mái', 'Phòng Tài vụ', 'Quý II/2022'],
          ['2', 'Mua sách', 'Chọn sách', 'Phòng Đọc', 'Quý III/2022'],
        ]),
      );
      expect(tasks.map(brief)).toEqual([
        ['1', 'Cải tạo kho', 'Phòng Kho', '', 'Quý I/2022'],
        ['1', 'Cải tạo kho', 'Phòng Tài vụ', '', 'Quý II/2022'],
        ['2', 'Mua sách', 'Phòng Đọc', '', 'Quý III/2022'],
      ]);
      expect(tasks.map(({ requirement }) => requirement)).toEqual(['Khảo sát kho', 'Sửa mái', 'Chọn sách']);
    });

    it('may have an area merged downwards before the number', () => {
      const tasks = read(
        flat([
          ['Nhiệm vụ chung', 'STT', 'Nhiệm vụ cụ thể', 'Chủ trì', 'Thời gian'],
          ['I. Kho sách', '1', 'Kiểm kê', 'Phòng Kho', 'Tháng 01/2022'],
          ['2', 'Báo cáo kiểm kê', 'Văn phòng', 'Trước 30/11/2022'],
          ['II. Bạn đọc', '3', 'Mở lớp', 'Phòng Đọc', 'Ngay khi có kinh phí'],
        ]),
      );
      expect(tasks.map((task) => [task.area, ...brief(task)])).toEqual([
        ['I. Kho sách', '1', 'Kiểm kê', 'Phòng Kho', '', 'Tháng 01/2022'],
        ['I. Kho sách', '2', 'Báo cáo kiểm kê', 'Văn phòng', '', 'Trước 30/11/2022'],
        ['II. Bạn đọc', '3', 'Mở lớp', 'Phòng Đọc', '', 'Ngay khi có kinh phí'],
      ]);
    });

    it('may have two cells of the header with cells below them, and no numbers', () => {
      const two = read(
        flat([
          ['TT', 'Nội dung', 'Đơn vị thực hiện', 'Thời gian thực hiện', 'Kết quả'],
          ['Chủ trì', 'Phối hợp', 'Bắt đầu', 'Hoàn thành'],
          ['1', 'Kiểm kê', 'Phòng Kho', '', '10/2022', '12/2022', 'Báo cáo'],
        ]),
      );
      expect(two.map(brief)).toEqual([['1', 'Kiểm kê', 'Phòng Kho', '', '12/2022']]);
      expect(two[0]?.deliverable).toBe('Báo cáo');
      const bare = read(
        flat([
          ['Nội dung công việc', 'Cơ quan thực hiện', 'Thời hạn'],
          ['- Công bố', 'Văn phòng', 'Trong tháng 11/2022'],
          ['- Niêm yết', '', 'Quý IV/2022'],
        ]),
      );
      expect(bare.map(brief)).toEqual([
        ['', 'Công bố', 'Văn phòng', '', 'Trong tháng 11/2022'],
        ['', 'Niêm yết', '', '', 'Quý IV/2022'],
      ]);
    });
  });

  it('have cells broken over rows, and a page’s number before the repeated header', () => {
    const table = `| STT | Nội dung | Chủ trì | Phối hợp | Tiến độ |
| I | Công tác kho | | | |
| 1 | Kiểm kê sách trong | Phòng Kho | | Quý |
| | kho lưu chiểu | | | II/2022 |
Trang 1
| STT | Nội dung | Chủ trì | Phối hợp | Tiến độ |
| 2 | Mua sách | Phòng Kho | Phòng Đọc | Tháng 5 - tháng 11/2022 |`;
    expect(read(table).map(brief)).toEqual([
      ['1', 'Kiểm kê sách trong kho lưu chiểu', 'Phòng Kho', '', 'Quý II/2022'],
      ['2', 'Mua sách', 'Phòng Kho', 'Phòng Đọc', 'Tháng 5 - tháng 11/2022'],
    ]);
  });

  it('go on over pages with their header repeated and page numbers between', () => {
    const tasks = read(`TT\tNội dung công việc\tCơ quan chủ trì\tĐơn vị phối hợp\tThời gian hoàn thành
1\tBan hành kế hoạch\tTổ Hành chính\tTổ Tài vụ\tQuý I/2022

7

TT\tNội dung công việc\tCơ quan chủ trì\tĐơn vị phối hợp\tThời gian hoàn thành
2\tSơ kết\tTổ Hành chính\t\tTháng 7/2022`);
    expect(tasks.map(brief)).toEqual([
      ['1', 'Ban hành kế hoạch', 'Tổ Hành chính', 'Tổ Tài vụ', 'Quý I/2022'],
      ['2', 'Sơ kết', 'Tổ Hành chính', '', 'Tháng 7/2022'],
    ]);
  });

  it('go on without a header when the page repeats none', () => {
    const tasks = read(`STT\tNhiệm vụ\tPhòng thực hiện\tThời hạn
1\tViệc thứ nhất\tTổ A\tQuý I/2022

2\tViệc thứ hai\tTổ B\tQuý II/2022`);
    expect(tasks.map((task) => task.title)).toEqual(['Việc thứ nhất', 'Việc thứ hai']);
  });

  it('name their columns in many ways, in any order', () => {
    const [task] = read(`Stt\tThời hạn\tSản phẩm\tNhiệm vụ\tYêu cầu\tPhân công\tGhi chú
1\t30/6/2022\tBáo cáo\tĐo thử\tĐủ số liệu\tTổ Kỹ thuật\tgấp`);
    expect(task).toMatchObject({
      title: 'Đo thử',
      requirement: 'Đủ số liệu',
      deliverable: 'Báo cáo',
      leadUnits: ['Tổ Kỹ thuật'],
      due: [{ kind: 'date', end: '2022-06-30' }],
    });
  });

  it('hold what is to be done in the column that no word names', () => {
    const [task] = read(`TT\tPhòng thực hiện\tBan hành văn bản\tYêu cầu\tThời gian hoàn thành
1\tTổ A\tQuy chế làm việc\tĐúng thể thức\tQuý I/2022`);
    expect(task).toMatchObject({ title: 'Quy chế làm việc', requirement: 'Đúng thể thức' });
  });

  it('are written in Markdown, with markup in their cells', () => {
    const tasks = read(`| **TT** | **Nội dung** | **Chủ trì** | **Thời gian** |
|:--:|---|---|---|
| 1 | Soạn *dự thảo* quy chế<br>(lần đầu) | Tổ A<br>Tổ B | Quý II/2022 |
| 2 | Trình ký \\| ban hành | Tổ C | Tháng 9/2022 |`);
    expect(tasks.map(brief)).toEqual([
      ['1', 'Soạn dự thảo quy chế (lần đầu)', 'Tổ A + Tổ B', '', 'Quý II/2022'],
      ['2', 'Trình ký ¦ ban hành', 'Tổ C', '', 'Tháng 9/2022'],
    ]);
  });

  it('are parted by bars without outer bars', () => {
    const tasks = read(`TT | Nội dung | Thời hạn hoàn thành | Đơn vị chủ trì | Kết quả
1. | Lập danh mục | 7/2022 | Tổ A | Danh mục
2. | Rà soát | Tháng 8/2022 | Tổ B | Báo cáo`);
    expect(tasks.map(brief)).toEqual([
      ['1', 'Lập danh mục', 'Tổ A', '', '7/2022'],
      ['2', 'Rà soát', 'Tổ B', '', 'Tháng 8/2022'],
    ]);
    expect(tasks[0]?.deliverable).toBe('Danh mục');
  });

  it('are flattened to a cell a line between bars, with empty cells and group rows', () => {
    const cell = (...cells: string[]) =>
      `|\n${cells.map((text) => `${text}${text === '' ? '' : '\n'}|`).join('\n')}\n`;
    const tasks = read(
      cell('**STT**', '**Tên nhiệm vụ**', '**Cơ quan chủ trì**', '**Cơ quan phối hợp**', '**Thời gian**') +
        cell('**I.\nNHÓM MỘT**') +
        cell('1', 'Việc một\ncòn dài', 'Tổ A', '', 'Thường xuyên') +
        cell('2', 'Việc hai', 'Tổ B', 'Tổ C', 'Quí IV-2022') +
        cell('II', 'NHÓM HAI') +
        cell('3', 'Việc ba', 'Tổ A', 'Tổ B', '2022 - 2025'),
    );
    expect(tasks.map((task) => [task.area, ...brief(task)])).toEqual([
      ['I. NHÓM MỘT', '1', 'Việc một còn dài', 'Tổ A', '', 'Thường xuyên'],
      ['I. NHÓM MỘT', '2', 'Việc hai', 'Tổ B', 'Tổ C', 'Quí IV-2022'],
      ['II. NHÓM HAI', '3', 'Việc ba', 'Tổ A', 'Tổ B', '2022 - 2025'],
    ]);
  });

  it('are flattened with bars that only follow their cells', () => {
    const tasks = read(`STT
|
Nội dung
|
Chủ trì
|
Thời gian
|
I
|
NHÓM MỘT
|
1
|
Việc một
|
Tổ A
|
Quý I/2022
|
2
|
Việc hai
|
|
Quý II/2022
|`);
    expect(tasks.map((task) => [task.area, ...brief(task)])).toEqual([
      ['I. NHÓM MỘT', '1', 'Việc một', 'Tổ A', '', 'Quý I/2022'],
      ['I. NHÓM MỘT', '2', 'Việc hai', '', '', 'Quý II/2022'],
    ]);
  });

  it('have a second header row below a merged cell', () => {
    const repeated = read(`TT\tNội dung\tPhân công thực hiện\tPhân công thực hiện\tThời gian
TT\tNội dung\tChủ trì\tPhối hợp\tThời gian
1\tViệc một\tTổ A\tTổ B\tQuý I/2022`);
    expect(repeated.map(brief)).toEqual([['1', 'Việc một', 'Tổ A', 'Tổ B', 'Quý I/2022']]);
    const flattened = read(`|\nTT\n|\nNội dung\n|\nPhân công\n|\nThời gian\n|
|\nChủ trì\n|\nPhối hợp\n|
|\n1\n|\nViệc một\n|\nTổ A\n|\nTổ B\n|\nQuý I/2022\n|`);
    expect(flattened.map(brief)).toEqual([['1', 'Việc một', 'Tổ A', 'Tổ B', 'Quý I/2022']]);
  });

  it('group tasks by rows merged over the table, repeated in every cell or written once', () => {
    const tasks = read(`TT\tNội dung\tChủ trì\tThời gian
I\tCẢI CÁCH THỂ CHẾ\tCẢI CÁCH THỂ CHẾ\tCẢI CÁCH THỂ CHẾ
1\tViệc một\tTổ A\tQuý I/2022
II\tCải cách bộ máy\t\t
1\tViệc hai\tTổ B\tQuý II/2022`);
    expect(tasks.map((task) => [task.area, task.no])).toEqual([
      ['I. CẢI CÁCH THỂ CHẾ', '1'],
      ['II. Cải cách bộ máy', '1'],
    ]);
  });

  it('number their rows within their rows', () => {
    const tasks = read(`TT\tNội dung\tChủ trì\tThời gian
1\tCông tác chỉ đạo\t\t
1.1\tViệc một\tTổ A\tQuý I/2022
1.2\tViệc hai\tTổ B\tQuý II/2022
2\tViệc ba\tTổ C\tQuý III/2022`);
    expect(tasks.map((task) => [task.no, task.area])).toEqual([
      ['1.1', '1. Công tác chỉ đạo'],
      ['1.2', '1. Công tác chỉ đạo'],
      ['2', null],
    ]);
  });

  it('keep a task that has no unit and no time', () => {
    const tasks = read(`TT\tNội dung\tChủ trì\tThời gian
1\tViệc một\tTổ A\tQuý I/2022
2\tViệc bị bỏ quên\t\t
3\tViệc ba\tTổ C\tQuý III/2022`);
    expect(tasks.map((task) => task.no)).toEqual(['1', '2', '3']);
    expect(tasks[1]).toMatchObject({ title: 'Việc bị bỏ quên', leadUnits: [], due: [] });
  });

  it('break their cells over lines and their rows over pages', () => {
    const tasks = read(`TT\tNội dung\tYêu cầu\tChủ trì\tThời gian
1\tBan hành quy chế
phối hợp\tĐúng thể thức\tTổ A\tQuý I/2022
2\tRà soát hồ sơ\tĐầy đủ, chính xác và\tTổ B\tLần 1: Quý II/2022
Lần 2: Quý IV/2022

TT\tNội dung\tYêu cầu\tChủ trì\tThời gian
\t\tkịp thời\t\t
3\tTổng kết\t\tTổ C\tTháng 12/2022`);
    expect(tasks.map(brief)).toEqual([
      ['1', 'Ban hành quy chế phối hợp', 'Tổ A', '', 'Quý I/2022'],
      ['2', 'Rà soát hồ sơ', 'Tổ B', '', 'Lần 1: Quý II/2022 + Lần 2: Quý IV/2022'],
      ['3', 'Tổng kết', 'Tổ C', '', 'Tháng 12/2022'],
    ]);
    expect(tasks[1]?.requirement).toBe('Đầy đủ, chính xác và kịp thời');
  });

  it('end where the text goes on', () => {
    const read375 = readPlan(
      plan(`TT\tNội dung\tChủ trì\tThời gian
1\tViệc một\tTổ A\tQuý I/2022

Ghi chú: thời gian có thể thay đổi.`),
    );
    expect(read375.tasks.map(brief)).toEqual([['1', 'Việc một', 'Tổ A', '', 'Quý I/2022']]);
  });

  it('are not mistaken for text with tabs, and text with bars not for tables', () => {
    expect(read('1.\tMục đích\n2.\tYêu cầu')).toEqual([]);
    expect(read('Hệ thống A | hệ thống B dùng chung một cổng.')).toEqual([]);
    const open = readPlan(
      `|\nmột ô không đóng\n|\nô cuối\n${'dòng thân bài\n'.repeat(100)}I. PHẦN MỘT\n- Việc.`,
    );
    expect(open.sections.map(({ label }) => label)).toEqual(['I']);
  });
});
