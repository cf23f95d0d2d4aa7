/** Every part of the interface kit with words as long and as full of marks as real ones. Used by tests only. */
import {
  BarChart,
  Button,
  ButtonRow,
  Checkboxes,
  type Content,
  DataTable,
  DateInput,
  EmptyState,
  ErrorSummary,
  EvidenceChip,
  Facts,
  type FieldError,
  Figure,
  FigureRow,
  FileUpload,
  Form,
  Notice,
  Page,
  Paper,
  Progress,
  PublicFrame,
  Radios,
  ReviewPane,
  SearchSelect,
  Select,
  SpanChart,
  Tag,
  TextArea,
  TextInput,
  TimeLeft,
  Timeline,
} from '../src/platform/view/index.ts';
import { agency, assets, Frame } from './gallery-frame.tsx';
import { List, rows } from './gallery-list.tsx';

const Thing = () => (
  <Frame
    at="plan"
    title="Niêm yết công khai thủ tục hành chính tại Trường THPT Chu Văn An, số 10 ĐƯỜNG THỤY KHUÊ, PHƯỜNG BƯỞI"
    kicker="Nhiệm vụ 23 · Kế hoạch 375/KH-SGDĐT"
    breadcrumbs={[
      { href: '/list', label: 'Kế hoạch' },
      { href: '/list', label: '375/KH-SGDĐT' },
    ]}
    act={<Button>Nộp minh chứng</Button>}
  >
    <Notice tone="warning" title="Có người vừa sửa nhiệm vụ này">
      <p>Nội dung bạn gõ vẫn được giữ bên dưới. Hãy so hai bản rồi gửi lại.</p>
    </Notice>
    <div class="thing">
      <div>
        <Facts
          facts={[
            { label: 'Trạng thái', value: <Tag tone="late">Quá hạn</Tag> },
            {
              label: 'Thời gian còn lại',
              value: (
                <TimeLeft
                  text="quá 4 giờ làm việc"
                  tone="late"
                  date="thứ Sáu, 31/05/2019"
                  iso="2019-05-31T17:00:00+07:00"
                  href="/thing"
                  counting={{ minutes: -240, dayMinutes: 480, runsFor: 200 }}
                />
              ),
            },
            { label: 'Đơn vị chủ trì', value: 'Phòng Giáo dục thường xuyên – Giáo dục chuyên nghiệp' },
            { label: 'Đơn vị phối hợp', value: undefined },
            {
              label: 'Minh chứng',
              value: (
                <EvidenceChip
                  number="1027/SGDĐT-VP"
                  href="/paper"
                  date="ngày 27/05/2019"
                  abstract="Về việc niêm yết công khai thủ tục hành chính tại các trường trực thuộc"
                  tone="waiting"
                  state="chờ xác nhận"
                />
              ),
            },
          ]}
        />
        <h2>Diễn biến</h2>
        <Timeline
          entries={[
            {
              who: 'Phó Trưởng phòng Kế hoạch – Tài chính',
              onBehalfOf: 'Trưởng phòng',
              when: 'thứ Hai, 27/05/2019, 16:20',
              iso: '2019-05-27T16:20:00+07:00',
              what: 'Nộp minh chứng lần 2',
              tone: 'waiting',
            },
            {
              who: 'Chánh Văn phòng',
              when: 'thứ Sáu, 24/05/2019, 09:05',
              iso: '2019-05-24T09:05:00+07:00',
              what: 'Trả lại minh chứng',
              why: 'Ảnh chụp bảng niêm yết chưa thấy ngày, chưa có biên bản của trường.',
              tone: 'late',
            },
            {
              who: 'Chánh Văn phòng',
              when: 'thứ Tư, 30/01/2019, 08:00',
              iso: '2019-01-30T08:00:00+07:00',
              what: 'Giao nhiệm vụ',
            },
          ]}
        />
      </div>
      <aside>
        <h2>Việc có thể làm</h2>
        <Form action="/thing" csrf="c" seq={7} requestKey="k">
          <TextArea name="note" label="Ghi chú" rows={3} optional />
          <ButtonRow>
            <Button>Xác nhận hoàn thành</Button>
            <Button variant="secondary">Trả lại để bổ sung</Button>
            <Button variant="danger">Rút nhiệm vụ</Button>
          </ButtonRow>
        </Form>
        <p />
        <Button disabledReason="Không ai được xác nhận việc của chính đơn vị mình; việc của Văn phòng do Phó Giám đốc phụ trách xác nhận.">
          Xác nhận thay
        </Button>
      </aside>
    </div>
  </Frame>
);

