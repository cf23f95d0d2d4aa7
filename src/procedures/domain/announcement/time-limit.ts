import { fold } from '../../../pure/vietnamese/fold.ts';
import { numberInWords } from '../../../pure/vietnamese/index.ts';
import type { Limit } from '../procedure.ts';

/** A time limit as its words give it. */
export interface ReadTimeLimit {
  limits: Limit[];
  /** "15:00", where what comes in after 15 hours is answered on the next working day. */
  nextDayAfter: string | null;
}

const WORDS = new Map(Array.from({ length: 90 }, (_, at) => [numberInWords(at + 1), at + 1] as const));
const words = [...WORDS.keys()].sort((a, b) => b.length - a.length).join('|');

/**
 * "05 (năm) ngày làm việc", "ba mươi ngày"; told from a decimal and a range, which name no whole number of days, and
 * from a date.
 */
const AMOUNT = new RegExp(
  String.raw`(?<![\d.,/–-])(?<!(?:ngày|mùng|tháng)\s)(?<range>\d{1,4}\s*(?:[-–/,.]|đến)\s*)?(?<!\p{L})(?<amount>\d{1,4}|${words})(?:\s*\([^()]{1,40}\))?\s+(?<unit>ngày làm việc|giờ làm việc|ngày|giờ|tháng)(?!\p{L})(?!\s+\d)`,
  'gu',
);
/** What is added to the limit in some cases is no limit of its own. */
const EXTENSION = /keo dai|gia han|tam dung|khong tinh|bo sung ho so|co the dai hon/;
/** From when it is counted, how often, and what the applicant has time for. */
const NOT_A_LIMIT = /(?:truoc|cu|moi|(?<!khong\s)qua)\s+(?:it nhat\s+)?$/;
const UNITS: Record<string, string | null> = {
  'ngày làm việc': 'wd',
  'giờ làm việc': 'wh',
  ngày: 'd',
  tháng: 'mo',
  // An hour that is not said to be of work may be one of the clock.
  giờ: null,
};
const NEXT_DAY = /ngay lam viec (?:tiep theo|ke tiep|lien ke|sau)/;
const AFTER_HOUR = /sau\s+(\d{1,2})\s*(?:gio|h|g)\s*(\d{2})?/;

/**
 * Reads how much time the law gives. Where parts of the text give different times, each stands with its case; where
 * it is not said which holds when, one limit without a budget keeps the words.
 */
export function readTimeLimit(text: string): ReadTimeLimit {
  const whole = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (whole === '') return { limits: [], nextDayAfter: null };
  const nextDayAfter = readHour(fold(whole));
  // A line of its own, as typed in a form, is a part of its own.
  const parts = text
    .normalize('NFC')
    .split(/\r?\n/u)
    .flatMap((line) => partsOf(line.replace(/\s+/gu, ' ').trim()))
    .map((part) => ({ ...part, budgets: budgetsIn(part.text) }))
    .filter(({ budgets }) => budgets.length > 0);
  const all = new Set(parts.flatMap(({ budgets }) => budgets));
  if (all.size === 0) return { limits: [limit(whole, null, null)], nextDayAfter };
  if (all.size === 1) return { limits: [limit(whole, [...all][0] ?? null, null)], nextDayAfter };
  const cases = new Set(parts.map((part) => part.case));
  const told = parts.every(({ budgets }) => new Set(budgets).size === 1) && cases.size === parts.length;
  if (!told) return { limits: [limit(whole, null, null)], nextDayAfter };
  return { limits: parts.map((part) => limit(part.text, part.budgets[0] ?? null, part.case)), nextDayAfter };
}

function limit(text: string, budget: string | null, of: string | null): Limit {
  return { channel: null, case: of, budget: budget === '' ? null : budget, text };
}

/** The budgets that a part names; "" stands for one that cannot be computed. */
function budgetsIn(part: string): string[] {
  const found: string[] = [];
  for (const sentence of part.toLowerCase().split(/[;.](?=\s|$)/u)) {
    for (const match of sentence.matchAll(AMOUNT)) {
      const before = fold(sentence.slice(Math.max(sentence.lastIndexOf(',', match.index), 0), match.index));
      if (NOT_A_LIMIT.test(`${before} `) || EXTENSION.test(before)) continue;
      const { amount = '', unit = '', range } = match.groups ?? {};
      const code = UNITS[unit] ?? null;
      const value = WORDS.get(amount) ?? Number(amount);
      found.push(range !== undefined || code === null || value === 0 ? '' : `${value}${code}`);
    }
  }
  return found;
}

/** Items, or the sentences of one, with the case that each begins with. */
function partsOf(text: string): { text: string; case: string | null }[] {
  return text
    .split(/(?:^|(?<=[\s.;:,]))[-–•+]\s+|(?<=[.;])\s+(?=\p{Lu}|\d\.\s)/gu)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ text: part.replace(/[.;]$/u, ''), case: caseOf(part) }));
}

const CASE_LABEL = /^(?:(?:[a-zđ]|\d{1,2})[.)]\s*)?([^:;.]{2,200}?)\s*:/u;
const CASE_CLAUSE =
  /^((?:(?:Đối với|Riêng|Trong)\s+(?:các\s+)?)?(?:trường hợp|hồ sơ|đối với|riêng)[^,;:.]{2,200}?)(?:\s*[,:]|\s+(?:thì|là|không quá|trong)\s)/iu;

function caseOf(part: string): string | null {
  const clause = CASE_CLAUSE.exec(part) ?? CASE_LABEL.exec(part);
  const words = clause?.[1]?.trim() ?? null;
  if (words === null || /^(?:thời (?:hạn|gian)|trong thời|kể từ)/iu.test(words)) return null;
  return words;
}

function readHour(folded: string): string | null {
  if (!NEXT_DAY.test(folded)) return null;
  const found = AFTER_HOUR.exec(folded);
  const hour = Number(found?.[1]);
  return found === null || hour > 23 ? null : `${String(hour).padStart(2, '0')}:${found[2] ?? '00'}`;
}
