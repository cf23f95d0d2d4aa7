import { fold } from '../../../pure/vietnamese/fold.ts';
import type { ReadCommitment } from '../read-plan.ts';
import type { Layout, Paragraph } from './blocks.ts';
import { linkByWords, readAbbreviations } from './linking.ts';
import { bodyOf, enclosing, type Outline, partOf, type Section } from './outline.ts';
import type { FoundTask } from './tasks.ts';
import type { FoundTarget } from './thresholds.ts';

/** Part of a plan that says, area by area, what will be done. */
const AREAS = /nhiem vu|giai phap|noi dung|linh vuc|trong tam/u;
const NOT_AREAS =
  /to chuc (?:trien khai )?thuc hien|muc tieu|chi tieu|muc dich|kinh phi|phan cong|tien do|trach nhiem/u;

interface Draft {
  readonly area: string;
  readonly paragraph: Paragraph;
}

/** Reads the promises of the areas' part and links each to the tasks and targets that seem to carry it out. */
export function readCommitments(
  layout: Layout,
  outline: Outline,
  tasks: readonly FoundTask[],
  targets: readonly FoundTarget[],
  taken: ReadonlySet<Paragraph>,
): ReadCommitment[] {
  const drafts = findDrafts(outline, taken);
  const words = drafts.map(({ paragraph }) => bodyOf(layout, paragraph));
  const texts = words.map((body) => body.text.replace(/[\s;.]+$/u, ''));
  const numbered = tasks.filter(({ task }) => task.no !== '');
  const short = readAbbreviations(layout.source.text);
  const toTasks = linkByWords(
    texts,
    numbered.map(({ task }) => task.title),
    short,
  );
  const toTargets = linkByWords(
    texts,
    targets.map(({ target }) => target.text),
    short,
  );
  return drafts.map(({ area, paragraph }, at) => {
    const own = targets.flatMap((target, index) => (target.paragraph === paragraph ? [index] : []));
    const linked = [...new Set([...own, ...(toTargets[at] ?? [])])].sort((a, b) => a - b);
    const body = words[at];
    return {
      area,
      text: texts[at] ?? '',
      tasks: (toTasks[at] ?? []).map((index) => numbered[index]?.task.no ?? ''),
      targets: linked,
      span: body === undefined ? [0, 0] : layout.source.span(body.start, body.end),
    };
  });
}

function findDrafts(outline: Outline, taken: ReadonlySet<Paragraph>): Draft[] {
  const bySection = new Map<Section, Paragraph[]>();
  outline.placed.forEach(({ block, section }, at) => {
    if (block.kind !== 'paragraph' || block.boxed || section === null || taken.has(block)) return;
    if (
      block === section.heading ||
      !isAreasPart(section) ||
      introduces(block, outline.placed[at + 1]?.block)
    )
      return;
    bySection.set(section, [...(bySection.get(section) ?? []), block]);
  });
  return [...bySection].flatMap(([section, paragraphs]) => {
    const bullets = paragraphs.filter((paragraph) => paragraph.marker !== null);
    return (bullets.length > 0 ? bullets : paragraphs).map((paragraph) => ({
      area: areaOf(section),
      paragraph,
    }));
  });
}

function isAreasPart(section: Section): boolean {
  const part = partOf(section);
  if (part === null || section === part || enclosing(section).some((at) => at.kind === 'appendix'))
    return false;
  const title = fold(part.title);
  return AREAS.test(title) && !NOT_AREAS.test(title);
}

/** "a) Đa dạng hóa hình thức …" or "… như sau:" above bullets of its own. */
function introduces(paragraph: Paragraph, next: { kind: string; marker?: unknown } | undefined): boolean {
  const { text } = paragraph.passage;
  if (text.endsWith(':')) return true;
  const above = next?.kind === 'paragraph' ? (next as Paragraph).marker : null;
  return paragraph.marker?.kind === 'item' && above?.kind === 'bullet' && !/[.;!?…]$/u.test(text);
}

/** The number of the area: the section right below the part. */
function areaOf(section: Section): string {
  const all = enclosing(section);
  const part = partOf(section);
  return all.find((at) => at.parent === part)?.label ?? section.label;
}
