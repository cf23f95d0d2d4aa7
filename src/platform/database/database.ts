import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { type Scope, serverScope } from '../policy/policy.ts';
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

  constructor(connection: pg.PoolConfig) {
    const pool = new pg.Pool({ max: 16, ...connection });
    // An idle connection that the server ended is replaced at its next use; only the pool must survive the news.
    pool.on('error', (error) => console.error(`database connection lost: ${error.message}`));
    this.#kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  }

  /** Runs reads in one read-only snapshot. */
  read<T>(scope: Scope, run: (query: Reader) => Promise<T>): Promise<T> {
    return this.#kysely
      .transaction()
      .setAccessMode('read only')
      .execute(async (transaction) => {
        await setScope(transaction, scope);
        return run(transaction);
      });
  }

  /** Runs reads and writes in one transaction; an error rolls all of it back. */
  write<T>(scope: Scope, run: (query: Writer) => Promise<T>): Promise<T> {
    return this.#kysely.transaction().execute(async (transaction) => {
      await setScope(transaction, scope);
      return run(transaction);
    });
  }

  /** Reads and writes of tables that belong to no agency (accounts, sessions, settings). */
  unscoped<T>(run: (query: Writer) => Promise<T>): Promise<T> {
    return this.write(serverScope([]), run);
  }

  close(): Promise<void> {
    return this.#kysely.destroy();
  }
}

async function setScope(transaction: Transaction<DB>, scope: Scope): Promise<void> {
  await sql`SELECT set_config('minhchung.agencies', ${scope.agencies.join(',')}, true)`.execute(transaction);
}

/** Widens the scope of the transaction under way, for rows that an allowed action writes in other agencies. */
export async function widenScope(transaction: Writer, scope: Scope): Promise<void> {
  await setScope(transaction, scope);
}
