import { sql } from 'kysely';
import type { Charge, ReminderSource } from '../platform/reminders/source.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { milestoneName } from './pages/task/say.ts';
import { milestoneUrl } from './task-urls.ts';

interface DueRow {
  agency: string;
  task: string;
  milestone: number;
  label: string | null;
  many: boolean;
  lastDay: CivilDate;
  no: string;
  title: string;
  charges: Charge[];
}

/** Milestones that wait for their evidence, each of its task's lead units with who holds the task there. */
export const dueMilestones: ReminderSource = {
  kind: 'milestone',
  async due(query, { agencies, until, of }) {
    const soon = until === undefined ? sql`` : sql`AND t.next_end <= ${until} AND m.due_end <= ${until}`;
    const theirs =
      of === undefined
        ? sql``
        : sql`AND EXISTS (SELECT FROM task_unit l WHERE l.agency_id = t.agency_id AND l.task_id = t.id AND l.role = 'lead'
            AND (l.person_id = ANY (${[...of.people]}::uuid[]) OR l.unit_id = ANY (${[...of.units]}::uuid[])))`;
    const { rows } = await sql<DueRow>`
      SELECT t.agency_id AS agency, t.id AS task, m.no AS milestone, m.label, m.due_end AS "lastDay", t.no, t.title,
        EXISTS (SELECT FROM milestone o WHERE o.agency_id = t.agency_id AND o.task_id = t.id AND o.no <> m.no
          AND o.state <> 'withdrawn') AS many,
        (SELECT coalesce(json_agg(json_build_object('unitId', l.unit_id, 'personId', l.person_id) ORDER BY l.position), '[]')
          FROM task_unit l WHERE l.agency_id = t.agency_id AND l.task_id = t.id AND l.role = 'lead') AS charges
      FROM task t JOIN milestone m ON m.agency_id = t.agency_id AND m.task_id = t.id
      WHERE t.agency_id = ANY (${[...agencies]}::uuid[]) AND t.state NOT IN ('confirmed', 'withdrawn')
        AND m.state IN ('open', 'sent_back') AND m.due_end IS NOT NULL ${soon} ${theirs}
      ORDER BY m.due_end, t.position, t.id, m.no`.execute(query);
    return rows.map((row) => ({
      agencyId: row.agency,
      thing: `${row.task}:${row.milestone}`,
      title: `${row.no}. ${row.title}${row.many ? ` (${milestoneName({ no: row.milestone, label: row.label })})` : ''}`,
      href: milestoneUrl(row.task, row.milestone),
      lastDay: row.lastDay,
      charges: row.charges,
    }));
  },
};
