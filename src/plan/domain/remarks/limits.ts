import type { CivilDate } from '../../../pure/calendar/civil-date.ts';
import type { PlanContext, TaskInText } from './plan-context.ts';
import type { Range, SourceText } from './source-text.ts';

/** A day up to which something has to be done, printed inside a requirement or a sentence. */
export interface Limit {
  /** Last day on time: of "trước ngày 10/11" the day before is meant, of the others the printed day. */
  date: CivilDate;
  /** Whether "trước" stands before the day. */
  before: boolean;
  /** From the beginning of what is limited to the end of the date. */
  range: Range;
  /** The words of that range. */
  words: string;
}

const DAY =
  /(?<!\d[/.-]?)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*((?:19|20)\d\d)(?!\d)|ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+((?:19|20)\d\d)/giu;
const BEFORE = /trước\s+(?:ngày\s+)?$/iu;
/** Words that make a day a limit. "Sau thời điểm" names the same limit from its other side. */
const LIMITING =
  /(?:trước|chậm nhất|muộn nhất|thời hạn|hạn cuối|hạn nộp|hạn gửi|sau thời điểm|hoàn thành|xong|đến hết|không quá|kết thúc)/iu;
/** What ends with such a day is a body of figures or a thing already in force, no work. */
const NO_WORK = /(?:số liệu|tính đến|tính từ|có hiệu lực|ban hành kèm|sinh ngày|(?<!\p{L})đã\s)/iu;
const CLAUSE_START = /[.;:(,\n\t|](?=\s|$)|[(“]|\s(?=thời hạn\s)/gu;

/** The limits printed in a part of the text; dates of cited documents are none. */
export function limitsIn(context: PlanContext, within: Range): Limit[] {
  const { source } = context;
  const text = source.slice(within);
  const limits: Limit[] = [];
  for (const match of text.matchAll(DAY)) {
    const date = civilDate(match[3] ?? match[6], match[2] ?? match[5], match[1] ?? match[4]);
    const end = within.start + match.index + match[0].length;
    if (date === null || insideCitation(context, end - 1)) continue;
    const start = clauseStart(source, within.start, within.start + match.index);
    const lead = source.text.slice(start, within.start + match.index);
    if (!LIMITING.test(lead) || NO_WORK.test(lead)) continue;
    const range = { start, end };
    limits.push({ date, before: BEFORE.test(lead), range, words: source.slice(range) });
  }
  return limits;
}

/** The limits printed in a task's requirement, or in its title. */
export function limitsOf(context: PlanContext, { title, requirement }: TaskInText): Limit[] {
  return [title, requirement].flatMap((range) => (range === null ? [] : limitsIn(context, range)));
}

/** Whether an index lies within a citation. */
export function insideCitation({ citations }: PlanContext, index: number): boolean {
  return citations.some(({ range }) => range.start <= index && index < range.end);
}

/** Where the clause that a place belongs to begins. */
export function clauseStart(source: SourceText, from: number, at: number): number {
  let start = from;
  const words = source.text.slice(from, at);
  const lastClosing = words.lastIndexOf(')');
  for (const stop of words.matchAll(CLAUSE_START)) {
    if (stop[0] === '(' && stop.index < lastClosing) continue;
    start = from + stop.index + stop[0].length;
  }
  while (start < at && /\s/u.test(source.text[start] ?? '')) start++;
  return start;
}

/** The civil day of three printed numbers; null where there is no such day. */
export function civilDate(year?: string, month?: string, day?: string): CivilDate | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (!Number.isInteger(y) || m < 1 || m > 12 || d < 1 || d > lastDayOf(y, m)) return null;
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** Number of days in a month. */
export function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The clause around a place, as far as the words of one sentence go within `within`. */
export function clauseAround(source: SourceText, within: Range, place: Range): Range {
  const before = source.text.slice(Math.max(within.start, place.start - 80), place.start);
  const behind = source.text.slice(place.end, Math.min(within.end, place.end + 80));
  const stop = Math.max(...['.', ';', ',', '\n', '\t'].map((letter) => before.lastIndexOf(letter)));
  let start = place.start - before.length + stop + 1;
  while (/\s/u.test(source.text[start] ?? '')) start++;
  const end = /[.;,\n\t]/u.exec(behind)?.index ?? behind.length;
  return { start: Math.min(start, place.start), end: place.end + behind.slice(0, end).trimEnd().length };
}
