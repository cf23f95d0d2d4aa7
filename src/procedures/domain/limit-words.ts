import { type BudgetUnit, readBudget } from '../../pure/calendar/index.ts';
import { formatNumber } from '../../pure/vietnamese/index.ts';

const UNIT_WORDS: Readonly<Record<BudgetUnit, string>> = {
  wd: 'ngày làm việc',
  wh: 'giờ làm việc',
  d: 'ngày',
  mo: 'tháng',
};

/** A time budget as a decision writes it: "03 ngày làm việc" for "3wd". */
export function limitWords(budget: string): string {
  const read = readBudget(budget);
  if (read === null) return budget;
  const amount = read.amount < 10 ? `0${read.amount}` : formatNumber(read.amount);
  return `${amount} ${UNIT_WORDS[read.unit]}`;
}
