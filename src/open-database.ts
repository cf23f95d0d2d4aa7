import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { Database, isUnavailable } from './platform/database/database.ts';
import { APP_ROLE, checkMigrated, migrate } from './platform/database/migrate.ts';
import { type Embedded, startEmbedded } from './platform/embedded/index.ts';
import { type Settings, SettingsError } from './settings.ts';

/** Where the migrations lie: beside the bundle, or in the checkout when run from the sources. */
const MIGRATIONS = [new URL('./migrations/', import.meta.url), new URL('../migrations/', import.meta.url)]
  .map((url) => fileURLToPath(url))
  .find((folder) => existsSync(folder)) as string;

/** A migrated database, and what it takes to close it. */
export interface OpenedDatabase {
  database: Database;
  /** The migrator's connection; null where the settings name none. */
  owner: pg.ClientConfig | null;
  /** Ends the connections, and PostgreSQL itself where it is the embedded one; twice is once. */
  close(): Promise<void>;
}

/** Opens the database of the settings, migrated; the embedded one is started, or taken over from a killed server. */
export async function openDatabase(settings: Settings, log: (line: string) => void): Promise<OpenedDatabase> {
  const embedded =
    settings.databaseUrl === null ? await startEmbedded({ dataDir: settings.dataDir, log }) : null;
  try {
    const owner = ownerOf(settings, embedded);
    const database = new Database(await prepare(settings, embedded, owner, log), {
      prepares: settings.preparedStatements,
    });
    let closed: Promise<void> | undefined;
    const close = async () => {
      await database.close();
      await embedded?.stop();
    };
    return {
      database,
      owner,
      close: () => {
        closed ??= close();
        return closed;
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

function ownerOf(settings: Settings, embedded: Embedded | null): pg.ClientConfig | null {
  if (embedded !== null) return { ...embedded.connection };
  return settings.migrateDatabaseUrl ? { connectionString: settings.migrateDatabaseUrl } : null;
}

async function prepare(
  settings: Settings,
  embedded: Embedded | null,
  owner: pg.ClientConfig | null,
  log: (line: string) => void,
): Promise<pg.PoolConfig> {
  if (owner !== null) {
    const applied = await reaching(embedded ? null : 'MIGRATE_DATABASE_URL', migrate(owner, MIGRATIONS));
    if (applied.length > 0) log(`Đã dựng cấu trúc cơ sở dữ liệu (${applied.length} bước mới).`);
  }
  const application: pg.PoolConfig = embedded
    ? { ...embedded.connection, user: APP_ROLE }
    : { connectionString: settings.databaseUrl ?? '' };
  await reaching(embedded ? null : 'DATABASE_URL', checkMigrated(application, MIGRATIONS));
  return application;
}

/** Codes of a server that answers and does not let us in, and of a name that nobody knows. */
const NOT_LET_IN = /^(28...|3D000|42501|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/;

/** Says in one line that a database cannot be used, where the setting is to blame. */
async function reaching<T>(setting: string | null, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (setting === null || !(error instanceof Error)) throw error;
    const code = 'code' in error ? String(error.code) : '';
    if (!isUnavailable(error) && !NOT_LET_IN.test(code)) throw error;
    // Of a name with several addresses the error has no words, only a code.
    const words = (error.message || code).replaceAll(/\s+/g, ' ');
    throw new SettingsError(`${setting} không dùng được: ${reasonOf(code)} (${words}).`);
  }
}

function reasonOf(code: string): string {
  if (code === 'ECONNREFUSED' || code === 'ENOENT')
    return 'không có máy chủ PostgreSQL nào trả lời ở đó, hãy khởi động nó hoặc sửa địa chỉ';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'không tìm thấy máy chủ này, hãy sửa tên máy chủ';
  if (code.startsWith('28')) return 'máy chủ không cho đăng nhập, hãy kiểm tra tên người dùng và mật khẩu';
  if (code === '3D000') return 'máy chủ không có cơ sở dữ liệu này, hãy tạo nó hoặc sửa tên';
  if (code === '42501')
    return `người dùng này không đủ quyền, hãy dùng chủ sở hữu cơ sở dữ liệu, và tạo sẵn vai trò ${APP_ROLE} nếu họ không được tạo vai trò`;
  if (code === '53300') return 'máy chủ đã hết chỗ cho kết nối mới, hãy thử lại sau';
  if (code === '57P03') return 'máy chủ đang khởi động, hãy thử lại sau ít giây';
  return 'không kết nối được tới máy chủ, hãy kiểm tra địa chỉ và mạng';
}
