import { findDatesInText } from '../../../pure/law/index.ts';
import type { Passage } from '../../../pure/reading/text.ts';
import type { DueWindow, ReadReporting } from '../read-plan.ts';
import type { Layout } from './blocks.ts';
import type { PlanTime } from './due.ts';
import { bodyOf, enclosing, type Outline, type Section } from './outline.ts';
import type { FoundTask } from './tasks.ts';
import { beforeVerb, beginsAsUnit } from './units.ts';

/** A report, or a paper for one, that is to be sent by a date. */
const SENDING = /báo cáo|gửi\s+(?:về|cho|đến|tới|lên|kế hoạch|sở|phòng|ban|bộ|ubnd)|nộp\s+(?:về|cho)/iu;
const PERIOD =
  /(?:BC\s+|báo cáo\s+)?(?:(quý)\s+(IV|III|II|I|0?[1-4])(?![\p{L}\d])|(0?6|sáu|0?9|chín)\s+tháng(?:\s+(đầu năm|cuối năm))?(?!\s*\/)|(?:cả\s+|hằng\s+|hàng\s+|tổng kết\s+)?(năm)(?!\s*(?:\d|học|kế hoạch))|(?:hằng|hàng)\s+(tháng|quý|tuần)|(?<=báo cáo |BC )(tháng|tuần|quý|đột xuất))/giu;
const QUARTERS = ['I', 'II', 'III', 'IV'];
/** "trước ngày mùng 5 của tháng cuối kỳ báo cáo": a day of the last month of each period. */
const LAST_MONTH =
  /(?:ngày\s+)?(?:mùng\s+)?(\d{1,2})\s+(?:của\s+)?tháng\s+cuối(?:\s+cùng)?\s+(?:của\s+)?(?:kỳ|quý)/iu;
/** "Trước ngày 01/6 và 15/11 hằng năm" appoints two days. */
const DAY_OF_YEAR = /\d{1,2}\s*(?:\/|-|tháng)\s*\d{1,2}/giu;
const RHYTHM = /(?:hằng|hàng|mỗi)\s+(tháng|quý|tuần|năm)/iu;
const PERIODIC = /(?:báo cáo|BC)\s+(?:định kỳ|quý|năm|tháng|tuần|0?6|0?9|sáu|chín)/iu;
const ONCE = 'Một lần';

