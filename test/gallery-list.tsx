import { Button, DataTable, Notice, Tabs, Tag, type Tone } from '../src/platform/view/index.ts';
import { Frame } from './gallery-frame.tsx';

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

interface Row {
  readonly no: string;
  readonly title: string;
  readonly area: string;
  readonly lead: string;
  readonly due: string;
  readonly tone: Tone;
  readonly state: string;
  readonly left: string;
  readonly share: string;
}

export const rows: readonly Row[] = [
  [
    '1',
    'Ban hành Kế hoạch cải cách hành chính năm 2019 của Sở Giáo dục và Đào tạo',
    'I. Công tác chỉ đạo, điều hành',
    'Văn phòng Sở',
    '31/01/2019',
    'done',
    'Đã xác nhận',
    'xong 28/01/2019',
    '1.234,5',
  ],
  [
    '2',
    'Tổ chức hội nghị triển khai, quán triệt nhiệm vụ cải cách hành chính đến các phòng GD&ĐT quận, huyện, thị xã và các trường trực thuộc',
    'I. Công tác chỉ đạo, điều hành',
    'Văn phòng Sở',
    '30/06/2019',
    'on-time',
    'Trong hạn',
    'còn 19 ngày làm việc',
    '96,8',
  ],
  [
    '17',
    'Rà soát, hệ thống hoá văn bản quy phạm pháp luật về giáo dục và đào tạo',
    'II. Cải cách thể chế',
    'Phòng Giáo dục thường xuyên – Giáo dục chuyên nghiệp',
    '05/06/2019',
    'due-soon',
    'Sắp đến hạn',
    'còn 2 ngày 3 giờ làm việc',
    '12',
  ],
  [
    '23',
    'Niêm yết công khai thủ tục hành chính tại trụ sở Trường THPT Chu Văn An, số 10 ĐƯỜNG THỤY KHUÊ, PHƯỜNG BƯỞI, QUẬN TÂY HỒ',
    'III. Cải cách thủ tục hành chính',
    'Phòng Kế hoạch – Tài chính',
    '31/05/2019',
    'late',
    'Quá hạn',
    'quá 4 giờ làm việc',
    '0,5',
  ],
  [
    '31',
    'Khảo sát sự hài lòng của phụ huynh và học sinh đối với dịch vụ giáo dục công',
    'III. Cải cách thủ tục hành chính',
    'Phòng Khảo thí và Kiểm định chất lượng giáo dục',
    '15/07/2019',
    'waiting',
    'Chờ xác nhận',
    'đã trình 30/05/2019',
    '87,25',
  ],
  [
    '44',
    'Báo cáo quý II theo hướng dẫn của Sở Nội vụ',
    'III. Cải cách thủ tục hành chính',
    'Văn phòng Sở',
    'Theo hướng dẫn',
    'neutral',
    'Chưa đến kỳ',
    'theo hướng dẫn',
    '–',
  ],
].map(([no = '', title = '', area = '', lead = '', due = '', tone, state = '', left = '', share = '']) => ({
  no,
  title,
  area,
  lead,
  due,
  tone: tone as Tone,
  state,
  left,
  share,
}));

