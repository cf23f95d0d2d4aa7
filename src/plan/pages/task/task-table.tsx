import { sql } from 'kysely';
import type { Visit } from '../../../platform/http/visit.ts';
import { type List, type ListPage, ListView, readVisitList } from '../../../platform/lists/index.ts';
import { isRefusal, type Refusal } from '../../../platform/refusal.ts';
import { type CountFilter, Notice } from '../../../platform/view/index.ts';
import { SHOWS, type Show, showCondition } from '../../task-lists.ts';
import type { TaskRow } from '../../task-row.ts';
import { taskWords } from '../../task-words.ts';

export const SHOW_TONES = {
  late: 'late',
  due_soon: 'due-soon',
  not_started: 'neutral',
  assigned: 'neutral',
  started: 'on-time',
  submitted: 'waiting',
  sent_back: 'due-soon',
  confirmed: 'done',
} as const;

export type TaskCounts = Record<Show | 'all', number>;

/** A list of tasks as the page's URL asks, with the counts above it. */
export interface ReadTasks {
  list: List<TaskRow>;
  params: Readonly<Record<string, string>>;
  page: ListPage<TaskRow>;
  counts: TaskCounts;
}

/** Reads a list of tasks, and how long each count's list is under the other filters. */
export async function readTasks(
  visit: Visit,
  list: List<TaskRow>,
  params: Readonly<Record<string, string>> = {},
): Promise<ReadTasks | Refusal> {
  const page = await readVisitList(visit, list, { params, count: false });
  if (isRefusal(page)) return page;
  const counts = await countTasks(visit, list, page, SHOWS, params);
  const chosen = page.request.filters.get('show') as Show | undefined;
  const total = counts[chosen ?? 'all'];
  return { list, params, page: { ...page, total }, counts };
}

/**
 * How long each count's list is under the filters of a page that has been read: of that list, or of one beside it.
 * @param shows which counts are wanted beside the whole
 */
export async function countTasks<Counted extends Show>(
  visit: Visit,
  list: List<TaskRow>,
  { request }: Pick<ListPage<TaskRow>, 'request'>,
  shows: readonly Counted[],
  params: Readonly<Record<string, string>> = {},
): Promise<Record<'all' | Counted, number>> {
  const { house, actor } = visit;
  const ask = { params, actor, clock: house.clock, say: visit.say.bind(visit) };
  return visit.read(list.permission, async (query, scope) => {
    let builder = list.query(query, scope, ask);
    for (const filter of list.filters) {
      const value = request.filters.get(filter.name);
      if (filter.name !== 'show' && value !== undefined) builder = filter.apply(builder, value, ask);
    }
    // Tasks that are alike in what the conditions ask are judged once.
    const alike = builder
      .clearSelect()
      .select(['task.state', 'task.next_end', 'task.waiting', sql<number>`count(*)`.as('alike')])
      .groupBy(['task.state', 'task.next_end', 'task.waiting']);
    const total = sql`coalesce(sum(task.alike)`;
    return query
      .selectFrom(alike.as('task'))
      .select(sql<number>`${total}, 0)::int`.as('all'))
      .select(
        shows.map((show) =>
          sql<number>`${total} FILTER (WHERE ${showCondition(show, house.clock.today())}), 0)::int`.as(show),
        ),
      )
      .executeTakeFirstOrThrow() as Promise<Record<'all' | Counted, number>>;
  });
}

/** Tasks with live state: counts that filter, search, sort, paging and exports in the address of the page. */
export function TaskTable({ visit, tasks }: { visit: Visit; tasks: ReadTasks | Refusal }) {
  if (isRefusal(tasks)) return <Notice tone="warning">{visit.words(tasks)}</Notice>;
  return (
    <ListView
      visit={visit}
      list={tasks.list}
      params={tasks.params}
      read={tasks.page}
      counts={countsOf(visit, tasks)}
      rowId={(row) => `task-${row.id}`}
      captionHidden
    />
  );
}

/** What the lists of one kind call what they count. */
const ALL_WORDS: Readonly<Record<string, 'tasks.show.all' | 'tasks.show.all.duty'>> = {
  tasks: 'tasks.show.all',
  'plan-tasks': 'tasks.show.all',
  'plan-duties': 'tasks.show.all.duty',
};

function countsOf(visit: Visit, { list, page, counts }: ReadTasks): CountFilter[] {
  const say = taskWords.in(visit.language);
  const chosen = page.request.filters.get('show');
  const address = (show: Show | null) => {
    const search = new URLSearchParams(visit.url.searchParams);
    for (const name of ['show', 'page', 'done']) search.delete(name);
    if (show !== null) search.set('show', show);
    return `${visit.url.pathname}${search.size === 0 ? '' : `?${search}`}`;
  };
  return [
    {
      label: say(ALL_WORDS[list.name] ?? 'tasks.show.all.any'),
      count: counts.all,
      href: address(null),
      current: chosen === undefined,
    },
    ...SHOWS.map((show) => ({
      label: say(`tasks.show.${show}`),
      count: counts[show],
      href: address(show),
      current: chosen === show,
      tone: SHOW_TONES[show],
    })),
  ];
}
