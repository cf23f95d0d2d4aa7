import type { Rule } from './rule.ts';

/** Promises of a reform area that neither a task nor a target carries out. */
export const commitmentWithoutTask: Rule = {
  id: 'commitment-without-task',
  severity: 'info',
  title: 'Nội dung cam kết không có nhiệm vụ, chỉ tiêu',
  check({ plan, source, tasks }) {
    if (tasks.length === 0) return [];
    const open = plan.commitments.filter(
      (commitment) => commitment.tasks.length === 0 && commitment.targets.length === 0,
    );
    return [...Map.groupBy(open, ({ area }) => area)].map(([area, group]) => ({
      message: `Lĩnh vực ${area}: ${group.length} nội dung chưa gắn với nhiệm vụ hoặc chỉ tiêu nào; đề nghị gắn hoặc bổ sung nhiệm vụ.`,
      spans: group.map(({ span }) => source.span(source.range(span))),
    }));
  },
};
