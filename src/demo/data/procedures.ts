import type { UnitCode } from './department.ts';

/** A procedure of the demo. Its name is real; what it asks for is told in short, and its limit is invented unless marked. */
export interface DemoProcedure {
  key: string;
  name: string;
  /** National part of its code as it is today; null where it could not be confirmed. */
  code: string | null;
  field: string;
  tier: 'department' | 'district';
  owner: UnitCode;
  handling?: 'interlinked';
  /** Working days. */
  days: number;
  onlineLevel: '2' | '3' | '4';
  postal: readonly ('receive' | 'return')[];
  components: readonly (readonly [name: string, originals: number, copies: number])[];
  subjects: string;
  result: string;
  legalBases: readonly string[];
  /** Its own law moves the due time of what comes after this time of day. */
  nextDayAfter?: string;
}

const SECONDARY = 'Giáo dục trung học';
const CONTINUING = 'Giáo dục thường xuyên';
const DIPLOMAS = 'Văn bằng, chứng chỉ';
const SCHOOL_TRANSFER = 'Quyết định số 51/2002/QĐ-BGDĐT ngày 25/12/2002 của Bộ trưởng Bộ Giáo dục và Đào tạo';
const DIPLOMA_CIRCULAR = 'Thông tư số 19/2015/TT-BGDĐT ngày 08/9/2015 của Bộ Giáo dục và Đào tạo';
const CONDITIONS = 'Nghị định số 46/2017/NĐ-CP ngày 21/4/2017 của Chính phủ';

