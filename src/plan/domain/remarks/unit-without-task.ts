import { fold } from '../../../pure/vietnamese/fold.ts';
import type { PlanContext } from './plan-context.ts';
import type { Rule, RuleRemark } from './rule.ts';
import { headedUnits, meansUnit } from './unit-names.ts';
import { listed } from './wording.ts';

const PROMISES_TASKS = /(?:phụ lục|danh mục|bảng phân công)/iu;

/** A unit with duties that no task names, neither as lead nor as supporting unit. */
export const unitWithoutTask: Rule = {
  id: 'unit-without-task',
  severity: 'info',
  title: 'Đơn vị có trách nhiệm nhưng không có nhiệm vụ',
  check(context) {
    const units = headedUnits(context);
    if (units.every(({ aliases }) => aliases.length === 0)) return [];
    const supporting = [...new Set(context.plan.tasks.flatMap(({ supportUnits }) => supportUnits))];
    const idle = units
      .filter(({ aliases }) => aliases.length === 0)
      .map(({ name }) => name)
      .filter((name) => !supporting.some((unit) => meansUnit(unit, name) || fold(unit).includes(fold(name))));
    const promised = idle.filter((name) =>
      dutiesOf(name, context).some(({ text }) => PROMISES_TASKS.test(text)),
    );
    const others = idle.filter((name) => !promised.includes(name));
    return [
      ...remarkOn(
        promised,
        'được giao thực hiện nhiệm vụ theo phụ lục nhưng phụ lục không có nhiệm vụ nào',
        context,
      ).map((remark): RuleRemark => ({ ...remark, severity: 'warning' })),
      ...remarkOn(others, 'có trách nhiệm nhưng không có nhiệm vụ nào trong danh mục', context),
    ];
  },
};

function remarkOn(names: string[], doubt: string, context: PlanContext): RuleRemark[] {
  if (names.length === 0) return [];
  return [
    {
      message: `${listed(names)} ${doubt}; đề nghị kiểm tra có bỏ sót không.`,
      spans: names.flatMap((name) => {
        const [first] = dutiesOf(name, context);
        return first === undefined ? [] : [context.source.span(context.source.range(first.span))];
      }),
    },
  ];
}

function dutiesOf(name: string, { plan }: PlanContext) {
  return plan.duties.filter(({ unit }) => unit === name);
}
