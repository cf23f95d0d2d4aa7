/** One time that evidence was handed in, and what came of it. */
export interface Attempt {
  /** Issue date of the document, or day of the event. */
  dated: string;
  submitted: string;
  /** Day of the answer; null where none came within the year. */
  answered: string | null;
  /** Why it was sent back; absent where it was confirmed. */
  reason?: string;
}

/** What happened to one milestone, told by hand; the others are told by the generator. */
export interface Story {
  task: string;
  milestone?: number;
  /** Days of assignment and start; absent where the generator chooses. */
  assigned?: string;
  started?: string;
  attempts: readonly Attempt[];
  notes?: readonly { day: string; text: string }[];
  /** A confirmation that proved wrong: which attempt, when, why. */
  reopened?: { after: number; day: string; reason: string };
  /** Number and symbol where they are known. */
  number?: string;
}

const confirmed = (dated: string, submitted: string, answered: string): Attempt => ({
  dated,
  submitted,
  answered,
});

/** The milestones of which the demo wants something in particular on the Monday that it opens, 3 June 2019. */
export const STORIES: readonly Story[] = [
  {
    // The plan itself is what the task asks for.
    task: '64',
    assigned: '2019-01-28',
    started: '2019-01-28',
    attempts: [confirmed('2019-01-28', '2019-01-29', '2019-01-30')],
    number: '375/KH-SGDĐT',
  },
  {
    // Late by its cell: due in January.
    task: '68',
    attempts: [confirmed('2019-02-14', '2019-02-15', '2019-02-19')],
    notes: [{ day: '2019-02-12', text: 'Dự thảo xong, chờ ghép phần lớp bồi dưỡng vào kế hoạch đào tạo.' }],
  },
  {
    // On time by its cell (Quý I), late by its requirement (within January).
    task: '16',
    attempts: [confirmed('2019-02-18', '2019-02-20', '2019-02-22')],
    notes: [
      {
        day: '2019-01-31',
        text: 'Sở Nội vụ chưa giao chỉ tiêu đào tạo nên chưa ban hành được trong tháng 1.',
      },
    ],
  },
  { task: '38', attempts: [confirmed('2019-01-30', '2019-01-31', '2019-02-12')] },
  {
    task: '24',
    attempts: [
      confirmed('2019-03-15', '2019-03-18', '2019-03-20'),
      confirmed('2019-05-09', '2019-05-10', '2019-05-14'),
    ],
    reopened: {
      after: 0,
      day: '2019-05-06',
      reason: 'Kế hoạch đã ban hành thiếu phụ lục phân công; Thanh tra Sở ban hành lại cho đủ.',
    },
  },
  { task: '5', attempts: [confirmed('2019-04-12', '2019-04-15', '2019-04-17')] },
  { task: '13', attempts: [confirmed('2019-04-09', '2019-04-10', '2019-04-12')] },
  { task: '31', attempts: [confirmed('2019-04-16', '2019-04-17', '2019-04-22')] },
  {
    task: '15',
    attempts: [confirmed('2019-07-05', '2019-07-08', '2019-07-10')],
    notes: [
      { day: '2019-03-22', text: 'Đã gửi công văn hỏi Sở Nội vụ về đối tượng thu hút, chưa có trả lời.' },
      {
        day: '2019-05-13',
        text: 'Nguyên nhân chậm: Nghị quyết 14/2013/NQ-HĐND đang được Thành phố rà soát.',
      },
    ],
  },
  {
    task: '20',
    attempts: [
      {
        dated: '2019-03-25',
        submitted: '2019-03-27',
        answered: '2019-04-02',
        reason: 'Thông báo chưa nêu thời hạn cập nhật dữ liệu cho các đơn vị trực thuộc.',
      },
      {
        dated: '2019-05-08',
        submitted: '2019-05-10',
        answered: '2019-05-21',
        reason: 'Thiếu danh sách đơn vị chưa cập nhật; đề nghị kèm theo để đôn đốc.',
      },
      confirmed('2019-06-13', '2019-06-14', '2019-06-18'),
    ],
  },
  {
    task: '49',
    attempts: [
      {
        dated: '2019-03-27',
        submitted: '2019-03-28',
        answered: '2019-04-03',
        reason: 'Mức bồi dưỡng chưa theo Quyết định số 2492/QĐ-UBND; đề nghị tính lại.',
      },
      {
        dated: '2019-05-22',
        submitted: '2019-05-24',
        answered: '2019-05-29',
        reason: 'Chưa có ý kiến của Phòng Kế hoạch - Tài chính về nguồn kinh phí.',
      },
      confirmed('2019-06-10', '2019-06-11', '2019-06-14'),
    ],
  },
  {
    task: '52',
    attempts: [confirmed('2019-08-12', '2019-08-13', '2019-08-16')],
    notes: [
      { day: '2019-03-12', text: 'Đã gửi lấy ý kiến 6 sở, ngành; mới nhận 2 ý kiến.' },
      { day: '2019-05-20', text: 'Nguyên nhân chậm: chờ ý kiến của các sở, ngành phối hợp.' },
    ],
  },
  {
    // Never done in the year.
    task: '60',
    attempts: [],
    notes: [
      { day: '2019-03-20', text: 'Đang khảo sát hiện trạng cơ sở dữ liệu chuyên ngành.' },
      { day: '2019-05-27', text: 'Nguyên nhân chậm: kinh phí thuê dịch vụ chưa được duyệt.' },
      { day: '2019-10-14', text: 'Thành phố chuyển nội dung này sang kế hoạch năm 2020.' },
    ],
  },
  {
    task: '63',
    assigned: '2019-02-21',
    started: '2019-06-10',
    attempts: [confirmed('2019-06-27', '2019-06-28', '2019-07-02')],
  },
  { task: '25', attempts: [confirmed('2019-05-29', '2019-05-31', '2019-06-04')] },
  {
    task: '30',
    attempts: [confirmed('2019-06-19', '2019-06-20', '2019-06-24')],
    notes: [{ day: '2019-05-24', text: 'Mới có 4 trên 9 phòng gửi đăng ký sáng kiến.' }],
  },
  { task: '1', attempts: [confirmed('2019-05-28', '2019-05-31', '2019-06-05')] },
  { task: '1', milestone: 2, attempts: [confirmed('2019-09-25', '2019-09-27', '2019-10-01')] },
  {
    task: '46',
    attempts: [
      {
        dated: '2019-05-30',
        submitted: '2019-05-31',
        answered: '2019-06-06',
        reason: 'Chưa kèm danh mục thủ tục hành chính nhận và trả qua bưu chính công ích.',
      },
      confirmed('2019-06-12', '2019-06-12', '2019-06-17'),
    ],
  },
  { task: '53', started: '2019-05-06', attempts: [confirmed('2019-06-18', '2019-06-20', '2019-06-25')] },
  { task: '66', attempts: [confirmed('2019-04-04', '2019-04-05', '2019-04-08')] },
  { task: '66', milestone: 2, attempts: [confirmed('2019-07-09', '2019-07-09', '2019-07-11')] },
  { task: '66', milestone: 3, attempts: [confirmed('2019-10-04', '2019-10-04', '2019-10-08')] },
  { task: '66', milestone: 4, attempts: [confirmed('2019-11-08', '2019-11-08', '2019-11-12')] },
  { task: '42', attempts: [confirmed('2019-12-20', '2019-12-23', '2019-12-26')] },
  { task: '29', attempts: [{ dated: '2019-12-16', submitted: '2019-12-27', answered: null }] },
];

/** Why evidence is sent back, where the generator tells the story. */
export const REASONS = [
  'Bản gửi chưa có chữ ký và con dấu; đề nghị gửi bản đã ban hành.',
  'Thiếu phụ lục số liệu kèm theo.',
  'Số liệu chưa khớp với báo cáo của các đơn vị; đề nghị rà soát lại.',
  'Văn bản chưa nêu phân công và thời hạn thực hiện.',
  'Trích yếu không đúng nhiệm vụ được giao; đề nghị kiểm tra lại.',
] as const;

/** What is noted on the way. */
export const NOTES = [
  'Đã có dự thảo, đang xin ý kiến các phòng.',
  'Đang tổng hợp số liệu của các đơn vị trực thuộc.',
  'Đã trình lãnh đạo Sở xem xét.',
  'Chờ văn bản hướng dẫn của Thành phố.',
] as const;
