import { sql } from 'kysely';
import { civilDate } from '../clock/clock.ts';
import type { Writer } from '../database/database.ts';
import { isRefusal, type Refusal, RefusalError, refuse } from '../refusal.ts';
import { uuid7 } from '../uuid.ts';
import {
  type Counted,
  canonical,
  eventDigest,
  foldAll,
  type Ledger,
  type NewEvent,
  type Projection,
  type Recorded,
  type Row,
  type Stamp,
} from './ledger.ts';

/** What stands in every event of one performed action. */
export type Author = Omit<Stamp, 'seq'> & { requestKey: string | null };

/** A stream as it stands now, locked until the transaction ends. */
export interface Opened<S> {
  state: S | undefined;
  seq: number;
  digest: Buffer | null;
}

/**
 * States folded lately, by stream and digest of its last event: a digest stands for all events before it, so a state
 * can never be stale, whoever wrote it and whether or not its transaction was committed.
 */
const folded = new Map<string, unknown>();
const FOLDED_KEPT = 500;

function remember(streamId: string, digest: Buffer, state: unknown): void {
  const key = `${streamId} ${digest.toString('base64')}`;
  folded.delete(key);
  folded.set(key, state);
  const [oldest] = folded.keys();
  if (folded.size > FOLDED_KEPT && oldest !== undefined) folded.delete(oldest);
}

/** Reads the events of a stream in order. */
export async function readEvents(
  query: Writer,
  agencyId: string,
  streamId: string,
): Promise<Recorded<NewEvent>[]> {
  const rows = await query
    .selectFrom('event')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('stream', '=', streamId)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    type: row.type,
    version: row.version,
    payload: row.payload as object,
    stamp: {
      seq: row.seq,
      occurredAt: row.occurred_at,
      recordedAt: row.recorded_at,
      actorAccount: row.actor_account,
      actorRole: row.actor_role,
      onBehalfOf: row.on_behalf_of,
      action: row.action,
    },
  }));
}

