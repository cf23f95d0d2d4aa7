/**
 * Benchmark of the search for parties: a million of them (nine in ten individuals, with Vietnamese names in their usual
 * shares), half of them of one department, the others spread over agencies below; asked through row-level security as
 * the application's role, one client. It runs a PostgreSQL of its own, with fsync, in a temporary folder.
 *
 *   npm run bench -- parties [--parties=1000000] [--agencies=200] [--seed=375] [--keep=FOLDER]
 *
 * --keep leaves the filled database in a folder, from which later runs start with a copy.
 */
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { columnsOf, factsOf, seal } from '../src/parties/content.ts';
import type { PartyFacts, PartyKind } from '../src/parties/domain/facts.ts';
import { searchParties } from '../src/parties/search-parties.ts';
import { Database } from '../src/platform/database/database.ts';
import { APP_ROLE, migrate } from '../src/platform/database/migrate.ts';
import { startEmbedded } from '../src/platform/embedded/index.ts';
import { serverScope } from '../src/platform/policy/policy.ts';
import { uuidOf } from '../src/platform/uuid.ts';
import { Seeded } from './bulk.ts';

const { values: options } = parseArgs({
  options: {
    parties: { type: 'string', default: '1000000' },
    agencies: { type: 'string', default: '200' },
    seed: { type: 'string', default: '375' },
    keep: { type: 'string' },
  },
});
const PARTIES = Number(options.parties);
const AGENCIES = Number(options.agencies);
const SEED = Number(options.seed);
/** Searches of each kind. */
const COUNT = 300;
/** Rows an INSERT. */
const CHUNK = 5000;

const START = Temporal.Instant.from('2019-01-02T08:00+07');
const agencyOf = (at: number) => uuidOf(`bench party agency ${at}`);

/** Family names with their shares in a hundred. */
const FAMILIES: readonly (readonly [string, number])[] = [
  ['Nguyễn', 38],
  ['Trần', 11],
  ['Lê', 10],
  ['Phạm', 7],
  ['Hoàng', 5],
  ['Phan', 5],
  ['Vũ', 4],
  ['Đặng', 4],
  ['Bùi', 4],
  ['Đỗ', 4],
  ['Hồ', 4],
  ['Ngô', 4],
];
const MIDDLES =
  'Văn Văn Văn Thị Thị Thị Thị Đức Minh Thanh Hữu Quang Ngọc Thu Kim Xuân Hồng Bảo Gia Phương'.split(' ');
const GIVEN =
  'An Anh Ánh Bình Châu Chi Cường Dung Dũng Duy Dương Đạt Đông Giang Hà Hải Hạnh Hằng Hiền Hiếu Hòa Hoa Hùng Huy Huyền Hương Khánh Khoa Lan Liên Linh Loan Long Mai Mạnh Minh My Nam Nga Ngân Ngọc Nhung Oanh Phong Phúc Phương Quân Quang Quỳnh Sơn Tâm Thành Thảo Thắng Thủy Thúy Tiến Toàn Trang Trung Tú Tuấn Tùng Tuyết Vân Việt Vinh Yến'.split(
    ' ',
  );
const BODIES = [
  'Trường Mầm non',
  'Trường Tiểu học',
  'Trường Trung học cơ sở',
  'Trung tâm Ngoại ngữ',
  'Công ty Giáo dục',
];

const families = FAMILIES.flatMap(([name, share]) => Array<string>(share).fill(name));

