import vn2019 from '../../../rules/calendar/vn-2019.json' with { type: 'json' };
import vn2020 from '../../../rules/calendar/vn-2020.json' with { type: 'json' };
import vn2021 from '../../../rules/calendar/vn-2021.json' with { type: 'json' };
import vn2022 from '../../../rules/calendar/vn-2022.json' with { type: 'json' };
import vn2023 from '../../../rules/calendar/vn-2023.json' with { type: 'json' };
import vn2024 from '../../../rules/calendar/vn-2024.json' with { type: 'json' };
import vn2025 from '../../../rules/calendar/vn-2025.json' with { type: 'json' };
import vn2026 from '../../../rules/calendar/vn-2026.json' with { type: 'json' };
import vn2027 from '../../../rules/calendar/vn-2027.json' with { type: 'json' };
import hanoi from '../../../rules/office-hours/hanoi.json' with { type: 'json' };
import { Deadlines } from './deadline.ts';
import { OfficeHours, type OfficeHoursVersion } from './office-hours.ts';
import type { OfficialDay, OfficialDayKind } from './working-calendar.ts';
import { WorkingCalendar } from './working-calendar.ts';

const KINDS: readonly string[] = [
  'off-holiday',
  'off-compensation',
  'off-swap',
  'working-swap',
] satisfies OfficialDayKind[];

function isKind(kind: string): kind is OfficialDayKind {
  return KINDS.includes(kind);
}

/** The official days of the public sector, year by year as announced; the rows an empty installation begins with. */
export const officialDays: readonly OfficialDay[] = [
  ...vn2019,
  ...vn2020,
  ...vn2021,
  ...vn2022,
  ...vn2023,
  ...vn2024,
  ...vn2025,
  ...vn2026,
  ...vn2027,
].map((row) => {
  const kind = row.kind;
  if (!isKind(kind)) throw new RangeError(`${row.date}: ${kind} is no kind of official day`);
  return { ...row, kind };
});

/** The calendar of the public sector from the data in `rules/calendar/`: 2019–2026, and 2027 provisionally. */
export const officialCalendar = new WorkingCalendar(officialDays);

/** The usual hours of offices in Hà Nội, not yet compared with any agency's own: where it has set none. */
export const officialOfficeHours: readonly OfficeHoursVersion[] = hanoi;

/** Due times by that calendar and the usual hours of offices in Hà Nội, counted as the Civil Code counts. */
export const officialDeadlines = new Deadlines(officialCalendar, new OfficeHours(officialOfficeHours));
