import { createServer } from 'node:net';
import path from 'node:path';
import { serve } from '@hono/node-server';
import type pg from 'pg';
import { RootAgency } from './agencies/index.ts';
import { contentOf, Demo, FIRST, LAST } from './demo/demo.ts';
import { demoSlice } from './demo/slice.ts';
import { actions, lexiconOf, policy, slices } from './house.ts';
import { openDatabase } from './open-database.ts';
import { identify, identifyToken, lineageOf, visitorOf } from './people/index.ts';
import { type Clock, OfficeClock, officeInstant } from './platform/clock/clock.ts';
import type { Database } from './platform/database/database.ts';
import { DiskStore, type FileStore } from './platform/files/store.ts';
import { buildApp } from './platform/http/app.tsx';
import { isLoopback } from './platform/http/client.ts';
import type { House } from './platform/http/visit.ts';
import { type Settings, SettingsError } from './settings.ts';

export interface Opened {
  house: House;
  close(): Promise<void>;
}

/**
 * Opens the database of the settings, migrated, and makes the house that stands on it.
 * @param opened told how to close it when the database is there, and awaited before a demo is filled in, which takes its
 *   time
 */
export async function openHouse(
  settings: Settings,
  log: (line: string) => void,
  opened: (close: () => Promise<void>) => Promise<void> = async () => undefined,
): Promise<Opened> {
  const { database, owner, close } = await openDatabase(settings, log);
  try {
    await opened(close);
    const demo = await demoOf(database, settings, owner, log);
    const house = await makeHouse(database, settings, demo);
    await demo?.open(house, settings.clock);
    return { house, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The demo that this database holds or is to be filled with; null for an office's own. */
async function demoOf(
  database: Database,
  settings: Settings,
  owner: pg.ClientConfig | null,
  log: (line: string) => void,
): Promise<Demo | null> {
  const content = await contentOf(database);
  if (content === 'office' && settings.demo === true)
    throw new SettingsError(
      '--demo chỉ nạp dữ liệu mô phỏng vào cơ sở dữ liệu trống, mà ở đây đã có dữ liệu của một cơ quan: hãy bỏ --demo, hoặc chọn cơ sở dữ liệu khác.',
    );
  if (content === 'demo' && settings.empty)
    throw new SettingsError(
      `--empty cần cơ sở dữ liệu trống, mà ${settings.databaseUrl === null ? settings.dataDir : 'DATABASE_URL'} đang chứa bản mô phỏng: hãy chọn ${settings.databaseUrl === null ? 'thư mục khác bằng DATA_DIR' : 'cơ sở dữ liệu khác'}, hoặc bỏ --empty.`,
    );
  const wanted = content === 'demo' || (content === 'empty' && (settings.demo ?? true));
  if (!wanted) return null;
  if (owner === null)
    throw new SettingsError(
      'Bản mô phỏng phải dựng lại các bảng khi đồng hồ lùi về trước: hãy đặt thêm MIGRATE_DATABASE_URL.',
    );
  if (settings.clock !== null && (settings.clock < FIRST || settings.clock > LAST))
    throw new SettingsError(
      `CLOCK=${settings.clock} không dùng được: đồng hồ của bản mô phỏng đi từ ${FIRST} đến ${LAST}.`,
    );
  return new Demo({ owner, log });
}

/**
 * Makes the house over a migrated database.
 * @param demo the demo that it shows, which brings its clock and the page that moves it
 */
export async function makeHouse(
  database: Database,
  settings: Pick<Settings, 'clock' | 'dataDir'> & Partial<Pick<Settings, 'mail'>>,
  demo: Demo | null = null,
): Promise<House> {
  const clock: Clock =
    demo?.clock ?? new OfficeClock(settings.clock === null ? null : officeInstant(settings.clock));
  const root = new RootAgency(database);
  const all = demo === null ? slices : [...slices, demoSlice(demo)];
  const lexicon = lexiconOf(all);
  return {
    database,
    policy,
    clock,
    files: filesOf(settings),
    lexicon,
    slices: all,
    actions,
    demo: demo !== null,
    mail: demo === null ? (settings.mail ?? null) : null,
    agencyName: async () => (await root.find())?.name ?? lexicon.say('product'),
    identify: async (token) => (token === undefined ? null : identify(database, clock, token)),
    identifyToken: (token, address) => identifyToken({ database, clock }, 'api', token, address),
    visitor: async () => {
      const agency = (await root.find())?.id ?? null;
      if (agency === null || demo === null) return visitorOf(agency, demo !== null);
      return visitorOf(
        agency,
        true,
        await database.unscoped((query) => lineageOf(query, agency, clock.today())),
      );
    },
  };
}

/** The store of the bytes of files, beside the database's folder. */
export function filesOf(settings: Pick<Settings, 'dataDir'>): FileStore {
  return new DiskStore(path.join(settings.dataDir, 'files'));
}

/** How long a request that runs when the server is told to stop may take to end. */
const GRACE_SECONDS = 10;

/** Serves the house until it is told to stop. @returns the address that it listens on */
export function listen(
  house: House,
  settings: Pick<Settings, 'host' | 'port' | 'trustedProxies'>,
): Promise<{ url: string; stop(): Promise<void> }> {
  const app = buildApp(house, {
    trustedProxies: settings.trustedProxies,
    loopback: isLoopback(settings.host),
  });
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: settings.host, port: settings.port }, (info) =>
      resolve({
        url: `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${info.port}`,
        stop: () => stopServing(server),
      }),
    );
    server.on('error', (error) => reject(listenError(error, settings)));
  });
}

/** Refuses a port or an address that cannot be had, before a demo is filled in. */
export function tryListening(settings: Pick<Settings, 'host' | 'port'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', (error) => reject(listenError(error, settings)));
    server.listen(settings.port, settings.host, () => server.close(() => resolve()));
  });
}

/** Takes no more connections, and waits for the requests under way. */
function stopServing(server: ReturnType<typeof serve>): Promise<void> {
  return new Promise((resolve) => {
    // A browser keeps its connection open when its answer has come; it is ended as soon as it is idle.
    const idle = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 50);
    const late = setTimeout(
      () => 'closeAllConnections' in server && server.closeAllConnections(),
      GRACE_SECONDS * 1000,
    );
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
  });
}

function listenError(
  error: Error & { code?: string },
  { host, port }: Pick<Settings, 'host' | 'port'>,
): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new SettingsError(
        `PORT=${port} đang được chương trình khác dùng: hãy dừng chương trình ấy, hoặc đặt PORT là một cổng còn trống.`,
      );
    case 'EACCES':
      return new SettingsError(
        `Người dùng này không được mở cổng PORT=${port}: hãy đặt PORT là một số lớn hơn 1023.`,
      );
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EINVAL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new SettingsError(
        `HOST=${host} không phải là địa chỉ của máy này: hãy đặt HOST là một địa chỉ của máy, như 127.0.0.1.`,
      );
    default:
      return error;
  }
}
