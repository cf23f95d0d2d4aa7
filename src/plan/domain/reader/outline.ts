import type { Marker } from '../../../pure/reading/markers.ts';
import { type Passage, passage } from '../../../pure/reading/text.ts';
import { fold } from '../../../pure/vietnamese/fold.ts';
import type { ReadSection } from '../read-plan.ts';
import type { Block, Layout, Paragraph } from './blocks.ts';

/** A heading and what stands under it. */
export interface Section {
  readonly label: string;
  readonly title: string;
  readonly kind: Marker['kind'];
  readonly level: number;
  readonly parent: Section | null;
  readonly order: number;
  readonly heading: Paragraph;
  readonly start: number;
  end: number;
  /** Words after the heading on its own line: "1. Mục tiêu chung: Hỗ trợ …". */
  readonly runIn: boolean;
}

/** A block and the section that holds it; headings themselves are not among them, unless words run in. */
interface PlacedBlock {
  readonly block: Block;
  readonly section: Section | null;
}

export interface Outline {
  readonly sections: readonly Section[];
  readonly placed: readonly PlacedBlock[];
}

const RANK: Record<Marker['kind'], number> = {
  appendix: 0,
  part: 1,
  letter: 2,
  roman: 3,
  decimal: 3,
  item: 9,
  bullet: 9,
};
const ISSUED = /^(?:KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN)(?![\p{L}\d])(?!.*\p{Ll}{2})/u;
const LONGEST_HEADING = 160;
const LONGEST_TITLE = 320;
const LONGEST_RUN_IN = 60;

/** Words of a paragraph without its marker. */
export function withoutMarker(paragraph: Paragraph): string {
  return paragraph.passage.text.slice(paragraph.marker?.length ?? 0);
}

/** The words of a paragraph without its marker, as a passage. */
export function bodyOf(layout: Layout, paragraph: Paragraph): Passage {
  const { marker, passage: all } = paragraph;
  if (marker === null) return all;
  const [start] = all.range(marker.length, marker.length + 1);
  return passage(
    layout.source,
    all.ranges.filter(([, end]) => end > start).map(([from, to]) => [Math.max(from, start), to] as const),
  );
}

/** Finds the headings of a document and what stands under each. */
export function readOutline(layout: Layout): Outline {
  const sections: Section[] = [];
  const placed: PlacedBlock[] = [];
  const stack: Section[] = [];
  const { blocks } = layout;
  let closed = false;

  const popTo = (rank: number) => {
    while (stack.length > 0 && rankOf(stack.at(-1)) >= rank) stack.pop();
  };

  blocks.forEach((block, at) => {
    if (block.kind === 'paragraph' && !block.boxed) {
      const { marker } = block;
      if (/^nơi nhận\s*:?/iu.test(block.passage.text)) {
        stack.length = 0;
        closed = true;
      }
      // A decision ends with its recipients; the plan that it issues follows.
      if (closed && ISSUED.test(block.passage.text)) closed = false;
      if (
        marker !== null &&
        (!closed || marker.kind === 'appendix') &&
        isHeading(block, marker, stack, blocks, at)
      ) {
        closed = false;
        const rank = RANK[marker.kind] + (marker.kind === 'decimal' ? marker.depth : 0);
        popTo(rank);
        const rest = withoutMarker(block);
        const runIn = runInLength(rest);
        const section: Section = {
          label: marker.label,
          title: titleOf(rest, runIn, marker, blocks, at),
          kind: marker.kind,
          level: stack.length + 1,
          parent: stack.at(-1) ?? null,
          order: marker.order,
          heading: block,
          start: block.passage.start,
          end: block.passage.end,
          runIn: runIn > 0,
        };
        stack.push(section);
        sections.push(section);
        for (const open of stack) open.end = block.passage.end;
        if (section.runIn) placed.push({ block, section });
        return;
      }
    } else if (block.kind === 'paragraph' && block.boxed) {
      if (/^nơi nhận\s*:?/iu.test(block.passage.text)) {
        stack.length = 0;
        closed = true;
      }
    }
    const section = stack.at(-1) ?? null;
    if (block.kind === 'paragraph' && section !== null && repeatsTitle(block, section)) return;
    const end = block.kind === 'table' ? (block.rows.at(-1)?.end ?? 0) : block.passage.end;
    for (const open of stack) open.end = Math.max(open.end, end);
    placed.push({ block, section });
  });
  return { sections, placed };
}

function rankOf(section: Section | undefined): number {
  if (section === undefined) return -1;
  return RANK[section.kind] + (section.kind === 'decimal' ? (section.heading.marker?.depth ?? 1) : 0);
}

