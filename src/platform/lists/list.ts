import type { Child } from 'hono/jsx';
import type { Expression, SelectQueryBuilder } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import type { Clock } from '../clock/clock.ts';
import type { Reader } from '../database/database.ts';
import { plannedEachTime } from '../database/prepared.ts';
import type { DB } from '../database/schema.ts';
import type { Visit } from '../http/visit.ts';
import type { Params } from '../i18n/words.ts';
import type { Actor, Scope, Subject } from '../policy/policy.ts';
import type { Option } from '../view/types.ts';

/** Puts a key into words. */
export type Say = (key: string, params?: Params) => string;

/** Who asks for the list, below which thing, and when. */
export interface ListAsk {
  /** Parameters of the path: `plan` of "/plans/:plan/tasks". */
  params: Readonly<Record<string, string>>;
  actor: Actor;
  clock: Clock;
  say: Say;
}

interface ColumnBase<Row> {
  /** Name in the URL's sort and in the API. */
  key: string;
  /** Key of its words. */
  label: string;
  /** How a page shows it; otherwise the value, as Vietnamese write it. */
  cell?(row: Row, visit: Visit): Child;
  /** What the API gives instead of words: the code of a state. */
  code?(row: Row): string | number | boolean | null;
  /** What it is sorted by: a column ("unit.name"; text goes by the Vietnamese alphabet) or an SQL expression. */
  sort?: string | Expression<unknown>;
  rowHeader?: boolean;
  width?: 'narrow' | 'broad';
  nowrap?: boolean;
  /** Stands in CSV, XLSX and API, and not on the page, which would be too wide for it. */
  exportOnly?: true;
}

/** A column; its value is what CSV, XLSX and API hold, and what the page shows unless it has a cell of its own. */
export type ListColumn<Row> =
  | (ColumnBase<Row> & { type?: 'text'; value(row: Row, say: Say): string | null })
  | (ColumnBase<Row> & { type: 'number'; value(row: Row, say: Say): number | null })
  | (ColumnBase<Row> & { type: 'date'; value(row: Row, say: Say): CivilDate | null })
  | (ColumnBase<Row> & { type: 'instant'; value(row: Row, say: Say): Temporal.Instant | null });

/** A filter; its value stands in the URL under its name. Its `apply` narrows the query. */
export type ListFilter<Builder> = {
  name: string;
  /** Key of its words. */
  label: string;
  apply(builder: Builder, value: string, ask: ListAsk): Builder;
} & (
  | { kind: 'text' }
  /** A day as people type it; `apply` gets "2019-06-03". */
  | { kind: 'day' }
  | {
      kind: 'select';
      /** The choices; another value is refused. */
      options(query: Reader, scope: Scope, ask: ListAsk): Promise<readonly Option[]> | readonly Option[];
      /** Key of the words for the choice that filters nothing; "Tất cả" unless said. */
      all?: string;
    }
);

/** One declaration of a list. `query` stands before what is made from its rows, so that their types follow. */
export interface ListSpec<Tables, From extends keyof Tables, Row> {
  /** Name of the list, also the id of its table. */
  name: string;
  /** Its address; CSV and XLSX stand at it with their endings, the API below /api/v1. */
  path: string;
  permission: string;
  /** Key of what it holds. */
  title: string;
  /** Key of what will stand here, where nothing does. */
  empty: string;
  /** What parameters of the path look like that are no ids: a day, a code. */
  parameters?: Readonly<Record<string, RegExp>>;
  /** The thing that the list hangs below, which the permission must reach; undefined where there is none. */
  subject?(query: Reader, ask: ListAsk): Promise<Subject | undefined>;
  /** All rows that the scope may see, without order. */
  query(query: Reader, scope: Scope, ask: ListAsk): SelectQueryBuilder<Tables, From, Row>;
  /** The order without a chosen sort: "issue_date desc", "document.id"; the last one is unique. */
  order: readonly string[];
  /** The id of a row. */
  id(row: Row): string;
  columns: readonly ListColumn<Row>[];
  filters?: readonly ListFilter<SelectQueryBuilder<Tables, From, Row>>[];
  /** Heading of a group of rows, while the list stands in its own order. */
  group?(row: Row, say: Say): string;
  /** False where counting would cost too much; a count never goes beyond a bound. */
  count?: boolean;
  /** Rows are counted up to here, so that a count costs no more than this many; 10,000 unless told. */
  countedTo?: number;
}

/** The query of some list. */
export type AnyBuilder = SelectQueryBuilder<DB, keyof DB, unknown>;

/** A list of whatever query; `Row` is what its cells are made from. */
export interface List<Row = unknown> {
  name: string;
  path: string;
  permission: string;
  title: string;
  empty: string;
  parameters?: Readonly<Record<string, RegExp>>;
  subject?(query: Reader, ask: ListAsk): Promise<Subject | undefined>;
  query(query: Reader, scope: Scope, ask: ListAsk): AnyBuilder;
  order: readonly string[];
  id(row: Row): string;
  /** The column of that id, by which one row can be asked for; null where an id is put together. */
  idColumn: string | null;
  columns: readonly ListColumn<Row>[];
  filters: readonly ListFilter<AnyBuilder>[];
  group?(row: Row, say: Say): string;
  count: boolean;
  countedTo: number;
}

/** Names that stand in the URL beside those of filters. */
export const RESERVED: readonly string[] = ['page', 'size', 'sort', 'done'];

/** Declares a list; its table, its exports and its API route follow from it. */
export function defineList<Tables, From extends keyof Tables, Row>(
  spec: ListSpec<Tables, From, Row>,
): List<Row> {
  const taken = spec.filters?.find(({ name }) => RESERVED.includes(name));
  if (taken !== undefined) throw new Error(`${spec.name}: a filter cannot be named ${taken.name}`);
  const unique = spec.order.at(-1)?.split(' ')[0] ?? '';
  const idColumn = /(^|\.)id$/.test(unique) ? unique : null;
  const query: typeof spec.query = (...asked) => spec.query(...asked).modifyEnd(plannedEachTime);
  return { filters: [], count: true, countedTo: 10_000, ...spec, query, idColumn } as unknown as List<Row>;
}
