import { type Passage, passage } from '../../../pure/reading/text.ts';
import type { Layout, Paragraph } from './blocks.ts';
import { dueOf, otherDatesOf, type PlanTime } from './due.ts';
import { bodyOf, type Outline, type Section } from './outline.ts';
import type { FoundTask } from './tasks.ts';
import { beforeVerb, beginsAsUnit, splitSides, splitUnits } from './units.ts';

type Field = 'content' | 'lead' | 'support' | 'deliverable' | 'due' | 'other';

const ACTS =
  '(?:thực hiện|hoàn thành|triển khai|tham mưu|ban hành|tổ chức|xử lý|trình|kết thúc|soạn thảo|gửi|xây dựng)';
const AGENCY = '(?:đơn vị|cơ quan|phòng|bộ phận|tổ chức|ban, ngành|sở, ngành)';
const LABELS: readonly (readonly [Field, string])[] = [
  ['support', `(?:${AGENCY}\\s+)?phối hợp(?:\\s+${ACTS})*`],
  ['lead', `(?:${AGENCY}(?:,\\s*đơn vị)?\\s+)?chủ trì(?:,? (?:và )?(?:phối hợp|tham mưu))?(?:\\s+${ACTS})*`],
  [
    'lead',
    `(?:${AGENCY}(?:,\\s*đơn vị)?\\s+|phân công\\s+|trách nhiệm\\s+|người\\s+)(?:chịu trách nhiệm|đầu mối|phụ trách|${ACTS})(?:\\s+${ACTS})*`,
  ],
  [
    'due',
    `(?:thời gian|thời hạn|tiến độ|thời điểm|hạn)(?:\\s+(?:và tiến độ|${ACTS}))*(?:(?<=\\s(?:trình|gửi|ban hành))\\s[^:.;]{1,50})?`,
  ],
  [
    'deliverable',
    '(?:sản phẩm|kết quả)(?:\\s*(?:/|,|và)?\\s*(?:kết quả|sản phẩm|đầu ra|dự kiến|cần đạt|hoàn thành|thực hiện))*',
  ],
  ['lead', 'phân công(?:\\s+(?:nhiệm vụ|thực hiện))?'],
  // What belongs to a task and has no field of its own.
  [
    'other',
    '(?:địa điểm|thành phần|đối tượng|hình thức|phương thức|số lượng|(?:nguồn )?kinh phí|ghi chú)(?:\\s+(?:tham dự|tham gia|thực hiện|tổ chức))?',
  ],
  ['content', '(?:nội dung|nhiệm vụ|công việc)(?:\\s+(?:công việc|nhiệm vụ|thực hiện|cụ thể|triển khai))*'],
];
/** At the beginning of a paragraph in any case; inside it only with a capital: "… giải quyết. Đơn vị chủ trì: …". */
const ANY_LABEL = new RegExp(
  `(?:^|[.;:,()\\s]\\s*(?=\\p{Lu})|\\s[-–+]\\s*)(${LABELS.map(([, words]) => words).join('|')})\\s*:\\s*`,
  'giu',
);
const EACH = LABELS.map(([field, words]) => [field, new RegExp(`^(?:${words})$`, 'iu')] as const);

interface Part {
  /** null for words before the first label. */
  readonly field: Field | null;
  readonly words: Passage;
  readonly paragraph: Paragraph;
}

interface OpenTask {
  readonly section: Section | null;
  pending: Part[];
  fields: Map<Field, Passage[]>;
  paragraphs: Paragraph[];
}

interface RunningTasks {
  readonly tasks: readonly FoundTask[];
  /** Paragraphs that make up these tasks. */
  readonly used: ReadonlySet<Paragraph>;
}

