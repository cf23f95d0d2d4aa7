import { sql } from 'kysely';
import { holdsWords } from '../platform/search/folded.ts';
import type { SearchSpec } from '../platform/search/search.ts';
import { formatDate } from '../pure/vietnamese/index.ts';
import type { TaskKind } from './domain/task.ts';
import { PUBLIC_STATES, plansWithin } from './queries.ts';
import { taskUrl } from './task-urls.ts';
import { planUrl } from './urls.ts';

/** Tasks, or followed duties, of issued plans, by the words of their title, or by number alone. */
const ofKind = (kind: TaskKind): SearchSpec => ({
  kind,
  permission: 'task.read',
  async query(query, scope, folded, limit, say) {
    const rows = await query
      .selectFrom('task')
      .innerJoin('plan', (join) =>
        join.onRef('plan.agency_id', '=', 'task.agency_id').onRef('plan.id', '=', 'task.plan_id'),
      )
      .select(['task.id', 'task.no', 'task.title', 'task.state', 'plan.number', 'plan.plan_year'])
      .where('task.agency_id', 'in', [...scope.whole])
      .where('task.kind', '=', kind)
      .where((eb) => eb.or([holdsWords('task.title_fold', folded), eb('task.no', '=', folded)]))
      .orderBy('plan.plan_year', 'desc')
      .orderBy('task.position')
      .orderBy('task.id')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      title: `${row.no}. ${row.title}`,
      detail: [say(`task.state.${row.state}`), row.number].filter(Boolean).join(', '),
      href: taskUrl(row.id),
    }));
  },
});

/** Issued plans, by title, number and symbol; drafts are their drafters' own. */
const plans: SearchSpec = {
  kind: 'plan',
  permission: 'plan.read',
  async query(query, scope, folded, limit) {
    const folding = sql`concat_ws(' ', 'ke hoach', title_fold, translate(lower(number), 'Đđ', 'dd'), plan_year)`;
    const rows = await query
      .selectFrom('plan')
      .select(['id', 'title', 'number', 'issue_date', 'file_name'])
      .where(plansWithin(scope))
      .where('state', 'in', [...PUBLIC_STATES, 'adopted'])
      .where(holdsWords(folding, folded))
      .orderBy('plan_year', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      title: row.title ?? row.file_name,
      detail: [row.number, row.issue_date === null ? null : formatDate(row.issue_date)]
        .filter(Boolean)
        .join(', '),
      href: planUrl(row.id),
    }));
  },
};

export const planSearch: readonly SearchSpec[] = [ofKind('task'), ofKind('duty'), plans];
