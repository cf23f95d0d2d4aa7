import { fold } from '../../../pure/vietnamese/fold.ts';
import type { Rule, RuleRemark } from './rule.ts';
import { quoted, taskName } from './wording.ts';

const HOSTED = /lồng ghép[^.;\n\t]{0,80}?(?:trong|vào|với)\s+báo cáo\s*([^.;,\n\t]*)/iu;

/** A task without a product of its own lives in another report; which one has to be said. */
export const hostedDeliverable: Rule = {
  id: 'hosted-deliverable',
  severity: 'info',
  title: 'Sản phẩm lồng ghép trong báo cáo chưa xác định',
  check({ tasks, source }) {
    const titles = tasks.map(({ task }) => fold(`${task.title} ${task.deliverable ?? ''}`));
    return tasks.flatMap(({ task, requirement, title }): RuleRemark[] => {
      const cell = [requirement, title].find((place) => place !== null && HOSTED.test(source.slice(place)));
      const match = cell == null ? null : HOSTED.exec(source.slice(cell));
      if (cell == null || match === null) return [];
      const host = (match[1] ?? '').trim();
      if (host !== '' && titles.some((other) => other.includes(fold(host)))) return [];
      const doubt =
        host === ''
          ? 'nhưng không nói báo cáo nào'
          : `${quoted(host)} nhưng danh mục không có nhiệm vụ lập báo cáo này`;
      return [
        {
          message: `${taskName(task)}: lồng ghép trong báo cáo ${doubt}; đề nghị ghi rõ số thứ tự của nhiệm vụ chứa nội dung.`,
          spans: [
            source.span({
              start: cell.start + match.index,
              end: cell.start + match.index + match[0].trimEnd().length,
            }),
          ],
        },
      ];
    });
  },
};
