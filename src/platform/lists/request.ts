import { parseDate } from '../../pure/vietnamese/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { List } from './list.ts';

/** Rows on a page, unless the API asks for another number. */
export const PAGE_SIZE = 50;
export const MOST_ROWS = 500;

/** What the URL asks of a list. */
export interface ListRequest {
  /** Values of the filters that are set, as they stand in the URL. */
  filters: ReadonlyMap<string, string>;
  sort: { key: string; direction: 'asc' | 'desc' } | null;
  /** Counted from 1. */
  page: number;
  size: number;
}

/**
 * Reads what a URL asks: `?q=…&unit=…&sort=-issueDate&page=2`.
 * @param prefix stands before each name where a page holds several lists
 */
export function readRequest<Row>(
  list: List<Row>,
  search: URLSearchParams,
  prefix = '',
): ListRequest | Refusal {
  const filters = new Map<string, string>();
  for (const { name } of list.filters) {
    const value =
      search
        .get(prefix + name)
        ?.normalize('NFC')
        .trim() ?? '';
    if (value !== '') filters.set(name, value);
  }
  const wanted = search.get(`${prefix}sort`) ?? '';
  const key = wanted.replace(/^-/, '');
  if (wanted !== '' && !list.columns.some((column) => column.key === key && column.sort !== undefined))
    return refuse('invalid:choose', {}, { field: 'sort' });
  const page = wholeNumber(search.get(`${prefix}page`), 1, 1_000_000);
  const size = wholeNumber(search.get(`${prefix}size`), PAGE_SIZE, MOST_ROWS);
  if (page === null) return refuse('invalid:number', {}, { field: 'page' });
  if (size === null) return refuse('invalid:number', {}, { field: 'size' });
  return {
    filters,
    sort: wanted === '' ? null : { key, direction: wanted.startsWith('-') ? 'desc' : 'asc' },
    page,
    size,
  };
}

function wholeNumber(text: string | null, standard: number, most: number): number | null {
  if (text === null || text === '') return standard;
  return /^[1-9]\d{0,8}$/.test(text) ? Math.min(Number(text), most) : null;
}

/** A day filter's value as a civil date; null where it is none. */
export function readDay(value: string): string | null {
  return parseDate(value);
}

/** The query of a URL that asks the same, with changes; empty values are left out. */
export function searchOf(
  request: Pick<ListRequest, 'filters' | 'sort'> & Partial<Pick<ListRequest, 'page'>>,
  prefix = '',
): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of request.filters) search.set(prefix + name, value);
  if (request.sort !== null)
    search.set(`${prefix}sort`, (request.sort.direction === 'desc' ? '-' : '') + request.sort.key);
  if (request.page !== undefined && request.page > 1) search.set(`${prefix}page`, String(request.page));
  return search;
}

/** The list's address below its thing: "/plans/:plan/tasks" with the plan's id. */
export function listPath<Row>(list: List<Row>, params: Readonly<Record<string, string>>): string {
  return list.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${list.name} needs ${name}`);
    return encodeURIComponent(value);
  });
}
