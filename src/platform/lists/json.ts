import { Temporal } from 'temporal-polyfill';
import type { List, Say } from './list.ts';
import type { Asker, ListPage } from './read.ts';
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

/** Rows with their id and each column under its key: days and instants as ISO 8601, states by their codes. */
export function listJson<Row>(asker: Asker, list: List<Row>, page: ListPage<Row>, api: string): ListJson {
  const say: Say = asker.house.lexicon.say.bind(asker.house.lexicon);
  const { request, rows, total, more } = page;
  const search = searchOf({ ...request, page: request.page + 1 });
  search.set('size', String(request.size));
  return {
    data: rows.map((row) => ({
      id: list.id(row),
      ...Object.fromEntries(
        list.columns.map((column) => {
          const value = column.code === undefined ? column.value(row, say) : column.code(row);
          return [column.key, value instanceof Temporal.Instant ? value.toString() : value];
        }),
      ),
    })),
    page: request.page,
    size: request.size,
    total,
    next: more ? `${api}${listPath(list, asker.params)}?${search}` : null,
    simulated: asker.house.demo,
  };
}