/** Reads tasks in running text: words, then "Đơn vị chủ trì: …", "Thời gian thực hiện: …". */
export function readRunningTasks(layout: Layout, outline: Outline, time: PlanTime): RunningTasks {
  const found: OpenTask[] = [];
  let open: OpenTask | null = null;
  const begin = (section: Section | null): OpenTask => ({
    section,
    pending: [],
    fields: new Map(),
    paragraphs: [],
  });

  for (const { block, section } of outline.placed) {
    if (block.kind !== 'paragraph' || block.boxed || section === null) {
      open = null;
      continue;
    }
    if (open === null || open.section !== section) open = begin(section);
    for (const part of partsOf(layout, block)) {
      if (part.field === null) {
        if (isComplete(open)) open = begin(section);
        const content = open.fields.get('content');
        if (content !== undefined) content.push(part.words);
        else open.pending.push(part);
      } else {
        if (part.field === 'other') {
          // Beside no task yet it is a paragraph like any other.
          if (!isComplete(open)) open.pending.push(part);
          else if (!open.paragraphs.includes(block)) open.paragraphs.push(block);
          continue;
        }
        const again = part.field !== 'content' && open.fields.has(part.field);
        if (again || (part.field === 'content' && isComplete(open))) open = begin(section);
        if (part.field !== 'content' && !isComplete(open)) found.push(open);
        open.fields.set(part.field, [...(open.fields.get(part.field) ?? []), part.words]);
      }
      if (!open.paragraphs.includes(block)) open.paragraphs.push(block);
    }
  }

  const labelled = found.filter((task) => task.fields.has('due') || task.fields.has('lead'));
  const tasks = [...labelled, ...unlabelled(layout, outline, labelled)];
  const perSection = new Map<Section | null, number>();
  for (const task of tasks) perSection.set(task.section, (perSection.get(task.section) ?? 0) + 1);
  return {
    tasks: tasks.map((task) => taskOf(layout, task, perSection.get(task.section) === 1, time)),
    used: new Set(tasks.flatMap((task) => task.paragraphs)),
  };
}

const NO_TASK =
  /^(?:phân công|tổ chức (?:triển khai )?thực hiện|kinh phí|nguồn|chế độ|thời gian|trách nhiệm|mục đích|yêu cầu|mục tiêu|chỉ tiêu)/iu;

/** Where most headings of a part are tasks, one without "Đơn vị chủ trì: …" is a task too; its sentence names the unit. */
function unlabelled(layout: Layout, outline: Outline, labelled: readonly OpenTask[]): OpenTask[] {
  const told = new Set(labelled.map(({ section }) => section));
  const holding = new Set(outline.sections.map(({ parent }) => parent));
  const blocks = Map.groupBy(outline.placed, ({ section }) => section);
  const families = Map.groupBy(
    outline.sections.filter(({ kind }) => kind === 'decimal'),
    ({ parent }) => parent,
  );
  const mostlyTasks = [...families].flatMap(([parent, family]) => {
    const tasks = family.filter((section) => told.has(section)).length;
    return parent === null || tasks < 2 || tasks * 2 < family.length ? [] : family;
  });
  return mostlyTasks.flatMap((section): OpenTask[] => {
    if (told.has(section) || holding.has(section) || NO_TASK.test(section.title)) return [];
    const own = (blocks.get(section) ?? []).flatMap(({ block }) =>
      block.kind === 'paragraph' ? [block] : [],
    );
    const [first] = own;
    if (first === undefined) return [];
    const contents = own.map((paragraph) => bodyOf(layout, paragraph));
    const fields = new Map<Field, Passage[]>([['content', contents]]);
    const [words] = contents;
    const unit = beforeVerb(words?.text ?? '');
    if (words !== undefined && unit !== null && beginsAsUnit(unit))
      fields.set('lead', [sub(layout, words, 0, unit.length)]);
    return [{ section, pending: [], fields, paragraphs: own }];
  });
}

/** Unit or time were given: the task's own words are over. */
function isComplete(task: OpenTask): boolean {
  return (
    task.fields.has('lead') ||
    task.fields.has('support') ||
    task.fields.has('due') ||
    task.fields.has('deliverable')
  );
}

function partsOf(layout: Layout, paragraph: Paragraph): Part[] {
  const body = bodyOf(layout, paragraph);
  if (!body.text.includes(':')) return [{ field: null, words: body, paragraph }];
  const labels = [...body.text.matchAll(ANY_LABEL)].filter((label) => {
    const words = label[1] ?? '';
    const at = label.index + label[0].indexOf(words);
    // "Phân công thực hiện:" above a list is a heading.
    const heads = at === 0 && label.index + label[0].length >= body.text.length;
    return !heads && (at === 0 || /^\p{Lu}/u.test(words));
  });
  const parts: Part[] = [];
  const cut = (from: number, to: number): Passage => sub(layout, body, from, to);
  const first = labels[0];
  if (first === undefined) return [{ field: null, words: body, paragraph }];
  if (first.index > 0) parts.push({ field: null, words: cut(0, first.index + 1), paragraph });
  labels.forEach((label, at) => {
    const words = (label[1] ?? '').replace(/\s+/g, ' ');
    const field = EACH.find(([, pattern]) => pattern.test(words))?.[0] ?? 'content';
    const from = label.index + label[0].length;
    const to = labels[at + 1]?.index ?? body.text.length;
    parts.push({ field, words: cut(from, Math.max(from, to)), paragraph });
  });
  return parts;
}