function partyAt(random: Seeded, at: number): { kind: PartyKind; facts: PartyFacts } {
  const organisation = random.below(10) === 0;
  const digits = (count: number) => Array.from({ length: count }, () => random.below(10)).join('');
  const facts: PartyFacts = {
    name: `${random.of(families)} ${random.of(MIDDLES)} ${random.of(GIVEN)}`,
    identityNumber: `0${digits(2)}${digits(3)}${String(at % 1_000_000).padStart(6, '0')}`,
    dateOfBirth: `${1950 + random.below(55)}-0${1 + random.below(9)}-${10 + random.below(19)}`,
    taxCode: null,
    decisionNumber: null,
    telephone: `09${digits(8)}`,
    email: null,
    address: `Số ${1 + random.below(300)}, phố ${random.of(GIVEN)} ${random.of(GIVEN)}, Hà Nội`,
    representativeName: null,
    representativePosition: null,
  };
  if (!organisation) return { kind: 'individual', facts };
  return {
    kind: 'organisation',
    facts: {
      ...facts,
      name: `${random.of(BODIES)} ${random.of(GIVEN)} ${random.of(GIVEN)} ${1 + random.below(200)}`,
      identityNumber: null,
      dateOfBirth: null,
      taxCode: digits(10),
      decisionNumber: `${1 + random.below(9000)}/QĐ-UBND`,
      representativeName: facts.name,
      representativePosition: 'Hiệu trưởng',
    },
  };
}

const TYPES = {
  agency_id: 'uuid',
  party_id: 'uuid',
  version: 'integer',
  name: 'text',
  name_fold: 'text',
  identity_number: 'text',
  date_of_birth: 'date',
  tax_code: 'text',
  decision_number: 'text',
  decision_fold: 'text',
  telephone: 'text',
  email: 'text',
  address: 'text',
  representative_name: 'text',
  representative_position: 'text',
  salt: 'bytea',
  digest: 'bytea',
  recorded_at: 'timestamptz',
} as const;

async function fill(owner: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  await client.query('SET synchronous_commit = off');
  for (let at = 0; at < AGENCIES; at++)
    await client.query(
      `INSERT INTO agency (id, code, name, name_fold, short_name, symbol, place, kind, tier, parent_id, valid_from, position, seq)
       VALUES ($1, $2, $2, $2, $2, $2, 'Hà Nội', $3, 'department', $4, '2019-01-01', $5, 1)`,
      [agencyOf(at), `cq${at}`, at === 0 ? 'department' : 'school', at === 0 ? null : agencyOf(0), at],
    );
  const random = new Seeded(SEED);
  for (let from = 0; from < PARTIES; from += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, PARTIES - from) }, (_, at) => {
      const { kind, facts } = partyAt(random, from + at);
      const party_id = random.id(START.add({ seconds: from + at }));
      const agency_id = agencyOf(random.below(2) === 0 ? 0 : random.below(AGENCIES));
      const recorded_at = '2019-01-02T08:00+07';
      return {
        kind,
        agency_id,
        party_id,
        version: 1,
        recorded_at,
        ...columnsOf(facts),
        ...seal(party_id, 1, facts),
      };
    });
    await client.query(
      'INSERT INTO party (agency_id, id, kind, version) SELECT *, 1 FROM unnest($1::uuid[], $2::uuid[], $3::text[])',
      [rows.map((row) => row.agency_id), rows.map((row) => row.party_id), rows.map((row) => row.kind)],
    );
    const columns = Object.keys(TYPES) as (keyof typeof TYPES)[];
    await client.query(
      `INSERT INTO party_version (${columns.join(', ')})
       SELECT * FROM unnest(${columns.map((column, at) => `$${at + 1}::${TYPES[column]}[]`).join(', ')})`,
      columns.map((column) => rows.map((row) => row[column])),
    );
    if (from % 100_000 === 0) console.error(`${from} parties`);
  }
  await client.query('VACUUM ANALYZE party');
  await client.query('VACUUM ANALYZE party_version');
  await client.end();
}

