import { type CompiledQuery, type SqlBool, sql } from 'kysely';
import type { Reader } from '../database/database.ts';
import type { House } from '../http/visit.ts';
import { type Actor, narrowedBy, type Scope } from '../policy/policy.ts';
import { isRefusal, type Refusal, RefusalError, refusalKind, refuse } from '../refusal.ts';
import { UUID } from '../uuid.ts';
import type { Option } from '../view/types.ts';
import type { AnyBuilder, List, ListAsk } from './list.ts';
import { type ListRequest, readDay } from './request.ts';

/** Who asks for a list: a visit, or a call of the API. */
export interface Asker {
  house: House;
  actor: Actor;
  params: Readonly<Record<string, string>>;
}

export interface ListPage<Row> {
  request: ListRequest;
  rows: readonly Row[];
  /** Null where it was not counted, or where there are more than are counted. */
  total: number | null;
  more: boolean;
  /** Filters that could not be understood, and were left out. */
  refused?: readonly { name: string; typed: string; refusal: Refusal }[];
  /** The choices of each select filter. */
  options: ReadonlyMap<string, readonly Option[]>;
  /** The seq of each row's thing, by the row's id, where it was asked for and the thing has one. */
  versions: ReadonlyMap<string, number>;
}

/** One row of a list. */
export interface ListOne<Row> {
  row: Row;
  seq: number | null;
}

/** Rows that an export takes from its cursor at once. */
const BATCH = 500;

export function askOf({ house, actor, params }: Asker): ListAsk {
  return { params, actor, clock: house.clock, say: house.lexicon.say.bind(house.lexicon) };
}

/** Why the actor may not see the list at all; undefined where some of it may be seen. */
export function listRefusal<Row>({ house, actor }: Asker, list: List<Row>): Refusal | undefined {
  if (house.policy.scope(actor, list.permission).agencies.length > 0) return undefined;
  const narrowed = narrowedBy(actor, list.permission);
  if (narrowed !== undefined) return narrowed;
  return actor.accountId === null
    ? refuse('unauthenticated:sign-in')
    : refuse('forbidden:role', { permission: list.permission });
}

/** One page of a list, as the URL asks. */
export async function readList<Row>(
  asker: Asker,
  list: List<Row>,
  request: ListRequest,
  { count = list.count, versions = false } = {},
): Promise<ListPage<Row> | Refusal> {
  return refusable(asker, list, async (query, scope) => {
    const ask = askOf(asker);
    const options = await optionsOf(query, list, scope, ask, () => true);
    const found = await filtered(query, list, scope, ask, request, options);
    const rows = await pageOf(list, request, found, () => list.query(query, scope, ask));
    const more = rows.length > request.size;
    const shown = rows.slice(0, request.size) as Row[];
    const total = await totalOf(query, count ? list.countedTo : null, found, request, shown.length, more);
    return {
      request,
      rows: shown,
      total,
      more,
      options,
      versions: versions ? await versionsOf(query, shown.map(list.id)) : new Map<string, number>(),
    };
  });
}

/**
 * The rows of a page, and one more where there are more. Of a later page only the ids are looked for among all rows, so
 * that nothing is put together for rows that are skipped.
 */
async function pageOf<Row>(
  list: List<Row>,
  request: ListRequest,
  found: AnyBuilder,
  whole: () => AnyBuilder,
): Promise<unknown[]> {
  const cut = (builder: AnyBuilder) =>
    inOrder(builder, list, request)
      .limit(request.size + 1)
      .offset((request.page - 1) * request.size)
      .execute();
  if (list.idColumn === null || request.page === 1) return cut(found);
  const id = sql.ref(list.idColumn);
  const ids = (await cut(found.clearSelect().select(sql<string>`${id}`.as('id')))) as { id: string }[];
  if (ids.length === 0) return [];
  const shown = whole().where(sql<SqlBool>`${id} = ANY (${ids.map((row) => row.id)}::uuid[])`);
  return inOrder(shown, list, request).execute();
}

/** One row of a list by its id; refused as missing where the list does not show it to the actor. */
export async function readOne<Row>(
  asker: Asker,
  list: List<Row>,
  id: string,
): Promise<ListOne<Row> | Refusal> {
  return refusable(asker, list, async (query, scope) => {
    if (list.idColumn === null || !UUID.test(id)) throw new RefusalError(refuse('missing:thing'));
    const [row] = (await list
      .query(query, scope, askOf(asker))
      .where(sql.ref(list.idColumn), '=', id)
      .limit(1)
      .execute()) as Row[];
    if (row === undefined) throw new RefusalError(refuse('missing:thing'));
    return { row, seq: (await versionsOf(query, [id])).get(id) ?? null };
  });
}

/** The seq that a change of each thing must name: the head of its ledger, or the last version of its row. */
async function versionsOf(query: Reader, ids: readonly string[]): Promise<Map<string, number>> {
  const things = ids.filter((id) => UUID.test(id));
  if (things.length === 0) return new Map();
  const { rows } = await sql<{ id: string; seq: number }>`
    SELECT id, seq FROM stream WHERE id = ANY (${things}::uuid[])
    UNION ALL
    SELECT row_id, max(seq) FROM row_version WHERE row_id = ANY (${things}::uuid[]) GROUP BY row_id`.execute(
    query,
  );
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}

