import { fold } from '../../../pure/vietnamese/fold.ts';
import { periodEnd, periodOf } from './periods.ts';
import type { Rule } from './rule.ts';

/** A report on a quarter that is due while the quarter runs can only estimate. */
export const reportBeforePeriodEnd: Rule = {
  id: 'report-before-period-end',
  severity: 'info',
  title: 'Hạn báo cáo trước khi kết thúc kỳ',
  check({ plan, source, year }) {
    if (year === null) return [];
    const early = plan.reporting.filter(({ period, boundary }) => {
      const code = periodOf(period);
      const end = code === null ? null : periodEnd(code, year);
      return end !== null && boundary !== null && boundary.slice(0, 4) === `${year}` && boundary <= end;
    });
    if (early.length === 0) return [];
    const periods = [...new Map(early.map(({ period }) => [fold(period), period])).values()];
    return [
      {
        message: `Hạn gửi báo cáo đến trước khi kết thúc kỳ (${periods.join(', ')}); số liệu những tuần cuối kỳ chỉ có thể ước tính, đề nghị quy định rõ cách tính.`,
        spans: early.map(({ span }) => source.span(source.range(span))),
      },
    ];
  },
};
