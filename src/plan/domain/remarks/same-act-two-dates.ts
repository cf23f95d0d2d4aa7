import { type CitationFacts, carriesYear, sameIssuer } from './citation-facts.ts';
import type { Rule, RuleRemark } from './rule.ts';
import { dayInWords } from './wording.ts';

/** One number under two dates. Numbers without a year begin anew every year, so there only dates of one year count. */
export const sameActTwoDates: Rule = {
  id: 'same-act-two-dates',
  severity: 'error',
  title: 'Một văn bản viện dẫn với hai ngày ban hành',
  check({ citations, source }) {
    const dated = citations.filter(
      ({ date, symbol, serial }) => date !== null && symbol !== null && serial !== null,
    );
    const remarks: RuleRemark[] = [];
    for (const group of Map.groupBy(dated, ({ number }) => number).values()) {
      const days = [...Map.groupBy(group, ({ date }) => date).values()].flatMap((same) => same.slice(0, 1));
      const [one, ...others] = days;
      const other = others.find((candidate) => one !== undefined && sameAct(one, candidate));
      if (one?.date == null || other?.date == null) continue;
      remarks.push({
        message: `Văn bản ${one.number} được ghi với hai ngày ban hành: ${dayInWords(one.date)} và ${dayInWords(other.date)}; đề nghị đối chiếu văn bản gốc.`,
        spans: [source.span(one.range), source.span(other.range)],
        ...(certain(one, other) ? {} : { severity: 'warning' }),
      });
    }
    return remarks;
  },
};

function sameAct(one: CitationFacts, other: CitationFacts): boolean {
  if (!sameIssuer(one, other)) return false;
  return one.year !== null || one.date?.slice(0, 4) === other.date?.slice(0, 4);
}

/** Where no issuer is printed, two districts may share a number within a year. */
function certain(one: CitationFacts, other: CitationFacts): boolean {
  return (
    (one.year !== null && carriesYear(one.symbol ?? '')) || (one.issuer !== null && other.issuer !== null)
  );
}