const errors: readonly FieldError[] = [
  { field: 'title', text: 'Hãy ghi tên nhiệm vụ.' },
  { field: 'due', text: 'Không đọc được ngày “32/13/2019”. Hãy gõ như 5/3/2019.' },
  { field: 'kind', text: 'Hãy chọn loại sản phẩm.' },
  { text: 'Người khác vừa sửa nhiệm vụ này lúc 08:10.' },
];

const errorOf = (name: string) => errors.find((error) => error.field === name)?.text;

const units = rows.map((row) => ({ value: row.lead, label: row.lead }));

const FormPage = () => (
  <Frame at="units" title="Thêm nhiệm vụ" breadcrumbs={[{ href: '/list', label: 'Kế hoạch' }]}>
    <ErrorSummary errors={errors} />
    <Form action="/form" csrf="c" seq={3} requestKey="k" files>
      <TextInput name="title" label="Tên nhiệm vụ" error={errorOf('title')} />
      <DateInput name="due" label="Thời gian hoàn thành" value="32/13/2019" error={errorOf('due')} />
      <TextArea
        name="requirement"
        label="Yêu cầu"
        hint="Nhiệm vụ phải đạt điều gì"
        optional
        value="Đúng mẫu, đủ chữ ký"
      />
      <Select
        name="area"
        label="Lĩnh vực"
        options={[
          { value: '1', label: 'Cải cách thể chế' },
          { value: '2', label: 'Cải cách thủ tục hành chính' },
        ]}
        value="2"
      />
      <SearchSelect
        name="lead"
        label="Đơn vị chủ trì"
        options={units}
        hint="Gõ vài chữ của tên, không dấu cũng được"
      />
      <Radios
        name="kind"
        label="Loại sản phẩm"
        error={errorOf('kind')}
        options={[
          { value: 'document', label: 'Văn bản', hint: 'Có số, ký hiệu và ngày ban hành' },
          { value: 'event', label: 'Sự kiện đã tổ chức' },
        ]}
      />
      <Checkboxes
        name="remind"
        label="Nhắc việc"
        inline
        values={['week']}
        options={[
          { value: 'week', label: 'Trước một tuần' },
          { value: 'day', label: 'Trước một ngày làm việc' },
        ]}
      />
      <TextInput name="threshold" label="Ngưỡng" width="number" inputmode="decimal" value="96,8" />
      <FileUpload
        name="file"
        label="Văn bản kèm theo"
        accept=".docx,.pdf"
        hint="Tệp .docx hoặc .pdf, không quá 20 MB"
      />
      <ButtonRow>
        <Button>Lưu nhiệm vụ</Button>
        <Button variant="secondary" href="/list">
          Về danh sách
        </Button>
      </ButtonRow>
    </Form>
  </Frame>
);

