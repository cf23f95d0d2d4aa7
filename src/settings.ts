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
  /** False behind a pooler that keeps no prepared statements: PgBouncer before 1.21. */
  preparedStatements: boolean;
  /** Office time at the start, as a wall time in Asia/Ho_Chi_Minh; absent means the real time. */
  clock: string | null;
  /** The mail server, who its letters are from, and the address of this house in their links; null where none is sent. */
  mail: { url: string; from: string; baseUrl: string } | null;
  /** Addresses of the proxies whose X-Forwarded-For says who asks. */
  trustedProxies: readonly string[];
  /** Fill the database with the demo; null means: only an embedded database that is empty. */
  demo: boolean | null;
  /** Start with nothing, and lead the first visitor through set-up. */
  empty: boolean;
}

/** A setting that cannot be used; the message is one line that says what to write instead. */
export class SettingsError extends Error {}

/** A command line that cannot be understood, as against one that cannot be done. */
export class UsageError extends SettingsError {}

function fail(name: string, value: string, wanted: string): never {
  throw new SettingsError(`${name}=${withoutPassword(value)} không dùng được: ${wanted}.`);
}

/** An address in one line, without its password: up to the last @, since one as typed may hold any character. */
function withoutPassword(address: string): string {
  return address
    .replaceAll(/\s+/g, ' ')
    .replace(/^((?:.*?\/\/)?[^:@/]*:).*@/, '$1***@')
    .replaceAll(/([?&](?:ssl)?password=)[^&]*/g, '$1***');
}

function readDatabaseUrl(name: string, value: string | undefined): string | null {
  if (value === undefined || value === '') return null;
  const wanted = 'hãy ghi theo mẫu postgresql://NGƯỜI_DÙNG:MẬT_KHẨU@MÁY_CHỦ:CỔNG/TÊN';
  const url = URL.canParse(value) ? new URL(value) : fail(name, value, wanted);
  return ['postgresql:', 'postgres:'].includes(url.protocol) ? value : fail(name, value, wanted);
}

/** MAIL_URL with MAIL_FROM and BASE_URL, without which no letter can be written. */
function readMail(env: NodeJS.ProcessEnv): Settings['mail'] {
  const url = readMailUrl(env.MAIL_URL);
  if (url === null) return null;
  for (const name of ['MAIL_FROM', 'BASE_URL'] as const)
    if (!env[name])
      throw new SettingsError(
        `Đã đặt MAIL_URL mà chưa đặt ${name}: hãy đặt cả ba MAIL_URL, MAIL_FROM, BASE_URL, hoặc bỏ cả ba.`,
      );
  return { url, from: readMailFrom(env.MAIL_FROM ?? ''), baseUrl: readBaseUrl(env.BASE_URL ?? '') };
}

function readMailUrl(value: string | undefined): string | null {
  if (value === undefined || value === '') return null;
  const wanted = 'hãy ghi theo mẫu smtp://NGƯỜI_DÙNG:MẬT_KHẨU@MÁY_CHỦ:CỔNG, hoặc smtps://';
  const url = URL.canParse(value) ? new URL(value) : fail('MAIL_URL', value, wanted);
  // "smtp:mail.example" is a URL too, of no host.
  return ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== ''
    ? value
    : fail('MAIL_URL', value, wanted);
}

/** "cchc@example.vn", without a name: the agency's stands before it. */
function readMailFrom(value: string): string {
  return /^[^\s@<>"]+@[^\s@<>"]+$/.test(value)
    ? value
    : fail('MAIL_FROM', value, 'hãy ghi một địa chỉ thư điện tử, như cchc@hanoiedu.vn');
}

/** The address at which people reach the house, without what follows the host. */
function readBaseUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isPlain =
    url !== undefined && /^https?:$/.test(url.protocol) && `${url.pathname}${url.search}` === '/';
  if (url === undefined || !isPlain)
    fail('BASE_URL', value, 'hãy ghi địa chỉ mà mọi người mở hệ thống, như https://minhchung.hanoiedu.vn');
  return url.origin;
}

/** "127.0.0.1, 10.0.0.5" */
function readAddresses(value: string | undefined): string[] {
  const addresses = (value ?? '').split(/[\s,]+/).filter((one) => one !== '');
  for (const address of addresses)
    if (isIP(address) === 0)
      fail('TRUSTED_PROXY', value ?? '', 'hãy ghi các địa chỉ IP, cách nhau bằng dấu phẩy, như 127.0.0.1');
  return addresses.map((address) => address.toLowerCase());
}

/** "on", unless it says "off". */
function readSwitch(name: string, value: string | undefined): boolean {
  if (value === undefined || value === '' || value === 'on') return true;
  return value === 'off' ? false : fail(name, value, 'hãy ghi on hoặc off');
}

/** A wall time to the minute, however much of it was written. */
function readClock(value: string | undefined): string | null {
  if (value === undefined || value === '') return null;
  try {
    return Temporal.PlainDateTime.from(value).toString({ smallestUnit: 'minute' });
  } catch {
    return fail('CLOCK', value, 'hãy ghi ngày và giờ như 2019-06-03T08:00');
  }
}

/**
 * Reads PORT, HOST, DATA_DIR, DATABASE_URL, MIGRATE_DATABASE_URL, PREPARED_STATEMENTS, CLOCK, MAIL_URL, MAIL_FROM,
 * BASE_URL, TRUSTED_PROXY and the flags `--demo` and `--empty`.
 * @throws SettingsError with one clear line
 */
export function readSettings(env: NodeJS.ProcessEnv, flags: readonly string[], cwd: string): Settings {
  for (const flag of flags)
    if (flag !== '--demo' && flag !== '--empty')
      throw new UsageError(`Không có lựa chọn ${flag}: chỉ dùng được --demo hoặc --empty.`);
  const portText = env.PORT || '8019';
  const port = /^\d+$/.test(portText) ? Number(portText) : Number.NaN;
  if (!(port >= 0 && port <= 65535)) fail('PORT', portText, 'hãy ghi một số từ 0 đến 65535');
  const host = env.HOST || '127.0.0.1';
  if (!isIP(host) && !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(host))
    fail('HOST', host, 'hãy ghi tên máy hoặc địa chỉ như 127.0.0.1, không kèm cổng');
  const databaseUrl = readDatabaseUrl('DATABASE_URL', env.DATABASE_URL);
  const migrateDatabaseUrl = readDatabaseUrl('MIGRATE_DATABASE_URL', env.MIGRATE_DATABASE_URL);
  if (migrateDatabaseUrl !== null && databaseUrl === null)
    throw new SettingsError(
      'Đã đặt MIGRATE_DATABASE_URL mà chưa đặt DATABASE_URL: hãy đặt cả hai, hoặc bỏ cả hai.',
    );
  const demo = flags.includes('--demo');
  const empty = flags.includes('--empty');
  if (demo && empty) throw new UsageError('Không dùng --demo cùng với --empty: hãy chọn một.');
  return {
    port,
    host,
    dataDir: path.resolve(cwd, env.DATA_DIR || 'data'),
    databaseUrl,
    migrateDatabaseUrl,
    preparedStatements: readSwitch('PREPARED_STATEMENTS', env.PREPARED_STATEMENTS),
    clock: readClock(env.CLOCK),
    mail: readMail(env),
    trustedProxies: readAddresses(env.TRUSTED_PROXY),
    demo: demo ? true : empty || databaseUrl !== null ? false : null,
    empty,
  };
}
