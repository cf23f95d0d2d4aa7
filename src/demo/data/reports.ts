/** A report period of the demo's year: when units submit, and when the department's report takes its steps. */
export interface ReportStory {
  period: 'q1' | 'q2' | 'q3' | 'year';
  /** When each unit submits; absent where it does not before the department's report is made. */
  submitted: Readonly<Record<string, string>>;
  /** Units whose report comes back once, with the day on which it is submitted again. */
  sentBack: Readonly<Record<string, string>>;
  /** Working days until the Office confirms. */
  judgedAfter: number;
  department: {
    opened: string;
    submitted: string;
    reviewed: string;
    agreed: string;
    signed: string;
    sent: string;
    received: string;
    number: number;
    signer: string;
  };
}

/** The head who submits and the officer who drafts, by unit. */
export const REPORTERS: Readonly<Record<string, readonly [head: string, drafter: string]>> = {
  TCCB: ['truongphong.tccb', 'chuyenvien1.tccb'],
  KHTC: ['truongphong.khtc', 'chuyenvien1.khtc'],
  QLT: ['truongphong.qlt', 'chuyenvien1.qlt'],
  TTr: ['chanhthanhtra', 'thanhtravien1'],
  GDMN: ['truongphong.gdmn', 'chuyenvien1.gdmn'],
  GDPT: ['truongphong.gdpt', 'chuyenvien2.gdpt'],
  GDTX: ['truongphong.gdtx', 'chuyenvien1.gdtx'],
  CTTT: ['truongphong.cttt', 'chuyenvien1.cttt'],
  VP: ['chanhvanphong', 'chuyenvien.vp'],
};

export const REPORT_STORIES: readonly ReportStory[] = [
  {
    period: 'q1',
    submitted: {
      TCCB: '2019-03-04',
      KHTC: '2019-03-01',
      QLT: '2019-03-04',
      TTr: '2019-02-28',
      GDMN: '2019-03-01',
      GDPT: '2019-03-04',
      GDTX: '2019-03-07',
      CTTT: '2019-03-04',
      VP: '2019-03-04',
    },
    sentBack: { TCCB: '2019-03-11' },
    judgedAfter: 3,
    department: {
      opened: '2019-03-25',
      submitted: '2019-04-01',
      reviewed: '2019-04-02',
      agreed: '2019-04-03',
      signed: '2019-04-03',
      sent: '2019-04-04',
      received: '2019-04-05',
      number: 812,
      signer: 'giamdoc',
    },
  },
  {
    // Six of nine are there when the demo opens; three are due in two days.
    period: 'q2',
    submitted: {
      TCCB: '2019-05-30',
      KHTC: '2019-05-29',
      TTr: '2019-05-28',
      GDTX: '2019-05-31',
      GDMN: '2019-05-31',
      VP: '2019-05-31',
      QLT: '2019-06-04',
      CTTT: '2019-06-04',
      GDPT: '2019-06-11',
    },
    sentBack: {},
    judgedAfter: 2,
    department: {
      opened: '2019-06-21',
      submitted: '2019-07-01',
      reviewed: '2019-07-03',
      agreed: '2019-07-05',
      signed: '2019-07-08',
      sent: '2019-07-09',
      received: '2019-07-10',
      number: 1743,
      signer: 'phogiamdoc.cchc',
    },
  },
  {
    period: 'q3',
    submitted: {
      TCCB: '2019-09-04',
      KHTC: '2019-09-03',
      QLT: '2019-09-03',
      TTr: '2019-08-29',
      GDMN: '2019-09-04',
      GDPT: '2019-09-06',
      GDTX: '2019-09-04',
      CTTT: '2019-09-04',
      VP: '2019-09-04',
    },
    sentBack: { GDMN: '2019-09-11' },
    judgedAfter: 3,
    department: {
      opened: '2019-09-20',
      submitted: '2019-10-01',
      reviewed: '2019-10-02',
      agreed: '2019-10-02',
      signed: '2019-10-03',
      sent: '2019-10-04',
      received: '2019-10-07',
      number: 2609,
      signer: 'giamdoc',
    },
  },
  {
    // By the plan's own dates the divisions may report after the city has been told: the Office asks for them early.
    period: 'year',
    submitted: {
      TCCB: '2019-11-01',
      KHTC: '2019-10-31',
      QLT: '2019-11-01',
      TTr: '2019-10-30',
      GDPT: '2019-11-04',
      GDTX: '2019-11-01',
      CTTT: '2019-11-01',
      VP: '2019-11-01',
      GDMN: '2019-12-02',
    },
    sentBack: {},
    judgedAfter: 1,
    department: {
      opened: '2019-11-05',
      submitted: '2019-11-06',
      reviewed: '2019-11-06',
      agreed: '2019-11-07',
      signed: '2019-11-07',
      sent: '2019-11-08',
      received: '2019-11-11',
      number: 2987,
      signer: 'giamdoc',
    },
  },
];