/** What is typed of a party, by kind of search. */
const TYPED: Readonly<Record<string, (facts: PartyFacts, random: Seeded) => string | null>> = {
  'whole name without accents': ({ name }) => name,
  'first letters': ({ name }, random) => name.slice(0, 6 + random.below(6)),
  'middle and given name': ({ name }) => name.split(' ').slice(1).join(' '),
  'given name, then family name': ({ name }) => name.split(' ').reverse().join(' '),
  'given name alone': ({ name }) => name.split(' ').at(-1) ?? null,
  'two words that half of all names have': () => 'Văn Nguyễn',
  'nobody’s name': ({ name }) => `${name} Qxz`,
  telephone: ({ telephone }) => telephone,
  'identity number': ({ identityNumber }) => identityNumber,
  'tax code': ({ taxCode }) => taxCode,
  'number of a decision': ({ decisionNumber }) => decisionNumber,
};

async function measure(database: Database, owner: pg.ClientConfig): Promise<void> {
  const root = agencyOf(0);
  const client = new pg.Client(owner);
  await client.connect();
  const sample = await client.query(
    'SELECT * FROM party_version WHERE agency_id = $1 ORDER BY md5(party_id::text) LIMIT 5000',
    [root],
  );
  const known = sample.rows.flatMap((row) => factsOf(row) ?? []);
  const everywhere = Array.from({ length: AGENCIES }, (_, at) => agencyOf(at));
  console.log(`\n## ${PARTIES} parties, half of them of one of ${AGENCIES} agencies\n`);
  console.log(
    '| search | found | p50 ms | p95 ms | p50 over all agencies |\n| --- | --- | --- | --- | --- |',
  );
  for (const [name, typed] of Object.entries(TYPED)) {
    const one = await timed(database, [root], known, typed, COUNT);
    const all = await timed(database, everywhere, known, typed, COUNT / 20);
    console.log(`| ${name} | ${one.found} | ${one.p50} | ${one.p95} | ${all.p50} |`);
  }
  const { rows } = await client.query<{ name: string; bytes: number }>(
    `SELECT c.relname AS name, round(pg_relation_size(c.oid)::numeric / ${PARTIES})::integer AS bytes FROM pg_class c
     WHERE c.relname LIKE 'party%' AND c.relkind IN ('r', 'i') AND pg_relation_size(c.oid) > 1000000 ORDER BY 2 DESC`,
  );
  await client.end();
  console.log('\n| table or index | bytes a party |\n| --- | --- |');
  for (const { name, bytes } of rows) console.log(`| ${name} | ${bytes} |`);
  console.log(`| all | ${rows.reduce((sum, row) => sum + row.bytes, 0)} |`);
}

async function timed(
  database: Database,
  agencies: readonly string[],
  known: readonly PartyFacts[],
  typed: (facts: PartyFacts, random: Seeded) => string | null,
  count: number,
) {
  const random = new Seeded(SEED + 1);
  const took: number[] = [];
  let found = 0;
  for (const facts of known) {
    if (took.length >= count) break;
    const words = typed(facts, random);
    if (words === null) continue;
    const from = performance.now();
    const hits = await database.read(serverScope(agencies), (query) => searchParties(query, agencies, words));
    took.push(performance.now() - from);
    found += hits.length;
  }
  took.sort((a, b) => a - b);
  const at = (share: number) => (took[Math.floor(took.length * share)] ?? 0).toFixed(1);
  return { found: (found / took.length).toFixed(1), p50: at(0.5), p95: at(0.95) };
}

const folder = await mkdtemp(path.join(tmpdir(), 'minhchung-parties-'));
try {
  const kept = options.keep && path.resolve(options.keep, `parties-${PARTIES}-${AGENCIES}-${SEED}`);
  const home = kept ?? folder;
  if (!existsSync(path.join(home, 'cluster'))) {
    const embedded = await startEmbedded({ dataDir: home });
    await migrate(embedded.connection, path.join(process.cwd(), 'migrations'));
    await fill(embedded.connection);
    await embedded.stop();
  }
  if (kept !== undefined) await cp(kept, folder, { recursive: true });
  const embedded = await startEmbedded({ dataDir: folder });
  const database = new Database({ ...embedded.connection, user: APP_ROLE, max: 2 });
  try {
    await measure(database, embedded.connection);
  } finally {
    await database.close();
    await embedded.stop();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
