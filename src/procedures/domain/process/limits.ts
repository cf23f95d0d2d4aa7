import { type Budget, type BudgetUnit, readBudget } from '../../../pure/calendar/index.ts';
import { leadsOn, orderSteps, stepsByKey, targetsOf } from './paths.ts';
import type { InternalProcess, ProcessStep } from './process.ts';

/** How the limits of an internal process are held against the legal one, as of some days. */
export interface ProcessRules {
  /**
   * How many working hours a working day counts for in that comparison, and nowhere else: a budget is never converted.
   * Null where hours and days are not to be compared.
   */
  readonly hoursOfWorkingDay: number | null;
  readonly legalBasis: string;
  /** Not yet compared with the official text. */
  readonly provisional: boolean;
}

/** The way of a dossier on which the limits of the steps add up to most; returns are left out of it. */
export interface LongestWay {
  unit: BudgetUnit;
  sum: number;
  /** Keys of its steps. */
  steps: string[];
  /** Keys of steps whose limit is in a unit that cannot be added to it. */
  incomparable: string[];
}

/** A budget as an amount of a unit, for comparing alone; null where it cannot be compared. */
function amountIn(unit: BudgetUnit, { amount, unit: own }: Budget, rules: ProcessRules): number | null {
  if (own === unit) return amount;
  const hours = rules.hoursOfWorkingDay;
  return unit === 'wh' && own === 'wd' && hours !== null ? amount * hours : null;
}

export const limitOf = (step: ProcessStep): Budget | null =>
  step.limit === null ? null : readBudget(step.limit);

/** The longest way in a unit; null where a loop that is no return leaves none. */
export function longestWay(
  process: Pick<InternalProcess, 'steps'>,
  unit: BudgetUnit,
  rules: ProcessRules,
): LongestWay | null {
  const { steps, looped } = orderSteps(process);
  const [start] = process.steps;
  if (start === undefined || looped.length > 0) return null;
  const byKey = stepsByKey(process);
  const best = new Map<string, { sum: number; steps: string[] }>([[start.key, { sum: 0, steps: [] }]]);
  const incomparable: string[] = [];
  let longest = { sum: 0, steps: [] as string[] };
  for (const step of steps) {
    const before = best.get(step.key);
    if (before === undefined || byKey.get(step.key) !== step) continue;
    const limit = limitOf(step);
    const amount = limit === null ? 0 : amountIn(unit, limit, rules);
    if (amount === null) incomparable.push(step.key);
    const here = { sum: before.sum + (amount ?? 0), steps: [...before.steps, step.key] };
    if (here.sum > longest.sum || longest.steps.length === 0) longest = here;
    for (const to of targetsOf(step, byKey, leadsOn)) {
      const known = best.get(to);
      if (known === undefined || known.sum < here.sum) best.set(to, here);
    }
  }
  return { unit, ...longest, incomparable };
}

/**
 * The longest way of a process beside a legal limit, both as amounts of one unit: that of the limit, or working hours
 * where a limit in working days is held against steps in hours and the rules say how. Null where there is no such way.
 */
export function holdAgainst(
  process: Pick<InternalProcess, 'steps'>,
  legal: Budget,
  rules: ProcessRules,
): { way: LongestWay; legal: number; above: boolean } | null {
  const units = new Set(process.steps.map((step) => limitOf(step)?.unit));
  const unit = legal.unit === 'wd' && units.has('wh') && rules.hoursOfWorkingDay !== null ? 'wh' : legal.unit;
  const way = longestWay(process, unit, rules);
  const amount = amountIn(unit, legal, rules);
  return way === null || amount === null ? null : { way, legal: amount, above: way.sum > amount };
}

/** The unit in which most of its limits are: what the process counts in when it is held against nothing. */
export function unitOfProcess({ steps }: Pick<InternalProcess, 'steps'>): BudgetUnit | null {
  const counts = new Map<BudgetUnit, number>();
  for (const step of steps) {
    const unit = limitOf(step)?.unit;
    if (unit !== undefined) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}
