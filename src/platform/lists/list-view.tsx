import type { Child } from 'hono/jsx';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { formatShortInstant } from '../http/format.ts';
import { definePage, type PageSpec, type Shown } from '../http/page.ts';
import type { Visit } from '../http/visit.ts';
import { formatNumber } from '../i18n/format.ts';
import { isRefusal, REFUSAL_STATUS, type Refusal, refusalKind } from '../refusal.ts';
import { type CountFilter, DataTable, ErrorSummary, type FilterControl, Notice } from '../view/index.ts';
import { type List, type ListColumn, RESERVED } from './list.ts';
import { type Asker, type ListPage, readList } from './read.ts';
import { type ListRequest, listPath, readRequest, searchOf } from './request.ts';

/** Where a list stands on a page. */
export interface ListPlace {
  /** Parameters of the list's path; those of the page's path unless given. */
  params?: Readonly<Record<string, string>> | undefined;
  /** Stands before the list's names in the URL, where a page holds several lists. */
  prefix?: string | undefined;
  /** False where the page counts the rows itself. */
  count?: false | undefined;
}

export interface ListViewProps<Row> extends ListPlace {
  visit: Visit;
  list: List<Row>;
  /** What {@link readVisitList} has read already, where the page says something of it. */
  read?: ListPage<Row> | undefined;
  /** The page's own title says what the table holds. */
  captionHidden?: boolean | undefined;
  counts?: readonly CountFilter[] | undefined;
  rowId?: ((row: Row) => string) | undefined;
  /** The act that brings the first row. */
  emptyAct?: Child;
}

/** Reads a list as the page's URL asks. */
export async function readVisitList<Row>(
  visit: Visit,
  list: List<Row>,
  place: ListPlace = {},
): Promise<ListPage<Row> | Refusal> {
  const request = readRequest(list, visit.url.searchParams, place.prefix);
  if (isRefusal(request)) return request;
  const read = (asked: ListRequest) => readList(askerOf(visit, place), list, asked, { count: place.count });
  const filters = new Map(request.filters);
  const refused: NonNullable<ListPage<Row>['refused']>[number][] = [];
  let page = await read(request);
  // What somebody typed into filters is shown again, above all that the other filters leave.
  while (isRefusal(page)) {
    const { field } = page;
    const typed = list.filters.find(({ kind, name }) => kind !== 'select' && name === field);
    if (typed === undefined || !filters.has(typed.name)) return refused[0]?.refusal ?? page;
    refused.push({ name: typed.name, typed: filters.get(typed.name) ?? '', refusal: page });
    filters.delete(typed.name);
    page = await read({ ...request, filters: new Map(filters), page: 1 });
  }
  return refused.length === 0 ? page : { ...page, refused };
}

/** A list among other things of a page: filters, sort and paging in the page's URL, and the ways to its exports. */
export async function ListView<Row>(props: ListViewProps<Row>) {
  const { visit, list, prefix = '' } = props;
  const page = props.read ?? (await readVisitList(visit, list, props));
  if (isRefusal(page)) return <Notice tone="warning">{visit.words(page)}</Notice>;
  const { request, rows, total, more } = page;
  const here = visit.url.pathname;
  const others = otherNames(visit.url.searchParams, list, prefix);
  const address = (asked: Parameters<typeof searchOf>[0]) => {
    const search = new URLSearchParams([...others, ...searchOf(asked, prefix)]).toString();
    return search === '' ? here : `${here}?${search}`;
  };
  const from = (request.page - 1) * request.size + 1;
  const path = listPath(list, askerOf(visit, props).params);
  const asked = searchOf({ filters: request.filters, sort: request.sort }).toString();
  const file = (ending: string) => `${path}.${ending}${asked === '' ? '' : `?${asked}`}`;
  const group = list.group;
  const { refused } = page;
  const table = (
    <DataTable
      id={list.name}
      caption={visit.say(list.title)}
      captionHidden={props.captionHidden}
      rows={rows}
      rowId={props.rowId}
      counts={props.counts}
      group={group && request.sort === null ? (row) => group(row, visit.say.bind(visit)) : undefined}
      empty={{
        text: visit.say(request.filters.size > 0 || request.page > 1 ? 'list.none-found' : list.empty),
        act: request.filters.size > 0 ? undefined : props.emptyAct,
      }}
      columns={list.columns
        .filter(({ exportOnly }) => exportOnly !== true)
        .map((column) => ({
          key: column.key,
          label: visit.say(column.label),
          align: column.type === 'number' ? ('end' as const) : undefined,
          rowHeader: column.rowHeader,
          width: column.width,
          nowrap: column.nowrap ?? (column.type === 'date' || column.type === 'instant'),
          cell: (row: Row) => cellOf(column, row, visit),
          sort: column.sort === undefined ? undefined : headingLink(request, column.key, address),
        }))}
      filters={
        list.filters.length === 0
          ? undefined
          : {
              action: here,
              controls: controls(visit, page, list, prefix),
              keep: Object.fromEntries([
                ...others,
                ...searchOf({ filters: new Map(), sort: request.sort }, prefix),
              ]),
              clearHref:
                request.filters.size === 0 ? undefined : address({ filters: new Map(), sort: request.sort }),
            }
      }
      paging={
        more || request.page > 1
          ? {
              from: rows.length === 0 ? 0 : from,
              to: rows.length === 0 ? 0 : from + rows.length - 1,
              total: total ?? undefined,
              previous: request.page > 1 ? address({ ...request, page: request.page - 1 }) : undefined,
              next: more ? address({ ...request, page: request.page + 1 }) : undefined,
            }
          : undefined
      }
      exports={{ csv: file('csv'), xlsx: file('xlsx') }}
    />
  );
  if (refused === undefined) return table;
  return (
    <>
      <ErrorSummary
        errors={refused.map(({ name, refusal }) => ({ field: prefix + name, text: visit.words(refusal) }))}
      />
      {table}
    </>
  );
}

