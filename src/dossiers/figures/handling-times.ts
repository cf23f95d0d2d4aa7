import { sql } from 'kysely';
import { officeInstant } from '../../platform/clock/clock.ts';
import type { Reader } from '../../platform/database/database.ts';
import { plannedEachTime } from '../../platform/database/prepared.ts';
import type { AsOf } from '../../platform/measure/as-of.ts';
import type { CivilDate, Deadlines } from '../../pure/calendar/index.ts';
import { type Breakdown, type Narrowing, narrowed } from './counted.ts';
import { handledDossiers, versionFacts } from './handled.ts';
import { type DayCount, withinDays } from './quantiles.ts';
import { officeDay } from './verdict-sql.ts';

/** How long the finished dossiers of a row took, in working days: the agency's own time and the applicant's apart. */
export interface HandlingTime {
  key: string;
  finished: number;
  /** Half of them, and nine in ten, were finished within so many days; null where there are too few to say. */
  median: number | null;
  nineInTen: number | null;
  /** Those for which the applicant brought a supplement, and how long half of these were waited for. */
  supplemented: number;
  applicantMedian: number | null;
}

/**
 * How long the dossiers took that were finished in a period. Dossiers of the same days are judged once, so that the
 * calendar is asked for pairs of days and not for each dossier.
 */
export async function handlingTimes(
  query: Reader,
  agencyId: string,
  deadlines: Pick<Deadlines, 'between'>,
  { from, at, by, narrowing = {} }: { from: CivilDate; at: AsOf; by: Breakdown; narrowing?: Narrowing },
): Promise<HandlingTime[]> {
  const key = { field: sql`r.field`, unit: sql`r.unit_id::text`, procedure: sql`r.procedure_id::text` }[by];
  const { rows } = await sql<{
    key: string;
    first: CivilDate;
    last: CivilDate;
    waits: string | null;
    count: number;
  }>`
    SELECT ${key} AS key, ${officeDay(sql`r.accepted_at`)} AS first, ${officeDay(sql`r.ended_at`)} AS last, r.waits,
      count(*)::int AS count
    FROM (SELECT r.*, coalesce(v.field, '') AS field, CASE WHEN r.supplement_at IS NOT NULL THEN (
        SELECT string_agg(${officeDay(sql`p.from_at`)} || '/' || ${officeDay(sql`p.to_at`)}, ' ' ORDER BY p.position)
        FROM dossier_period p WHERE p.agency_id = r.agency_id AND p.dossier_id = r.id
          AND p.status = 'awaiting-supplement') END AS waits
      FROM (${handledDossiers(officeInstant(`${from}T00:00`), at)}) r
      LEFT JOIN ${versionFacts} v ON v.id = r.procedure_version_id
      WHERE r.agency_id = ${agencyId} AND r.ending = 'finished') r
    WHERE ${narrowed(narrowing, 'r')} GROUP BY 1, 2, 3, 4 ${plannedEachTime}`.execute(query);
  // A year that the calendar does not know has no working days.
  const days = (one: CivilDate, other: CivilDate) =>
    deadlines.between(`${one}T00:00`, `${other}T00:00`)?.workingDays ?? null;
  const found = new Map<string, { finished: number; agency: DayCount[]; applicant: DayCount[] }>();
  for (const { key: of, first, last, waits, count } of rows) {
    const whole = days(first, last);
    const waited = (waits ?? '')
      .split(' ')
      .filter((one) => one !== '')
      .map((one) => {
        const [asked = '', came = ''] = one.split('/');
        return days(asked, came) ?? 0;
      });
    const applicant = waited.reduce((sum, one) => sum + one, 0);
    const times = found.get(of) ?? { finished: 0, agency: [], applicant: [] };
    found.set(of, times);
    times.finished += count;
    if (whole === null) continue;
    times.agency.push({ days: Math.max(0, whole - applicant), count });
    if (waits !== null) times.applicant.push({ days: applicant, count });
  }
  const sum = (times: readonly DayCount[]) => times.reduce((all, { count }) => all + count, 0);
  return [...found].map(([of, { finished, agency, applicant }]) => ({
    key: of,
    finished,
    median: withinDays(agency, 0.5),
    nineInTen: withinDays(agency, 0.9),
    supplemented: sum(applicant),
    applicantMedian: withinDays(applicant, 0.5),
  }));
}
