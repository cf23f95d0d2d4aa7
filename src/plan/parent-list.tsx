import { sql } from 'kysely';
import type { Reader } from '../platform/database/database.ts';
import type { Visit } from '../platform/http/visit.ts';
import { formatLongDate, formatNumber } from '../platform/i18n/format.ts';
import { defineList, type ListAsk } from '../platform/lists/index.ts';
import { asOfNow } from '../platform/measure/as-of.ts';
import type { Scope } from '../platform/policy/policy.ts';
import { holdsWords } from '../platform/search/folded.ts';
import { Tag, TimeLeft, type Tone } from '../platform/view/index.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { formatDate } from '../pure/vietnamese/index.ts';
import type { Given } from './domain/parent.ts';
import { todayOn } from './domain/today.ts';
import { timeLeftOf } from './pages/task/say.ts';
import { PARENT_SHOWS, type ParentShow, parentCondition, parentRecords } from './parents.ts';
import { parentItemsUrl, parentItemUrl } from './urls.ts';

/** An item of an adopted plan, with what of ours carries it out. */
export interface ParentItemRow {
  item: string;
  plan: string;
  no: string | null;
  name: string;
  written: string | null;
  given: Given | null;
  reason: string | null;
  /** Words of what it is mapped to, one a line. */
  ours: string | null;
  tasks: number;
  done: boolean;
  /** The parent's own last day; where it sets none, that of our tasks. */
  last_end: CivilDate | null;
  changed: boolean;
}

/** How far an item that is given to us has come. */
export type Coverage = 'undecided' | 'not_ours' | 'uncovered' | 'without_task' | 'open' | 'completed';

export function coverageOf({
  given,
  ours,
  tasks,
  done,
}: Pick<ParentItemRow, 'given' | 'ours' | 'tasks' | 'done'>): Coverage {
  if (given === null) return 'undecided';
  if (given === 'not_ours') return 'not_ours';
  if (ours === null) return 'uncovered';
  if (tasks === 0) return 'without_task';
  return done ? 'completed' : 'open';
}

export const COVERAGE_TONES = {
  undecided: 'waiting',
  not_ours: 'neutral',
  uncovered: 'late',
  without_task: 'due-soon',
  open: 'neutral',
  completed: 'done',
} as const satisfies Record<Coverage, Tone>;

function itemsOf(query: Reader, scope: Scope, { params, clock }: ListAsk) {
  const at = asOfNow(clock);
  return query
    .selectFrom(
      sql<{ position: number }>`(SELECT r.*, p.content, i.text_fold, i.reason FROM ${parentRecords(at)} r
        JOIN plan_item p ON p.agency_id = r.agency_id AND p.plan_id = r.part_of AND p.key = r.item
          AND p.kind = split_part(r.item, ':', 1)
        JOIN parent_item i ON i.agency_id = r.agency_id AND i.plan_id = r.part_of AND i.item = r.item AND i.to_at IS NULL
        WHERE r.part_of = ${params.plan} AND r.agency_id = ANY (${[...scope.whole]}::uuid[]))`.as('r'),
    )
    .select([
      sql<string>`r.item`.as('item'),
      sql<string>`r.part_of`.as('plan'),
      sql<string | null>`r.content->'fields'->>'no'`.as('no'),
      sql<string>`r.name`.as('name'),
      sql<
        string | null
      >`(SELECT string_agg(unit, '; ') FROM jsonb_array_elements_text(r.content->'fields'->'leadUnits') unit)`.as(
        'written',
      ),
      sql<Given | null>`r.given`.as('given'),
      sql<string | null>`r.reason`.as('reason'),
      sql<
        string | null
      >`(SELECT string_agg(concat_ws('. ', nullif(o.content->'fields'->>'no', ''), o.item_text), E'\n'
          ORDER BY m.of_plan, o.position)
        FROM mapping m JOIN plan_item o ON o.agency_id = m.agency_id AND o.plan_id = m.of_plan AND o.key = m.to_key
          AND o.kind = split_part(m.to_key, ':', 1)
        WHERE m.agency_id = r.agency_id AND m.plan_id = r.part_of AND m.item = r.item AND m.to_at IS NULL)`.as(
        'ours',
      ),
      sql<number>`r.tasks`.as('tasks'),
      sql<CivilDate | null>`r.last_end`.as('last_end'),
      sql<boolean>`r.done`.as('done'),
      parentCondition('changed', at).as('changed'),
    ]);
}