/** Education procedures of 2019; the first is what the examples of due times are about. */
export const PROCEDURES: readonly DemoProcedure[] = [
  {
    key: 'transfer',
    name: 'Chuyển trường đối với học sinh trung học phổ thông',
    code: '2.002478',
    field: SECONDARY,
    tier: 'department',
    owner: 'GDPT',
    days: 3,
    onlineLevel: '3',
    postal: ['return'],
    components: [
      ['Đơn xin chuyển trường do cha, mẹ hoặc người giám hộ ký', 1, 0],
      ['Học bạ', 1, 1],
      ['Giấy giới thiệu chuyển trường của hiệu trưởng nhà trường nơi đi', 1, 0],
    ],
    subjects: 'Học sinh, cha mẹ học sinh',
    result: 'Giấy giới thiệu chuyển trường',
    legalBases: [SCHOOL_TRANSFER],
  },
  {
    key: 'returning',
    name: 'Tiếp nhận học sinh trung học phổ thông người Việt Nam về nước',
    code: null,
    field: SECONDARY,
    tier: 'department',
    owner: 'GDPT',
    days: 3,
    onlineLevel: '2',
    postal: [],
    components: [
      ['Đơn xin học do cha, mẹ hoặc người giám hộ ký', 1, 0],
      ['Giấy xác nhận kết quả học tập ở nước ngoài, kèm bản dịch', 1, 1],
      ['Giấy khai sinh', 0, 1],
    ],
    subjects: 'Học sinh, cha mẹ học sinh',
    result: 'Văn bản tiếp nhận học sinh',
    legalBases: [SCHOOL_TRANSFER],
  },
  {
    key: 'copy',
    name: 'Cấp bản sao văn bằng, chứng chỉ từ sổ gốc',
    code: '1.005092',
    field: DIPLOMAS,
    tier: 'department',
    owner: 'QLT',
    days: 1,
    onlineLevel: '3',
    postal: ['receive', 'return'],
    components: [
      ['Đơn đề nghị cấp bản sao văn bằng, chứng chỉ', 1, 0],
      ['Giấy tờ tuỳ thân của người yêu cầu', 0, 1],
    ],
    subjects: 'Người được cấp bản chính, người đại diện, người thừa kế',
    result: 'Bản sao văn bằng, chứng chỉ',
    legalBases: [DIPLOMA_CIRCULAR],
    nextDayAfter: '15:00',
  },
  {
    key: 'amend',
    name: 'Chỉnh sửa nội dung văn bằng, chứng chỉ',
    code: '2.001914',
    field: DIPLOMAS,
    tier: 'department',
    owner: 'QLT',
    days: 5,
    onlineLevel: '3',
    postal: ['receive', 'return'],
    components: [
      ['Đơn đề nghị chỉnh sửa nội dung văn bằng, chứng chỉ', 1, 0],
      ['Văn bằng, chứng chỉ đề nghị chỉnh sửa', 1, 0],
      ['Quyết định thay đổi, cải chính hộ tịch', 0, 1],
      ['Giấy khai sinh', 0, 1],
    ],
    subjects: 'Người được cấp văn bằng, chứng chỉ',
    result: 'Quyết định chỉnh sửa nội dung văn bằng, chứng chỉ',
    legalBases: [DIPLOMA_CIRCULAR],
  },
  {
    key: 'language-found',
    name: 'Thành lập, cho phép thành lập trung tâm ngoại ngữ, tin học',
    code: null,
    field: CONTINUING,
    tier: 'department',
    owner: 'GDTX',
    days: 15,
    onlineLevel: '3',
    postal: ['return'],
    components: [
      ['Tờ trình đề nghị thành lập trung tâm', 1, 0],
      ['Đề án thành lập trung tâm', 1, 0],
      ['Dự thảo nội quy tổ chức, hoạt động của trung tâm', 1, 0],
    ],
    subjects: 'Tổ chức, cá nhân',
    result: 'Quyết định thành lập hoặc cho phép thành lập trung tâm',
    legalBases: [CONDITIONS],
  },
  {
    key: 'language-open',
    name: 'Cho phép trung tâm ngoại ngữ, tin học hoạt động giáo dục',
    code: null,
    field: CONTINUING,
    tier: 'department',
    owner: 'GDTX',
    days: 15,
    onlineLevel: '3',
    postal: ['return'],
    components: [
      ['Đơn đề nghị cấp phép hoạt động giáo dục', 1, 0],
      ['Quyết định thành lập trung tâm', 0, 1],
      ['Danh sách, hồ sơ giáo viên', 1, 0],
      ['Giấy tờ chứng minh quyền sử dụng cơ sở vật chất', 0, 1],
    ],
    subjects: 'Trung tâm ngoại ngữ, tin học',
    result: 'Quyết định cho phép hoạt động giáo dục',
    legalBases: [CONDITIONS],
  },
  {
    key: 'study-abroad',
    name: 'Đăng ký kinh doanh dịch vụ tư vấn du học',
    code: null,
    field: CONTINUING,
    tier: 'department',
    owner: 'GDTX',
    days: 15,
    onlineLevel: '2',
    postal: [],
    components: [
      ['Văn bản đề nghị cấp giấy chứng nhận', 1, 0],
      ['Giấy chứng nhận đăng ký doanh nghiệp hoặc quyết định thành lập', 0, 1],
      ['Danh sách nhân viên trực tiếp tư vấn du học', 1, 0],
    ],
    subjects: 'Doanh nghiệp, đơn vị sự nghiệp',
    result: 'Giấy chứng nhận đăng ký kinh doanh dịch vụ tư vấn du học',
    legalBases: [CONDITIONS],
  },
  {
    key: 'life-skills',
    name: 'Xác nhận hoạt động giáo dục kỹ năng sống và hoạt động giáo dục ngoài giờ chính khóa',
    code: null,
    field: CONTINUING,
    tier: 'department',
    owner: 'CTTT',
    days: 5,
    onlineLevel: '4',
    postal: ['receive', 'return'],
    components: [
      ['Đơn đề nghị xác nhận hoạt động giáo dục kỹ năng sống', 1, 0],
      ['Quyết định thành lập trung tâm hoặc giấy chứng nhận đăng ký doanh nghiệp', 0, 1],
      ['Giáo trình, tài liệu, kế hoạch giảng dạy', 1, 0],
    ],
    subjects: 'Trung tâm, cơ sở giáo dục, doanh nghiệp',
    result: 'Văn bản xác nhận',
    legalBases: ['Thông tư số 04/2014/TT-BGDĐT ngày 28/02/2014 của Bộ Giáo dục và Đào tạo'],
  },
  {
    key: 'national-standard',
    name: 'Công nhận trường trung học đạt chuẩn quốc gia',
    code: null,
    field: SECONDARY,
    tier: 'department',
    owner: 'QLT',
    handling: 'interlinked',
    days: 20,
    onlineLevel: '2',
    postal: [],
    components: [
      ['Công văn đăng ký đánh giá ngoài', 1, 0],
      ['Báo cáo tự đánh giá', 2, 0],
    ],
    subjects: 'Trường trung học',
    result: 'Bằng công nhận trường đạt chuẩn quốc gia',
    legalBases: ['Thông tư số 18/2018/TT-BGDĐT ngày 22/8/2018 của Bộ Giáo dục và Đào tạo'],
  },
  {
    key: 'private-school',
    name: 'Cho phép thành lập trường trung học phổ thông tư thục',
    code: null,
    field: SECONDARY,
    tier: 'department',
    owner: 'TCCB',
    handling: 'interlinked',
    days: 25,
    onlineLevel: '2',
    postal: [],
    components: [
      ['Tờ trình về việc thành lập trường', 1, 0],
      ['Đề án thành lập trường', 1, 0],
      ['Sơ yếu lý lịch của người dự kiến làm hiệu trưởng', 1, 0],
      ['Văn bản chấp thuận về quyền sử dụng đất', 0, 1],
    ],
    subjects: 'Tổ chức, cá nhân',
    result: 'Quyết định cho phép thành lập trường',
    legalBases: [CONDITIONS],
  },
  {
    key: 'school-open',
    name: 'Cho phép trường trung học phổ thông hoạt động giáo dục',
    code: null,
    field: SECONDARY,
    tier: 'department',
    owner: 'GDPT',
    days: 20,
    onlineLevel: '3',
    postal: [],
    components: [
      ['Tờ trình đề nghị cho phép hoạt động giáo dục', 1, 0],
      ['Quyết định thành lập trường', 0, 1],
      ['Danh sách cán bộ quản lý, giáo viên, nhân viên', 1, 0],
    ],
    subjects: 'Trường trung học phổ thông',
    result: 'Quyết định cho phép hoạt động giáo dục',
    legalBases: [CONDITIONS],
  },
  {
    key: 'literacy',
    name: 'Công nhận huyện đạt chuẩn phổ cập giáo dục, xoá mù chữ',
    code: null,
    field: SECONDARY,
    tier: 'department',
    owner: 'GDPT',
    days: 10,
    onlineLevel: '2',
    postal: [],
    components: [
      ['Công văn đề nghị kiểm tra công nhận', 1, 0],
      ['Báo cáo quá trình thực hiện và kết quả', 1, 0],
      ['Biên bản tự kiểm tra', 1, 0],
    ],
    subjects: 'Uỷ ban nhân dân quận, huyện, thị xã',
    result: 'Quyết định công nhận',
    legalBases: ['Nghị định số 20/2014/NĐ-CP ngày 24/3/2014 của Chính phủ'],
  },
  {
    key: 'lower-transfer',
    name: 'Chuyển trường đối với học sinh trung học cơ sở',
    code: '2.002481',
    field: SECONDARY,
    tier: 'district',
    owner: 'GDPT',
    days: 3,
    onlineLevel: '3',
    postal: [],
    components: [
      ['Đơn xin chuyển trường do cha, mẹ hoặc người giám hộ ký', 1, 0],
      ['Học bạ', 1, 1],
    ],
    subjects: 'Học sinh, cha mẹ học sinh',
    result: 'Giấy giới thiệu chuyển trường',
    legalBases: [SCHOOL_TRANSFER],
  },
];

/** The decision that announced them all, with a number that is invented. */
export const ANNOUNCED_BY = { number: '7203/QĐ-UBND', date: '2019-01-02', validFrom: '2019-01-02' } as const;

/** Days on which the portal has them; those that are not named were in time on 4 January; the last day was the 9th. */
export const LATE_ON_PORTAL: Readonly<Record<string, string | null>> = {
  'study-abroad': '2019-01-10',
  literacy: '2019-01-15',
  // Nobody has thought of it.
  'private-school': null,
};

/** Which were judged to suit level 3; the others have not been judged. */
export const JUDGED: readonly (readonly [key: string, reason: string | null])[] = [
  ['transfer', null],
  ['copy', null],
  ['amend', null],
  ['language-found', null],
  ['language-open', null],
  ['study-abroad', null],
  ['school-open', null],
  ['lower-transfer', null],
  ['life-skills', null],
  ['returning', 'Phải đối chiếu bản chính giấy tờ do nước ngoài cấp'],
  ['national-standard', 'Hồ sơ gồm báo cáo tự đánh giá và minh chứng khối lượng lớn'],
];
