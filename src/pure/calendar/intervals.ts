import { isBefore, type Moment, readWallTime, type WallTime } from './moment.ts';

/** Time that is not counted, as while a supplement is awaited; that it is lawful is known by whoever gives it. */
export interface Interval {
  readonly from: WallTime;
  readonly to: WallTime;
}

/**
 * What happens to a budget when a supplement has come: the interval is given back (the national index of services), or
 * the whole budget begins anew (Nghị định 61/2018/NĐ-CP).
 */
export const SUPPLEMENT_POLICIES = ['subtract', 'restart'] as const;
export type SupplementPolicy = (typeof SUPPLEMENT_POLICIES)[number];

/** Why a day is not counted, beside the names of days off: an interval, or the budget that began anew later. */
export const NOT_COUNTED = { interval: 'interval', restart: 'restart' } as const;

export interface Span {
  readonly from: Moment;
  readonly to: Moment;
}

/**
 * Intervals in their order, those that touch as one, without what lies before the start.
 * @throws RangeError where one ends before it begins
 */
export function mergedAfter(start: Moment, intervals: readonly Interval[]): Span[] {
  const spans: { from: Moment; to: Moment }[] = [];
  for (const { from, to } of [...intervals].sort((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : 0,
  )) {
    if (to < from) throw new RangeError(`An interval ends before it begins: ${from} – ${to}`);
    const end = readWallTime(to);
    const begin = isBefore(readWallTime(from), start) ? start : readWallTime(from);
    if (!isBefore(begin, end)) continue;
    const last = spans.at(-1);
    if (last === undefined || isBefore(last.to, begin)) spans.push({ from: begin, to: end });
    else if (isBefore(last.to, end)) last.to = end;
  }
  return spans;
}