interface Period {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Reads every date by which someone reports: in running text, and in tasks that are periodic reports. */
export function readReporting(
  layout: Layout,
  outline: Outline,
  tasks: readonly FoundTask[],
  time: PlanTime,
): ReadReporting[] {
  const found: ReadReporting[] = [];
  for (const { block, section } of outline.placed) {
    if (block.kind !== 'paragraph' || block.boxed || section === null) continue;
    if (enclosing(section).some((at) => at.kind === 'appendix')) continue;
    const body = bodyOf(layout, block);
    if (!SENDING.test(body.text) || !/\d/u.test(body.text)) continue;
    found.push(...inText(layout, body, section, time));
  }
  for (const task of tasks) found.push(...inTask(layout, task, time));
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

function inText(layout: Layout, body: Passage, section: Section, time: PlanTime): ReadReporting[] {
  const from = senderOf(body.text, section);
  return sentences(body.text).flatMap(([start, end]) => {
    const sentence = body.text.slice(start, end);
    if (!SENDING.test(sentence)) return [];
    const to = receiverOf(sentence);
    return inSentence(sentence, time).map(({ period, boundary, at, until }) =>
      entry(layout, body, start + at, start + until, { period, boundary, from, to }),
    );
  });
}

function inTask(layout: Layout, task: FoundTask, time: PlanTime): ReadReporting[] {
  const from = task.task.leadUnits[0] ?? null;
  const found: ReadReporting[] = [];
  const cell = task.dueWords;
  if (cell !== null) {
    let searched = 0;
    for (const window of task.task.due) {
      const [period] = periodsOf(window.label ?? '');
      const at = cell.text.indexOf(window.raw, searched);
      if (at >= 0) searched = at + window.raw.length;
      if (period === undefined || at < 0) continue;
      const who = { period: period.name, boundary: boundaryOf(window), from, to: null };
      found.push(entry(layout, cell, at, searched, who));
    }
  }
  const requirement = task.requirementWords;
  if (requirement !== null && PERIODIC.test(requirement.text)) {
    for (const [start, end] of sentences(requirement.text)) {
      const sentence = requirement.text.slice(start, end);
      if (!PERIODIC.test(sentence)) continue;
      for (const { period, boundary, at, until } of inSentence(sentence, time)) {
        if (period === ONCE) continue;
        const who = { period, boundary, from, to: receiverOf(sentence) };
        found.push(entry(layout, requirement, start + at, start + until, who));
      }
    }
  }
  return found;
}

function entry(
  layout: Layout,
  words: Passage,
  from: number,
  to: number,
  who: Pick<ReadReporting, 'period' | 'boundary' | 'from' | 'to'>,
): ReadReporting {
  const open = words.text
    .slice(from, to)
    .replace(/\([^()]*\)/gu, '')
    .includes('(');
  const end = open && words.text[to] === ')' ? to + 1 : to;
  return { ...who, raw: words.text.slice(from, end), span: layout.source.span(...words.range(from, end)) };
}

interface Appointed {
  readonly period: string;
  readonly boundary: string | null;
  readonly at: number;
  readonly until: number;
}

/** The dates of a sentence, each with the periods that stand before it, back to the date before. */
function inSentence(sentence: string, time: PlanTime): Appointed[] {
  const dates = findDatesInText(sentence, time).filter(({ window }) => isAppointed(window));
  const periods = periodsOf(sentence);
  const found: Appointed[] = [];
  let floor = 0;
  for (const date of dates) {
    const own = periods.filter((period) => period.start >= floor && period.end <= date.start);
    const words = sentence.slice(date.start, date.end);
    const days = own.length === 0 && date.window.kind === 'recurring' ? [...words.matchAll(DAY_OF_YEAR)] : [];
    if (days.length > 1) {
      days.forEach((day, n) => {
        const at = date.start + (n === 0 ? 0 : day.index);
        const end = days[n + 1] === undefined ? date.end : date.start + day.index + day[0].length;
        found.push({ period: `Lần ${n + 1}`, boundary: null, at, until: end });
      });
      floor = date.end;
      continue;
    }
    const lastMonth = LAST_MONTH.exec(words) ?? LAST_MONTH.exec(sentence.slice(date.start, date.end + 40));
    const until =
      lastMonth === null ? date.end : Math.max(date.end, date.start + lastMonth.index + lastMonth[0].length);
    const yearly = /(?:hằng|hàng) năm/iu.test(sentence.slice(floor, Math.min(sentence.length, until + 12)));
    if (own.length === 0) {
      const rhythm = RHYTHM.exec(sentence.slice(floor, Math.min(sentence.length, until + 12)))?.[1];
      const name = rhythm !== undefined ? capital(rhythm) : lastMonth === null ? ONCE : 'Quý';
      found.push({ period: name, boundary: yearly ? null : boundaryOf(date.window), at: date.start, until });
    }
    for (const period of own) {
      const boundary =
        lastMonth === null ? boundaryOf(date.window) : lastMonthDay(period, Number(lastMonth[1]), time);
      const at = own[0]?.start ?? date.start;
      found.push({
        period: period.name,
        boundary: yearly && date.window.yearInferred === true ? null : boundary,
        at,
        until,
      });
    }
    floor = until;
  }
  const once = found.filter(({ period }) => period === ONCE);
  return once.length < 2 || once.length < found.length
    ? found
    : found.map((date, n) => ({ ...date, period: `Lần ${n + 1}` }));
}

/** Windows that appoint a day, printed or by a rule; a period or a beginning appoints none. */
function isAppointed({ kind, raw }: DueWindow): boolean {
  if (/^(?:trong |có )?(?:vòng|thời hạn)/iu.test(raw)) return false;
  if (kind === 'before_date' || kind === 'date' || kind === 'relative') return /\d/u.test(raw);
  return kind === 'recurring' && /ngày|\d\s*\/\s*\d/iu.test(raw);
}

function boundaryOf(window: DueWindow): string | null {
  return window.boundary ?? (window.kind === 'date' ? window.end : null);
}

function lastMonthDay(period: Period, day: number, time: PlanTime): string | null {
  const quarter = QUARTERS.indexOf(period.name.replace(/^Quý\s+/u, '')) + 1;
  const month = quarter > 0 ? quarter * 3 : ({ '6 tháng': 6, '9 tháng': 9, Năm: 12 }[period.name] ?? 0);
  if (time.planYear === null || month === 0 || day < 1 || day > 30) return null;
  return `${time.planYear}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function periodsOf(words: string): Period[] {
  return [...words.matchAll(PERIOD)].map((match) => {
    const [all, quarter, number = '', months, half, year, rhythm, plain] = match;
    const name =
      quarter !== undefined
        ? `Quý ${/\d/u.test(number) ? (QUARTERS[Number(number) - 1] ?? number) : number.toUpperCase()}`
        : months !== undefined
          ? `${/9|chín/iu.test(months) ? 9 : 6} tháng${half === undefined || /đầu/iu.test(half) ? '' : ' cuối năm'}`
          : year !== undefined
            ? 'Năm'
            : capital(rhythm ?? plain ?? all);
    return { name, start: match.index, end: match.index + all.length };
  });
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}

/** Sentences of a paragraph; a dot inside a number or an abbreviation ends none. */
function sentences(text: string): [number, number][] {
  const found: [number, number][] = [];
  let from = 0;
  for (const match of text.matchAll(/[.!?]\s+(?=\p{Lu})/gu)) {
    found.push([from, match.index + 1]);
    from = match.index + match[0].length;
  }
  found.push([from, text.length]);
  return found;
}

/** Who sends: the subject of the paragraph, else the unit of its heading; null where neither is a unit. */
function senderOf(text: string, section: Section): string | null {
  const subject = (beforeVerb(text.replace(/^.*\syêu cầu\s+/u, '')) ?? '').replace(CHARGED, '');
  if (subject.length <= 160 && beginsAsUnit(subject) && !/[.]/u.test(subject)) return subject;
  const named = section.title.replace(/^(?:trách nhiệm|nhiệm vụ)\s+của\s+/iu, '');
  return beginsAsUnit(named) ? (beforeVerb(named) ?? named) : null;
}

const CHARGED = /^(?:đề nghị|giao|yêu cầu)\s*:?\s+/iu;
const RECEIVER =
  /(?:[Bb]áo cáo|[Gg]ửi|[Nn]ộp)[^.;:()]{0,80}?\s(?:về|cho|đến|tới|lên)\s+([\p{Lu}][^,.;:()]*?)(?=\s+(?:theo|để|trước|chậm|tổng hợp|định kỳ|kết quả|trong|vào|đúng|khi)(?:\s|$)|\s*[,.;:()]|$)/u;
const RECEIVER_PLAIN =
  /(?:[Bb]áo cáo|[Gg]ửi)\s+(?:kết quả\s+)?((?:UBND|HĐND|Ủy ban|Uỷ ban|Hội đồng|Sở|Bộ|Phòng|Văn phòng|Ban|Vụ|Cục|Tổng cục|Chi cục|Thường trực|Thành ủy|Tỉnh ủy|Huyện ủy|Đảng ủy|Chính phủ|Thủ tướng|Chủ tịch|Giám đốc|Cục trưởng|Chi cục trưởng|Lãnh đạo|Hiệu trưởng|Viện trưởng|Tổng Giám đốc|Trung ương)[^,.;:()]*?)(?=\s+(?:theo|để|trước|chậm|tổng hợp|định kỳ|kết quả|tình hình|trong|vào|về)(?:\s|$)|\s*[,.;:()]|$)/u;

/** To whom: "báo cáo về Văn phòng Sở theo …", "báo cáo UBND tỉnh (qua Sở Tư pháp)". */
function receiverOf(sentence: string): string | null {
  const found = RECEIVER.exec(sentence) ?? RECEIVER_PLAIN.exec(sentence);
  return found?.[1]?.trim() ?? null;
}
