import type pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { civilDate } from '../src/platform/clock/clock.ts';
import type { JsonValue } from '../src/platform/database/schema.ts';
import { eventDigest, type Ledger, type NewEvent, type Recorded } from '../src/platform/ledger/ledger.ts';
import type { Author } from '../src/platform/ledger/store.ts';
import { isRefusal, type Refusal } from '../src/platform/refusal.ts';

/** The order in which rows must go in, for their foreign keys. */
const ORDER = [
  'setting',
  'agency',
  'unit',
  'person',
  'post',
  'account',
  'share',
  'row_version',
  'stored_file',
  'stream',
  'event',
  'plan',
  'plan_item',
  'plan_recipient',
  'task',
  'task_unit',
  'milestone',
  'task_period',
  'milestone_period',
  'evidence_use',
  'task_chase',
  'evidence',
  'evidence_revision',
  'counter_delta',
  'audit_trail',
] as const;
type Table = (typeof ORDER)[number];

/** Rows held back at most before they are sent. */
const HELD = 20_000;

/** A seeded source of numbers and of ids that come out the same every time (mulberry32). */
export class Seeded {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  of<T>(choices: readonly T[]): T {
    const chosen = choices[this.below(choices.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  }

  /** A UUIDv7 of an instant, as the server makes them. */
  id(at: Temporal.Instant): string {
    const hex = (length: number) =>
      Array.from({ length }, () => Math.floor(this.next() * 16).toString(16)).join('');
    const time = at.epochMilliseconds.toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${this.of(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`;
  }
}

/** Collects rows and sends them many at a time, as the owner of the tables. */
export class Bulk {
  readonly #client: pg.Client;
  readonly #rows = new Map<Table, object[]>();
  #held = 0;

  constructor(client: pg.Client) {
    this.#client = client;
  }

  add(table: Table, row: object): void {
    if (!ORDER.includes(table)) throw new Error(`nothing says when rows of ${table} go in`);
    const rows = this.#rows.get(table);
    if (rows === undefined) this.#rows.set(table, [row]);
    else rows.push(row);
    this.#held += 1;
  }

  /** To be called where what was added is complete: a stream with its events. */
  async settle(): Promise<void> {
    if (this.#held >= HELD) await this.flush();
  }

  async flush(): Promise<void> {
    for (const table of ORDER) {
      const rows = this.#rows.get(table);
      if (rows === undefined) continue;
      // Columns of which nothing is said have their defaults.
      const columns = [...new Set(rows.flatMap(Object.keys))].join(', ');
      await this.#client.query(
        `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
        [JSON.stringify(rows)],
      );
      this.#rows.delete(table);
    }
    this.#held = 0;
  }
}

/** One stream, appended to as the store does it, with its rows written once at the end. */
export class Stream<S, E extends NewEvent> {
  readonly id: string;
  readonly #bulk: Bulk;
  readonly #random: Seeded;
  readonly #ledger: Ledger<S, E>;
  readonly #agencyId: string;
  #state: S | undefined;
  #seq = 0;
  #digest: Buffer | null = null;

  constructor(bulk: Bulk, random: Seeded, ledger: Ledger<S, E>, agencyId: string, id: string) {
    this.id = id;
    this.#bulk = bulk;
    this.#random = random;
    this.#ledger = ledger;
    this.#agencyId = agencyId;
  }

  append(author: Author, decide: (state: S | undefined) => readonly E[] | Refusal): S {
    const decided = decide(this.#state);
    if (isRefusal(decided)) throw new Error(`the ledger refuses: ${decided.code}`);
    const before = this.#state === undefined ? [] : (this.#ledger.counted?.(this.#state, this.id) ?? []);
    const { requestKey, ...stamp } = author;
    for (const event of decided) {
      this.#seq += 1;
      const recorded: Recorded<E> = { ...event, stamp: { ...stamp, seq: this.#seq } };
      this.#digest = eventDigest(this.#digest, this.id, recorded);
      this.#state = this.#ledger.fold(this.#state, recorded);
      this.#bulk.add('event', {
        agency_id: this.#agencyId,
        id: this.#random.id(author.recordedAt),
        stream: this.id,
        seq: this.#seq,
        type: event.type,
        version: event.version,
        actor_account: stamp.actorAccount,
        actor_role: stamp.actorRole,
        on_behalf_of: stamp.onBehalfOf,
        occurred_at: stamp.occurredAt.toString(),
        recorded_at: stamp.recordedAt.toString(),
        action: stamp.action,
        request_key: requestKey,
        payload: event.payload,
        digest: bytea(this.#digest),
      });
    }
    if (this.#state === undefined) throw new Error('a stream begins with an event');
    const after = this.#ledger.counted?.(this.#state, this.id) ?? [];
    const deltas = new Map<string, { counter: string; bucket: string; amount: number }>();
    for (const [list, by] of [
      [before, -1],
      [after, 1],
    ] as const)
      for (const { counter, bucket } of list) {
        const key = `${counter} ${bucket}`;
        deltas.set(key, { counter, bucket, amount: (deltas.get(key)?.amount ?? 0) + by });
      }
    for (const delta of deltas.values())
      if (delta.amount !== 0)
        this.#bulk.add('counter_delta', {
          ...delta,
          agency_id: this.#agencyId,
          id: this.#random.id(author.recordedAt),
          day: civilDate(author.occurredAt),
        });
    return this.#state;
  }

  /** Writes the stream's head and its projections as they stand now. */
  close(): void {
    const state = this.#state;
    if (state === undefined || this.#digest === null) throw new Error('an empty stream has no rows');
    this.#bulk.add('stream', {
      agency_id: this.#agencyId,
      id: this.id,
      kind: this.#ledger.kind,
      seq: this.#seq,
      digest: bytea(this.#digest),
    });
    for (const projection of this.#ledger.projections)
      for (const row of projection.rows(state, this.id))
        this.#bulk.add(projection.table as Table, {
          agency_id: this.#agencyId,
          [projection.stream]: this.id,
          ...row,
        });
  }
}

/** The audit row of a performed action. */
export function addAudit(
  bulk: Bulk,
  random: Seeded,
  agencyId: string,
  author: Author,
  subject: string,
): void {
  bulk.add('audit_trail', {
    agency_id: agencyId,
    id: random.id(author.recordedAt),
    recorded_at: author.recordedAt.toString(),
    office_time: author.occurredAt.toString(),
    account: author.actorAccount,
    role: author.actorRole,
    on_behalf_of: author.onBehalfOf,
    action: author.action,
    outcome: 'done',
    subject,
    refusal: null,
    request_key: author.requestKey,
    address: '127.0.0.1',
  });
}

/** A catalogue row with its first version. */
export function addVersioned(
  bulk: Bulk,
  table: 'agency' | 'unit' | 'person',
  agencyId: string,
  row: { id: string } & Record<string, JsonValue>,
  at: Temporal.Instant,
): void {
  const values = { ...row, seq: 1 };
  bulk.add(table, values);
  bulk.add('row_version', {
    agency_id: agencyId,
    table_name: table,
    row_id: row.id,
    seq: 1,
    row_value: values,
    account: null,
    recorded_at: at.toString(),
  });
}

function bytea(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}

/** Instants of working hours, each a little after the one before, so that no two actions share one. */
export class WorkTime {
  #now: Temporal.Instant;

  constructor(from: string) {
    this.#now = Temporal.Instant.from(from);
  }

  tick(): Temporal.Instant {
    this.#now = this.#now.add({ milliseconds: 217 });
    return this.#now;
  }
}
