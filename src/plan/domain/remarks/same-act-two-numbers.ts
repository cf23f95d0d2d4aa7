import { toDayNumber } from '../../../pure/calendar/day-number.ts';
import { type CitationFacts, carriesYear, sameIssuer } from './citation-facts.ts';
import type { PlanContext } from './plan-context.ts';
import type { Rule, RuleRemark } from './rule.ts';
import { subjectAround, subjectsMeet } from './subject.ts';
import { dayInWords, listed } from './wording.ts';

/**
 * One document cited under two numbers. Documents of different years share serials as a rule, so a shared serial alone
 * says nothing: either both bear the same date, or one is undated and both are cited for the same subject.
 */
export const sameActTwoNumbers: Rule = {
  id: 'same-act-two-numbers',
  severity: 'error',
  title: 'Một văn bản viện dẫn theo hai số khác nhau',
  check(context) {
    const groups = Map.groupBy(
      context.citations.filter(({ serial, symbol }) => serial !== null && symbol !== null),
      ({ serial, symbol }) => `${Number(serial)}/${symbol}`,
    );
    return [...groups.values()].flatMap((group) => remarksOf(group, context));
  },
};

function remarksOf(group: CitationFacts[], context: PlanContext): RuleRemark[] {
  // Of each way to write the number the dated mention comes first: it says most.
  const ways = [...Map.groupBy(group, ({ number }) => number).values()].map(
    (same) => same.find(({ date }) => date !== null) ?? same[0],
  );
  const remarks: RuleRemark[] = [];
  for (const [index, one] of ways.entries()) {
    const other = ways.slice(index + 1).find((candidate) => sameAct(one, candidate, context));
    if (one === undefined || other === undefined) continue;
    remarks.push({
      message: `${messageOf(one, other)}; đề nghị đối chiếu văn bản gốc và thống nhất số, ký hiệu.`,
      spans: [context.source.span(one.range), context.source.span(other.range)],
    });
  }
  return remarks;
}

function messageOf(one: CitationFacts, other: CitationFacts): string {
  const day = one.date !== null && one.date === other.date ? ` cùng ngày ${dayInWords(one.date)}` : '';
  const numbers = listed([`${one.number}`, `${other.number}`]);
  return `Một văn bản được ghi theo hai số khác nhau: ${numbers}${day}`;
}

function sameAct(one?: CitationFacts, other?: CitationFacts, context?: PlanContext): boolean {
  if (one === undefined || other === undefined || context === undefined) return false;
  if (!sameIssuer(one, other) || one.year === other.year) return false;
  if (one.date !== null && other.date !== null) return one.date === other.date;
  if (one.year === null || other.year === null) return yearsOnlyDiffer(one, other);
  if (bornOfItsOwnYear(one) && bornOfItsOwnYear(other)) return false;
  if (context.year !== null && unlikelySoEarly(one, other, context)) return true;
  // Side by side in one sentence they are two, whatever they are about.
  const between = context.source.text.slice(...betweenOf(one, other));
  if (!/[\n\t]/u.test(between) || !carriesYear(one.symbol ?? '')) return false;
  return subjectsMeet(subjectAround(one, context), subjectAround(other, context));
}

/** "108/NĐ-CP ngày 20/11/2014" beside an undated "108/2014/NĐ-CP": the date fills the year that is missing. */
function yearsOnlyDiffer(one: CitationFacts, other: CitationFacts): boolean {
  const date = one.date ?? other.date;
  return date !== null && Number(date.slice(0, 4)) === (one.year ?? other.year);
}

function betweenOf(one: CitationFacts, other: CitationFacts): [number, number] {
  return [Math.min(one.range.end, other.range.end), Math.max(one.range.start, other.range.start)];
}

function bornOfItsOwnYear({ year, date }: CitationFacts): boolean {
  return date !== null && Number(date.slice(0, 4)) === year;
}

/**
 * A plan of January cannot cite the sixty-first decree of its own year: the Government issues some 100 to 200 decrees in
 * a whole year. Only decrees: other issuers number far more.
 */
function unlikelySoEarly(one: CitationFacts, other: CitationFacts, { date }: PlanContext): boolean {
  if (date === null || one.symbol !== 'NĐ-CP') return false;
  const dayOfYear = toDayNumber(date) - toDayNumber(`${date.slice(0, 4)}-01-01`) + 1;
  const planYear = Number(date.slice(0, 4));
  return [one, other].some(({ year, serial }) => year === planYear && Number(serial) > dayOfYear + 15);
}
