import { reportLinks } from './report-chain.ts';
import type { Rule } from './rule.ts';
import { dayInWords } from './wording.ts';

/** What a report is made from has to be there before the report. */
export const inputAfterReport: Rule = {
  id: 'input-after-report',
  severity: 'error',
  title: 'Báo cáo đầu vào đến sau hạn của báo cáo tổng hợp',
  check(context) {
    return reportLinks(context)
      .filter(({ inputDue, report }) => inputDue > report.due)
      .map(({ input, inputDue, report }) => ({
        message: `Báo cáo “${input.raw}” (chậm nhất ${dayInWords(inputDue)}) đến sau hạn của ${report.name} (${dayInWords(report.due)}) mà báo cáo này phải tổng hợp từ đó; đề nghị xếp lại thời hạn.`,
        spans: [input.span, context.source.span(report.range)],
      }));
  },
};
