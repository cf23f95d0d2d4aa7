import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { fromDayNumber, toDayNumber } from '../pure/calendar/day-number.ts';
import type { FormContent, FormHead, FormKind, FormParty } from './domain/content.ts';

/** Forms made up to show how each kind looks; roles and posts only, nobody's name. */
export function sampleForm(kind: FormKind, day: CivilDate): FormContent {
  const head: FormHead = {
    parent: 'Sở Giáo dục và Đào tạo',
    issuer: 'Bộ phận tiếp nhận và trả kết quả',
    number: '0123',
    symbol: 'BPTNTKQ',
    place: 'Hà Nội',
    date: day,
    marks: ['sample'],
  };
  const owner: FormParty = {
    kind: 'organisation',
    name: 'Trung tâm Ngoại ngữ (tên trung tâm)',
    address: 'Số 12, phố (tên phố), phường (tên phường), thành phố Hà Nội',
    phone: '024 0000 0000',
    email: 'trungtam@example.vn',
  };
  const code = `000.00.01.H26-${day.slice(2).replaceAll('-', '')}-0001`;
  const dossier = {
    head,
    owner,
    code,
    publicAddress: `https://example.vn/tra-cuu/${code}`,
    request: 'Cấp phép hoạt động giáo dục của trung tâm ngoại ngữ',
  };
  const desk = 'Bộ phận tiếp nhận và trả kết quả';
  const contact = { name: desk, phone: '024 0000 0001' };
  const letter = {
    ...dossier,
    head: { ...head, parent: 'UBND thành phố Hà Nội', issuer: 'Sở Giáo dục và Đào tạo', symbol: 'SGDĐT' },
    desk,
    acceptedAt: `${day}T14:00`,
    agency: 'Sở Giáo dục và Đào tạo',
    contact,
    signer: { posts: ['KT. Giám đốc', 'Phó Giám đốc'], name: null },
  };
  switch (kind) {
    case 'receipt':
      return {
        kind,
        ...dossier,
        desk,
        submitter: '(họ và tên người đến nộp)',
        components: [
          { name: 'Tờ trình đề nghị cấp phép hoạt động giáo dục', originals: 1, copies: 0, note: null },
          { name: 'Quyết định thành lập trung tâm', originals: 0, copies: 1, note: 'có chứng thực' },
          { name: 'Nội quy hoạt động giáo dục của trung tâm', originals: 1, copies: 0, note: null },
          {
            name: 'Báo cáo về trang thiết bị làm việc của văn phòng; lớp học, phòng thực hành, cơ sở phục vụ đào tạo',
            originals: 1,
            copies: 0,
            note: null,
          },
          {
            name: 'Danh sách đội ngũ cán bộ quản lý, giáo viên kèm theo văn bằng, chứng chỉ',
            originals: 1,
            copies: 6,
            note: null,
          },
        ],
        sets: 1,
        limit: '15 ngày làm việc',
        acceptedAt: `${day}T14:00`,
        appointedAt: `${laterDay(day, 21)}T17:00`,
        returnBy: 'tại Bộ phận tiếp nhận và trả kết quả',
        fees: 'không thu',
        book: { volume: '01', entry: '123' },
        officer: null,
      };
    case 'supplement-request':
      return {
        kind,
        ...dossier,
        acceptedAt: `${day}T14:00`,
        items: [
          {
            what: 'Quyết định thành lập trung tâm',
            reason: 'Bản sao chưa được chứng thực',
          },
          {
            what: 'Danh sách giáo viên',
            reason: 'Thiếu văn bằng, chứng chỉ của hai giáo viên có tên trong danh sách',
          },
        ],
        legalBases: ['quyết định công bố thủ tục hành chính (số, ngày của quyết định)'],
        dueAt: laterDay(day, 14),
        contact,
        officer: null,
      };
    case 'refusal':
      return {
        kind,
        ...dossier,
        code: null,
        publicAddress: null,
        desk,
        reasons: ['Thủ tục hành chính không thuộc thẩm quyền giải quyết của Sở Giáo dục và Đào tạo'],
        legalBases: ['quyết định công bố thủ tục hành chính (số, ngày của quyết định)'],
        guidance: 'Đề nghị nộp hồ sơ tại cơ quan có thẩm quyền giải quyết (tên, địa chỉ cơ quan).',
        submitter: null,
        officer: null,
      };
    case 'apology':
      return {
        kind,
        ...letter,
        appointedAt: `${laterDay(day, 21)}T17:00`,
        state: 'đang chờ ý kiến của cơ quan phối hợp',
        reasons: ['Cơ quan phối hợp chưa có văn bản trả lời về điều kiện cơ sở vật chất của trung tâm'],
        newAppointedAt: `${laterDay(day, 28)}T17:00`,
      };
    case 'stop-notice':
      return {
        kind,
        ...letter,
        stoppedAt: `${laterDay(day, 7)}T10:00`,
        reasons: ['Trung tâm có đơn đề nghị rút hồ sơ (ngày của đơn)'],
        legalBases: ['đơn đề nghị của người nộp hồ sơ'],
        returned: 'toàn bộ giấy tờ đã nộp',
        fees: 'không thu',
      };
    case 'control-sheet':
      return {
        kind,
        ...dossier,
        agency: 'Phòng Giáo dục thường xuyên - chuyên nghiệp',
        supporting: ['Văn phòng'],
        acceptedAt: `${day}T14:00`,
        appointedAt: `${laterDay(day, 21)}T17:00`,
        handovers: [
          {
            from: { name: 'Bộ phận tiếp nhận và trả kết quả', person: null },
            to: { name: 'Phòng Giáo dục thường xuyên - chuyên nghiệp', person: null },
            handedAt: `${day}T16:30`,
            confirmedAt: `${laterDay(day, 1)}T08:05`,
            result: null,
            note: null,
          },
          {
            from: { name: 'Phòng Giáo dục thường xuyên - chuyên nghiệp', person: null },
            to: { name: 'Lãnh đạo Sở', person: null },
            handedAt: `${laterDay(day, 14)}T10:00`,
            confirmedAt: `${laterDay(day, 14)}T14:00`,
            result: 'early',
            note: null,
          },
          {
            from: { name: 'Lãnh đạo Sở', person: null },
            to: { name: 'Bộ phận tiếp nhận và trả kết quả', person: null },
            handedAt: `${laterDay(day, 20)}T16:00`,
            confirmedAt: null,
            result: 'on-time',
            note: null,
          },
        ],
      };
    case 'tracking-book':
      return {
        kind,
        head: { ...head, number: null, symbol: null },
        from: day,
        to: laterDay(day, 30),
        volume: '01',
        rows: [0, 1, 2].map((at) => ({
          entry: at + 1,
          code: code.replace(/\d$/, String(at + 1)),
          request: dossier.request,
          sets: 1,
          owner,
          agency: 'Phòng Giáo dục thường xuyên - chuyên nghiệp',
          receivedAt: `${day}T14:00`,
          appointedAt: `${laterDay(day, 21)}T17:00`,
          forwardedAt: `${day}T16:30`,
          returnedAt: at === 0 ? `${laterDay(day, 20)}T09:00` : null,
          returnBy: at === 1 ? 'Bưu chính công ích' : 'Trực tiếp',
          note: null,
        })),
      };
  }
}

function laterDay(day: CivilDate, days: number): CivilDate {
  return fromDayNumber(toDayNumber(day) + days);
}