/** What a division writes beside its figures. */
export const REPORT_TEXTS: Readonly<Record<string, { achievements: string; limits: string; next: string }>> =
  {
    TCCB: {
      achievements:
        'Đã ban hành kế hoạch đào tạo, bồi dưỡng; hướng dẫn đánh giá, phân loại công chức, viên chức; rà soát quy định phân cấp cho các đơn vị sự nghiệp.',
      limits: 'Một số văn bản ban hành sau thời hạn do chờ chỉ tiêu của Sở Nội vụ.',
      next: 'Hoàn thành thông báo cập nhật phần mềm quản lý cán bộ; kiểm tra việc thực hiện phân cấp.',
    },
    KHTC: {
      achievements: 'Đã công khai ngân sách theo quy định; giao quyền tự chủ cho các đơn vị sự nghiệp.',
      limits: 'Dự toán của một số đơn vị gửi chậm, phải tổng hợp nhiều lần.',
      next: 'Lập dự toán năm sau; báo cáo kết quả thực hiện cơ chế tự chủ.',
    },
    QLT: {
      achievements: 'Cập nhật cơ sở pháp lý của thủ tục chuyển trường, văn bằng, chứng chỉ.',
      limits: 'Thời gian tổ chức thi trùng với đợt rà soát thủ tục.',
      next: 'Tiếp tục rà soát thủ tục về văn bằng, chứng chỉ.',
    },
    TTr: {
      achievements: 'Đã ban hành kế hoạch theo dõi thi hành pháp luật; phối hợp tiếp công dân theo lịch.',
      limits: 'Một cuộc thanh tra phải lùi do thay đổi thành viên đoàn.',
      next: 'Kết luận các cuộc thanh tra theo kế hoạch; theo dõi việc thực hiện kết luận.',
    },
    GDMN: {
      achievements: 'Tham gia kiểm soát thủ tục về trường chuẩn quốc gia, trường chất lượng cao.',
      limits: 'Chưa có hướng dẫn mới về thủ tục công nhận trường chất lượng cao.',
      next: 'Kiểm tra công tác cải cách hành chính tại cơ sở theo kế hoạch được phê duyệt.',
    },
    GDPT: {
      achievements:
        'Rà soát thủ tục dạy thêm, học thêm; hướng dẫn các trường công khai quy trình giải quyết.',
      limits: 'Một số trường cập nhật quy trình chậm.',
      next: 'Kiểm tra việc công khai thủ tục tại các trường.',
    },
    GDTX: {
      achievements:
        'Phối hợp chuẩn bị khảo sát mức độ hài lòng; tổ chức đối thoại với các trung tâm ngoại ngữ.',
      limits: 'Số phiếu khảo sát thu về chưa đạt tỷ lệ đề ra.',
      next: 'Tổ chức đối thoại lần tiếp theo; gửi khảo sát bổ sung.',
    },
    CTTT: {
      achievements: 'Đôn đốc các trường lập kế hoạch; tuyên truyền dịch vụ công mức độ 3 trong ngành.',
      limits: 'Việc tuyên truyền ở một số trường còn hình thức.',
      next: 'Tiếp tục đôn đốc các trường chưa có kế hoạch.',
    },
    VP: {
      achievements:
        'Ban hành kế hoạch kiểm soát thủ tục hành chính, các quyết định về Bộ phận Một cửa; công khai thủ tục trên Cổng thông tin điện tử.',
      limits: 'Quy chế phối hợp liên thông chậm do chờ ý kiến của các sở, ngành.',
      next: 'Tổng hợp sáng kiến cải cách hành chính; đôn đốc các nhiệm vụ quá hạn của Quý I.',
    },
  };

/** Difficulties and proposals: who raises them, in which period, what comes of them. */
export const CONCERNS: readonly {
  period: string;
  unit: string;
  kind: 'difficulty' | 'proposal';
  text: string;
  answer?: { day: string; who: string; text: string };
}[] = [
  {
    period: 'q1',
    unit: 'TCCB',
    kind: 'difficulty',
    text: 'Sở Nội vụ chưa giao chỉ tiêu đào tạo nên kế hoạch đào tạo không thể ban hành trong tháng 1.',
    answer: {
      day: '2019-03-20',
      who: 'chuyenvien.vp',
      text: 'Văn phòng đã báo cáo Giám đốc; năm sau yêu cầu này sẽ ghi theo Quý I cho khớp với cột thời gian.',
    },
  },
  {
    period: 'q1',
    unit: 'VP',
    kind: 'proposal',
    text: 'Đề nghị bố trí kinh phí thuê dịch vụ xây dựng cơ sở dữ liệu chuyên ngành (nhiệm vụ 60).',
  },
  {
    period: 'q2',
    unit: 'KHTC',
    kind: 'difficulty',
    text: 'Nhiều trường gửi dự toán chưa đúng mẫu, phải trả lại 2–3 lần.',
  },
  {
    period: 'q2',
    unit: 'GDTX',
    kind: 'proposal',
    text: 'Đề nghị hỗ trợ công cụ khảo sát trực tuyến để tăng số phiếu thu về.',
  },
];

/** What the owner of an area writes in its part, by the area's number. */
export const AREA_TEXTS: Readonly<Record<string, string>> = {
  '1': 'Kế hoạch được triển khai đến các phòng và 150 đơn vị; Văn phòng đôn đốc hằng tuần các nhiệm vụ quá hạn.',
  '2': 'Rà soát, kiểm tra văn bản quy phạm pháp luật theo kế hoạch của Thành phố.',
  '3': 'Kiểm soát thủ tục hành chính theo kế hoạch; Bộ phận Một cửa hoạt động đúng quy chế.',
  '4': 'Rà soát chức năng, nhiệm vụ các phòng; tiếp tục phân cấp cho đơn vị sự nghiệp.',
  '5': 'Thực hiện tuyển dụng, đào tạo, đánh giá theo quy định.',
  '6': 'Các đơn vị sự nghiệp được giao quyền tự chủ; công khai tài chính đúng hạn.',
  '7': 'Duy trì hệ thống quản lý chất lượng; cung cấp dịch vụ công trực tuyến mức độ 3, 4.',
};
