import type { Reader } from '../platform/database/database.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';

/** A judgement whether a procedure suits an online level. */
export interface Judgement {
  level: string;
  suitable: boolean;
  reason: string | null;
  assessedBy: string;
  assessedOn: CivilDate;
}

/** How a procedure was judged, the newest first. */
export async function listJudgements(query: Reader, procedureId: string): Promise<Judgement[]> {
  const rows = await query
    .selectFrom('suitability')
    .select(['online_level', 'suitable', 'reason', 'assessed_by', 'assessed_on'])
    .where('procedure_id', '=', procedureId)
    .orderBy('assessed_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    level: row.online_level,
    suitable: row.suitable,
    reason: row.reason,
    assessedBy: row.assessed_by,
    assessedOn: row.assessed_on,
  }));
}
