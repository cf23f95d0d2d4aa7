import { fold } from '../../../pure/vietnamese/fold.ts';
import type { Rule, RuleRemark } from './rule.ts';
import { quoted } from './wording.ts';

/** What several targets may be about at once: the level of an online service. */
const LEVEL = /muc do \d|toan trinh|mot phan/u;

/** Several thresholds on one matter with different wholes: easily taken for one another. */
export const mixedTargets: Rule = {
  id: 'mixed-targets',
  severity: 'info',
  title: 'Nhiều chỉ tiêu về cùng nội dung, dễ nhầm',
  check({ plan, source }) {
    const about = plan.targets.filter(
      ({ text, measureUnit }) => measureUnit.includes('%') && LEVEL.test(fold(text)),
    );
    const thresholds = new Set(about.map(({ threshold }) => threshold));
    if (about.length < 3 || thresholds.size < 3) return [];
    const remark: RuleRemark = {
      message: `${about.length} chỉ tiêu về mức độ dịch vụ công trực tuyến có tổng số khác nhau (${about.map(({ text }) => quoted(text, 30)).join('; ')}); đề nghị nói rõ mỗi tỷ lệ tính trên tổng số nào.`,
      spans: about.map(({ span }) => source.span(source.range(span))),
    };
    return [remark];
  },
};