function TaskTable({ query, shown }: { readonly query: string; readonly shown: readonly Row[] }) {
  return (
    <DataTable
      id="tasks"
      caption="Nhiệm vụ của Kế hoạch 375/KH-SGDĐT"
      rows={shown}
      rowId={(row) => `task-${row.no}`}
      group={(row) => row.area}
      columns={[
        {
          key: 'no',
          label: 'STT',
          cell: (row) => row.no,
          align: 'end',
          width: 'narrow',
          sort: { href: '/list?sort=no', dir: 'asc' },
        },
        {
          key: 'title',
          label: 'Nhiệm vụ',
          cell: (row) => <a href={`/thing#${row.no}`}>{row.title}</a>,
          rowHeader: true,
          width: 'broad',
        },
        { key: 'lead', label: 'Chủ trì', cell: (row) => row.lead, sort: { href: '/list?sort=lead' } },
        { key: 'due', label: 'Hạn', cell: (row) => row.due, nowrap: true, sort: { href: '/list?sort=due' } },
        {
          key: 'state',
          label: 'Trạng thái',
          cell: (row) => <Tag tone={row.tone}>{row.state}</Tag>,
          nowrap: true,
        },
        { key: 'left', label: 'Thời gian còn lại', cell: (row) => row.left },
        { key: 'share', label: 'Tỷ lệ (%)', cell: (row) => row.share, align: 'end', width: 'narrow' },
      ]}
      counts={[
        { label: 'tất cả', count: 69, href: '/list', current: true },
        { label: 'quá hạn', count: 7, href: '/list?state=late', tone: 'late' },
        { label: 'sắp đến hạn', count: 11, href: '/list?state=soon', tone: 'due-soon' },
        { label: 'chờ xác nhận', count: 5, href: '/list?state=waiting', tone: 'waiting' },
        { label: 'đã xác nhận', count: 21, href: '/list?state=done', tone: 'done' },
      ]}
      filters={{
        action: '/list',
        keep: { sort: 'no' },
        clearHref: query === '' ? undefined : '/list',
        controls: [
          {
            kind: 'text',
            name: 'q',
            label: 'Tìm trong danh sách',
            value: query,
            placeholder: 'Gõ không dấu cũng được',
          },
          {
            kind: 'select',
            name: 'unit',
            label: 'Đơn vị chủ trì',
            all: 'Mọi đơn vị',
            options: [...new Set(rows.map((row) => row.lead))].map((lead) => ({ value: lead, label: lead })),
          },
          {
            kind: 'select',
            name: 'quarter',
            label: 'Hạn trong',
            all: 'Cả năm 2019',
            options: [{ value: '2', label: 'Quý II' }],
          },
        ],
      }}
      paging={{
        from: 1,
        to: shown.length,
        total: 69,
        next: '/list?page=2',
        pages: [
          { page: 1, href: '/list', current: true },
          { page: 2, href: '/list?page=2' },
        ],
      }}
      exports={{ csv: '/list.csv', xlsx: '/list.xlsx' }}
      empty={{
        text: 'Không có nhiệm vụ nào khớp với điều kiện lọc.',
        act: (
          <Button href="/list" variant="secondary">
            Bỏ mọi điều kiện lọc
          </Button>
        ),
      }}
    />
  );
}

/** A list with groups, counts, filters, sort, paging and exports. */
export function List({ query }: { readonly query: string }) {
  return (
    <Frame
      at="plan"
      title="7 nhiệm vụ quá hạn, 3 của Phòng Kế hoạch – Tài chính"
      kicker="Kế hoạch 375/KH-SGDĐT năm 2019"
      lead="Tính đến 08:12 thứ Hai, 03/06/2019."
      breadcrumbs={[
        { href: '/', label: 'Kế hoạch' },
        { href: '/list', label: '375/KH-SGDĐT' },
        { href: '/list', label: 'Nhiệm vụ', current: true },
      ]}
      act={
        <Button href="/form" hotkey="n">
          Thêm nhiệm vụ
        </Button>
      }
      notice={
        <Notice
          tone="done"
          live
          title="Đã giao nhiệm vụ 17 cho Phòng Giáo dục thường xuyên – Giáo dục chuyên nghiệp."
        />
      }
    >
      <Tabs
        label="Cách xem kế hoạch"
        links={[
          { href: '/list', label: 'Nhiệm vụ', count: 69, current: true },
          { href: '/figures', label: 'Chỉ tiêu', count: 14 },
          { href: '/paper', label: 'Văn bản' },
        ]}
      />
      <TaskTable query={query} shown={rows.filter((row) => folded(row.title).includes(folded(query)))} />
      <DataTable
        id="none"
        caption="Đính chính"
        rows={[]}
        columns={[]}
        empty={{
          text: 'Các đính chính của kế hoạch sẽ đứng ở đây.',
          act: <Button variant="secondary">Lập đính chính</Button>,
        }}
      />
    </Frame>
  );
}
