import { type BudgetUnit, readBudget } from '../../../pure/calendar/index.ts';
import { holdAgainst, limitOf, type ProcessRules } from './limits.ts';
import { endsWell, leadsOn, orderSteps, reachedFrom, stepsByKey, targetsOf } from './paths.ts';
import { END, type InternalProcess, type ProcessStep } from './process.ts';

/** What is wrong or doubtful in an internal process; while an error stands it is not published. */
export interface ProcessRemark {
  code: ProcessRemarkCode;
  severity: 'error' | 'warning';
  /** Key of the step at which it stands; null for the whole. */
  step: string | null;
  /** A sum in its unit and keys of other steps, by what the code says. */
  sum?: number;
  unit?: BudgetUnit;
  steps?: string[];
}

const SEVERITIES = {
  'no-steps': 'error',
  'missing-name': 'error',
  'missing-assignee': 'error',
  'undefined-limit': 'error',
  'duplicate-key': 'error',
  'unknown-step': 'error',
  'unreachable-step': 'error',
  'branch-without-result': 'error',
  'endless-loop': 'error',
  'unmarked-return': 'error',
  'return-not-back': 'error',
  'no-result': 'error',
  'above-limit': 'error',
  'above-one-limit': 'warning',
  'begins-without-desk': 'warning',
  'ends-without-desk': 'warning',
  'no-legal-limit': 'warning',
  'incomparable-limit': 'warning',
} as const;
export type ProcessRemarkCode = keyof typeof SEVERITIES;

const remark = (code: ProcessRemarkCode, step: string | null, more: Partial<ProcessRemark> = {}) => ({
  code,
  severity: SEVERITIES[code],
  step,
  ...more,
});

/**
 * Looks at an internal process before it is published: function F09 of the systems that handle procedures (annex of
 * Thông tư 11/2025/TT-BKHCN) asks for missing assignees, endless loops, branches without result, undefined limits.
 * @param legalLimits what the published procedure grants, "10wd", by channel and case
 */
export function checkProcess(
  process: Pick<InternalProcess, 'steps'>,
  legalLimits: readonly string[],
  rules: ProcessRules,
): ProcessRemark[] {
  if (process.steps.length === 0) return [remark('no-steps', null)];
  return [
    ...process.steps.flatMap((step, index) => checkStep(process, step, index)),
    ...checkWays(process),
    ...checkDesk(process),
    ...checkLimit(process, legalLimits, rules),
  ];
}

/** What one step lacks by itself. */
function checkStep({ steps }: Pick<InternalProcess, 'steps'>, step: ProcessStep, index: number) {
  const remarks: ProcessRemark[] = [];
  const at = (code: ProcessRemarkCode) => remarks.push(remark(code, step.key));
  if (step.name.trim() === '') at('missing-name');
  if (step.assignee === null) at('missing-assignee');
  // Returning a result is no part of the time in which it has to be made.
  if (limitOf(step) === null && step.kind !== 'return-result') at('undefined-limit');
  if (step.key === END || steps.findIndex(({ key }) => key === step.key) !== index) at('duplicate-key');
  if (step.next.some(({ to }) => to !== END && steps.every(({ key }) => key !== to))) at('unknown-step');
  if (step.next.length === 0 || step.next.some((branch) => branch.to === END && !endsWell(branch)))
    at('branch-without-result');
  return remarks;
}

/** What is wrong with the ways that a dossier can take. */
function checkWays(process: Pick<InternalProcess, 'steps'>): ProcessRemark[] {
  const byKey = stepsByKey(process);
  const steps = [...byKey.values()];
  const all = (key: string) => targetsOf(byKey.get(key) as ProcessStep, byKey);
  const on = (key: string) => targetsOf(byKey.get(key) as ProcessStep, byKey, leadsOn);
  const start = process.steps[0] as ProcessStep;
  const reached = reachedFrom([start.key], all);
  const remarks = steps
    .filter(({ key }) => !reached.has(key))
    .map(({ key }) => remark('unreachable-step', key));

  // From where a dossier comes to an end, or to a step that has none and is remarked for it.
  const before = new Map<string, string[]>();
  for (const { key } of steps) for (const to of all(key)) before.set(to, [...(before.get(to) ?? []), key]);
  const stops = steps.filter((step) => step.next.some(({ to }) => to === END) || all(step.key).length === 0);
  const leaves = reachedFrom(
    stops.map(({ key }) => key),
    (key) => before.get(key) ?? [],
  );
  const inLoop = (key: string, targets: (key: string) => string[]) =>
    reachedFrom(targets(key), targets).has(key);
  const endless = steps.filter(({ key }) => !leaves.has(key) && inLoop(key, all));
  const [first] = endless;
  if (first !== undefined)
    remarks.push(remark('endless-loop', first.key, { steps: endless.map(({ key }) => key) }));

  const looped = orderSteps(process).looped.filter(({ key }) => leaves.has(key) && inLoop(key, on));
  const [looping] = looped;
  if (looping !== undefined)
    remarks.push(remark('unmarked-return', looping.key, { steps: looped.map(({ key }) => key) }));
  for (const step of steps)
    for (const { to, kind } of step.next)
      if (kind === 'return' && byKey.has(to) && (to === step.key || !reachedFrom([to], on).has(step.key)))
        remarks.push(remark('return-not-back', step.key, { steps: [to] }));

  const results = steps.filter(
    ({ key, next }) => reached.has(key) && next.some(({ to, kind }) => to === END && kind === 'result'),
  );
  if (results.length === 0) remarks.push(remark('no-result', null));
  return remarks;
}

/** Dossiers come in and results go out at the one-stop desk (Nghị định 61/2018/NĐ-CP, articles 17 and 20). */
function checkDesk({ steps }: Pick<InternalProcess, 'steps'>): ProcessRemark[] {
  const remarks: ProcessRemark[] = [];
  const [first] = steps;
  if (first !== undefined && first.kind !== 'receive') remarks.push(remark('begins-without-desk', first.key));
  for (const { key, kind, next } of steps)
    if (kind !== 'return-result' && next.some((branch) => branch.to === END && branch.kind === 'result'))
      remarks.push(remark('ends-without-desk', key));
  return remarks;
}

/**
 * The law may give several limits, by channel or case, and one process serves them all: above each of them is wrong,
 * above some of them to be looked at. What cannot be added is left out of the sum: above without it is above with it.
 */
function checkLimit(
  process: Pick<InternalProcess, 'steps'>,
  legalLimits: readonly string[],
  rules: ProcessRules,
): ProcessRemark[] {
  const legal = legalLimits.map(readBudget).filter((budget) => budget !== null);
  if (legal.length === 0) return [remark('no-legal-limit', null)];
  const ways = legal.flatMap((limit) => {
    const held = holdAgainst(process, limit, rules);
    return held === null ? [] : [{ ...held.way, above: held.above }];
  });
  const above = ways.find((way) => way.above);
  const incomparable = ways.find((way) => way.incomparable.length > 0);
  return [
    ...(above === undefined
      ? []
      : [
          remark(ways.every((way) => way.above) ? 'above-limit' : 'above-one-limit', null, {
            sum: above.sum,
            unit: above.unit,
            steps: above.steps,
          }),
        ]),
    ...(incomparable === undefined
      ? []
      : [remark('incomparable-limit', null, { unit: incomparable.unit, steps: incomparable.incomparable })]),
  ];
}