const Figures = () => (
  <Frame
    at="figures"
    title="96,8 % hồ sơ đúng hạn, trên chỉ tiêu 95 %"
    lead="Từ 01/01/2019 đến 08:12 ngày 03/06/2019."
  >
    <FigureRow>
      <Figure
        label="Hồ sơ đúng hạn"
        value="96,8 %"
        numerator="1.210"
        denominator="1.250"
        href="/list"
        note="Chỉ tiêu: từ 95 % trở lên"
        tone="done"
      />
      <Figure
        label="Nhiệm vụ quá hạn"
        value="7"
        href="/list"
        note="3 của Phòng Kế hoạch – Tài chính"
        tone="late"
      />
      <Figure label="Mức độ hài lòng của phụ huynh và học sinh" note="Khảo sát bắt đầu ngày 15/07/2019" />
    </FigureRow>
    <Progress id="reading" label="Đọc văn bản Kế hoạch 375/KH-SGDĐT" done={12} total={69} unit="nhiệm vụ" />
    <BarChart
      id="by-unit"
      title="Tỷ lệ hồ sơ đúng hạn theo đơn vị"
      description="Ba đơn vị đạt chỉ tiêu 95 %, Phòng Kế hoạch – Tài chính chưa đạt."
      rowHeading="Đơn vị"
      valueHeading="Đúng hạn"
      max={100}
      threshold={{ value: 95, label: 'Chỉ tiêu 95 %' }}
      bars={[
        {
          label: 'VP',
          name: 'Văn phòng Sở',
          value: 99.2,
          text: '99,2 % · 640/645',
          href: '/list',
          tone: 'on-time',
        },
        {
          label: 'GDTX–GDCN',
          name: 'Phòng Giáo dục thường xuyên – Giáo dục chuyên nghiệp',
          value: 97,
          text: '97,0 % · 325/335',
          href: '/list',
          tone: 'on-time',
        },
        {
          label: 'KHTC',
          name: 'Phòng Kế hoạch – Tài chính',
          value: 81.5,
          text: '81,5 % · 101/124',
          href: '/list',
          tone: 'late',
        },
        {
          label: 'QLT',
          name: 'Phòng Quản lý thi',
          value: 95.9,
          text: '95,9 % · 140/146',
          href: '/list',
          tone: 'due-soon',
        },
      ]}
    />
    <SpanChart
      id="windows"
      title="Thời gian hoàn thành trong năm 2019"
      description="Hai mốc đã qua, hai mốc còn lại trong quý II và quý III."
      rowHeading="Nhiệm vụ"
      valueHeading="Thời gian"
      today={0.42}
      ticks={[
        { at: 0, label: 'Quý I' },
        { at: 0.25, label: 'Quý II' },
        { at: 0.5, label: 'Quý III' },
        { at: 0.75, label: 'Quý IV' },
      ]}
      spans={[
        { label: 'Nhiệm vụ 1', from: 0, to: 0.08, text: 'Tháng 01/2019', tone: 'done' },
        { label: 'Nhiệm vụ 23', from: 0.25, to: 0.41, text: 'Trước 31/05/2019', tone: 'late' },
        { label: 'Nhiệm vụ 31', from: 0.5, to: 0.75, text: 'Quý III/2019', tone: 'on-time' },
      ]}
    />
    <h2>Bảng điểm tự chấm</h2>
    <EmptyState act={<Button>Bắt đầu tự chấm</Button>}>
      Bảng điểm của năm 2019 sẽ đứng ở đây khi có người bắt đầu tự chấm.
    </EmptyState>
  </Frame>
);

const planText = `KẾ HOẠCH
Cải cách hành chính năm 2019 🏛 của Sở Giáo dục và Đào tạo

II. CHỈ TIÊU
1. Từ 95% hồ sơ trở lên được giải quyết đúng hạn.
2. 100% thủ tục hành chính được niêm yết tại ĐƯỜNG THỤY KHUÊ, PHƯỜNG BƯỞI.

III. NHIỆM VỤ
${Array.from({ length: 40 }, (_, i) => `${i + 1}. Nhiệm vụ thứ ${i + 1}: rà soát, công bố, công khai thủ tục hành chính theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018. Thời gian thực hiện: Quý II/2019.`).join('\n')}`;

const points = (words: string, from = 0): [number, number] => {
  const unit = planText.indexOf(words, from);
  const start = [...planText.slice(0, unit)].length;
  return [start, start + [...words].length];
};

const Review = () => (
  <Frame
    at="plan"
    title="41 điều đọc được, 1 điểm cần rà soát"
    width="wide"
    act={<Button>Ban hành kế hoạch</Button>}
  >
    <ReviewPane
      id="plan"
      text={planText}
      rows={[
        {
          id: 't1',
          label: 'Chỉ tiêu 1',
          title: 'Từ 95 % hồ sơ đúng hạn',
          spans: [points('1. Từ 95% hồ sơ trở lên được giải quyết đúng hạn.')],
        },
        {
          id: 't1-value',
          label: 'Ngưỡng',
          title: '≥ 95 %',
          spans: [points('95%')],
          tone: 'due-soon',
          children: <Tag tone="due-soon">Cần rà soát</Tag>,
        },
        ...Array.from({ length: 40 }, (_, i) => ({
          id: `task-${i + 1}`,
          label: String(i + 1),
          title: `Nhiệm vụ thứ ${i + 1}: rà soát, công bố, công khai thủ tục hành chính`,
          spans: [points(`${i + 1}. Nhiệm vụ thứ ${i + 1}: rà soát, công bố, công khai thủ tục hành chính`)],
          children: <Tag tone="on-time">Đọc rõ</Tag>,
        })),
        { id: 'added', label: '–', title: 'Thêm bằng tay', spans: [] },
      ]}
    />
  </Frame>
);

