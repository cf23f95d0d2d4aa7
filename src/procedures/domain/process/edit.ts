import { type Branch, END, type ProcessStep } from './process.ts';

/** Where a branch of an edited row leads: the key of a row, or one of the ends. */
export const END_CHOICES = ['result', 'refusal'] as const;

/** A step as it is edited: what kind of branch leads to a row follows from the rows' order. */
export interface StepRow extends Omit<ProcessStep, 'next'> {
  /** `to` may be one of {@link END_CHOICES}. */
  next: { to: string; when: string | null }[];
}

/** What a button beside the rows does. */
export type RowChange =
  | { do: 'add'; after: number }
  | { do: 'remove'; at: number }
  | { do: 'up'; at: number }
  | { do: 'down'; at: number };

/** Reads "add:2", "remove:0", "up:1" or "down:3"; null for what is none of these. */
export function readRowChange(text: string): RowChange | null {
  const match = /^(add|remove|up|down):(\d{1,3})$/.exec(text);
  if (match === null) return null;
  const at = Number(match[2]);
  return match[1] === 'add' ? { do: 'add', after: at } : { do: match[1] as 'remove' | 'up' | 'down', at };
}

/**
 * The steps that edited rows stand for. A branch to a row further down leads on, one to a row further up is a return.
 * When rows come, go or move, those that simply led to the next one lead to the new next one.
 */
export function stepsOfRows(rows: readonly StepRow[], change: RowChange | null = null): ProcessStep[] {
  const keyed = withKeys(rows);
  const simple = new Set(keyed.filter((row, at) => leadsToNext(row, keyed, at)).map(({ key }) => key));
  const changed = change === null ? keyed : applied(keyed, change, simple);
  const keys = changed.map(({ key }) => key);
  return changed.map((row, at) => {
    const kept = row.next.filter(({ to }) => isEnd(to) || keys.includes(to));
    const [, ...others] = kept;
    const onward = { to: keys[at + 1] ?? 'result', when: kept[0]?.when ?? null };
    const lost = change !== null && kept.length === 0;
    const next = change !== null && (simple.has(row.key) || lost) ? [onward, ...others] : kept;
    return { ...row, next: next.map((branch) => branchOf(branch, at, keys)) };
  });
}

/** The rows with which a process is edited. */
export function rowsOfSteps(steps: readonly ProcessStep[]): StepRow[] {
  return steps.map((step) => ({
    ...step,
    next: step.next.map(({ to, kind, when }) => ({
      to: to !== END ? to : kind === 'refusal' ? 'refusal' : 'result',
      when,
    })),
  }));
}

const isEnd = (to: string): boolean => to === 'result' || to === 'refusal';

function branchOf({ to, when }: StepRow['next'][number], at: number, keys: readonly string[]): Branch {
  if (to === 'result' || to === 'refusal') return { to: END, when, kind: to };
  return { to, when, kind: keys.indexOf(to) <= at ? 'return' : 'forward' };
}

function leadsToNext(row: StepRow, rows: readonly StepRow[], at: number): boolean {
  const [first] = row.next;
  return first === undefined || first.to === (rows[at + 1]?.key ?? 'result');
}

/** New rows, and those whose key stands twice, get the next free one. */
function withKeys(rows: readonly StepRow[]): StepRow[] {
  const taken = new Set<string>();
  let last = Math.max(0, ...rows.map(({ key }) => Number(/^s(\d+)$/.exec(key)?.[1] ?? 0)));
  return rows.map((row) => {
    const key = /^s\d{1,6}$/.test(row.key) && !taken.has(row.key) ? row.key : `s${++last}`;
    taken.add(key);
    return { ...row, key };
  });
}

function applied(rows: readonly StepRow[], change: RowChange, simple: Set<string>): StepRow[] {
  const all = [...rows];
  if (change.do === 'add') {
    const [row] = withKeys([...all, EMPTY]).slice(-1);
    if (row === undefined) return all;
    simple.add(row.key);
    all.splice(change.after + 1, 0, row);
    return all;
  }
  const row = all[change.at];
  const to = change.do === 'up' ? change.at - 1 : change.at + 1;
  if (row === undefined || (change.do !== 'remove' && all[to] === undefined)) return all;
  all.splice(change.at, 1);
  if (change.do !== 'remove') all.splice(to, 0, row);
  return all;
}

const EMPTY: StepRow = {
  key: '',
  name: '',
  kind: 'handle',
  assignee: null,
  who: null,
  work: null,
  limit: null,
  next: [],
};
