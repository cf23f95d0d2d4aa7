import path from 'node:path';
import { serve } from '@hono/node-server';
import type pg from 'pg';
import { RootAgency } from './agencies/index.ts';
import { contentOf, Demo } from './demo/demo.ts';
import { demoSlice } from './demo/slice.ts';
import { actions, lexiconOf, policy, slices } from './house.ts';
import { openDatabase } from './open-database.ts';
import { identify, visitorOf } from './people/index.ts';
import { type Clock, OfficeClock, officeInstant } from './platform/clock/clock.ts';
import type { Database } from './platform/database/database.ts';
import { DiskStore, type FileStore } from './platform/files/store.ts';
import { buildApp } from './platform/http/app.tsx';
import type { House } from './platform/http/visit.ts';
import { type Settings, SettingsError } from './settings.ts';

export interface Opened {
  house: House;
  close(): Promise<void>;
}

/** Opens the database of the settings, migrated, and makes the house that stands on it. */
export async function openHouse(settings: Settings, log: (line: string) => void): Promise<Opened> {
  const { database, owner, close } = await openDatabase(settings, log);
  try {
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
    throw new SettingsError('--demo fills an empty database only, and this one holds an office’s records');
  if (content === 'demo' && settings.empty)
    throw new SettingsError(
      `--empty finds the demo in ${settings.databaseUrl === null ? settings.dataDir : 'DATABASE_URL'}: choose another, or start it without --empty`,
    );
  const wanted = content === 'demo' || (content === 'empty' && (settings.demo ?? true));
  if (!wanted) return null;
  if (owner === null)
    throw new SettingsError(
      'A demo puts its tables back when its clock goes back: set MIGRATE_DATABASE_URL too',
    );
  return new Demo({ owner, log });
}

/**
 * Makes the house over a migrated database.
 * @param demo the demo that it shows, which brings its clock and the page that moves it
 */
export async function makeHouse(
  database: Database,
  settings: Pick<Settings, 'clock' | 'dataDir'>,
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
    agencyName: async () => (await root.find())?.name ?? lexicon.say('product'),
    identify: async (token) => (token === undefined ? null : identify(database, clock, token)),
    visitor: async () => visitorOf((await root.find())?.id ?? null, demo !== null),
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
  settings: Pick<Settings, 'host' | 'port'>,
): Promise<{ url: string; stop(): Promise<void> }> {
  const app = buildApp(house);
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
      return new SettingsError(`PORT=${port} is in use: stop the other server, or set PORT to a free one`);
    case 'EACCES':
      return new SettingsError(`PORT=${port} is not allowed for this user: set PORT to one above 1023`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new SettingsError(
        `HOST=${host} is no address of this machine: set HOST to one, such as 127.0.0.1`,
      );
    default:
      return error;
  }
}