function isHeading(
  paragraph: Paragraph,
  marker: Marker,
  stack: readonly Section[],
  blocks: readonly Block[],
  at: number,
): boolean {
  const rest = withoutMarker(paragraph);
  switch (marker.kind) {
    case 'appendix':
      return rest.length <= LONGEST_TITLE && !/[;,]$/u.test(rest);
    case 'part':
      return rest.length <= LONGEST_TITLE;
    case 'roman':
    case 'letter':
      return rest.length <= LONGEST_TITLE && follows(marker, stack, isShort(rest));
    case 'decimal':
      if (marker.depth === 1 && !follows(marker, stack, isShort(rest))) return false;
      if (paragraph.hashes > 0) return true;
      if (rest.endsWith(':') || runInLength(rest) > 0) return true;
      if (isShort(rest)) return true;
      return (
        rest.length <= LONGEST_TITLE &&
        !/[;,]$/u.test(rest) &&
        holdsSomething(marker, blocks[at + 1], rest.endsWith('.'))
      );
    default:
      return false;
  }
}

/** Words that read as a title: short, and no sentence. */
function isShort(rest: string): boolean {
  return rest.length <= LONGEST_HEADING && !/[.;,]$/u.test(rest) && !/^\d/u.test(rest);
}

/**
 * Whether a number comes after the number of the section before it, or begins anew. A heading that reads as one may
 * skip numbers (a part was left out, or was not recognised); a sentence may not, or "12. Các" after a lost line break
 * would be a section.
 */
function follows(marker: Marker, stack: readonly Section[], heading: boolean): boolean {
  if (marker.order === 1) return true;
  const sibling = stack.findLast(
    (section) => section.kind === marker.kind && (section.heading.marker?.depth ?? 1) === marker.depth,
  );
  if (heading) return sibling === undefined || marker.order >= sibling.order;
  return sibling === undefined
    ? marker.order <= 3
    : marker.order >= sibling.order && marker.order <= sibling.order + 4;
}

/** Whether what comes next is content, not another number of the same row or a higher one. */
function holdsSomething(marker: Marker, next: Block | undefined, ended: boolean): boolean {
  if (next === undefined || next.kind === 'table') return next !== undefined;
  const after = next.marker;
  if (after === null) return !next.boxed && !ended;
  if (after.kind === 'bullet' || after.kind === 'item') return true;
  return after.kind === 'decimal' && after.depth > marker.depth;
}

/** Length of a short title that its own text follows after a colon; 0 for none. */
function runInLength(rest: string): number {
  const colon = rest.indexOf(':');
  if (colon < 3 || colon > LONGEST_RUN_IN || rest.length <= LONGEST_HEADING) return 0;
  return /[,;.]/u.test(rest.slice(0, colon)) ? 0 : colon;
}

function titleOf(rest: string, runIn: number, marker: Marker, blocks: readonly Block[], at: number): string {
  if (runIn > 0) return rest.slice(0, runIn).trim();
  const own = rest.replace(/[\s:;]+$/u, '');
  if (own !== '' || (marker.kind !== 'appendix' && marker.kind !== 'part')) return own;
  const next = blocks[at + 1];
  if (next?.kind !== 'paragraph' || next.passage.text.startsWith('(') || next.marker?.kind === 'roman')
    return own;
  return next.passage.text;
}

/** A converter may write a heading twice. */
function repeatsTitle(paragraph: Paragraph, section: Section): boolean {
  return section.kind === 'roman' && fold(paragraph.passage.text) === fold(section.title);
}

/** Labels from the outermost section to this one, joined by dots. */
export function sectionPath(section: Section | null): string | null {
  const labels: string[] = [];
  for (let at = section; at !== null; at = at.parent) labels.unshift(at.label);
  return labels.length === 0 ? null : labels.join('.');
}

/** This section and those that hold it, innermost first. */
export function enclosing(section: Section | null): Section[] {
  const found: Section[] = [];
  for (let at = section; at !== null; at = at.parent) found.push(at);
  return found;
}

/** The outermost section that holds this one, appendix and "PHẦN" left out where one stands inside. */
export function partOf(section: Section | null): Section | null {
  const all = enclosing(section);
  return all.findLast((at) => at.kind === 'roman') ?? all.at(-1) ?? null;
}

/** The sections as published. */
export function publishedSections(layout: Layout, outline: Outline): ReadSection[] {
  return outline.sections.map((section) => ({
    label: section.label,
    title: section.title,
    level: section.level,
    span: layout.source.span(section.start, section.end),
  }));
}
