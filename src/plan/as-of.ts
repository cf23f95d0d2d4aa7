import { type RawBuilder, sql } from 'kysely';
import type { AsOf } from '../platform/measure/as-of.ts';
import { todayOn } from './domain/today.ts';
import { milestonesAt, verdictSql } from './measures.ts';

/**
 * The tasks of a plan as they stood at an instant. The verdict is of the whole: all of it done in time, all of it done and
 * some too late, some of it past its last day and not done, or the rest of it with time to go. Columns: task_id, lead_units, verdict, by_requirement (late by the
 * requirement's own date), waiting, expected_on (where not all is confirmed), evidence (milestones that have some).
 */
export function tasksAsOf(plan: RawBuilder<unknown>, at: AsOf): RawBuilder<unknown> {
  const today = todayOn(at.day);
  return sql`
    SELECT task_id, lead_units,
      CASE WHEN bool_or(verdict = 'late') THEN 'late'
           WHEN bool_and(evidence_date IS NOT NULL)
             THEN CASE WHEN bool_or(verdict = 'done_late') THEN 'done_late' ELSE 'on_time' END
           ELSE 'not_due' END AS verdict,
      bool_or(by_requirement IN ('late', 'done_late')) AS by_requirement,
      bool_or(state = 'submitted') AS waiting,
      CASE WHEN NOT bool_and(state = 'confirmed') THEN max(expected_on) END AS expected_on,
      count(evidence_date)::int AS evidence
    FROM (SELECT p.*, ${verdictSql(sql`p.due_end`, sql`p.evidence_date`, today)} AS verdict,
                 ${verdictSql(sql`p.requirement_end`, sql`p.evidence_date`, today)} AS by_requirement
          FROM (${milestonesAt(at)}) p WHERE p.plan_id = ${plan}) judged
    GROUP BY task_id, lead_units`;
}
