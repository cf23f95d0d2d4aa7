import { Temporal } from 'temporal-polyfill';

/** From when to when something held, as instants of the office clock; null while it holds. */
export interface Span {
  from: string;
  to: string | null;
}

/** Periods that follow one another, up to an instant: the open one is closed and another begun where the picture has changed. */
export function continued<P extends Span>(
  periods: readonly P[],
  picture: Omit<P, keyof Span>,
  at: Temporal.Instant,
): readonly P[] {
  const last = periods.at(-1);
  if (last !== undefined && shows(last, picture)) return periods;
  const from = at.toString();
  const open = { ...picture, from, to: null } as P;
  if (last === undefined) return [open];
  const earlier = periods.slice(0, -1);
  // Two events at one instant of the office clock: only what held after both has lasted.
  const lasted = Temporal.Instant.compare(Temporal.Instant.from(last.from), at) < 0;
  if (lasted) return [...earlier, { ...last, to: from }, open];
  const before = earlier.at(-1);
  return before !== undefined && shows(before, picture)
    ? [...earlier.slice(0, -1), { ...before, to: null }]
    : [...earlier, { ...open, from: last.from }];
}

function shows<P extends Span>(period: P, picture: Omit<P, keyof Span>): boolean {
  return Object.entries(picture).every(([name, value]) => {
    const known = period[name as keyof P];
    return Array.isArray(value) && Array.isArray(known)
      ? known.length === value.length && known.every((one, index) => one === value[index])
      : known === value;
  });
}
