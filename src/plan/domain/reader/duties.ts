import { fold } from '../../../pure/vietnamese/fold.ts';
import type { ReadDuty } from '../read-plan.ts';
import type { Layout, Paragraph } from './blocks.ts';
import { bodyOf, enclosing, type Outline, partOf, type Section, withoutMarker } from './outline.ts';
import { beforeVerb, beginsAsUnit } from './units.ts';

/** Part of a plan that gives the units their duties; titles are compared without marks, which scans lose. */
const ORGANISATION = /to chuc (?:trien khai )?thuc hien|trach nhiem|phan cong|to chuc trien khai/u;
/** Parts whose sections name subjects, not units, whatever they begin with. */
const OTHER_PART = /muc dich|yeu cau|muc tieu|chi tieu|kinh phi|can cu|quan diem/u;
const CHARGE =
  /^(?:(?:trách nhiệm|nhiệm vụ|phân công nhiệm vụ|phân công|nhiệm vụ cụ thể)\s+(?:của|đối với|cho|tại)\s+|(?:đề nghị|giao|yêu cầu|đối với|về phía)\s*:?\s+)/iu;
/** Sections of the organisation part that are about a subject. */
const SUBJECT =
  /^(?:chế độ|kinh phí|công tác|thời gian|tổ chức|kiểm tra|sơ kết|tổng kết|điều khoản|nguồn|hiệu lực)/iu;

/** Reads what the plan charges each unit with: the paragraphs under a heading that names it. */
export function readDuties(layout: Layout, outline: Outline, taken: ReadonlySet<Paragraph>): ReadDuty[] {
  const duties: ReadDuty[] = [];
  let begun: Section | null = null;
  for (const { block, section } of outline.placed) {
    const first = section !== begun;
    begun = section;
    if (block.kind !== 'paragraph' || block.boxed || section === null || taken.has(block)) continue;
    if (!isOrganisation(section)) continue;
    const numbered = block.marker?.kind === 'decimal';
    const own = numbered ? leadingUnit(withoutMarker(block)) : null;
    const unit = own ?? unitOf(section);
    if (unit === null || isClosing(block, first)) continue;
    const body = bodyOf(layout, block);
    if (body.text.endsWith(':')) continue;
    duties.push({
      unit,
      text: withoutUnit(body.text, own).replace(/[\s;./]+$/u, ''),
      span: layout.source.span(body.start, body.end),
    });
  }
  return duties;
}

function isOrganisation(section: Section): boolean {
  const all = enclosing(section);
  if (all.some((at) => at.kind === 'appendix')) return false;
  const part = partOf(section);
  if (part === null || OTHER_PART.test(fold(part.title))) return false;
  if (all.some((at) => ORGANISATION.test(fold(at.title)))) return true;
  // A directive has no parts: its sections are the units that it charges.
  return part.kind === 'decimal' && (beginsAsUnit(part.title) || CHARGE.test(part.title));
}

/** The unit that the nearest heading names: "Trách nhiệm của các phòng …", "Phòng …", "Đề nghị Ủy ban …". */
function unitOf(section: Section): string | null {
  for (const at of enclosing(section)) {
    if (at.kind === 'roman' || at.kind === 'part') return null;
    const charged = CHARGE.test(at.title);
    const name = at.title.replace(CHARGE, '').replace(/[\s:;.]+$/u, '');
    if (SUBJECT.test(name) && !charged) return null;
    if (charged || beginsAsUnit(name)) return beforeVerb(name) ?? name.replace(/,$/u, '');
  }
  return null;
}

/** The unit at the beginning of a numbered paragraph: "Sở Tài chính chủ trì, …", "Phòng Tổng hợp: …". */
function leadingUnit(words: string): string | null {
  const rest = words.replace(CHARGE, '');
  // Whom a plan asks is someone, whatever the name begins with: "Đề nghị Đảng đoàn …".
  if (!beginsAsUnit(rest) && (rest === words || !/^\p{Lu}/u.test(rest))) return null;
  const name = beforeVerb(rest);
  return name !== null && name.length <= 160 ? name : null;
}

/** "Phòng Tổng hợp: theo dõi, …" says its unit before a colon; in a sentence the unit is the subject and stays. */
function withoutUnit(words: string, unit: string | null): string {
  if (unit === null) return words;
  const at = words.indexOf(unit) + unit.length;
  const colon = /^\s*:\s*/u.exec(words.slice(at));
  return colon === null ? words : words.slice(at + colon[0].length);
}

/** The closing paragraph speaks to everyone: "Trong quá trình thực hiện, nếu có vướng mắc …". */
function isClosing(paragraph: Paragraph, first: boolean): boolean {
  const { text } = paragraph.passage;
  return (
    paragraph.marker === null &&
    ((/\.\/\.?$/u.test(text) && !first) ||
      /^Trên đây là/u.test(text) ||
      (/^Trong quá trình/u.test(text) && /vướng mắc|khó khăn|phát sinh|nếu/u.test(text)))
  );
}
