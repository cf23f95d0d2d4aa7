import { type ReportLink, reportLinks } from './report-chain.ts';
import type { Rule } from './rule.ts';
import { dayInWords, listed } from './wording.ts';

/** An input due on the very day of the report leaves no day to draw it together. */
export const inputOnReportDay: Rule = {
  id: 'input-on-report-day',
  severity: 'warning',
  title: 'Báo cáo đầu vào và báo cáo tổng hợp cùng hạn',
  check(context) {
    const groups = Map.groupBy(
      reportLinks(context).filter(({ inputDue, report }) => inputDue === report.due),
      ({ report }) => report.name,
    );
    return [...groups].map(([name, links]) => ({
      message: `Hạn các đơn vị gửi báo cáo trùng với hạn của ${name} (${listed([...new Set(links.map(dayOf))])}); không còn ngày nào để tổng hợp.`,
      spans: links.flatMap(({ input, report }) => [input.span, context.source.span(report.range)]),
    }));
  },
};

function dayOf({ inputDue }: ReportLink): string {
  return dayInWords(inputDue);
}
