import { Temporal } from 'temporal-polyfill';
import type { List, Say } from './list.ts';
import type { Asker, ListOne, ListPage } from './read.ts';
import { listPath, searchOf } from './request.ts';

/** A page of a list as the API gives it. */
export interface ListJson {
  data: Record<string, string | number | boolean | null>[];
  page: number;
  size: number;
  /** Null where there are more rows than are counted. */
  total: number | null;
  /** Address of the next page. */
  next: string | null;
  /** True where the performance shown is invented. */
  simulated: boolean;
}

type RowJson = ListJson['data'][number];

/** Rows with their id, seq and each column under its key: days and instants as ISO 8601, states by their codes. */
export function listJson<Row>(asker: Asker, list: List<Row>, page: ListPage<Row>, api: string): ListJson {
  const { request, rows, total, more, versions } = page;
  const search = searchOf({ ...request, page: request.page + 1 });
  search.set('size', String(request.size));
  return {
    data: rows.map((row) => rowJson(asker, list, row, versions.get(list.id(row)) ?? null)),
    page: request.page,
    size: request.size,
    total,
    next: more ? `${api}${listPath(list, asker.params)}?${search}` : null,
    simulated: asker.house.demo,
  };
}

/** One row as the list gives it. */
export function oneJson<Row>(asker: Asker, list: List<Row>, { row, seq }: ListOne<Row>): RowJson {
  return { ...rowJson(asker, list, row, seq), simulated: asker.house.demo };
}

function rowJson<Row>(asker: Asker, list: List<Row>, row: Row, seq: number | null): RowJson {
  const say: Say = asker.house.lexicon.say.bind(asker.house.lexicon);
  const columns = list.columns.map((column): [string, RowJson[string]] => {
    const value = column.code === undefined ? column.value(row, say) : column.code(row);
    return [column.key, value instanceof Temporal.Instant ? value.toString() : value];
  });
  return { id: list.id(row), seq, ...Object.fromEntries(columns) };
}
