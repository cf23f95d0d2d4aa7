import type { AnsweredRemark } from './draft.ts';
import type { Severity } from './read-plan.ts';

export const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[];
export const ANSWERED = ['open', 'answered', 'put_off'] as const;

/** What the remarks of a review are narrowed to; null narrows nothing. */
export interface RemarkFilter {
  severity: Severity | null;
  answered: (typeof ANSWERED)[number] | null;
}

/** Reads the filter from an address; what is not known filters nothing. */
export function readFilter(search: URLSearchParams): RemarkFilter {
  return {
    severity: SEVERITIES.find((one) => one === search.get('severity')) ?? null,
    answered: ANSWERED.find((one) => one === search.get('answered')) ?? null,
  };
}

/** The filter as an address holds it. */
export function filterQuery({ severity, answered }: RemarkFilter): string {
  const parts = [];
  if (severity !== null) parts.push(`severity=${severity}`);
  if (answered !== null) parts.push(`answered=${answered}`);
  return parts.join('&');
}

export function passes({ remark, answer }: AnsweredRemark, filter: RemarkFilter): boolean {
  if (filter.severity !== null && remark.severity !== filter.severity) return false;
  switch (filter.answered) {
    case null:
      return true;
    case 'open':
      return answer === null;
    case 'answered':
      return answer !== null;
    case 'put_off':
      return answer?.answer === 'put_off';
  }
}

/** The next open remark of the same severity after one, from the start again at the end; -1 where none is open. */
export function nextOpen(
  remarks: readonly AnsweredRemark[],
  after: number,
  { severity }: RemarkFilter,
): number {
  const wanted = (one: AnsweredRemark | undefined) =>
    one !== undefined && passes(one, { severity, answered: 'open' });
  for (let step = 1; step < remarks.length; step += 1) {
    const index = (after + step) % remarks.length;
    if (wanted(remarks[index])) return index;
  }
  return -1;
}
