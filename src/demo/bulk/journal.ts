import type pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { type DossierEvent, type DossierState, dossierLedger } from '../../dossiers/index.ts';
import type { Row } from '../../platform/ledger/ledger.ts';
import { eventDigest } from '../../platform/ledger/ledger.ts';
import {
  type Leaf,
  LOCK,
  packLeaves,
  rowDigest,
  type SealedKind,
  sealDigest,
} from '../../platform/ledger/seals.ts';
import { isRefusal, type Refusal } from '../../platform/refusal.ts';
import { type Copied, Copying } from './copy.ts';
import type { Staff } from './offices.ts';
import type { Seeded } from './seeded.ts';

const EVENT = [
  ...['agency_id', 'id', 'stream', 'seq', 'type', 'version', 'actor_account', 'actor_role', 'on_behalf_of'],
  ...['occurred_at', 'recorded_at', 'action', 'request_key', 'payload', 'digest'],
];
const AUDIT = [
  ...[
    'agency_id',
    'id',
    'recorded_at',
    'office_time',
    'account',
    'role',
    'on_behalf_of',
    'action',
    'outcome',
  ],
  ...['subject', 'refusal', 'request_key', 'address'],
];
/** Rows of one seal, as the job makes them. */
const SEALED_AT_ONCE = 2000;

/** An act of somebody on a dossier. */
export interface Act {
  /** Milliseconds; whole seconds. */
  at: number;
  by: Staff;
  action: string;
  decide(state: DossierState | undefined): readonly DossierEvent[] | Refusal;
}

/** Folds dossiers in memory by the product's own decisions, and writes what the server would have written, many at a time. */
export class Journal {
  readonly #client: pg.Client;
  readonly #random: Seeded;
  readonly #stream = new Copying('stream', ['agency_id', 'id', 'kind', 'seq', 'digest']);
  readonly #event = new Copying('event', EVENT);
  readonly #audit = new Copying('audit_trail', AUDIT);
  readonly #code = new Copying('dossier_code', ['code', 'agency_id', 'dossier_id']);
  readonly #projections = new Map<string, { copying: Copying; columns: readonly string[] }>();
  readonly #counters = new Map<string, { agencyId: string; scope: string; last: number }>();
  #leaves: Leaf[] = [];
  #latest = 0;

  constructor(client: pg.Client, random: Seeded) {
    this.#client = client;
    this.#random = random;
  }

  /** Lets a dossier live through its acts. @returns as it stands afterwards */
  live(agencyId: string, id: string, acts: Iterable<Act>): DossierState | undefined {
    let state: DossierState | undefined;
    let digest: Buffer | null = null;
    let seq = 0;
    for (const { at, by, action, decide } of acts) {
      const events = decide(state);
      if (isRefusal(events)) throw new Error(`a dossier's ledger refuses ${action}: ${events.code}`);
      const instant = Temporal.Instant.fromEpochMilliseconds(at);
      const written = instant.toString();
      const key = this.#random.id(at);
      const [account, role] = [by.accountId, by.role];
      for (const event of events) {
        seq += 1;
        const stamp = {
          seq,
          occurredAt: instant,
          recordedAt: instant,
          actorAccount: account,
          actorRole: role,
          onBehalfOf: null,
          action,
        };
        digest = eventDigest(digest, id, { ...event, stamp });
        state = dossierLedger.fold(state, { ...event, stamp });
        const row = [
          agencyId,
          this.#random.id(at),
          id,
          seq,
          event.type,
          event.version,
          account,
          role,
          null,
          written,
          written,
          action,
          key,
        ];
        const cells: Copied[] = [...row, JSON.stringify(event.payload), digest];
        this.#event.add(cells);
        this.#leave('event', agencyId, EVENT, cells, event.payload);
      }
      const audit: Copied[] = [
        agencyId,
        this.#random.id(at),
        written,
        written,
        account,
        role,
        null,
        action,
        'done',
        id,
        null,
        key,
        by.address,
      ];
      this.#audit.add(audit);
      this.#leave('audit_trail', agencyId, AUDIT, audit);
      this.#latest = Math.max(this.#latest, at);
    }
    if (state === undefined || digest === null) return undefined;
    this.#stream.add([agencyId, id, dossierLedger.kind, seq, digest]);
    if (state.code !== null) this.#code.add([state.code, agencyId, id]);
    for (const projection of dossierLedger.projections)
      for (const row of projection.rows(state, id)) this.#project(projection, agencyId, id, row);
    return state;
  }

