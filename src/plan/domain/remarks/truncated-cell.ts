import type { PlanContext, TaskInText } from './plan-context.ts';
import type { Rule, RuleRemark } from './rule.ts';
import type { Range } from './source-text.ts';
import { taskName } from './wording.ts';

/** Words after which a Vietnamese phrase must go on. */
const NEVER_LAST =
  /(?:^|\s)(?:của|và|các|những|hoặc|nhằm|đối với|cùng với|(?<!(?:trực|phụ|lệ|tùy|tuỳ|quen) )thuộc|(?<!(?:hiện|tồn|đương|thực|khuyết|tái) )tại|(?<!(?:kèm|tiếp|dõi|dựa|phỏng|làm|học|noi|tuân|đi|tùy|tuỳ|phụ) )theo|(?:nghị định|quyết định|thông tư|kế hoạch|công văn|văn bản|nghị quyết) số|(?<!(?:tài|điều|chuyển) )khoản|tại điều|không quá)$/iu;
/** A threshold without its unit: "tối thiểu 6". */
const BARE_NUMBER = /(?:tối thiểu|tối đa|ít nhất|nhiều nhất|không quá|không dưới|(?<!\d )trên|dưới)\s+\d+$/iu;
/** Words that begin a name: what follows is a part of it. */
const BEGINS_NAME =
  /^(?:của|do|tại|thuộc|UBND|HĐND|sở|bộ|phố|tỉnh|huyện|quận|xã|phường|phòng|ban|cục|vụ|viện|trường)$/iu;
/** Names of bodies that are none without their place. */
const NEEDS_PLACE = /^(?:UBND|HĐND|MTTQ)$/u;
/** Bodies that a plan calls by their kind alone. */
const STANDS_ALONE =
  /^(?:Sở|Bộ|Ngành|Tỉnh|Huyện|Quận|Xã|Phường|Trường|Phòng|Ban|Cục|Vụ|Viện|Đảng|Đoàn|Hội|Trung|Nước)$/u;
const CAPITALISED = /(?<![\p{L}\p{N}&])\p{Lu}[\p{L}\p{N}&]*/gu;
const TOKEN = /[\p{L}\p{N}&]+/gu;

const CELLS = [
  ['title', 'tên nhiệm vụ'],
  ['requirement', 'yêu cầu'],
] as const;

/** A cell whose last words are missing: lost in scanning, or cut by a row that was too low. */
export const truncatedCell: Rule = {
  id: 'truncated-cell',
  severity: 'error',
  title: 'Ô bảng bị cắt cụt',
  check(context) {
    const usage = wordUsage(context);
    return context.tasks.flatMap((task) =>
      CELLS.flatMap(([name, label]): RuleRemark[] => {
        const cell = task[name];
        if (cell === null) return [];
        const words = context.source.slice(cell).trimEnd();
        const certain = isCut(words, usage);
        if (!certain && !/[,(]$/u.test(words)) return [];
        return [
          {
            message: `${taskName(task.task)}: nội dung ${label} bị cắt cụt ở cuối (“…${tail(words)}”); đề nghị bổ sung theo bản gốc.`,
            spans: [context.source.endSpan(joint(context, task, cell))],
            ...(certain ? {} : { severity: 'warning' }),
          },
        ];
      }),
    );
  },
};

/** How a capitalised word is used in the document's running text: followed by another, or last of its clause. */
type Usage = Map<string, { followed: number; last: number }>;

function isCut(words: string, usage: Usage): boolean {
  if (NEVER_LAST.test(words) || BARE_NUMBER.test(words)) return true;
  const [before, last] = words.match(TOKEN)?.slice(-2) ?? [];
  if (before === undefined || last === undefined || !words.endsWith(last)) return false;
  if (!/^\p{Lu}/u.test(last) || !BEGINS_NAME.test(before) || STANDS_ALONE.test(last)) return false;
  if (/^\p{Lu}{2,}/u.test(last) && !NEEDS_PLACE.test(last)) return false;
  const seen = usage.get(last);
  return seen !== undefined && seen.last === 0 && seen.followed >= 3;
}

/** The ends of cells are left out: they are what is to be judged. */
function wordUsage({ source, tasks }: PlanContext): Usage {
  const cellEnds = new Set(tasks.flatMap(({ title, requirement }) => [title?.end, requirement?.end]));
  const usage: Usage = new Map();
  const { text } = source;
  for (const match of text.matchAll(CAPITALISED)) {
    const end = match.index + match[0].length;
    const [before, behind, next] = [text[match.index - 1], text[end], text[end + 1] ?? ''];
    if (before === '-' || before === '/' || cellEnds.has(end)) continue;
    const counts = usage.get(match[0]) ?? { followed: 0, last: 0 };
    if ((behind === ' ' || behind === '\n') && /[\p{L}\p{N}]/u.test(next)) counts.followed++;
    else counts.last++;
    usage.set(match[0], counts);
  }
  return usage;
}

/** The last clause of the cell up to the first words behind the gap: there the missing words belong. */
function joint({ source }: PlanContext, { range }: TaskInText, cell: Range): Range {
  const words = source.slice(cell);
  const stops = [', ', '; ', ': ', '. '].map((stop) => words.lastIndexOf(stop)).filter((at) => at >= 0);
  const clause = Math.max(0, ...stops.map((at) => at + 2));
  // A clause of a word or two shows nothing; then some more of the cell.
  const start = words.length - clause < 20 ? words.length - 80 : clause;
  const behind = /^[\s|]*(?:[^\s|]+(?: [^\s|]+)?)?/u.exec(source.text.slice(cell.end, range.end))?.[0] ?? '';
  const between = behind.includes('\n') ? (/^[\s|]*/u.exec(behind)?.[0] ?? '') : behind;
  return { start: cell.start + Math.max(0, start), end: cell.end + between.length };
}

function tail(words: string): string {
  return words.replace(/\s+/gu, ' ').split(' ').slice(-6).join(' ');
}