const PaperPage = () => (
  <Page title="Kế hoạch 375/KH-SGDĐT" agency={agency} home="/" width="wide" assets={assets} demo>
    <h1 class="hidden">Kế hoạch 375/KH-SGDĐT</h1>
    <Paper
      parent="ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI"
      issuer="SỞ GIÁO DỤC VÀ ĐÀO TẠO"
      number="375/KH-SGDĐT"
      placeAndDate="Hà Nội, ngày 28 tháng 01 năm 2019"
      type="KẾ HOẠCH"
      abstract="Cải cách hành chính năm 2019 của Sở Giáo dục và Đào tạo"
      recipients={[
        'Ủy ban nhân dân Thành phố',
        'Sở Nội vụ',
        'Các phòng GD&ĐT quận, huyện, thị xã',
        'Lưu: VT, VP',
      ]}
      signature={{ post: 'GIÁM ĐỐC' }}
    >
      <h2>I. MỤC ĐÍCH, YÊU CẦU</h2>
      {Array.from({ length: 14 }, () => (
        <p>
          Tiếp tục đẩy mạnh cải cách hành chính, nâng cao chất lượng phục vụ người dân tại ĐƯỜNG THỤY KHUÊ,
          PHƯỜNG BƯỞI; gắn trách nhiệm của người đứng đầu với kết quả thực hiện nhiệm vụ được giao trong năm
          2019.
        </p>
      ))}
    </Paper>
  </Page>
);

const Public = () => (
  <PublicFrame
    title="Nộp hồ sơ xin học lại tại trường khác"
    agency={agency}
    assets={{ style: '/index.css', scripts: ['/public.js'] }}
    demo
    home="/"
    links={[
      { href: '/list', label: 'Kế hoạch' },
      { href: '/public', label: 'Nộp hồ sơ', current: true },
    ]}
    languages={[
      { href: '/public', label: 'Tiếng Việt', current: true },
      { href: '/public', label: 'English' },
    ]}
    help="Cần giúp đỡ: gọi Bộ phận Một cửa trong giờ làm việc."
    lead="Việc này mất khoảng 10 phút. Bạn có thể dừng và quay lại sau."
    footer={<p>Sở Giáo dục và Đào tạo Hà Nội</p>}
  >
    <Form action="/public" csrf="c" requestKey="k">
      <TextInput
        name="name"
        label="Họ và tên học sinh"
        hint="Ghi như trong giấy khai sinh"
        autocomplete="name"
      />
      <DateInput name="born" label="Ngày sinh" />
      <Radios
        name="grade"
        label="Lớp"
        options={['10', '11', '12'].map((value) => ({ value, label: `Lớp ${value}` }))}
        value="11"
      />
      <Button>Tiếp tục</Button>
    </Form>
    <DataTable
      id="papers"
      caption="Thành phần hồ sơ"
      density="roomy"
      rows={[
        { name: 'Đơn xin học lại (theo mẫu)', copies: '1' },
        { name: 'Học bạ trung học phổ thông, bản chính', copies: '1' },
      ]}
      columns={[
        { key: 'name', label: 'Giấy tờ', cell: (row) => row.name, rowHeader: true },
        { key: 'copies', label: 'Số bản', cell: (row) => row.copies, align: 'end' },
      ]}
      empty={{ text: 'Thủ tục này không cần giấy tờ.' }}
    />
  </PublicFrame>
);

/** The pages of the gallery by path; each takes what was typed into its filter. */
export const gallery: Readonly<Record<string, (query: string) => Content>> = {
  '/list': (query) => <List query={query} />,
  '/thing': () => <Thing />,
  '/form': () => <FormPage />,
  '/figures': () => <Figures />,
  '/review': () => <Review />,
  '/paper': () => <PaperPage />,
  '/public': () => <Public />,
};
