import { formatDate, formatDocumentDate } from '../../pure/vietnamese/index.ts';
import type { FormContact, FormContent, FormHead, FormMark, FormParty, FormTime } from './content.ts';
import type { FormBlockName } from './form-blocks.ts';
import { type FormColumn, type FormTable, tableOf } from './form-tables.ts';

/** What a form prints, by block: words, lines, a table, or the text that a code holds; '' and [] where there is nothing. */
export type FormTexts = Partial<Record<FormBlockName, string | readonly string[] | FormTable>>;

/** Room for what is written in by hand. */
const BLANK = '\u00a0'.repeat(8);

/** The words of a form, as an official writes them. @param columns of its table, as the rule set orders them */
export function formTexts(content: FormContent, columns: readonly FormColumn[]): FormTexts {
  return printable(textsOf(content, columns));
}

/** What a text may hold unseen: marks that turn its direction, and what is no character of a line. */
const UNSEEN = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Texts as a paper shows them: nothing typed turns the words around it, and letters are whole. */
function printable<Value>(value: Value): Value {
  if (typeof value === 'string')
    return value.replace(UNSEEN, (unseen) => (unseen === '\n' ? unseen : '')).normalize('NFC') as Value;
  if (Array.isArray(value)) return value.map(printable) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printable(inner)])) as Value;
}

function textsOf(content: FormContent, columns: readonly FormColumn[]): FormTexts {
  const head = headTexts(content.head);
  switch (content.kind) {
    case 'receipt':
      return {
        ...head,
        ...ownerTexts(content),
        'nơi tiếp nhận': content.desk,
        'người nộp thay': content.submitter ?? '',
        'thành phần hồ sơ': tableOf(content, columns),
        'số bộ hồ sơ': counted(content.sets),
        'thời hạn giải quyết': content.limit ?? '',
        'giờ nhận': timeText(content.acceptedAt),
        'giờ hẹn trả': timeText(content.appointedAt),
        'cách nhận kết quả': content.returnBy ?? '',
        'phí, lệ phí': content.fees ?? '',
        'quyển số': content.book?.volume ?? '',
        'số thứ tự': content.book?.entry ?? '',
        'người nộp': content.submitter ?? signerOf(content.owner),
        'người tiếp nhận': content.officer ?? '',
      };
    case 'supplement-request':
      return {
        ...head,
        ...ownerTexts(content),
        'giờ nhận': timeText(content.acceptedAt),
        'nội dung bổ sung': tableOf(content, columns),
        'căn cứ': content.legalBases,
        'hạn bổ sung': timeText(content.dueAt),
        'nơi liên hệ': contactText(content.contact),
        'người hướng dẫn': content.officer ?? '',
      };
    case 'refusal':
      return {
        ...head,
        ...ownerTexts(content),
        'nơi tiếp nhận': content.desk,
        'lý do': numbered(content.reasons),
        'căn cứ': content.legalBases,
        'hướng dẫn': content.guidance ?? '',
        'người nộp': content.submitter ?? signerOf(content.owner),
        'người tiếp nhận': content.officer ?? '',
      };
    case 'apology':
      return {
        ...head,
        ...ownerTexts(content),
        ...letterTexts(content),
        'giờ hẹn trả': timeText(content.appointedAt),
        'tình trạng hồ sơ': content.state === null ? '' : closed(content.state),
        'giờ hẹn lại': timeText(content.newAppointedAt),
      };
    case 'stop-notice':
      return {
        ...head,
        ...ownerTexts(content),
        ...letterTexts(content),
        'giờ dừng': timeText(content.stoppedAt),
        'căn cứ': content.legalBases,
        'giấy tờ trả lại': content.returned === null ? '' : closed(content.returned),
        'phí, lệ phí': content.fees === null ? '' : closed(content.fees),
      };
    case 'control-sheet':
      return {
        ...head,
        ...ownerTexts(content),
        'cơ quan giải quyết': content.agency,
        'cơ quan phối hợp': content.supporting.join('; '),
        'giờ nhận': timeText(content.acceptedAt),
        'giờ hẹn trả': timeText(content.appointedAt),
        'giao nhận': tableOf(content, columns),
      };
    case 'tracking-book':
      return {
        ...head,
        'từ ngày': formatDate(content.from),
        'đến ngày': formatDate(content.to),
        'quyển số': content.volume ?? '',
        'hồ sơ trong sổ': tableOf(content, columns),
      };
  }
}

