import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { APP_ROLE, checkMigrated, migrate } from '../src/platform/database/migrate.ts';
import { createDatabase, dropDatabase } from '../src/platform/embedded/testing.ts';
import { type Office, openEmptyOffice } from './office.ts';

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

let office: Office;
let owner: pg.Client;
let app: pg.Client;
let tables: Table[];

interface Table {
  name: string;
  columns: { name: string; type: string; given: string | null }[];
  secured: boolean;
  forced: boolean;
}

/** Tables with an agency that anyone signed in, or signing in, has to read. */
const DIRECTORY: Record<string, string> = {
  unit: 'a directory of public bodies and their parts',
  account: 'read by login before anyone is known',
  office_hours: 'known to citizens too, and due times of other agencies are counted by them',
  share: 'asked by the policies of other tables what they may show',
};

const own = randomUUID();
const other = randomUUID();

beforeAll(async () => {
  office = await openEmptyOffice();
  owner = new pg.Client(office.owner);
  app = new pg.Client(office.connection);
  await Promise.all([owner.connect(), app.connect()]);
  const { rows } = await owner.query<Table>(
    `SELECT c.relname AS name, c.relrowsecurity AS secured, c.relforcerowsecurity AS forced,
       json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, NULL),
         'given', pg_get_expr(d.adbin, d.adrelid)) ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition GROUP BY c.oid`,
  );
  tables = rows;
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await office.close();
});

function ofAgencies(): Table[] {
  return tables.filter(
    (table) => table.columns.some((column) => column.name === 'agency_id') && !(table.name in DIRECTORY),
  );
}

const EXAMPLES: Record<string, string> = {
  text: `'x'`,
  // Of a time that has a partition.
  uuid: `('01a2' || substr(gen_random_uuid()::text, 5))::uuid`,
  date: `'2019-06-03'`,
  'timestamp with time zone': `'2019-06-03T00:00Z'`,
  jsonb: `'{}'`,
  bytea: `'\\x00'`,
  boolean: 'false',
  'uuid[]': `'{}'`,
  'text[]': `'{}'`,
  integer: '1',
  smallint: '1',
  bigint: '1',
};

/** A row of an agency with something in each column. */
function rowOf(table: Table, agencyId: string): string {
  const values = table.columns.map(({ name, type }) => {
    // A dossier's code is given once in the whole installation, whoever sees it.
    const own = name === 'agency_id' || `${table.name}.${name}` === 'dossier_code.code';
    const example = own ? `'${agencyId}'` : EXAMPLES[type];
    if (example === undefined) throw new Error(`no example of ${type}, for ${table.name}.${name}`);
    return example;
  });
  return `INSERT INTO ${table.name} (${table.columns.map(({ name }) => name).join(', ')}) VALUES (${values.join(', ')})`;
}

/** Runs as the application in a transaction with a scope, and rolls back. */
async function within<T>(agencies: readonly string[] | null, run: () => Promise<T>): Promise<T> {
  await app.query('BEGIN');
  try {
    if (agencies !== null)
      await app.query(`SELECT set_config('minhchung.agencies', $1, true)`, [agencies.join(',')]);
    return await run();
  } finally {
    await app.query('ROLLBACK');
  }
}

async function count(table: string): Promise<number> {
  const { rows } = await app.query<{ rows: number }>(`SELECT count(*)::integer AS rows FROM ${table}`);
  return rows[0]?.rows ?? -1;
}

test('the application has a role that is no superuser, passes no row-level security and owns nothing', async () => {
  const role = await app.query(
    'SELECT current_user AS name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user',
  );
  expect(role.rows).toEqual([
    { name: 'minhchung_app', rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false },
  ]);
  const owned = await app.query(
    `SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) = current_user`,
  );
  expect(owned.rows).toEqual([]);
  await expect(app.query('CREATE TABLE mine (n integer)')).rejects.toThrow('permission denied');
  await expect(app.query(`SET session_replication_role = replica`)).rejects.toThrow('permission denied');
});

