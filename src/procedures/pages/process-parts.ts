import type { Visit } from '../../platform/http/visit.ts';
import { formatNumber } from '../../platform/i18n/format.ts';
import { readBudget } from '../../pure/calendar/index.ts';
import type { LongestWay } from '../domain/process/limits.ts';
import type { Branch, ProcessStep } from '../domain/process/process.ts';
import { processWords } from '../process-words.ts';

/** Names of units by their id. */
export type UnitNames = ReadonlyMap<string, string>;

/** Who does a step: a role in a unit, or another agency; null where nobody is named. */
export function whoDoes(visit: Visit, { assignee }: ProcessStep, units: UnitNames): string | null {
  if (assignee === null) return null;
  if (assignee.kind === 'agency') return assignee.name;
  const role = visit.say(`role.${assignee.role}`);
  const unit = assignee.unitId === null ? undefined : units.get(assignee.unitId);
  return unit === undefined ? role : `${role}, ${unit}`;
}

/** How much time a step has, in the reader's words. */
export function limitWordsOf(visit: Visit, { limit, kind }: Pick<ProcessStep, 'limit' | 'kind'>): string {
  if (limit !== null) return budgetWords(visit, limit);
  const say = processWords.in(visit.language);
  return say(kind === 'return-result' ? 'process.no-limit' : 'process.limit-missing');
}

/** A branch in words: "Bước 4: hồ sơ phức tạp", "Trả lại bước 2: chưa đạt". */
export function branchWords(visit: Visit, { kind, when }: Branch, to: number | null): string {
  const say = processWords.in(visit.language);
  const where = say(`process.branch.${kind}`, { step: to ?? '?' });
  return when === null ? where : say('process.branch.when', { where, when });
}

/** A budget in the reader's words: "4 giờ làm việc". */
export function budgetWords(visit: Visit, budget: string): string {
  const read = readBudget(budget);
  return read === null ? budget : amountWords(visit, read.amount, read.unit);
}

/** How long the longest way takes, in the reader's words. */
export function wayWords(visit: Visit, { sum, unit }: Pick<LongestWay, 'sum' | 'unit'>): string {
  return amountWords(visit, sum, unit);
}

function amountWords(visit: Visit, amount: number, unit: 'wd' | 'wh' | 'd' | 'mo'): string {
  return processWords.in(visit.language)(`process.amount.${unit}`, { count: formatNumber(amount) });
}