/** "14 giờ 00 phút, ngày 30 tháng 01 năm 2019"; '' for none. */
export function timeText(time: FormTime | null): string {
  if (time === null) return '';
  const day = formatDocumentDate(time.slice(0, 10));
  return time.length > 10 ? `${time.slice(11, 13)} giờ ${time.slice(14, 16)} phút, ${day}` : day;
}

const MARKS: Readonly<Record<FormMark, string>> = { sample: 'MẪU', simulated: 'MÔ PHỎNG' };

function headTexts(head: FormHead): FormTexts {
  const { parent, issuer, number, symbol, place, date, marks } = head;
  return {
    'cơ quan chủ quản': parent === null ? '' : capitals(parent),
    'cơ quan ban hành': capitals(issuer),
    số: symbol === null ? '' : `Số: ${number ?? BLANK}/${symbol}`,
    'địa danh, ngày tháng': `${place}, ${date === null ? `ngày${BLANK}tháng${BLANK}năm${BLANK}` : formatDocumentDate(date)}`,
    'đánh dấu': marks.map((mark) => MARKS[mark]).join(' – '),
  };
}

type OfOwner = Exclude<FormContent, { kind: 'tracking-book' }>;

function ownerTexts({ owner, request, code, publicAddress }: OfOwner): FormTexts {
  return {
    'mã hồ sơ': code ?? '',
    // Codes of other systems may hold what no barcode can say.
    'mã vạch': code !== null && /^[ -~]+$/.test(code) ? code : '',
    'mã QR': publicAddress ?? code ?? '',
    'địa chỉ tra cứu': publicAddress ?? '',
    'chủ hồ sơ': owner.name,
    'xưng hô': owner.kind === 'individual' ? 'ông (bà)' : 'quý cơ quan, tổ chức',
    'địa chỉ': owner.address ?? '',
    'điện thoại': unbroken(owner.phone ?? ''),
    'thư điện tử': owner.email ?? '',
    'nội dung yêu cầu': request,
  };
}

function letterTexts(content: Extract<FormContent, { kind: 'apology' | 'stop-notice' }>): FormTexts {
  return {
    'nơi tiếp nhận': content.desk,
    'giờ nhận': timeText(content.acceptedAt),
    'cơ quan giải quyết': content.agency,
    'lý do': numbered(content.reasons),
    'nơi liên hệ': content.contact === null ? '' : contactText(content.contact),
    'thẩm quyền ký': (content.signer.posts.length > 0 ? content.signer.posts : [HEAD_OF_AGENCY]).map(
      capitals,
    ),
    'người ký': content.signer.name ?? '',
  };
}

/** An organisation does not sign by itself: whoever brings its dossier writes the name in. */
const signerOf = ({ kind, name }: FormParty) => (kind === 'individual' ? name : '');

const capitals = (text: string) => text.toLocaleUpperCase('vi');

/** "01", as counts are written where nobody shall add a digit before them. */
export const counted = (count: number) => String(count).padStart(2, '0');

/** Who signs where nobody is named (Nghị định 61/2018/NĐ-CP, article 19: the head of the agency that handles it). */
const HEAD_OF_AGENCY = 'Thủ trưởng cơ quan, đơn vị';

/** "Bộ phận …, số điện thoại …". */
function contactText({ name, phone }: FormContact): string {
  return phone === null || phone === '' ? name : `${name}, số điện thoại ${unbroken(phone)}`;
}

/** A telephone number stays on one line. */
const unbroken = (phone: string) => phone.replaceAll(' ', '\u00a0');

/** A sentence with its full stop. */
const closed = (text: string) => `${text.trimEnd().replace(/[.;,]+$/, '')}.`;

/** Reasons, each a sentence; numbered where there are several. */
function numbered(reasons: readonly string[]): string[] {
  const sentences = reasons.map(closed);
  return sentences.length < 2 ? sentences : sentences.map((text, at) => `${at + 1}. ${text}`);
}
