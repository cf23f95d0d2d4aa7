import type { ReadTarget } from '../read-plan.ts';
import type { Rule, RuleRemark } from './rule.ts';
import { mattersOf, pairsOf } from './subject.ts';
import { quoted } from './wording.ts';

/** From which share of a target's word pairs a task is about it. */
const ABOUT = 0.25;

/** A threshold that no task works for: nobody has to reach it, and nobody counts it. */
export const targetWithoutTask: Rule = {
  id: 'target-without-task',
  severity: 'warning',
  title: 'Chỉ tiêu không có nhiệm vụ thực hiện',
  check({ plan, tasks, source }) {
    if (tasks.length === 0) return [];
    const carried = new Map<string, number[]>();
    for (const [index, { task }] of tasks.entries()) {
      const words = new Set(pairsOf(`${task.title}. ${task.requirement ?? ''} ${task.deliverable ?? ''}`));
      for (const pair of words) {
        const about = carried.get(pair);
        if (about === undefined) carried.set(pair, [index]);
        else about.push(index);
      }
    }
    // "100% thủ tục hành chính được công khai" and "Công khai thủ tục hành chính" share no pair, but all their words.
    const matters = tasks.map(({ task }) => new Set(mattersOf(`${task.title}. ${task.deliverable ?? ''}`)));
    return mainTargets(plan.targets).flatMap(({ text, span }): RuleRemark[] => {
      const own = mattersOf(text);
      if (own.length > 1 && matters.some((words) => own.every((word) => words.has(word)))) return [];
      const pairs = [...new Set(pairsOf(text))];
      const hits = new Map<number, number>();
      for (const pair of pairs)
        for (const index of carried.get(pair) ?? []) hits.set(index, (hits.get(index) ?? 0) + 1);
      if (
        pairs.length === 0 ||
        Math.max(0, ...hits.values()) >= Math.max(pairs.length * ABOUT, pairs.length < 3 ? 1 : 2)
      )
        return [];
      return [
        {
          message: `Chỉ tiêu ${quoted(text)} chưa thấy nhiệm vụ nào thực hiện hoặc theo dõi; đề nghị bổ sung nhiệm vụ hoặc nêu cách đo.`,
          spans: [source.span(source.range(span))],
        },
      ];
    });
  },
};

/** Those of the part that holds most of them: thresholds elsewhere belong to a unit's own duties. */
function mainTargets(targets: readonly ReadTarget[]): ReadTarget[] {
  const parts = [...Map.groupBy(targets, ({ section }) => section?.split('.')[0] ?? '').values()];
  return parts.sort((a, b) => b.length - a.length)[0] ?? [];
}
