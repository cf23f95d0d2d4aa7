import { type Branch, END, type InternalProcess, type ProcessStep } from './process.ts';

type Steps = Pick<InternalProcess, 'steps'>;

/** Steps by key; of several with one key the first. */
export function stepsByKey({ steps }: Steps): Map<string, ProcessStep> {
  const byKey = new Map<string, ProcessStep>();
  for (const step of steps) if (!byKey.has(step.key)) byKey.set(step.key, step);
  return byKey;
}

/** Keys of the steps to which branches lead, those that exist. */
export function targetsOf(
  step: ProcessStep,
  byKey: ReadonlyMap<string, ProcessStep>,
  takes: (branch: Branch) => boolean = () => true,
): string[] {
  return step.next.filter((branch) => takes(branch) && byKey.has(branch.to)).map(({ to }) => to);
}

/** Whatever is no return leads on. */
export const leadsOn = ({ kind }: Branch): boolean => kind !== 'return';

/** Keys that can be reached from some, these included. */
export function reachedFrom(starts: readonly string[], targets: (key: string) => readonly string[]) {
  const reached = new Set(starts);
  const open = [...starts];
  for (let key = open.pop(); key !== undefined; key = open.pop())
    for (const to of targets(key))
      if (!reached.has(to)) {
        reached.add(to);
        open.push(to);
      }
  return reached;
}

/**
 * Each step after those that lead on to it, otherwise in the order in which they are written. Steps of a loop that is
 * no return have no such order, and stand as they are written.
 * @returns the steps, and those that stand in or behind such a loop
 */
export function orderSteps(process: Steps): { steps: ProcessStep[]; looped: ProcessStep[] } {
  const byKey = stepsByKey(process);
  const waiting = new Map<string, number>([...byKey.keys()].map((key) => [key, 0]));
  for (const step of byKey.values())
    for (const to of targetsOf(step, byKey, leadsOn)) waiting.set(to, (waiting.get(to) ?? 0) + 1);
  const left = new Set(process.steps);
  const steps: ProcessStep[] = [];
  for (;;) {
    const next = [...left].find((step) => byKey.get(step.key) !== step || waiting.get(step.key) === 0);
    if (next === undefined) break;
    left.delete(next);
    steps.push(next);
    if (byKey.get(next.key) !== next) continue;
    for (const to of targetsOf(next, byKey, leadsOn)) waiting.set(to, (waiting.get(to) ?? 0) - 1);
  }
  return { steps: [...steps, ...left], looped: [...left] };
}

/** Steps in the order in which a dossier takes them; without the returns. */
export function stepsInOrder(process: Steps): ProcessStep[] {
  return orderSteps(process).steps;
}

/** Whether a branch ends the dossier in a way that its submitter is told of. */
export const endsWell = ({ to, kind }: Branch): boolean =>
  to === END && (kind === 'result' || kind === 'refusal');
