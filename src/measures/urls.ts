import type { Part, Within } from './queries.ts';

export const measuresUrl = () => '/measures';

/** A figure's page, with its list. */
export function measureUrl(
  measure: string,
  {
    unit,
    partOf,
    day,
    part,
    page,
  }: Within & { day?: string | undefined; part?: Part | undefined; page?: number } = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({
    unit,
    of: partOf,
    day,
    part,
    page: page === 1 ? undefined : page?.toString(),
  }))
    if (value !== undefined) query.set(name, value);
  return `/measures/${measure}${query.size === 0 ? '' : `?${query}`}`;
}
