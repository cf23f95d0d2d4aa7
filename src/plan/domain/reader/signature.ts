import { readMarker } from '../../../pure/reading/markers.ts';
import { passage, type Range } from '../../../pure/reading/text.ts';
import type { Layout, Paragraph } from './blocks.ts';
import type { Outline } from './outline.ts';

/** What stands below the last part: the recipients and the name of who signed. */
interface Signature {
  readonly recipients: string[];
  readonly signer: string | null;
}

const RECIPIENTS = /^nơi nhận\s*[:.]?\s*/iu;
/** What a copy is sent for: "(để b/cáo)", "(phối hợp)". */
const PURPOSE =
  /[;,.\s]*\(\s*(?:để|b\/c|bc\b|báo cáo|p\/h|ph\/h|phối hợp|t\/h|th\b|thực hiện|chỉ đạo|c\/đ|theo dõi|đăng|biết|triển khai|kiểm tra|tổng hợp|lưu|thay b\/c)[^()]{0,40}\)?/giu;
/** Two columns of a page that was written out as text. */
const GAP = /\S {4,}\S/u;
const FILING = /^lưu\s*[:;.]?/iu;
const NAME_WORD = "\\p{Lu}[\\p{Ll}'’]*";
const NAME = new RegExp(
  `(?:^|[\\s)])((?:(?:TS|ThS|PGS|GS|BS|KS)\\.\\s*)*(?:${NAME_WORD}\\s+){1,4}${NAME_WORD})$`,
  'u',
);
const SHOUTED_NAME = /^(?:\p{Lu}[\p{Lu}'’]*\s+){1,4}\p{Lu}[\p{Lu}'’]*$/u;
const POST =
  /GIÁM ĐỐC|CHỦ TỊCH|TRƯỞNG|CHÁNH|PHÓ |KT\.|TM\.|TL\.|TUQ|ỦY BAN|UỶ BAN|BAN |SỞ |BỘ |CỤC|VỤ |BÍ THƯ|CỘNG|HỘI ĐỒNG|KẾ HOẠCH|PHỤ LỤC|PHÊ DUYỆT/u;
/** A post alone on its line. */
const SIGNING_POST =
  /^(?:(?:KT|TM|TL|TUQ|Q)\.\s*)?(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|(?:TỔNG )?CỤC TRƯỞNG|CHI CỤC TRƯỞNG|VỤ TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|VIỆN TRƯỞNG|HIỆU TRƯỞNG|TRƯỞNG (?:PHÒNG|BAN)|CHÁNH (?:VĂN PHÒNG|THANH TRA)|BÍ THƯ)$/u;
const NOT_A_NAME =
  /^(?:Nơi|Phụ|Kèm|Ban|Sở|Phòng|Giám|Chủ|Phó|Trưởng|Kế|Danh|Biểu|Người|Ký|Thủ|Chánh|Đã|Trên|Ghi|Tổng|Ủy|Uỷ|Bộ|Văn)(?=\s)/u;

/** Reads the recipients and the signer. */
export function readSignature(layout: Layout, outline: Outline): Signature {
  const paragraphs = layout.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? columnsOf(layout, block) : [],
  );
  const at = paragraphs.findIndex((paragraph) => RECIPIENTS.test(paragraph.passage.text));
  const ended = paragraphs.findLastIndex((paragraph) => /\.\/\.?[”"’]?$/u.test(paragraph.passage.text));
  const appendix = outline.sections.find(
    (section) => section.kind === 'appendix' && section.start > (paragraphs[at]?.passage.start ?? 0),
  );
  const stop = appendix?.start ?? Number.POSITIVE_INFINITY;
  // Without recipients and "./." only the post of who signs tells where the end is.
  const posted = paragraphs.findLastIndex(
    ({ marker, passage: { text } }) => marker === null && SIGNING_POST.test(text),
  );
  const from = at >= 0 ? at : ended >= 0 ? ended + 1 : posted >= 0 ? posted : paragraphs.length;
  const below = paragraphs.slice(from).filter((paragraph) => paragraph.passage.start < stop);
  const { recipients, rest } = at >= 0 ? splitRecipients(below) : { recipients: [], rest: below };
  return { recipients, signer: signerOf(rest) };
}

/** Left and right of a line that a converter kept in two columns: recipients and signature. */
function columnsOf(layout: Layout, paragraph: Paragraph): Paragraph[] {
  const { source } = layout;
  const { ranges } = paragraph.passage;
  if (!ranges.some(([start, end]) => GAP.test(source.text.slice(start, end)))) return [paragraph];
  const left: Range[] = [];
  const right: Range[] = [];
  for (const [start, end] of ranges) {
    const gap = GAP.exec(source.text.slice(start, end));
    if (gap === null) left.push([start, end]);
    else {
      left.push([start, start + gap.index + 1]);
      right.push([start + gap.index + gap[0].length - 1, end]);
    }
  }
  return [[left], ...right.map((range) => [[range]])].map(([own = []]) => {
    const words = passage(source, own);
    return { ...paragraph, passage: words, marker: readMarker(words.text) };
  });
}

function splitRecipients(below: readonly Paragraph[]): { recipients: string[]; rest: Paragraph[] } {
  const names: string[] = [];
  const rest: Paragraph[] = [];
  const first = below[0];
  const inline = first?.passage.text.replace(RECIPIENTS, '') ?? '';
  if (inline !== '') names.push(...inlineRecipients(inline));
  let filed = names.some((name) => FILING.test(name));
  for (const paragraph of below.slice(1)) {
    const listed = paragraph.marker?.kind === 'bullet' || paragraph.marker?.kind === 'decimal';
    if (listed && !filed) {
      const words = paragraph.passage.text.slice(paragraph.marker?.length ?? 0);
      names.push(words);
      filed = FILING.test(words);
    } else {
      rest.push(paragraph);
    }
  }
  const recipients = names
    .filter((name) => !FILING.test(name))
    .map((name) =>
      name
        .replace(PURPOSE, '')
        .replace(/[\s;:,.]+$/u, '')
        .trim(),
    )
    .filter((name) => name !== '');
  // One line may hold the whole signature block: "… Lưu: VT. GIÁM ĐỐC Nguyễn Văn A".
  return { recipients, rest: rest.length > 0 || inline === '' || first === undefined ? rest : [first] };
}

function inlineRecipients(words: string): string[] {
  const listed = words.split(/(?:^|[\s;.])[-–+•]\s+/u).filter((name) => name.trim() !== '');
  return listed.length > 1 ? listed : words.split(/;\s*/u).filter((name) => name.trim() !== '');
}

function signerOf(paragraphs: readonly Paragraph[]): string | null {
  let afterPost = false;
  let signer: string | null = null;
  for (const [at, paragraph] of paragraphs.entries()) {
    const text = paragraph.passage.text.replace(/^\((?:đã ký|ký tên[^)]*)\)\s*/iu, '').trim();
    if (paragraph.marker !== null && paragraph.marker.kind !== 'roman') continue;
    if (POST.test(text)) afterPost = true;
    const found = NAME.exec(text);
    if (found?.[1] !== undefined && !NOT_A_NAME.test(found[1]) && (text.length <= 60 || afterPost)) {
      const rest = paragraphs[at + 1]?.passage.text ?? '';
      // A narrow cell breaks the name itself.
      const broken: boolean =
        afterPost && signer === null && /^\p{Lu}\p{Ll}+$/u.test(rest) && !NOT_A_NAME.test(`${rest} `);
      signer = broken ? `${found[1]} ${rest}` : found[1];
      if (broken) break;
      // What follows is attached to the document.
      if (afterPost && text === signer) break;
    } else if (signer === null && afterPost && SHOUTED_NAME.test(text) && !POST.test(`${text} `)) {
      signer = text;
    }
  }
  return signer;
}
