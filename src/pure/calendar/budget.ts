/** Working days, working hours, calendar days, months: none is ever converted into another. */
export const BUDGET_UNITS = ['wd', 'wh', 'd', 'mo'] as const;
export type BudgetUnit = (typeof BUDGET_UNITS)[number];

/** How much time the law gives: "3 ngày làm việc" is 3 wd. */
export interface Budget {
  readonly amount: number;
  readonly unit: BudgetUnit;
}

/** Reads "3wd", "12wh", "30d" or "2mo"; null for what is none of these. */
export function readBudget(text: string): Budget | null {
  const match = /^([1-9]\d{0,3})(wd|wh|d|mo)$/.exec(text.trim());
  return match === null ? null : { amount: Number(match[1]), unit: match[2] as BudgetUnit };
}
