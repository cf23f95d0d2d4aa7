import path from 'node:path';
import pg from 'pg';
import { openDesk } from '../src/demo/bulk/desk.ts';
import { fillDossiers } from '../src/demo/bulk/fill.ts';
import { findActor } from '../src/people/sessions.ts';
import { perform } from '../src/platform/actions/perform.ts';
import { Database } from '../src/platform/database/database.ts';
import { APP_ROLE, migrate } from '../src/platform/database/migrate.ts';
import { startEmbedded } from '../src/platform/embedded/index.ts';
import { DiskStore } from '../src/platform/files/store.ts';
import type { House } from '../src/platform/http/visit.ts';
import { type Actor, serverScope } from '../src/platform/policy/policy.ts';
import { uuid7 } from '../src/platform/uuid.ts';
import { makeHouse } from '../src/serve.ts';
import { type Filled, fillDatabase } from './data.ts';

export const FROM = '2019-01-07';
export const TO = '2025-12-31';
/** Office time of the server that is measured: the last day is at work. */
export const NOW = `${TO}T09:00`;

/** Fills a folder: a department and agencies below it, each with a desk, and their dossiers of seven years. */
export async function fillFolder(
  folder: string,
  agencies: number,
  count: number,
  seed: number,
): Promise<Filled> {
  const embedded = await startEmbedded({ dataDir: folder });
  const database = new Database({ ...embedded.connection, user: APP_ROLE, max: 2 });
  try {
    await migrate(embedded.connection, path.join(process.cwd(), 'migrations'));
    const files = new DiskStore(path.join(folder, 'files'));
    const filled = await fillDatabase(embedded.connection, files, { agencies, tasks: 0, seed });
    await seatOfficers(embedded.connection);
    const house = await makeHouse(database, { clock: `${FROM}T08:00`, dataDir: folder });
    await openDesk(house, FROM, {
      login: 'so.vanthu',
      desk: 'VP',
      unit: (code) => `P${1 + (code.length % 12)}`,
    });
    for (const [number, agency] of filled.agencies.entries())
      if (number > 0) await openDeskOf(house, agency, number);
    const since = performance.now();
    await fillDossiers(
      database,
      embedded.connection,
      { count, from: FROM, to: TO, seed },
      {
        onProgress: (done) =>
          console.error(
            `${done} of ${count} dossiers, ${Math.round((done * 1000) / (performance.now() - since))} a second`,
          ),
      },
    );
    return filled;
  } finally {
    await database.close();
    await embedded.stop();
  }
}

/** The first of each agency sits at the desk, which is the Office. */
async function seatOfficers(owner: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  await client.query(
    `INSERT INTO post (agency_id, id, person_id, role, unit_id, valid_from)
     SELECT agency_id, gen_random_uuid(), person_id, 'one_stop_officer',
       (SELECT id FROM unit WHERE unit.agency_id = account.agency_id AND code = 'VP'), '2019-01-01'
     FROM account WHERE login ~ '^(so|tr[0-9]+)\\.0$'`,
  );
  await client.end();
}

async function openDeskOf(house: House, agency: string, number: number): Promise<void> {
  const actor = await actorOf(house, agency, `tr${number}.vanthu`);
  const save = house.actions.get('desk.save');
  if (save === undefined) throw new Error('there is no action desk.save');
  const unit = await house.database.unscoped((query) =>
    query
      .selectFrom('unit')
      .select('id')
      .where('agency_id', '=', agency)
      .where('code', '=', 'VP')
      .executeTakeFirstOrThrow(),
  );
  const digits = String(number).padStart(4, '0');
  const outcome = await perform(
    house,
    save,
    actor,
    {
      agency,
      unit: unit.id,
      identifier2018: `${String(number).padStart(3, '0')}.${digits.slice(0, 2)}.22.H26`,
      identifier2025: `H26.22.${digits.slice(1)}`,
    },
    { key: uuid7() },
  );
  if (!outcome.done) throw new Error(`desk.save is refused: ${outcome.refusal.code}`);
}

/** Whoever signs in so, with the posts of the house's day. */
export async function actorOf(house: House, agency: string, login: string): Promise<Actor> {
  const found = await house.database.read(serverScope([agency]), async (query) => {
    const account = await query
      .selectFrom('account')
      .select(['id', 'person_id'])
      .where('login', '=', login)
      .executeTakeFirst();
    return account && findActor(query, agency, account.person_id, account.id, house.clock.today());
  });
  if (found === undefined) throw new Error(`nobody signs in as ${login}`);
  return found.actor;
}
