import { describe, expect, it } from 'vitest';
import { readPlan } from './index.ts';

const head =
  'Số: 1/KH-STV\n\nAn Bình, ngày 05 tháng 01 năm 2022\n\nKẾ HOẠCH\n\nPhát triển thư viện năm 2022\n\n';
const tasks = (body: string) => readPlan(head + body).tasks;

describe('tasks in running text', () => {
  it('stand below their unit and time, each with its own bullet', () => {
    expect(
      tasks(`II. NHIỆM VỤ

**1. Phát triển kho sách**

- Mua sách mới.

*Đơn vị chủ trì thực hiện: *Phòng Kho, Phòng Đọc.

*Đơn vị phối hợp: *Phòng Tài vụ; các đơn vị liên quan.

*Thời gian thực hiện: *Quý II/2022.

- Thanh lý sách cũ.

*Đơn vị chủ trì: *Phòng Kho.

*Thời gian thực hiện: *Thường xuyên.
`),
    ).toMatchObject([
      {
        no: '',
        title: 'Mua sách mới',
        area: '1. Phát triển kho sách',
        leadUnits: ['Phòng Kho', 'Phòng Đọc'],
        supportUnits: ['Phòng Tài vụ', 'các đơn vị liên quan'],
        due: [{ raw: 'Quý II/2022', kind: 'quarter', end: '2022-06-30' }],
      },
      { title: 'Thanh lý sách cũ', leadUnits: ['Phòng Kho'], due: [{ kind: 'continuous' }] },
    ]);
  });

  it('may be a heading with its content, unit and time, on lines of their own or not', () => {
    expect(
      tasks(`V. TIẾN ĐỘ

1. Rà soát kho sách
Nội dung: kiểm đếm từng kho. Đơn vị chủ trì: Phòng Kho
Đơn vị phối hợp: các phòng thuộc Sở.
Thời gian hoàn thành: 30/6/2022.
2. Tổng kết
- Sản phẩm: Báo cáo tổng kết.
- Cơ quan thực hiện: Văn phòng Sở.
- Thời hạn: Tháng 12/2022.

VI. KINH PHÍ

Từ ngân sách.`),
    ).toMatchObject([
      {
        no: '1',
        title: 'Rà soát kho sách',
        area: 'V. TIẾN ĐỘ',
        requirement: 'kiểm đếm từng kho',
        leadUnits: ['Phòng Kho'],
        supportUnits: ['các phòng thuộc Sở'],
        due: [{ end: '2022-06-30' }],
      },
      {
        no: '2',
        title: 'Tổng kết',
        deliverable: 'Báo cáo tổng kết',
        leadUnits: ['Văn phòng Sở'],
        due: [{ end: '2022-12-31' }],
      },
    ]);
  });

  it('are not made of paragraphs that name no unit and no time', () => {
    expect(
      tasks('II. NỘI DUNG\n\n1. Việc chung\n\n- Nội dung: đọc sách.\n- Đơn vị đọc nhiều nhất được khen.'),
    ).toEqual([]);
  });

  it('are no commitments', () => {
    const plan = readPlan(
      `${head}II. NHIỆM VỤ\n\n1. Kho sách\n\n- Mua sách.\n\nĐơn vị chủ trì: Phòng Kho.\n\n2. Bạn đọc\n\n- Mở cửa đúng giờ.`,
    );
    expect(plan.tasks.map(({ title }) => title)).toEqual(['Mua sách']);
    expect(plan.commitments.map(({ area, text }) => [area, text])).toEqual([['2', 'Mở cửa đúng giờ']]);
  });

  it('may be one numbered paragraph beside a heading of the same depth', () => {
    expect(
      tasks(`II. NHIỆM VỤ

1. Kho sách

1.1. Mua sách
- Đơn vị chủ trì: Phòng Kho;
- Thời gian thực hiện: Quý I/2022.

1.2. Tổ chức hội sách cho bạn đọc. Chủ trì: Phòng Đọc. Phối hợp: Phòng Kho. Thời gian hoàn thành: trước ngày 30/9/2022.
`),
    ).toMatchObject([
      { no: '1.1', title: 'Mua sách', area: '1. Kho sách' },
      {
        no: '1.2',
        title: 'Tổ chức hội sách cho bạn đọc',
        area: '1. Kho sách',
        leadUnits: ['Phòng Đọc'],
        supportUnits: ['Phòng Kho'],
        due: [{ kind: 'before_date', end: '2022-09-29' }],
        otherDates: [],
      },
    ]);
  });

  it('may be a heading among tasks whose sentence names the unit', () => {
    const label = 'Đơn vị chủ trì: Phòng Kho.\n\nThời gian thực hiện: Quý I/2022.\n\n';
    expect(
      tasks(`II. NỘI DUNG

1. Mua sách

${label}2. Xây dựng quy chế mượn sách

Các phòng thuộc Sở có trách nhiệm góp ý quy chế.

3. Kiểm kê

${label}`),
    ).toMatchObject([
      { no: '1', title: 'Mua sách' },
      {
        no: '2',
        title: 'Xây dựng quy chế mượn sách',
        leadUnits: ['Các phòng thuộc Sở'],
        requirement: 'Các phòng thuộc Sở có trách nhiệm góp ý quy chế.',
        due: [],
      },
      { no: '3', title: 'Kiểm kê' },
    ]);
  });

  it('may have other labels, on lines that a converter broke short', () => {
    expect(
      tasks(`II. NỘI DUNG

1. Rà soát sách

a) Lập danh mục sách
cần thay

- Chủ trì soạn thảo: Phòng
Kho;

- Đơn vị phối hợp: Văn phòng
Sở, các phòng liên quan;

- Thời hạn gửi kết quả về Văn
phòng Sở: Quý
IV/2022.

b) Thay sách

- Chủ trì: Phòng
Đọc;

- Thời gian trình Giám đốc: trước ngày
15/11/2022.
`),
    ).toMatchObject([
      {
        no: 'a',
        title: 'Lập danh mục sách cần thay',
        leadUnits: ['Phòng Kho'],
        supportUnits: ['Văn phòng Sở', 'các phòng liên quan'],
        due: [{ raw: 'Quý IV/2022', kind: 'quarter' }],
      },
      { no: 'b', title: 'Thay sách', leadUnits: ['Phòng Đọc'], due: [{ end: '2022-11-14' }] },
    ]);
  });

  it('may stand in brackets, in a sentence, or beside labels of no field', () => {
    expect(
      tasks(`II. NHIỆM VỤ

1. Kho sách

- Kiểm kê sách (Chủ trì: Phòng Kho; Phối hợp: Phòng Đọc; Thời gian: Quý I/2022).

2. Đào tạo

a) Mở lớp
+ Phòng chủ trì: Phòng Đọc.
+ Thời hạn hoàn thành: 30/9/2022.
+ Địa điểm: Hội trường Sở.

b) Học ngoại ngữ
+ Phòng chủ trì: Phòng Đọc.
+ Thời hạn hoàn thành: Quý IV/2022.

3. Tuyên truyền

Đăng tin về sách.

Phân công: Văn phòng chủ trì, các phòng phối hợp.

4. Phân công thực hiện:

- Phòng Kho giữ sách.
`).map(({ no, title, leadUnits, supportUnits, due }) => [no, title, leadUnits, supportUnits, due[0]?.raw]),
    ).toEqual([
      ['', 'Kiểm kê sách', ['Phòng Kho'], ['Phòng Đọc'], 'Quý I/2022'],
      ['a', 'Mở lớp', ['Phòng Đọc'], [], '30/9/2022'],
      ['b', 'Học ngoại ngữ', ['Phòng Đọc'], [], 'Quý IV/2022'],
      ['', 'Đăng tin về sách', ['Văn phòng'], ['các phòng'], undefined],
    ]);
  });
});
