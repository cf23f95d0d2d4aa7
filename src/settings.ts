import { isIP } from 'node:net';
import path from 'node:path';
import { Temporal } from 'temporal-polyfill';

/** What the environment says of this process, checked once at the start. */
export interface Settings {
  port: number;
  host: string;
  dataDir: string;
  /** The application's connection; absent means the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | null;
  /** The migrator's connection to the same database. */
  migrateDatabaseUrl: string | null;
  /** Office time at the start, as a wall time in Asia/Ho_Chi_Minh; absent means the real time. */
  clock: string | null;
  mailUrl: string | null;
  /** Fill the database with the demo; null means: only an embedded database that is empty. */
  demo: boolean | null;
  /** Start with nothing, and lead the first visitor through set-up. */
  empty: boolean;
}

/** A setting that cannot be used; the message is one line that says what to write instead. */
export class SettingsError extends Error {}

function fail(name: string, value: string, wanted: string): never {
  const shown = value.replace(/:[^:@/]*@/, ':***@');
  throw new SettingsError(`${name}=${shown.replaceAll('\n', ' ')} cannot be used: ${wanted}`);
}

function readUrl(name: string, value: string | undefined, protocols: string[]): string | null {
  if (value === undefined || value === '') return null;
  const wanted = `write it as ${protocols[0]}//user:password@host:port/name`;
  const url = URL.canParse(value) ? new URL(value) : fail(name, value, wanted);
  return protocols.includes(url.protocol) ? value : fail(name, value, wanted);
}

/**
 * Reads PORT, HOST, DATA_DIR, DATABASE_URL, MIGRATE_DATABASE_URL, CLOCK, MAIL_URL and the flags
 * `--demo` and `--empty`.
 * @throws SettingsError with one clear line
 */
export function readSettings(env: NodeJS.ProcessEnv, flags: readonly string[], cwd: string): Settings {
  for (const flag of flags)
    if (flag !== '--demo' && flag !== '--empty')
      throw new SettingsError(`${flag} is not known: use --demo or --empty`);
  const portText = env.PORT || '8019';
  const port = /^\d+$/.test(portText) ? Number(portText) : Number.NaN;
  if (!(port >= 0 && port <= 65535)) fail('PORT', portText, 'write a number from 0 to 65535');
  const host = env.HOST || '127.0.0.1';
  if (!isIP(host) && !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(host))
    fail('HOST', host, 'write a name or an address such as 127.0.0.1, without a port');
  const clock = env.CLOCK || null;
  if (clock !== null) {
    try {
      Temporal.PlainDateTime.from(clock);
    } catch {
      fail('CLOCK', clock, 'write a date and time such as 2019-06-03T08:00');
    }
  }
  const databaseUrl = readUrl('DATABASE_URL', env.DATABASE_URL, ['postgresql:', 'postgres:']);
  const migrateDatabaseUrl = readUrl('MIGRATE_DATABASE_URL', env.MIGRATE_DATABASE_URL, [
    'postgresql:',
    'postgres:',
  ]);
  if (migrateDatabaseUrl !== null && databaseUrl === null)
    throw new SettingsError('MIGRATE_DATABASE_URL is set without DATABASE_URL: set both, or neither');
  const demo = flags.includes('--demo');
  const empty = flags.includes('--empty');
  if (demo && empty) throw new SettingsError('--demo and --empty exclude each other: choose one');
  return {
    port,
    host,
    dataDir: path.resolve(cwd, env.DATA_DIR || 'data'),
    databaseUrl,
    migrateDatabaseUrl,
    clock,
    mailUrl: readUrl('MAIL_URL', env.MAIL_URL, ['smtp:', 'smtps:']),
    demo: demo ? true : empty || databaseUrl !== null ? false : null,
    empty,
  };
}