/**
 * Brings every row of a list to `take`, batch by batch from a cursor, in one snapshot.
 * @param begin called once before the first batch, when nothing can be refused any more
 */
export async function readAll<Row>(
  asker: Asker,
  list: List<Row>,
  request: ListRequest,
  begin: () => void,
  take: (rows: readonly Row[]) => Promise<void>,
): Promise<Refusal | undefined> {
  const result = await refusable(asker, list, async (query, scope) => {
    const ask = askOf(asker);
    const options = await optionsOf(query, list, scope, ask, (name) => request.filters.has(name));
    const found = await filtered(query, list, scope, ask, request, options);
    const compiled = inOrder(found, list, request).compile();
    await query.executeQuery({
      ...compiled,
      sql: `DECLARE list_rows NO SCROLL CURSOR FOR ${compiled.sql}`,
    } satisfies CompiledQuery);
    begin();
    for (;;) {
      const { rows } = await sql<Row>`FETCH ${sql.lit(BATCH)} FROM list_rows`.execute(query);
      if (rows.length > 0) await take(rows);
      if (rows.length < BATCH) return {};
    }
  });
  return isRefusal(result) ? result : undefined;
}

async function refusable<Row, T>(
  asker: Asker,
  list: List<Row>,
  run: (query: Reader, scope: Scope) => Promise<T>,
): Promise<T | Refusal> {
  const { house, actor, params } = asker;
  // A list hangs below a thing, which an id names: what is none names nothing, whoever asks.
  const names = namesIn(list.path);
  const isId = (name: string) => list.parameters?.[name] === undefined;
  if (!names.filter(isId).every((name) => UUID.test(params[name] ?? ''))) return refuse('missing:thing');
  const refused = listRefusal(asker, list);
  if (refused !== undefined && refusalKind(refused) === 'unauthenticated') return refused;
  if (!names.every((name) => list.parameters?.[name]?.test(params[name] ?? '') ?? true))
    return refuse('missing:thing');
  if (refused !== undefined) return refused;
  const scope = house.policy.scope(actor, list.permission);
  try {
    return await house.database.read(scope, async (query) => {
      if (list.subject !== undefined) {
        const subject = await list.subject(query, askOf(asker));
        if (subject === undefined || !house.policy.decide(actor, list.permission, subject).allowed)
          throw new RefusalError(refuse('missing:thing'));
      }
      return run(query, scope);
    });
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
}

const namesIn = (path: string) => [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);

async function optionsOf<Row>(
  query: Reader,
  list: List<Row>,
  scope: Scope,
  ask: ListAsk,
  wanted: (name: string) => boolean,
): Promise<Map<string, readonly Option[]>> {
  const options = new Map<string, readonly Option[]>();
  for (const filter of list.filters)
    if (filter.kind === 'select' && wanted(filter.name))
      options.set(filter.name, await filter.options(query, scope, ask));
  return options;
}

async function filtered<Row>(
  query: Reader,
  list: List<Row>,
  scope: Scope,
  ask: ListAsk,
  request: ListRequest,
  options: ReadonlyMap<string, readonly Option[]>,
): Promise<AnyBuilder> {
  let builder = list.query(query, scope, ask);
  for (const filter of list.filters) {
    const typed = request.filters.get(filter.name);
    if (typed === undefined) continue;
    const where = { field: filter.name };
    if (filter.kind === 'select' && !options.get(filter.name)?.some(({ value }) => value === typed))
      throw new RefusalError(refuse('invalid:choose', {}, where));
    const value = filter.kind === 'day' ? readDay(typed) : typed;
    if (value === null) throw new RefusalError(refuse('invalid:date', {}, where));
    builder = filter.apply(builder, value, ask);
  }
  return builder;
}

/** The chosen sort first, then the list's own order, which ends with something unique: so no row is met twice. */
function inOrder<Row>(builder: AnyBuilder, list: List<Row>, { sort }: ListRequest): AnyBuilder {
  let ordered = builder;
  const column = sort && list.columns.find(({ key }) => key === sort.key);
  if (sort && column?.sort !== undefined) {
    const by =
      typeof column.sort !== 'string'
        ? column.sort
        : (column.type ?? 'text') === 'text'
          ? sql`${sql.ref(column.sort)} COLLATE vietnamese`
          : sql.ref(column.sort);
    ordered = ordered.orderBy(by, (to) => (sort.direction === 'asc' ? to.asc() : to.desc().nullsLast()));
  }
  for (const entry of list.order) {
    const [reference = '', direction] = entry.split(' ');
    ordered = ordered.orderBy(sql.ref(reference), direction === 'desc' ? 'desc' : 'asc');
  }
  return ordered;
}

async function totalOf(
  query: Reader,
  countedTo: number | null,
  found: AnyBuilder,
  { page, size }: ListRequest,
  shown: number,
  more: boolean,
): Promise<number | null> {
  // The last page says it without counting.
  if (!more && (shown > 0 || page === 1)) return (page - 1) * size + shown;
  if (countedTo === null) return null;
  const { total } = await query
    .selectFrom(
      found
        .clearSelect()
        .select(sql`1`.as('one'))
        .limit(countedTo + 1)
        .as('counted'),
    )
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total > countedTo ? null : total;
}