/** Locks a stream and folds it; the state is undefined where the stream does not exist. */
export async function openStream<S, E extends NewEvent>(
  query: Writer,
  ledger: Ledger<S, E>,
  agencyId: string,
  streamId: string,
): Promise<Opened<S>> {
  const head = await query
    .selectFrom('stream')
    .select(['seq', 'digest', 'kind'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', streamId)
    .forUpdate()
    .executeTakeFirst();
  if (head === undefined) return { state: undefined, seq: 0, digest: null };
  if (head.kind !== ledger.kind) throw new RefusalError(refuse('missing:thing'));
  const known = folded.get(`${streamId} ${head.digest.toString('base64')}`) as S | undefined;
  const state = known ?? foldAll(ledger, await readEvents(query, agencyId, streamId));
  if (state !== undefined) remember(streamId, head.digest, state);
  return { state, seq: head.seq, digest: head.digest };
}

/**
 * Appends what a pure decision yields, and brings projections and counters along, in the transaction under way.
 * @param decide gets the state; what it returns is recorded, or refused
 * @returns the state and seq after it
 * @throws RefusalError where the decision refuses, or the stream has moved on from `expectedSeq`
 */
export async function append<S, E extends NewEvent>(
  query: Writer,
  ledger: Ledger<S, E>,
  agencyId: string,
  streamId: string,
  author: Author,
  decide: (state: S | undefined) => readonly E[] | Refusal,
  expectedSeq?: number,
): Promise<{ state: S | undefined; seq: number }> {
  const opened = await openStream(query, ledger, agencyId, streamId);
  if (expectedSeq !== undefined && expectedSeq !== opened.seq)
    throw new RefusalError(refuse('conflict:changed', { expected: expectedSeq, actual: opened.seq }));
  const decided = decide(opened.state);
  if (isRefusal(decided)) throw new RefusalError(decided);
  if (decided.length === 0) return { state: opened.state, seq: opened.seq };

  const { requestKey, ...stamp } = author;
  let { state, seq, digest } = opened;
  const rows = decided.map((event) => {
    seq += 1;
    // Folded as it will be read: through JSON, which knows no undefined.
    const payload = JSON.stringify(event.payload);
    const recorded: Recorded<E> = { ...event, payload: JSON.parse(payload), stamp: { ...stamp, seq } };
    digest = eventDigest(digest, streamId, recorded);
    state = ledger.fold(state, recorded);
    return {
      agency_id: agencyId,
      id: uuid7(),
      stream: streamId,
      seq,
      type: event.type,
      version: event.version,
      actor_account: stamp.actorAccount,
      actor_role: stamp.actorRole,
      on_behalf_of: stamp.onBehalfOf,
      occurred_at: stamp.occurredAt.toString(),
      recorded_at: stamp.recordedAt.toString(),
      action: stamp.action,
      request_key: requestKey,
      payload,
      digest,
    };
  });
  if (digest === null) throw new Error('an appended event has a digest');
  if (state !== undefined) remember(streamId, digest, state);
  if (opened.seq === 0) {
    const made = await query
      .insertInto('stream')
      .values({ agency_id: agencyId, id: streamId, kind: ledger.kind, seq, digest })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n)
      throw new RefusalError(refuse('conflict:changed', { expected: 0, actual: 1 }));
  } else
    await query
      .updateTable('stream')
      .set({ seq, digest })
      .where('agency_id', '=', agencyId)
      .where('id', '=', streamId)
      .execute();
  await query.insertInto('event').values(rows).execute();
  for (const projection of ledger.projections)
    await project(query, projection, agencyId, streamId, opened.state, state);
  if (ledger.counted) {
    const before = opened.state === undefined ? [] : ledger.counted(opened.state, streamId);
    const after = state === undefined ? [] : ledger.counted(state, streamId);
    await count(query, agencyId, author, before, after);
  }
  return { state, seq };
}

/** Cells that a fold left as they were are the same objects, which spares writing them out to compare. */
function sameRow(a: Row, b: Row): boolean {
  return Object.keys(b).every(
    (column) => a[column] === b[column] || canonical(a[column]) === canonical(b[column]),
  );
}

async function project<S>(
  query: Writer,
  projection: Projection<S>,
  agencyId: string,
  streamId: string,
  before: S | undefined,
  after: S | undefined,
): Promise<void> {
  const keyOf = (row: Row) => canonical(projection.key.map((column) => row[column] ?? null));
  const old = new Map(
    (before === undefined ? [] : projection.rows(before, streamId)).map((row) => [keyOf(row), row]),
  );
  const rows = after === undefined ? [] : projection.rows(after, streamId);
  const changed = rows.filter((row) => {
    const known = old.get(keyOf(row));
    old.delete(keyOf(row));
    return known === undefined || !sameRow(known, row);
  });
  const table = sql.table(projection.table);
  const streamColumn = sql.ref(projection.stream);
  for (const row of old.values()) {
    const conditions = projection.key.map((column) => sql`AND ${sql.ref(column)} = ${row[column]}`);
    await sql`DELETE FROM ${table} WHERE agency_id = ${agencyId} AND ${streamColumn} = ${streamId} ${sql.join(conditions, sql` `)}`.execute(
      query,
    );
  }
  const [first] = changed;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const identity = ['agency_id', projection.stream, ...projection.key];
  const values = changed.map(
    (row) =>
      sql`(${sql.join([
        agencyId,
        streamId,
        ...columns.map((column) =>
          projection.json?.includes(column) && row[column] !== null
            ? JSON.stringify(row[column])
            : row[column],
        ),
      ])})`,
  );
  const updates = columns
    .filter((column) => !identity.includes(column))
    .map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`);
  await sql`INSERT INTO ${table} (${sql.join(['agency_id', projection.stream, ...columns].map((column) => sql.ref(column)))})
    VALUES ${sql.join(values)}
    ON CONFLICT (${sql.join(identity.map((column) => sql.ref(column)))})
    DO ${updates.length === 0 ? sql`NOTHING` : sql`UPDATE SET ${sql.join(updates)}`}`.execute(query);
}

async function count(
  query: Writer,
  agencyId: string,
  author: Author,
  before: readonly Counted[],
  after: readonly Counted[],
): Promise<void> {
  const amounts = new Map<string, { counted: Counted; amount: number }>();
  const add = (counted: Counted, by: number) => {
    const key = canonical([counted.counter, counted.bucket]);
    const known = amounts.get(key);
    amounts.set(key, { counted, amount: (known?.amount ?? 0) + by });
  };
  for (const counted of before) add(counted, -1);
  for (const counted of after) add(counted, 1);
  const deltas = [...amounts.values()].filter(({ amount }) => amount !== 0);
  if (deltas.length === 0) return;
  await query
    .insertInto('counter_delta')
    .values(
      deltas.map(({ counted, amount }) => ({
        agency_id: agencyId,
        id: uuid7(),
        counter: counted.counter,
        bucket: counted.bucket,
        day: civilDate(author.occurredAt),
        amount,
      })),
    )
    .execute();
}
