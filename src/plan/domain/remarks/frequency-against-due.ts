import { toDayNumber } from '../../../pure/calendar/day-number.ts';
import type { Rule, RuleRemark } from './rule.ts';
import { pairsOf } from './subject.ts';
import { taskName } from './wording.ts';

const EVERY_HALF_YEAR =
  /(?:định kỳ\s+)?(?:0?6|sáu)\s+tháng\s*(?:\/\s*(?:0?1|một)\s*lần|(?:0?1|một)\s*lần|\/\s*lần)/giu;
const HALF_YEAR_IN_DAYS = 150;

/** "06 tháng/01 lần" beside two rounds in neighbouring quarters. */
export const frequencyAgainstDue: Rule = {
  id: 'frequency-against-due',
  severity: 'info',
  title: 'Khoảng cách giữa các lần không đúng định kỳ',
  check({ tasks, source }) {
    return [...source.text.matchAll(EVERY_HALF_YEAR)].flatMap((match) => {
      const range = { start: match.index, end: match.index + match[0].length };
      const about = new Set(
        pairsOf(source.text.slice(range.start, range.end + 60).split(/[;.\n\t]/u)[0] ?? ''),
      );
      return tasks.flatMap((task): RuleRemark[] => {
        const [first, second] = task.task.due;
        if (first?.end == null || second?.end == null || task.dueCell === null) return [];
        if (toDayNumber(second.end) - toDayNumber(first.end) >= HALF_YEAR_IN_DAYS) return [];
        if (!pairsOf(task.task.title).some((pair) => about.has(pair))) return [];
        return [
          {
            message: `${taskName(task.task)}: kế hoạch quy định “${match[0]}” nhưng hai lần đặt liền nhau (${first.raw}; ${second.raw}); đề nghị giãn cách cho đúng định kỳ.`,
            spans: [source.span(range), source.span(task.dueCell)],
          },
        ];
      });
    });
  },
};
