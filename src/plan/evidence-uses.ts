import type { Reader } from '../platform/database/database.ts';

/** One time that a piece of evidence was submitted for a milestone. */
export interface EvidenceUseRow {
  evidenceId: string;
  taskId: string;
  no: string;
  title: string;
  milestone: number;
  label: string | null;
  revision: number;
  borrowed: boolean;
  /** Part of the document in which the task's deliverable stands. */
  section: string | null;
  state: 'submitted' | 'confirmed' | 'sent_back' | 'reopened' | 'superseded';
  reason: string | null;
}

/** Where these pieces of evidence are used, the first use first. */
export async function listUses(
  query: Reader,
  agencyId: string,
  evidenceIds: readonly string[],
): Promise<EvidenceUseRow[]> {
  if (evidenceIds.length === 0) return [];
  const rows = await query
    .selectFrom('evidence_use as use')
    .innerJoin('task', (join) =>
      join.onRef('task.agency_id', '=', 'use.agency_id').onRef('task.id', '=', 'use.task_id'),
    )
    .innerJoin('milestone', (join) =>
      join
        .onRef('milestone.agency_id', '=', 'use.agency_id')
        .onRef('milestone.task_id', '=', 'use.task_id')
        .onRef('milestone.no', '=', 'use.milestone'),
    )
    .select(['use.evidence_id', 'use.task_id', 'use.milestone', 'use.revision', 'use.borrowed'])
    .select(['use.section', 'use.state', 'use.reason', 'task.no', 'task.title', 'milestone.label'])
    .where('use.agency_id', '=', agencyId)
    .where('use.evidence_id', 'in', [...evidenceIds])
    .orderBy('use.submitted_at')
    .orderBy('use.task_id')
    .orderBy('use.position')
    .execute();
  return rows.map(({ evidence_id, task_id, state, ...row }) => ({
    ...row,
    evidenceId: evidence_id,
    taskId: task_id,
    state: state as EvidenceUseRow['state'],
  }));
}
