import { formatDocumentDate } from '../../pure/vietnamese/dates.ts';
import type { Annex, Block, OfficialDocument, PaperRecipient, Signature } from './document.ts';
import { type DocumentRules, rulesOf } from './rules.ts';

export const COUNTRY = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** Room for what is written in by hand. */
const BLANK = '\u00a0'.repeat(6);

/** The printed words of a document around its body; the same for Word, PDF and page. */
export interface PaperWording {
  country: string;
  motto: string;
  parent: string | null;
  issuer: string;
  /** "Số: 05/BC-SGDĐT". */
  number: string;
  /** "Hà Nội, ngày 05 tháng 4 năm 2019". */
  placeAndDate: string;
  /** "BÁO CÁO"; null for an official letter. */
  type: string | null;
  /** Under the type; of an official letter "V/v …", under the number. */
  abstract: string;
  to: readonly string[];
  body: readonly Block[];
  recipientsHead: string;
  recipients: readonly string[];
  /** "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC". */
  signature: readonly string[];
  name: string;
  annexes: readonly (Annex & { label: string; note: string })[];
  draftMark: string | null;
}

/** What is printed of a document, by the rules of its day. */
export function wordingOf(
  document: OfficialDocument,
  rules: DocumentRules = rulesOf(document),
): PaperWording {
  const { issuer, type, abstract } = document;
  return {
    country: COUNTRY,
    motto: MOTTO,
    parent: issuer.parent && capitals(issuer.parent),
    issuer: capitals(issuer.name),
    number: `Số: ${numberAndSymbol(document)}`,
    placeAndDate: `${document.place}, ${dateOf(document)}`,
    type: type && capitals(type),
    abstract: type === null ? `V/v ${abstract}` : abstract,
    to: addressed(document.to),
    body: closed(document.body),
    recipientsHead: 'Nơi nhận:',
    recipients: recipientLines(document.recipients, document.kept),
    signature: signatureLines(document.signature),
    name: document.signature.name ?? '',
    annexes: document.annexes.map((annex, at) => ({
      ...annex,
      label: annexLabel(document.annexes.length, at, rules),
      title: capitals(annex.title),
      note: `(Kèm theo ${type ?? 'Công văn'} số ${numberAndSymbol(document)} ${dateOf(document)} của ${issuer.name})`,
    })),
    draftMark: markOf(document),
  };
}

/** "05/BC-SGDĐT": a zero before numbers below 10; room where the clerk has given none yet. */
export function numberAndSymbol({ number, symbol }: Pick<OfficialDocument, 'number' | 'symbol'>): string {
  return `${number === null ? BLANK : String(number).padStart(2, '0')}/${symbol}`;
}

/** What stands in a box over the text: that it is invented, that it is not signed yet. */
function markOf({ draft, simulated }: OfficialDocument): string | null {
  const marks = [...(simulated ? ['MÔ PHỎNG'] : []), ...(draft ? ['DỰ THẢO'] : [])];
  return marks.length === 0 ? null : marks.join(' – ');
}

function dateOf({ date, draftedOn }: OfficialDocument): string {
  return date === null ? `ngày${BLANK}tháng${BLANK}năm ${draftedOn.slice(0, 4)}` : formatDocumentDate(date);
}

function capitals(text: string): string {
  return text.toLocaleUpperCase('vi');
}

/** Letters of a body's name that fit on a line of the head. */
const HEAD_LINE = 26;

/**
 * A body's name as printed: one that needs two lines breaks before the place that it is of, "ỦY BAN NHÂN DÂN / THÀNH
 * PHỐ HÀ NỘI".
 */
export function withPlaceTogether(name: string): string {
  if (name.length <= HEAD_LINE) return name;
  return name.replace(/(?<= )(?:THÀNH PHỐ|TỈNH|QUẬN|HUYỆN|THỊ XÃ|PHƯỜNG|XÃ|THỊ TRẤN) .*$/u, (place) =>
    place.length > HEAD_LINE ? place : place.replaceAll(' ', '\u00a0'),
  );
}

/** A body's name at the head of a form, where lines are shorter: it breaks before "và" too. */
export function headName(name: string): string {
  return withPlaceTogether(name).replaceAll(' VÀ ', ' VÀ\u00a0');
}

/** One stands beside "Kính gửi:", several below it. */
function addressed(to: readonly string[]): string[] {
  const [first, ...others] = to;
  if (first === undefined) return [];
  if (others.length === 0) return [`Kính gửi: ${first}`];
  return ['Kính gửi:', ...to.map((one, at) => `- ${one}${at === to.length - 1 ? '.' : ';'}`)];
}

function recipientLines(recipients: readonly PaperRecipient[], kept: string): string[] {
  const lines = recipients.map(({ name, note }) => `- ${name}${note === null ? '' : ` (${note})`};`);
  return [...lines, `- Lưu: ${kept}.`];
}

function signatureLines({ authority, post }: Signature): string[] {
  const lines = authority === null ? [post] : [`${authority.mark} ${authority.of}`, post];
  return lines.filter((line) => line !== '').map(capitals);
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

function annexLabel(count: number, at: number, rules: DocumentRules): string {
  const label = count === 1 ? 'Phụ lục' : `Phụ lục ${ROMAN[at] ?? at + 1}`;
  return rules.annexLabelCapitals ? capitals(label) : label;
}

/** "I. KẾT QUẢ", "a) Văn bản". */
export function headingText({ number, text }: { number: string; text: string }): string {
  return /^\p{Ll}+$/u.test(number) ? `${number}) ${text}` : `${number}. ${text}`;
}

/** The mark "./." stands behind a document's last words. */
function closed(body: readonly Block[]): Block[] {
  const last = body.at(-1);
  if (last?.kind !== 'paragraph') return [...body];
  const run = last.runs.at(-1);
  if (run === undefined) return [...body];
  const text = `${run.text.trimEnd().replace(/[./]+$/, '')}./.`;
  return [...body.slice(0, -1), { ...last, runs: [...last.runs.slice(0, -1), { ...run, text }] }];
}
