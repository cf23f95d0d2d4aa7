import type { CivilDate } from '../../../pure/calendar/civil-date.ts';
import { fold } from '../../../pure/vietnamese/fold.ts';

/** The quarters as {@link periodOf} names them. */
export const QUARTERS: readonly string[] = ['Q1', 'Q2', 'Q3', 'Q4'];

const ROMAN: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
};

/** The report period that words name: "BC quý I" is "Q1", "6 tháng đầu năm" "H1", "cả năm" "Y"; null for none. */
export function periodOf(words: string): string | null {
  const folded = fold(words);
  const quarter = /\bqu[yi] ?0?(iv|iii|ii|i|[1-4])\b/u.exec(folded)?.[1];
  if (quarter !== undefined) return `Q${ROMAN[quarter]}`;
  if (/\b(?:0?6|sau) thang\b/u.test(folded)) return /cuoi nam/u.test(folded) ? 'H2' : 'H1';
  if (/\b(?:0?9|chin) thang\b/u.test(folded)) return 'M9';
  return /\bnam\b/u.test(folded) ? 'Y' : null;
}

/** The last day of a report period. */
export function periodEnd(period: string, year: number): CivilDate | null {
  const ends: Readonly<Record<string, string>> = {
    Q1: '03-31',
    Q2: '06-30',
    Q3: '09-30',
    Q4: '12-31',
    H1: '06-30',
    H2: '12-31',
    M9: '09-30',
    Y: '12-31',
  };
  const end = ends[period];
  return end === undefined ? null : `${year}-${end}`;
}
