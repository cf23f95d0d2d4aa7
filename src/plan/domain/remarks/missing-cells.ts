import { fold } from '../../../pure/vietnamese/fold.ts';
import type { TaskInText } from './plan-context.ts';
import type { Rule, RuleRemark } from './rule.ts';
import { taskNames } from './wording.ts';

const PRODUCT =
  /bao cao|ke hoach|quyet dinh|cong van|\bcv\b|huong dan|thong bao|quy che|quy trinh|van ban|de an|to trinh|chuong trinh|bien ban|ket luan|danh muc|co so du lieu|he thong|phan mem|hoi nghi|hoi thao/u;

interface Cell {
  words: string;
  severity: 'warning' | 'info';
  /** Whether the plan's table has such a column at all. */
  known(tasks: readonly TaskInText[]): boolean;
  empty(task: TaskInText): boolean;
}

const CELLS: readonly Cell[] = [
  {
    words: 'không có đơn vị thực hiện',
    severity: 'warning',
    known: () => true,
    empty: ({ task }) => task.leadUnits.length === 0,
  },
  {
    words: 'không có yêu cầu',
    severity: 'info',
    known: (tasks) => mostly(tasks, ({ task }) => task.requirement !== null),
    empty: ({ task }) => task.requirement === null,
  },
  {
    words: 'không nêu sản phẩm phải có (văn bản, báo cáo, sự kiện)',
    severity: 'info',
    known: (tasks) => mostly(tasks, (task) => !lacksProduct(task)),
    empty: lacksProduct,
  },
];

/** A task without unit, requirement or deliverable: nobody can say who does it, how well, or when it is done. */
export const missingCells: Rule = {
  id: 'missing-cells',
  severity: 'info',
  title: 'Nhiệm vụ thiếu đơn vị, yêu cầu hoặc sản phẩm',
  check({ tasks, source }) {
    return CELLS.flatMap(({ words, severity, known, empty }): RuleRemark[] => {
      const without = known(tasks) ? tasks.filter(empty) : [];
      if (without.length === 0) return [];
      return [
        {
          message: `${taskNames(without.map(({ task }) => task))}: ${words}.`,
          spans: without.map(({ title, range }) => source.span(title ?? range)),
          severity,
        },
      ];
    });
  },
};

function lacksProduct({ task }: TaskInText): boolean {
  return task.deliverable === null && !PRODUCT.test(fold(task.title));
}

/** What most tasks have, the others lack; what few have, the plan does not ask for. */
function mostly(tasks: readonly TaskInText[], has: (task: TaskInText) => boolean): boolean {
  return tasks.filter(has).length * 2 > tasks.length;
}
