import type { Part, Within } from './queries.ts';

export const measuresUrl = () => '/measures';

/** A figure's page, with its list. */
export function measureUrl(
  measure: string,
  { unit, partOf, day, part }: Within & { day?: string | undefined; part?: Part | undefined } = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ unit, of: partOf, day, part }))
    if (value !== undefined) query.set(name, value);
  return `/measures/${measure}${query.size === 0 ? '' : `?${query}`}`;
}
