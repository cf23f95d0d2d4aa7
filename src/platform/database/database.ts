import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { type Scope, serverScope } from '../policy/policy.ts';
import { PreparingClient } from './prepared.ts';
import type { DB } from './schema.ts';

export type Reader = Transaction<DB>;
export type Writer = Transaction<DB>;

// pg asks a parameter for `toPostgres`; without it an instant would be sent as JSON.
Object.defineProperty(Temporal.Instant.prototype, 'toPostgres', {
  value(this: Temporal.Instant) {
    return this.toString();
  },
});

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(text));
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text));

/** The database as the application's role sees it: every statement runs in a transaction that has a scope. */
export class Database {
  readonly #kysely: Kysely<DB>;
  #relaxed = false;
  #closing = false;

  /** @param prepares false behind a pooler that keeps no prepared statements */
  constructor(connection: pg.PoolConfig | Kysely<DB>, { prepares = true } = {}) {
    if (connection instanceof Kysely) {
      this.#kysely = connection;
      return;
    }
    const pool = new pg.Pool({
      max: 16,
      connectionTimeoutMillis: 15_000,
      // A connection knows its tables and has prepared its statements: a new one starts from nothing.
      idleTimeoutMillis: 600_000,
      ...(prepares ? { Client: PreparingClient } : {}),
      ...connection,
    });
    // A connection that the server ended is replaced at its next use, and what ran on it has been told by its own
    // rejection; one that is lost between two statements of a transaction fails at the next. Idle or in use, only the
    // process must survive the news: without listeners it would end.
    pool.on('error', () => undefined);
    pool.on('connect', (client) =>
      client.on('error', (error) => {
        // PostgreSQL that stops right after us may still say goodbye to a connection that is being closed.
        if (!this.#closing) console.error(`database connection lost: ${error.message}`);
      }),
    );
    this.#kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  }

  /**
   * The same database for work that can be done again: its commits do not wait for the disk, and a crash may take back
   * the last of them, in order. What is committed elsewhere afterwards makes them durable.
   */
  relaxed(): Database {
    const relaxed = new Database(this.#kysely);
    relaxed.#relaxed = true;
    return relaxed;
  }

  /** Runs reads in one read-only snapshot: what is committed meanwhile is not seen. */
  read<T>(scope: Scope, run: (query: Reader) => Promise<T>): Promise<T> {
    return this.#kysely
      .transaction()
      .setAccessMode('read only')
      .setIsolationLevel('repeatable read')
      .execute(async (transaction) => {
        await setScope(transaction, scope);
        return run(transaction);
      });
  }

  /** Runs reads and writes in one transaction; an error rolls all of it back. */
  write<T>(scope: Scope, run: (query: Writer) => Promise<T>): Promise<T> {
    return this.#kysely.transaction().execute(async (transaction) => {
      await setScope(transaction, scope, this.#relaxed);
      return run(transaction);
    });
  }

  /** Reads and writes of tables that belong to no agency (accounts, sessions, settings). */
  unscoped<T>(run: (query: Writer) => Promise<T>): Promise<T> {
    return this.write(serverScope([]), run);
  }

  close(): Promise<void> {
    this.#closing = true;
    return this.#kysely.destroy();
  }
}

const UNREACHABLE = /^(ECONNREFUSED|ECONNRESET|EPIPE|08...|53300|57P0[1-3])$/;
const LOST =
  /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|Client was closed/;

/** Whether an error says that the database cannot be reached, or went away under a transaction. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  const noSocket = code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect';
  return noSocket || UNREACHABLE.test(code) || LOST.test(error.message);
}

/** Whether PostgreSQL, or the system itself, says that a disk is full. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(53100|ENOSPC|EDQUOT)$/.test(String(error.code));
}

async function setScope(transaction: Transaction<DB>, scope: Scope, relaxed = false): Promise<void> {
  const more = relaxed ? sql`, set_config('synchronous_commit', 'off', true)` : sql``;
  await sql`SELECT set_config('minhchung.agencies', ${scope.agencies.join(',')}, true)${more}`.execute(
    transaction,
  );
}

/** Widens the scope of the transaction under way, for rows that an allowed action writes in other agencies. */
export async function widenScope(transaction: Writer, scope: Scope): Promise<void> {
  await setScope(transaction, scope);
}
