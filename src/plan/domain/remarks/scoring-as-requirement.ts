import { clauseAround } from './limits.ts';
import type { Rule } from './rule.ts';
import { taskNames } from './wording.ts';

const SCORING =
  /chấm điểm|tính điểm|thang điểm|điểm tối đa|điểm chuẩn|trừ điểm|số điểm|là (?:không )?kịp thời/iu;

/** Rules of how an index is scored say what points are given for, not what the division has to do. */
export const scoringAsRequirement: Rule = {
  id: 'scoring-as-requirement',
  severity: 'info',
  title: 'Yêu cầu chép từ cách chấm điểm chỉ số',
  check({ tasks, source }) {
    const scored = tasks.flatMap(({ task, requirement }) => {
      const match = requirement === null ? null : SCORING.exec(source.slice(requirement));
      if (requirement === null || match === null) return [];
      const start = requirement.start + match.index;
      return [{ task, range: clauseAround(source, requirement, { start, end: start + match[0].length }) }];
    });
    if (scored.length === 0) return [];
    return [
      {
        message: `${taskNames(scored.map(({ task }) => task))}: yêu cầu là cách chấm điểm chỉ số cải cách hành chính, chưa nói kết quả phải đạt; đề nghị viết lại thành yêu cầu.`,
        spans: scored.map(({ range }) => source.span(range)),
      },
    ];
  },
};
