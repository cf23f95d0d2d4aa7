import { sql } from 'kysely';
import type { Reader } from '../platform/database/database.ts';
import type { Scope } from '../platform/policy/policy.ts';

/** A reform area of an issued plan. */
export interface AreaRow {
  /** As the plan's commitments name it: "3". */
  label: string;
  /** Its heading, which the area of a task repeats. */
  area: string;
  position: number;
  /** The division that answers for it; null where nobody has been named. */
  unitId: string | null;
}

/** The reform areas of an issued plan, in its order; none of a plan that the transaction does not see. */
export async function listAreas(query: Reader, planId: string): Promise<AreaRow[]> {
  const rows = await query
    .selectFrom('plan_area')
    .select(['label', 'area', 'position', 'unit_id'])
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute();
  return rows.map(({ unit_id, ...row }) => ({ ...row, unitId: unit_id }));
}

/** How many tasks of a plan stand in each area, by the area's heading. */
export async function countTasksByArea(
  query: Reader,
  scope: Scope,
  planId: string,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ area: string; count: number }>`SELECT area, count(*)::int AS count FROM task
    WHERE agency_id = ANY (${[...scope.whole]}::uuid[]) AND plan_id = ${planId} AND kind = 'task' AND state <> 'withdrawn'
      AND area IS NOT NULL GROUP BY area`.execute(query);
  return new Map(rows.map(({ area, count }) => [area, count]));
}