  /** The last running number of a day, as it stands after what was written here. */
  count(agencyId: string, scope: string, last: number): void {
    this.#counters.set(`${agencyId} ${scope}`, { agencyId, scope, last });
  }

  /**
   * Writes all that was lived, whole or not at all; what is lived meanwhile is written the next time.
   * @param before writes what it stands on, in the same transaction
   */
  async write(before: readonly ((client: pg.Client) => Promise<void>)[]): Promise<void> {
    const client = this.#client;
    const copyings = [this.#stream, this.#event, this.#audit, this.#code];
    const projections = [...this.#projections.values()].map(({ copying }) => copying);
    const sends = [...before, ...[...copyings, ...projections].map((copying) => copying.take())];
    const [counters, leaves, latest] = [[...this.#counters.values()], this.#leaves, this.#latest];
    this.#counters.clear();
    this.#leaves = [];
    await client.query('BEGIN');
    try {
      // Neither the triggers that queue for a seal nor foreign keys: seals are made here, and the rows are made together.
      await client.query('SET LOCAL session_replication_role = replica');
      await client.query('SET LOCAL synchronous_commit = off');
      for (const send of sends) await send(client);
      await client.query(
        `INSERT INTO dossier_counter SELECT * FROM unnest($1::uuid[], $2::text[], $3::integer[])
         ON CONFLICT (agency_id, scope) DO UPDATE SET last = excluded.last`,
        [
          counters.map((one) => one.agencyId),
          counters.map((one) => one.scope),
          counters.map((one) => one.last),
        ],
      );
      await this.#seal(leaves, latest);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  #project(
    { table, stream }: { table: string; stream: string },
    agencyId: string,
    id: string,
    row: Row,
  ): void {
    let known = this.#projections.get(table);
    if (known === undefined) {
      const columns = Object.keys(row);
      known = { columns, copying: new Copying(table, ['agency_id', stream, ...columns]) };
      this.#projections.set(table, known);
    }
    known.copying.add([agencyId, id, ...known.columns.map((column) => row[column] as Copied)]);
  }

  /** Digests a row as it will be read back. */
  #leave(
    kind: SealedKind,
    agencyId: string,
    columns: readonly string[],
    cells: readonly Copied[],
    payload?: object,
  ): void {
    const row = Object.fromEntries(columns.map((column, index) => [column, cells[index]]));
    if (payload !== undefined) row.payload = payload as never;
    this.#leaves.push({ kind, agencyId, id: String(row.id), digest: rowDigest(kind, row) });
  }

  async #seal(leaves: readonly Leaf[], latest: number): Promise<void> {
    await this.#client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const { rows } = await this.#client.query<{ number: number; digest: Buffer }>(
      'SELECT number, digest FROM seal ORDER BY number DESC LIMIT 1',
    );
    let number = Number(rows[0]?.number ?? 0);
    let previous = rows[0]?.digest ?? null;
    const sealedAt = Temporal.Instant.fromEpochMilliseconds(latest);
    for (let at = 0; at < leaves.length; at += SEALED_AT_ONCE) {
      const batch = leaves.slice(at, at + SEALED_AT_ONCE);
      const packed = packLeaves(batch);
      number += 1;
      previous = sealDigest(previous, { number, sealedAt, leaves: packed });
      await this.#client.query('INSERT INTO seal VALUES ($1, $2, $3, $4, $5)', [
        number,
        sealedAt.toString(),
        batch.length,
        packed,
        previous,
      ]);
    }
  }
}
