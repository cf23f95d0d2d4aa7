import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Product, type ServerProcess } from '../../test/product.ts';
import { startEmbedded } from '../platform/embedded/index.ts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'minhchung-many-'));
const environment = { DATA_DIR: dataDir, PORT: '0' };
const fill = (...args: string[]) => product.run(['demo', 'dossiers', ...args], environment);

let product: Product;
let server: ServerProcess | undefined;

beforeAll(async () => {
  product = await Product.bundle();
}, 120_000);
afterAll(async () => {
  await server?.end('SIGTERM');
  await product?.remove();
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

async function asOwner<T extends object>(statement: string): Promise<T[]> {
  const embedded = await startEmbedded({ dataDir });
  const client = new pg.Client(embedded.connection);
  await client.connect();
  const { rows } = await client.query<T>(statement);
  await client.end();
  await embedded.stop();
  return rows;
}

test.each([
  [['--count', '0', '--from', '2019-01-02', '--to', '2019-12-31'], /--count 0/],
  [['--count', '10', '--from', '2019-12-31', '--to', '2019-01-02'], /2019-12-31/],
  [['--count', '10', '--from', '2019-02-30', '--to', '2019-12-31'], /2019-02-30/],
  [['--count', '10', '--from', '2019-01-02', '--to', '2099-12-31'], /2099-12-31/],
  [['--count', '10', '--from', '2019-01-02', '--to', '2019-12-31', '--seed', 'x'], /--seed x/],
  [['--count', '10'], /Cách dùng/],
  [['--many', '10'], /Cách dùng/],
])('%j is refused before anything is opened', async (args, words) => {
  const { code, errors } = await fill(...args);
  expect(code).toBe(2);
  expect(errors).toMatch(words);
});

test('dossiers are filled in as the server would have written them, twice, and verification finds nothing', async () => {
  const filled = await fill('--count', '300', '--from', '2019-01-07', '--to', '2020-03-31');
  expect(filled.errors).toContain('300 / 300');
  expect(filled.code).toBe(0);
  expect(
    (await fill('--count', '200', '--from', '2020-03-02', '--to', '2020-03-31', '--seed', '8')).code,
  ).toBe(0);

  const verified = await product.run(['verify'], environment);
  expect(verified.output).toMatch(/\n\d{4,} sự kiện, \d{4,} dòng, 0 sai lệch\n$/);

  const [all] = await asOwner<Record<'dossiers' | 'years' | 'gaps' | 'open' | 'late' | 'unsealed', number>>(
    `SELECT count(*)::integer AS dossiers, count(DISTINCT tableoid)::integer AS years,
       count(*) FILTER (WHERE ended_at IS NULL AND status <> 'refused')::integer AS open,
       count(*) FILTER (WHERE ended_at > due_at)::integer AS late,
       (SELECT count(*) FROM unsealed WHERE kind = 'event')::integer AS unsealed,
       (SELECT count(*) FROM dossier_counter AS c WHERE last <> (
          SELECT count(*) FROM dossier AS d WHERE d.agency_id = c.agency_id AND c.scope LIKE '%/' || (d.accepted_at + interval '7 hours')::date
        ))::integer AS gaps FROM dossier`,
  );
  expect(all).toMatchObject({ dossiers: 500, years: 2, gaps: 0, unsealed: 0 });
  expect(all?.open).toBeGreaterThan(0);
  expect(all?.late).toBeGreaterThan(0);
}, 120_000);

test('a server opens what was filled in', async () => {
  server = await product.serve([], environment);
  const page = await fetch(`${server.url}/`);
  expect(page.status).toBe(200);
  await server.end('SIGTERM');
  server = undefined;
}, 60_000);

test('an office of its own is never filled', async () => {
  await asOwner(`UPDATE setting SET value = 'false' WHERE key = 'demo' RETURNING key`);
  const refused = await fill('--count', '10', '--from', '2019-01-07', '--to', '2019-12-31');
  expect(refused.code).toBe(1);
  expect(refused.errors).toContain('dữ liệu của một cơ quan');
}, 60_000);
