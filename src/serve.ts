import { existsSync } from 'node:fs';
import path from 'node:path';
import { serve } from '@hono/node-server';
import type pg from 'pg';
import { RootAgency } from './agencies/index.ts';
import { actions, lexicon, policy, slices } from './house.ts';
import { identify, visitorOf } from './people/index.ts';
import { type Clock, OfficeClock, officeInstant } from './platform/clock/clock.ts';
import { Database } from './platform/database/database.ts';
import { APP_ROLE, checkMigrated, migrate } from './platform/database/migrate.ts';
import { type Embedded, startEmbedded } from './platform/embedded/index.ts';
import { DiskStore } from './platform/files/store.ts';
import { buildApp } from './platform/http/app.tsx';
import type { House } from './platform/http/visit.ts';
import { isDemo } from './platform/setting.ts';
import type { Settings } from './settings.ts';

/** Where the migrations lie: beside the bundle, or in the checkout when run from the sources. */
const MIGRATIONS = [new URL('./migrations/', import.meta.url), new URL('../migrations/', import.meta.url)]
  .map((url) => url.pathname)
  .find((folder) => existsSync(folder)) as string;

export interface Opened {
  house: House;
  close(): Promise<void>;
}

/** Opens the database of the settings, migrated, and makes the house that stands on it. */
export async function openHouse(settings: Settings, log: (line: string) => void): Promise<Opened> {
  const embedded =
    settings.databaseUrl === null ? await startEmbedded({ dataDir: settings.dataDir, log }) : null;
  try {
    const connection = await prepareDatabase(settings, embedded, log);
    const database = new Database(connection);
    const house = await makeHouse(database, settings);
    return {
      house,
      close: async () => {
        await database.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function prepareDatabase(
  settings: Settings,
  embedded: Embedded | null,
  log: (line: string) => void,
): Promise<pg.PoolConfig> {
  const owner: pg.ClientConfig | null =
    embedded?.connection ??
    (settings.migrateDatabaseUrl ? { connectionString: settings.migrateDatabaseUrl } : null);
  if (owner !== null) {
    const applied = await migrate(owner, MIGRATIONS);
    if (applied.length > 0) log(`Applied ${applied.length} migrations`);
  }
  const application: pg.PoolConfig = embedded
    ? { ...embedded.connection, user: APP_ROLE }
    : { connectionString: settings.databaseUrl ?? '' };
  await checkMigrated(application, MIGRATIONS);
  return application;
}

/** Makes the house over a migrated database. */
export async function makeHouse(
  database: Database,
  settings: Pick<Settings, 'clock' | 'dataDir'>,
): Promise<House> {
  const clock: Clock = new OfficeClock(settings.clock === null ? null : officeInstant(settings.clock));
  const root = new RootAgency(database);
  const demo = await database.unscoped(isDemo);
  return {
    database,
    policy,
    clock,
    files: new DiskStore(path.join(settings.dataDir, 'files')),
    lexicon,
    slices,
    actions,
    demo,
    agencyName: async () => (await root.find())?.name ?? lexicon.say('product'),
    identify: async (token) => (token === undefined ? null : identify(database, clock, token)),
    visitor: async () => visitorOf((await root.find())?.id ?? null, demo),
  };
}

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
        stop: () =>
          new Promise((stopped) => {
            server.close(() => stopped());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      }),
    );
    server.on('error', reject);
  });
}
