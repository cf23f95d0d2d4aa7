/** Agencies that have no plan by the day that the demo opens; with their day, those that bring one later. */
export const WITHOUT_PLAN: Readonly<Record<string, string | null>> = {
  // The school whose clerk a visitor can be.
  THPT17: null,
  THPT5: '2019-06-14',
  THPT41: '2019-06-20',
  THPT66: null,
  THPT78: '2019-07-03',
  GDTX4: '2019-06-11',
  GDTX11: null,
  GDTX19: '2019-06-25',
  GDTX27: '2019-06-12',
  CB2: '2019-06-28',
  'PGD-MELINH': '2019-06-19',
  'PGD-UNGHOA': null,
  // Its own plan is there, that of its district's schools is not.
  'PGD-BADINH': '2019-06-17',
};

/** Days on which the Office chases whoever has no plan, and by when it asks for it. */
export const SUBPLAN_CHASES = [
  { day: '2019-02-26', until: '08/3/2019' },
  { day: '2019-05-21', until: '31/5/2019' },
] as const;

/** Why the Office sends a plan back. */
export const SUBPLAN_REASONS = [
  'Kế hoạch chưa nêu người thực hiện và thời hạn của từng việc.',
  'Chưa có nội dung công khai quy trình giải quyết thủ tục hành chính liên quan đến giáo viên và học sinh.',
  'Văn bản gửi lên chưa có số và ngày ban hành đúng thể thức; đề nghị ban hành lại.',
] as const;

/** What the Office says of a district office's plan, which is not its own to confirm. */
export const SUBPLAN_COMMENTS = [
  'Đề nghị bổ sung chỉ tiêu giải quyết hồ sơ trực tuyến mức độ 3 theo Kế hoạch 375/KH-SGDĐT.',
  'Nội dung đầy đủ. Đề nghị gửi Sở kết quả rà soát thủ tục hành chính cấp huyện trước tháng 10.',
] as const;

/** What agencies answer when they are chased. */
export const SUBPLAN_ANSWERS = [
  'Nhà trường đang chờ họp liên tịch để thông qua, sẽ gửi trong tuần sau.',
  'Đơn vị mới thay cán bộ đầu mối; đang hoàn thiện và sẽ gửi trước hạn nêu trong thư.',
  'Kế hoạch đã soạn xong, chờ thủ trưởng đi công tác về ký ban hành.',
] as const;

/** Divisions that take reform into their own plans: number, day, section. */
export const DIVISION_PLANS: readonly (readonly [
  unit: string,
  login: string,
  number: string,
  day: string,
  section: string,
])[] = [
  ['TCCB', 'truongphong.tccb', '41/KH-TCCB', '2019-02-12', 'Mục II.4: cải cách hành chính'],
  ['KHTC', 'truongphong.khtc', '28/KH-KHTC', '2019-02-14', 'Mục III: cải cách tài chính công'],
  ['TTr', 'chanhthanhtra', '19/KH-TTr', '2019-02-15', 'Phần II, mục 3'],
  ['GDMN', 'truongphong.gdmn', '33/KH-GDMN', '2019-02-20', 'Mục 5, trang 4'],
  ['GDPT', 'truongphong.gdpt', '52/KH-GDPT', '2019-02-19', 'Mục II.6'],
  ['GDTX', 'truongphong.gdtx', '24/KH-GDTX', '2019-02-22', 'Mục 7: khảo sát, dịch vụ công'],
  ['CTTT', 'truongphong.cttt', '37/KH-CTTT', '2019-03-05', 'Phần III, mục 2'],
  ['VP', 'chanhvanphong', '15/KH-VP', '2019-01-30', 'Toàn văn'],
];