function sub(layout: Layout, words: Passage, from: number, to: number): Passage {
  if (from >= to) return passage(layout.source, []);
  const [start, end] = words.range(from, to);
  const ranges = words.ranges
    .filter(([a, b]) => b > start && a < end)
    .map(([a, b]) => [Math.max(a, start), Math.min(b, end)] as const);
  return passage(layout.source, ranges);
}

function taskOf(layout: Layout, open: OpenTask, only: boolean, time: PlanTime): FoundTask {
  const { source } = layout;
  const { section } = open;
  const field = (name: Field) => closed((open.fields.get(name) ?? []).map((words) => words.text).join(' '));
  const heading = section?.heading ?? null;
  const headed = heading !== null && (open.pending.length === 0 || (only && open.pending.length > 1));
  const own = open.pending.length === 1 || !headed ? joined(layout, open.pending) : null;
  const title = own?.text ?? section?.title ?? '';
  const content = open.fields.get('content') ?? [];
  const ranges = [...content.flatMap((words) => words.ranges)];
  if (headed && open.pending.length > 1) ranges.unshift(...joined(layout, open.pending).ranges);
  const requirement = ranges.length === 0 ? null : passage(source, ranges);
  const sides = splitSides(field('lead'));
  const start = headed && heading !== null ? heading.passage.start : (open.paragraphs[0]?.passage.start ?? 0);
  const end = Math.max(...open.paragraphs.map((paragraph) => paragraph.passage.end));
  const marker = open.pending[0]?.paragraph.marker;
  const holder = headed || isSibling(marker, section) ? (section?.parent ?? null) : section;
  const bullet = marker === undefined || marker === null || marker.kind === 'bullet';
  return {
    start,
    end,
    dueWords: open.fields.get('due')?.[0] ?? null,
    requirementWords: requirement,
    task: {
      no: headed ? (section?.label ?? '') : bullet ? '' : marker.label,
      title: title.replace(/[\s.;:(]+$/u, ''),
      area: holder === null ? null : `${holder.label}. ${holder.title}`,
      leadUnits: splitUnits(sides.lead).map(withoutVerb),
      supportUnits: [...splitUnits(sides.support), ...splitUnits(field('support'))],
      requirement: requirement?.text ?? null,
      deliverable: field('deliverable').replace(/[\s.;]+$/u, '') || null,
      due: dueOf(field('due'), time),
      otherDates: [
        ...otherDatesOf(source, own ?? (headed && heading !== null ? heading.passage : null), 'title', time),
        ...otherDatesOf(source, requirement, 'requirement', time),
      ],
      span: source.span(start, end),
    },
  };
}

/** Without the bracket that closes a list of labels: "(Chủ trì: …; Thời gian: Quý I/2025)". */
function closed(words: string): string {
  const open = words.split('(').length - 1;
  return words.split(')').length - 1 > open ? words.replace(/[\s.;,]*\)[\s.;,]*$/u, '') : words;
}

/** "Sở Nội vụ chủ trì tham mưu …" names the unit before the verb. */
function withoutVerb(unit: string): string {
  return unit.replace(/\s+(?:chủ trì|chủ động|có trách nhiệm|chịu trách nhiệm|tham mưu)\s.*$/u, '');
}

/** "2.2 …" that is no heading, below the heading "2.1". */
function isSibling(marker: Paragraph['marker'] | undefined, section: Section | null): boolean {
  const heading = section?.heading.marker;
  return marker?.kind === 'decimal' && heading?.kind === 'decimal' && heading.depth === marker.depth;
}

function joined(layout: Layout, parts: readonly Part[]): Passage {
  return passage(
    layout.source,
    parts.flatMap(({ words }) => words.ranges),
  );
}
