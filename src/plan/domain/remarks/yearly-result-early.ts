import { fold } from '../../../pure/vietnamese/fold.ts';
import type { TaskInText } from './plan-context.ts';
import type { Rule } from './rule.ts';
import { taskNames } from './wording.ts';

const RESULT =
  /^(?:bao cao|tong ket|danh gia).*(?:ket qua|muc do|hoan thanh|tong ket|danh gia|ca nam|hang nam|thuc hien)/u;

/** A report on the results of a year that is due weeks before the year is over: figures "dự kiến" stand in it. */
export const yearlyResultEarly: Rule = {
  id: 'yearly-result-early',
  severity: 'info',
  title: 'Báo cáo kết quả năm đến hạn trước khi hết năm',
  check({ tasks, source, year }) {
    if (year === null) return [];
    const early = tasks.filter((task) => isEarly(task, year));
    if (early.length === 0) return [];
    return [
      {
        message: `${taskNames(early.map(({ task }) => task))}: báo cáo kết quả năm ${year} nhưng đến hạn trước tháng 12; đề nghị nói rõ lấy số liệu đến ngày nào và phần ước thực hiện.`,
        spans: early.map(({ dueCell, range }) => source.span(dueCell ?? range)),
      },
    ];
  },
};

function isEarly({ task }: TaskInText, year: number): boolean {
  const [window, ...more] = task.due;
  if (window?.end == null || more.length > 0) return false;
  if (window.end < `${year}-06-01` || window.end >= `${year}-12-01`) return false;
  const title = fold(task.title);
  const requirement = fold(task.requirement ?? '');
  const yearly = new RegExp(`nam ${year}|hang nam|trong nam|ca nam|ke hoach`, 'u');
  return RESULT.test(title) && (yearly.test(title) || yearly.test(requirement));
}
