import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { realNow } from '../clock/system.ts';
import { isDiskFull, isUnavailable } from './database.ts';

/** The application's role: it owns nothing and passes no row-level security. */
export const APP_ROLE = 'minhchung_app';

/** Something about the database keeps the server from starting; the message says what to do. */
export class MigrationError extends Error {}

const LOCK = 3_750_369;

/** Creates the application's role where it is missing; apart from the migrations, since roles belong to the cluster. */
async function ensureAppRole(client: pg.Client): Promise<void> {
  // An owner who may not create roles is not refused where somebody has created it.
  await client.query(`DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${APP_ROLE}') THEN
      CREATE ROLE ${APP_ROLE} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
  const { rows } = await client.query<{ database: string }>('SELECT current_database() AS database');
  await client.query(
    `GRANT CONNECT ON DATABASE ${pg.escapeIdentifier(rows[0]?.database ?? '')} TO ${APP_ROLE}`,
  );
  await client.query(`GRANT USAGE ON SCHEMA public TO ${APP_ROLE}`);
}

/**
 * Applies the SQL files of a folder that the database has not seen, in the order of their names, each in a
 * transaction, under one advisory lock.
 * @returns the names applied now
 * @throws MigrationError where an applied file has changed or is missing
 */
export async function migrate(connection: pg.ClientConfig, folder: string): Promise<string[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await ensureAppRole(client);
    await client.query(
      `CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL)`,
    );
    await client.query(`GRANT SELECT ON migration TO ${APP_ROLE}`);
    const applied = new Map(
      (
        await client.query<{ name: string; checksum: string }>('SELECT name, checksum FROM migration')
      ).rows.map((row) => [row.name, row.checksum]),
    );
    const done: string[] = [];
    for (const file of await migrationFiles(folder)) {
      const known = applied.get(file.name);
      applied.delete(file.name);
      if (known === file.checksum) continue;
      if (known !== undefined)
        throw new MigrationError(
          `Tệp migrations/${file.name} đã bị sửa sau khi được áp dụng: hãy khôi phục tệp này và ghi thay đổi vào một tệp mới, hoặc bắt đầu lại với cơ sở dữ liệu trống.`,
        );
      await client.query('BEGIN');
      try {
        await client.query(file.sql);
        await client.query('INSERT INTO migration VALUES ($1, $2, $3)', [
          file.name,
          file.checksum,
          realNow().toString(),
        ]);
        await client.query('COMMIT');
      } catch (error) {
        if (isDiskFull(error) || isUnavailable(error)) throw error;
        await client.query('ROLLBACK');
        throw new MigrationError(
          `Không áp dụng được migrations/${file.name} vào cơ sở dữ liệu: ${error instanceof Error ? error.message : error}`,
        );
      }
      done.push(file.name);
    }
    const [unknown] = applied.keys();
    if (unknown !== undefined)
      throw new MigrationError(
        `Cơ sở dữ liệu đã áp dụng migrations/${unknown} mà phiên bản này không có: hãy khởi động phiên bản mới hơn.`,
      );
    return done;
  } finally {
    await client.end();
  }
}

/** Checks, with the application's own connection, that nothing is left to migrate and that the role is a safe one. */
export async function checkMigrated(connection: pg.ClientConfig, folder: string): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ unsafe: boolean }>(
      'SELECT rolsuper OR rolbypassrls AS unsafe FROM pg_roles WHERE rolname = current_user',
    );
    if (rows[0]?.unsafe === true)
      throw new MigrationError(
        `DATABASE_URL đăng nhập bằng vai trò không bị bảo mật theo dòng (row-level security) ràng buộc: hãy đăng nhập bằng ${APP_ROLE} hoặc một thành viên của nó, và ghi chủ sở hữu cơ sở dữ liệu vào MIGRATE_DATABASE_URL.`,
      );
    const known = await client.query<{ present: boolean }>(
      `SELECT to_regclass('migration') IS NOT NULL AS present`,
    );
    const names = known.rows[0]?.present
      ? (await client.query<{ name: string }>('SELECT name FROM migration')).rows.map((row) => row.name)
      : [];
    const missing = (await migrationFiles(folder)).find((file) => !names.includes(file.name));
    if (missing !== undefined)
      throw new MigrationError(
        `Cơ sở dữ liệu chưa áp dụng migrations/${missing.name}: hãy đặt MIGRATE_DATABASE_URL là chủ sở hữu của nó rồi khởi động lại.`,
      );
  } finally {
    await client.end();
  }
}

async function migrationFiles(folder: string): Promise<{ name: string; sql: string; checksum: string }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(folder, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}
