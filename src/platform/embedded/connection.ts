import pg from 'pg';
import { errorCode } from './error.ts';

/** How to connect: the fields of `pg`'s configuration. The user is the owner, a superuser. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

/** Runs a task over a connection of its own to one database. */
export async function withClient<T>(
  connection: Connection,
  database: string,
  task: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...connection, database });
  // A connection that breaks rejects the statement that runs on it; alone it must not end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await task(client);
  } finally {
    await client.end();
  }
}

/** Makes the product's database when it is missing. */
export async function ensureDatabase(connection: Connection): Promise<void> {
  await withClient(connection, 'postgres', async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [connection.database]);
    if (found.rowCount !== 0) return;
    try {
      await client.query(`create database ${client.escapeIdentifier(connection.database)}`);
    } catch (error) {
      // PostgreSQL may still have been making it for a server that was killed meanwhile; it was waited for.
      if (!['42P04', '23505'].includes(errorCode(error) ?? '')) throw error;
    }
  });
}

/**
 * After a change of ICU: every index in every database is built anew, and the new version recorded (template0
 * has none: its copies take the version of their day).
 */
export async function refreshCollations(connection: Connection): Promise<void> {
  const databases = await withClient(connection, 'postgres', async (client) => {
    const found = await client.query<{ datname: string }>(
      'select datname from pg_database where datallowconn order by datname',
    );
    return found.rows.map((row) => row.datname);
  });
  for (const database of databases) {
    await withClient(connection, database, async (client) => {
      const name = client.escapeIdentifier(database);
      await client.query(`reindex database ${name}`);
      await client.query(`alter database ${name} refresh collation version`);
      const stale = await client.query<{ name: string }>(
        `select quote_ident(n.nspname) || '.' || quote_ident(c.collname) as name
           from pg_collation c join pg_namespace n on n.oid = c.collnamespace
          where c.collversion is distinct from pg_collation_actual_version(c.oid) and c.collversion is not null`,
      );
      for (const row of stale.rows) await client.query(`alter collation ${row.name} refresh version`);
    });
  }
}