test.each(['event', 'audit_trail', 'row_version', 'seal', 'official_day'])(
  '%s is append-only',
  async (table) => {
    const column = tables.find(({ name }) => name === table)?.columns[0]?.name;
    await within([own], async () => {
      for (const statement of [
        `UPDATE ${table} SET ${column} = ${column}`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
        `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`,
        `DROP TABLE ${table}`,
      ]) {
        await app.query('SAVEPOINT before');
        await expect(app.query(statement), statement).rejects.toThrow(/permission denied|must be owner/);
        await app.query('ROLLBACK TO before');
      }
    });
  },
);

test('row-level security is forced on every table with an agency, but for the directory', () => {
  const open = ofAgencies().filter((table) => !table.secured || !table.forced);
  expect(open.map((table) => table.name)).toEqual([]);
  expect(ofAgencies().length).toBeGreaterThan(15);
  const known = tables.map((table) => table.name);
  for (const name of Object.keys(DIRECTORY)) expect(known).toContain(name);
});

test('the application sees and writes rows of the agencies in its scope, and no others', async () => {
  // Examples satisfy the types, not the rules between the values.
  await owner.query(`DO $$ DECLARE r record; BEGIN
    FOR r IN SELECT conrelid::regclass AS t, conname FROM pg_constraint
      WHERE contype = 'c' AND coninhcount = 0 AND connamespace = 'public'::regnamespace
    LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', r.t, r.conname); END LOOP; END $$`);
  await owner.query('SET session_replication_role = replica');
  for (const table of ofAgencies()) {
    await owner.query(rowOf(table, own));
    await owner.query(rowOf(table, other));
  }
  await owner.query('SET session_replication_role = origin');
  for (const table of ofAgencies()) {
    const { name } = table;
    expect(await within(null, () => count(name)), `${name} without a scope`).toBe(0);
    expect(await within([], () => count(name)), `${name} with an empty scope`).toBe(0);
    expect(await within([randomUUID()], () => count(name)), `${name} from elsewhere`).toBe(0);
    expect(await within([own, other], () => count(name)), `${name} with both`).toBe(2);
    await within([own], async () => {
      const { rows } = await app.query(`SELECT agency_id FROM ${name}`);
      expect(rows, name).toEqual([{ agency_id: own }]);
      await expect(app.query(rowOf(table, other)), name).rejects.toThrow(
        /row-level security|permission denied/,
      );
    });
  }
});

test('a partition is read through its table alone', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relispartition`,
  );
  expect(rows.length).toBeGreaterThan(5);
  for (const { name } of rows) await expect(app.query(`SELECT FROM ${name}`), name).rejects.toThrow('denied');
});

test('a scope ends with its transaction', async () => {
  expect(await within([own], () => count('stream'))).toBe(1);
  expect(await count('stream')).toBe(0);
});

test('no column takes the time from the database, and none is filled in behind the writer’s back', () => {
  const given = tables.flatMap((table) =>
    table.columns
      .filter((column) => column.given !== null)
      .map((column) => `${table.name}.${column.name}: ${column.given}`),
  );
  expect(given).toEqual([]);
});

test('an owner who may not create roles migrates where the application’s role is there', async () => {
  const cluster = inject('cluster');
  const name = 'owned_by_a_plain_role';
  await owner.query(`CREATE ROLE ${name} LOGIN`);
  try {
    const connection = await createDatabase(cluster, name);
    await owner.query(`ALTER DATABASE ${name} OWNER TO ${name}`);
    const applied = await migrate({ ...connection, user: name }, MIGRATIONS);
    expect(applied.length).toBeGreaterThan(0);
    await checkMigrated({ ...connection, user: APP_ROLE }, MIGRATIONS);
  } finally {
    await dropDatabase(cluster, name);
    await owner.query(`DROP ROLE ${name}`);
  }
});
