import { type TaskInText, windowsOf } from './plan-context.ts';
import type { Rule, RuleRemark } from './rule.ts';

/** From how many tasks, and from what share of all, a window is a peak. */
const MANY = 10;
const SHARE = 0.25;

/** Loads heaped on one window: the divisions cannot do them all in its last week, nor the Office check them. */
export const loadPeak: Rule = {
  id: 'load-peak',
  severity: 'info',
  title: 'Nhiều nhiệm vụ dồn vào một thời điểm',
  check({ tasks, source }) {
    const places = tasks.flatMap((task) => windowsOf(task).map((place) => ({ task, ...place })));
    const groups = Map.groupBy(places, ({ window }) => `${window.start}/${window.end}`);
    return [...groups.values()].flatMap((group): RuleRemark[] => {
      const [first] = group;
      if (first?.window.end == null || group.length < MANY || group.length < tasks.length * SHARE) return [];
      return [
        {
          message: `${group.length}/${tasks.length} nhiệm vụ cùng hạn “${first.window.raw}”${busiest(group.map(({ task }) => task))}; đề nghị cân nhắc giãn tiến độ.`,
          spans: group.map(({ range }) => source.span(range)),
        },
      ];
    });
  },
};

function busiest(tasks: readonly TaskInText[]): string {
  const byUnit = Map.groupBy(tasks, ({ task }) => task.leadUnits[0] ?? '');
  const [unit, own] = [...byUnit].sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
  return unit === undefined || unit === '' || own === undefined
    ? ''
    : `, nhiều nhất là ${unit} (${own.length})`;
}