/** A page that is a list and nothing else. */
export function listPage<Row>(
  list: List<Row>,
  around: (visit: Visit, page: ListPage<Row>) => Partial<Shown> | Promise<Partial<Shown>> = () => ({}),
): PageSpec {
  return definePage(list.path, async (visit) => {
    const page = await readVisitList(visit, list);
    if (isRefusal(page)) return page;
    return {
      title: visit.say(list.title),
      width: 'wide',
      status: listStatus(page.refused),
      body: <ListView visit={visit} list={list} read={page} captionHidden />,
      ...(await around(visit, page)),
    };
  });
}

/** 200, or the status of the first filter that was refused. */
export function listStatus(refused: ListPage<unknown>['refused']): NonNullable<Shown['status']> {
  const [first] = refused ?? [];
  return first === undefined ? 200 : REFUSAL_STATUS[refusalKind(first.refusal)];
}

function askerOf(visit: Visit, place: ListPlace): Asker {
  return { house: visit.house, actor: visit.actor, params: place.params ?? visit.params };
}

/** What else stands in the page's URL and stays there: another list's filters; not what was just done. */
function otherNames<Row>(search: URLSearchParams, list: List<Row>, prefix: string): [string, string][] {
  const own = [...RESERVED, ...list.filters.map(({ name }) => name)].map((name) => prefix + name);
  return [...search].filter(([name]) => !own.includes(name) && name !== 'done');
}

function headingLink(
  { filters, sort }: ListRequest,
  key: string,
  address: (asked: Pick<ListRequest, 'filters' | 'sort'>) => string,
) {
  const now = sort?.key === key ? sort.direction : undefined;
  return {
    href: address({ filters, sort: { key, direction: now === 'asc' ? 'desc' : 'asc' } }),
    dir: now,
  };
}

function controls<Row>(
  visit: Visit,
  { request, options, refused }: ListPage<Row>,
  list: List<Row>,
  prefix: string,
): FilterControl[] {
  const shown = list.filters.filter(
    (filter) => filter.kind !== 'select' || (options.get(filter.name) ?? []).length > 0,
  );
  return shown.map((filter) => {
    const wrong = refused?.find(({ name }) => name === filter.name);
    const common = {
      name: prefix + filter.name,
      label: visit.say(filter.label),
      value: wrong?.typed ?? request.filters.get(filter.name),
      error: wrong && visit.words(wrong.refusal),
    };
    if (filter.kind !== 'select')
      return { ...common, kind: 'text', placeholder: filter.kind === 'day' ? 'dd/mm/yyyy' : undefined };
    return {
      ...common,
      kind: 'select',
      options: options.get(filter.name) ?? [],
      all: visit.say(filter.all ?? 'list.all'),
    };
  });
}

function cellOf<Row>(column: ListColumn<Row>, row: Row, visit: Visit): Child {
  if (column.cell !== undefined) return column.cell(row, visit);
  const say = visit.say.bind(visit);
  switch (column.type) {
    case 'number': {
      const value = column.value(row, say);
      return value === null ? '' : formatNumber(value);
    }
    case 'date': {
      const value = column.value(row, say);
      return value === null ? '' : formatDate(value);
    }
    case 'instant': {
      const value = column.value(row, say);
      return value === null ? '' : formatShortInstant(value);
    }
    default:
      return column.value(row, say) ?? '';
  }
}
