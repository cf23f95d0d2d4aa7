/** What happens to a dossier of the demo, one act after another. */
export const DOSSIER_ACTS = [
  'hand-over',
  'confirm',
  'assign',
  'propose',
  'agree',
  'sign',
  'finish',
  'return',
  'refuse',
  'withdraw',
  'request-supplement',
  'receive-supplement',
  'apologise',
] as const;
export type DossierStep = readonly [act: (typeof DOSSIER_ACTS)[number], at: string];

/** A dossier of the demo, told by hand: which procedure, whose, when it came, and what became of it. */
export interface DemoDossier {
  key: string;
  procedure: string;
  owner: { kind: 'individual' | 'organisation'; name: string; telephone: string };
  subject: string;
  at: string;
  channel?: 'post' | 'online';
  /** Whether the owner sent it online in person. */
  bySelf?: true;
  /** Only submitted: nobody has accepted it yet. */
  waits?: true;
  steps: readonly DossierStep[];
}

const parent = (grade: string, telephone: string) =>
  ({ kind: 'individual', name: `Phụ huynh học sinh lớp ${grade}`, telephone }) as const;
const centre = (name: string, telephone: string) => ({ kind: 'organisation', name, telephone }) as const;

/** From the desk to an officer of the division on one day. */
const taken = (day: string): DossierStep[] => [
  ['hand-over', `${day}T15:10`],
  ['confirm', `${day}T15:40`],
  ['assign', `${day}T16:00`],
];
/** From the proposal to the result at the desk. */
const settled = (day: string, finished = `${day}T16:30`): DossierStep[] => [
  ['propose', `${day}T08:30`],
  ['agree', `${day}T10:00`],
  ['sign', `${day}T14:00`],
  ['finish', finished],
];

export const DOSSIERS: readonly DemoDossier[] = [
  {
    key: 'over-tet',
    procedure: 'transfer',
    owner: parent('10', '0900000001'),
    subject: 'Xin chuyển trường cho học sinh lớp 10',
    at: '2019-01-30T14:00',
    steps: [
      ...taken('2019-01-30'),
      ...settled('2019-02-11', '2019-02-11T16:40'),
      ['return', '2019-02-13T09:00'],
    ],
  },
  {
    key: 'refused',
    procedure: 'transfer',
    owner: parent('6', '0900000002'),
    subject: 'Xin chuyển trường cho học sinh lớp 6',
    at: '2019-03-04T09:00',
    waits: true,
    steps: [['refuse', '2019-03-04T09:20']],
  },
  {
    key: 'apologised',
    procedure: 'transfer',
    owner: parent('11', '0900000003'),
    subject: 'Xin chuyển trường cho học sinh lớp 11',
    at: '2019-03-11T09:00',
    steps: [
      ...taken('2019-03-11'),
      ['apologise', '2019-03-13T10:00'],
      ...settled('2019-03-21'),
      ['return', '2019-03-22T08:30'],
    ],
  },
  {
    key: 'uncollected',
    procedure: 'transfer',
    owner: parent('12', '0900000004'),
    subject: 'Xin chuyển trường cho học sinh lớp 12',
    at: '2019-04-02T08:30',
    steps: [...taken('2019-04-02'), ...settled('2019-04-05')],
  },
  {
    key: 'over-swap',
    procedure: 'transfer',
    owner: parent('10', '0900000005'),
    subject: 'Xin chuyển trường cho học sinh lớp 10',
    at: '2019-04-26T09:00',
    steps: [...taken('2019-04-26'), ...settled('2019-05-04'), ['return', '2019-05-06T09:00']],
  },
  {
    key: 'by-post',
    procedure: 'transfer',
    owner: parent('11', '0900000006'),
    subject: 'Xin chuyển trường cho học sinh lớp 11, gửi qua bưu chính công ích',
    at: '2019-05-06T08:30',
    channel: 'post',
    steps: [...taken('2019-05-06'), ...settled('2019-05-08'), ['return', '2019-05-09T08:30']],
  },
  {
    key: 'withdrawn',
    procedure: 'transfer',
    owner: parent('10', '0900000007'),
    subject: 'Xin chuyển trường cho học sinh lớp 10',
    at: '2019-05-14T10:00',
    steps: [['withdraw', '2019-05-15T09:00']],
  },
  {
    key: 'supplemented',
    procedure: 'transfer',
    owner: centre('Trung tâm tư vấn du học (tên trung tâm)', '0900000008'),
    subject: 'Xin tiếp nhận học sinh lớp 11 chuyển đến',
    at: '2019-05-20T09:00',
    steps: [
      ...taken('2019-05-20'),
      ['request-supplement', '2019-05-21T09:00'],
      ['receive-supplement', '2019-05-24T10:00'],
      ...settled('2019-05-28'),
      ['return', '2019-05-29T09:00'],
    ],
  },
  {
    key: 'late',
    procedure: 'transfer',
    owner: parent('10', '0900000009'),
    subject: 'Xin chuyển trường cho học sinh lớp 10',
    at: '2019-05-23T09:00',
    steps: taken('2019-05-23'),
  },
  {
    key: 'to-supplement',
    procedure: 'transfer',
    owner: parent('11', '0900000010'),
    subject: 'Xin chuyển trường cho học sinh lớp 11',
    at: '2019-05-28T09:00',
    steps: [...taken('2019-05-28'), ['request-supplement', '2019-05-29T09:00']],
  },
  {
    key: 'to-number',
    procedure: 'transfer',
    owner: parent('12', '0900000011'),
    subject: 'Xin chuyển trường cho học sinh lớp 12',
    at: '2019-05-29T09:00',
    steps: [...taken('2019-05-29'), ...settled('2019-05-31').slice(0, 3)],
  },
  {
    key: 'to-sign',
    procedure: 'transfer',
    owner: parent('10', '0900000012'),
    subject: 'Xin chuyển trường cho học sinh lớp 10',
    at: '2019-05-30T08:30',
    steps: [...taken('2019-05-30'), ...settled('2019-05-31').slice(0, 2)],
  },
  {
    key: 'to-agree',
    procedure: 'transfer',
    owner: parent('11', '0900000013'),
    subject: 'Xin chuyển trường cho học sinh lớp 11',
    at: '2019-05-30T09:30',
    steps: [...taken('2019-05-30'), ...settled('2019-05-31').slice(0, 1)],
  },
  {
    key: 'to-confirm',
    procedure: 'transfer',
    owner: parent('10', '0900000014'),
    subject: 'Xin chuyển trường cho học sinh lớp 10',
    at: '2019-05-31T14:00',
    steps: [['hand-over', '2019-05-31T15:30']],
  },
  {
    key: 'to-hand-over',
    procedure: 'transfer',
    owner: parent('12', '0900000015'),
    subject: 'Xin chuyển trường cho học sinh lớp 12',
    at: '2019-05-31T16:00',
    steps: [],
  },
  {
    key: 'online',
    procedure: 'transfer',
    owner: parent('11', '0900000016'),
    subject: 'Xin chuyển trường cho học sinh lớp 11, nộp trực tuyến',
    at: '2019-05-31T16:30',
    channel: 'online',
    bySelf: true,
    waits: true,
    steps: [],
  },
];
