import type { CivilDate } from '../../pure/calendar/index.ts';
import { type Refusal, refuse } from '../../pure/refusal.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';

/** Where a procedure is made public: on a web site, at the one-stop desk, on the notice board of a school. */
export const PLACE_KINDS = ['portal', 'desk', 'board'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Whether something may be said to have been made public on a day; null where it may. */
export function checkPublication(
  { published, decided }: { published: CivilDate; decided: CivilDate },
  today: CivilDate,
): Refusal | null {
  if (published > today) return refuse('invalid:published-to-come', {}, { field: 'publishedOn' });
  if (published < decided)
    return refuse(
      'invalid:published-before-decision',
      { day: formatDate(decided) },
      { field: 'publishedOn' },
    );
  return null;
}
