import { sql } from 'kysely';
import type { Reader } from '../platform/database/database.ts';
import type { Scope } from '../platform/policy/policy.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import type { CommitmentProgress } from './domain/commitment-state.ts';
import { carriers, type Show, showCondition } from './task-lists.ts';

/** How what carries it out stands, for each commitment of a plan's version in force, by its key. */
export async function countCommitments(
  query: Reader,
  scope: Scope,
  plan: string,
  day: CivilDate,
): Promise<ReadonlyMap<string, CommitmentProgress>> {
  const shows: readonly Show[] = ['late', 'due_soon', 'submitted', 'sent_back', 'started', 'confirmed'];
  const counts = sql.join(
    shows.map((show) => sql`count(*) FILTER (WHERE ${showCondition(show, day)})::int AS ${sql.ref(show)}`),
  );
  const { rows } = await sql<CommitmentProgress & { key: string }>`
    SELECT item.key, count(*)::int AS "all", ${counts}
    FROM plan_item item CROSS JOIN LATERAL (SELECT DISTINCT link FROM ${carriers} link) links
    JOIN task ON task.agency_id = item.agency_id AND task.plan_id = item.plan_id AND task.key = links.link
    WHERE item.agency_id = ANY (${[...scope.whole]}::uuid[]) AND item.plan_id = ${plan}
      AND item.kind = 'commitment' AND item.version_to IS NULL AND task.state <> 'withdrawn'
    GROUP BY item.key`.execute(query);
  return new Map(rows.map(({ key, ...row }) => [key, row]));
}