/** How long there is, for what is given to us and not completed; the day alone for the rest. */
function dueCell({ last_end, given, done }: ParentItemRow, visit: Visit) {
  if (last_end === null) return null;
  if (done || given === 'not_ours') return formatDate(last_end);
  const { text, tone } = timeLeftOf(last_end, todayOn(visit.house.clock.today()));
  return <TimeLeft text={text} tone={tone} date={formatLongDate(last_end)} iso={last_end} />;
}

/** The items of a higher agency's plan, what of ours carries each out, and how far that has come. */
export const parentItemList = defineList({
  name: 'parent-items',
  path: parentItemsUrl(':plan'),
  permission: 'plan.read',
  title: 'parent.items',
  empty: 'parent.items.empty',
  subject: async (query, { params }) => {
    const plan = await query
      .selectFrom('plan')
      .select(['agency_id', 'adopted'])
      .where('id', '=', params.plan ?? '')
      .executeTakeFirst();
    return plan?.adopted ? { agencyId: plan.agency_id } : undefined;
  },
  query: itemsOf,
  order: ['r.position'],
  id: (row: ParentItemRow) => `${row.plan}/${row.item}`,
  columns: [
    { key: 'no', label: 'task.no', value: (row) => row.no, width: 'narrow' },
    {
      key: 'name',
      label: 'parent.item',
      value: (row) => row.name,
      cell: (row) => <a href={parentItemUrl(row.plan, row.item)}>{row.name}</a>,
      rowHeader: true,
      width: 'broad',
    },
    { key: 'written', label: 'parent.written', value: (row) => row.written },
    {
      key: 'given',
      label: 'parent.given',
      value: (row, say) => say(`parent.given.${row.given ?? 'undecided'}`),
      code: (row) => row.given,
    },
    {
      key: 'ours',
      label: 'parent.ours',
      value: (row) => row.ours,
      cell: ({ ours }) =>
        ours === null ? (
          '–'
        ) : (
          <ul class="plain-list">
            {ours.split('\n').map((text) => (
              <li>{text}</li>
            ))}
          </ul>
        ),
    },
    {
      key: 'due',
      label: 'parent.due',
      type: 'date',
      value: (row) => row.last_end,
      cell: dueCell,
      sort: 'r.last_end',
    },
    {
      key: 'coverage',
      label: 'parent.coverage',
      value: (row, say) =>
        [say(`parent.coverage.${coverageOf(row)}`), row.reason, row.changed ? say('parent.changed') : null]
          .filter((part) => part !== null)
          .join('; '),
      code: (row) => coverageOf(row),
      cell: (row, visit) => (
        <>
          <Tag tone={COVERAGE_TONES[coverageOf(row)]}>{visit.say(`parent.coverage.${coverageOf(row)}`)}</Tag>
          {row.tasks > 0 ? (
            <small> {visit.say('parent.tasks', { count: formatNumber(row.tasks) })}</small>
          ) : null}
          {row.reason === null ? null : <small> {row.reason}</small>}
          {row.changed ? (
            <>
              {' '}
              <Tag tone="due-soon">{visit.say('parent.changed')}</Tag>
            </>
          ) : null}
        </>
      ),
    },
  ],
  filters: [
    {
      kind: 'text',
      name: 'q',
      label: 'parent.search',
      apply: (builder, typed) => builder.where(holdsWords('r.text_fold', typed)),
    },
    {
      kind: 'select',
      name: 'show',
      label: 'parent.show',
      all: 'parent.show.all',
      options: (_query, _scope, { say }) =>
        PARENT_SHOWS.map((show) => ({ value: show, label: say(`parent.show.${show}`) })),
      apply: (builder, show, { clock }) => builder.where(parentCondition(show as ParentShow, asOfNow(clock))),
    },
  ],
});
