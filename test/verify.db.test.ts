import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { damageLine, verifyHouse } from '../src/commands/verify.ts';
import { slices } from '../src/house.ts';
import { sumClosedDays } from '../src/platform/ledger/counters.ts';
import { serverScope } from '../src/platform/policy/policy.ts';
import type { Damage } from '../src/platform/verify/index.ts';
import { issuePlan, runJobs } from './issued-plan.ts';
import { openStaffedOffice, Somebody, type StaffedOffice } from './office.ts';

let office: StaffedOffice;
let owner: pg.Client;

/** Every table that a damage may touch, kept aside to be put back. */
const TABLES = [
  ...['stream', 'event', 'audit_trail', 'counter_delta', 'counter_day', 'seal', 'unsealed', 'stored_file'],
  ...['document', 'row_version'],
  ...slices
    .flatMap((slice) => slice.ledgers ?? [])
    .flatMap((ledger) => ledger.projections.map((one) => one.table)),
];

beforeAll(async () => {
  office = await openStaffedOffice();
  owner = new pg.Client(office.owner);
  await owner.connect();
  const plan = await issuePlan(office);
  await workOn(plan);
  for (const table of TABLES) await owner.query(`CREATE TABLE kept_${table} AS TABLE ${table}`);
}, 120_000);
afterAll(async () => {
  await owner.end();
  await office.close();
});

/** Gives a task away; what was counted until then is summed and sealed, and what comes after waits. */
async function workOn(plan: string): Promise<void> {
  const task = await owner.query<{ id: string; unit_id: string }>(
    `SELECT task.id, unit_id FROM task JOIN task_unit ON task_id = task.id
     WHERE plan_id = $1 AND role = 'lead' AND unit_id = $2 ORDER BY task.position LIMIT 1`,
    [plan, office.units.KHTC],
  );
  const id = task.rows[0]?.id;
  const head = new Somebody(office);
  await head.become(office, 'head', 'KHTC');
  const { personId } = office.holder('officer', 'KHTC');
  expect((await head.api(`/tasks/${id}/assignment`, { person: personId })).status).toBe(201);
  await runJobs(office);
  await office.house.database.write(serverScope([office.agencyId]), (query) =>
    sumClosedDays(query, '2019-06-04'),
  );
  const officer = new Somebody(office);
  await officer.become(office, 'officer', 'KHTC');
  expect((await officer.api(`/tasks/${id}/start`, {}, { 'idempotency-key': 'start' })).status).toBe(201);
  const submitted = await officer.api(`/tasks/${id}/milestones/1/submission`, {
    kind: 'document',
    number: '12/SGDĐT-KHTC',
    issueDate: '2019-05-20',
    abstract: 'Báo cáo kết quả',
  });
  expect(submitted.status).toBe(201);
}

async function verified(): Promise<{ damages: Damage[]; lines: string[]; events: number; rows: number }> {
  const damages: Damage[] = [];
  const { events, rows, damaged } = await verifyHouse(office.house, (damage) => damages.push(damage));
  expect(damaged).toBe(damages.length);
  return { damages, events, rows, lines: damages.map((damage) => damageLine(office.house, damage)) };
}

/** Does damage as the owner, verifies, and puts everything back. */
async function damagedBy(sql: string): Promise<{ damages: Damage[]; lines: string[] }> {
  // As a forger would: no trigger, no foreign key.
  await owner.query(`SET session_replication_role = replica; ${sql}`);
  try {
    return await verified();
  } finally {
    const restore = TABLES.map(
      (table) => `DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM kept_${table};`,
    );
    await owner.query(`${restore.join(' ')} SET session_replication_role = origin`);
  }
}

test('an office that nobody damaged verifies clean', async () => {
  const { damages, events, rows } = await verified();
  expect(damages).toEqual([]);
  expect(events).toBeGreaterThan(75);
  expect(rows).toBeGreaterThan(events);
  expect(await office.count('seal')).toBeGreaterThan(0);
  expect(await office.count('unsealed')).toBeGreaterThan(0);
});

const one = (table: string, where = 'true') => `ctid = (SELECT min(ctid) FROM ${table} WHERE ${where})`;
const task = `stream IN (SELECT id FROM stream WHERE kind = 'task')`;

test.each<[string, string, Damage['kind'], string, Damage['code']]>([
  [
    'an event’s payload',
    `UPDATE event SET payload = payload || '{"forged": 1}' WHERE ${one('event', task)}`,
    'event',
    'event',
    'event-changed',
  ],
  [
    'an event’s day',
    `UPDATE event SET occurred_at = occurred_at - interval '1 day' WHERE ${one('event', task)}`,
    'event',
    'event',
    'event-changed',
  ],
  [
    'an event’s actor',
    `UPDATE event SET actor_role = 'director' WHERE ${one('event', task)}`,
    'event',
    'event',
    'event-changed',
  ],
  [
    'an event’s request',
    `UPDATE event SET request_key = 'forged' WHERE ${one('event', task)}`,
    'event',
    'event',
    'sealed-changed',
  ],
  [
    'an event removed',
    `DELETE FROM event WHERE ${one('event', `seq = 1 AND ${task}`)}`,
    'event',
    'event',
    'event-missing',
  ],
  [
    'the last event removed',
    `DELETE FROM event WHERE action = 'milestone.submit' AND ${task}`,
    'event',
    'event',
    'event-missing',
  ],
  [
    'a stream removed',
    `DELETE FROM stream WHERE ${one('stream', `kind = 'task'`)}`,
    'event',
    'event',
    'event-without-stream',
  ],
  [
    'a stream’s head',
    `UPDATE stream SET digest = sha256(digest) WHERE ${one('stream')}`,
    'stream',
    'stream',
    'stream-head',
  ],
  ['a stream’s seq', `UPDATE stream SET seq = seq - 1 WHERE seq > 2`, 'stream', 'stream', 'stream-head'],
  [
    'a stream’s kind',
    `UPDATE stream SET kind = 'dream' WHERE ${one('stream')}`,
    'stream',
    'stream',
    'stream-kind',
  ],
  [
    'a projection changed',
    `UPDATE task SET title = title || '.' WHERE ${one('task')}`,
    'projection',
    'task',
    'row-changed',
  ],
  [
    'a day in a projection',
    `UPDATE milestone SET due_end = due_end + 1 WHERE ${one('milestone', 'due_end IS NOT NULL')}`,
    'projection',
    'milestone',
    'row-changed',
  ],
  [
    'an instant in a projection',
    `UPDATE task_period SET from_at = from_at + interval '1 microsecond' WHERE ${one('task_period')}`,
    'projection',
    'task_period',
    'row-changed',
  ],
  [
    'units in a projection',
    `UPDATE task_period SET lead_units = '{}' WHERE ${one('task_period', `lead_units <> '{}'`)}`,
    'projection',
    'task_period',
    'row-changed',
  ],
  [
    'JSON in a projection',
    `UPDATE plan_item SET content = content || '{"forged": 1}' WHERE ${one('plan_item')}`,
    'projection',
    'plan_item',
    'row-changed',
  ],
  ['a projection removed', `DELETE FROM plan`, 'projection', 'plan', 'row-missing'],
  [
    'a projection added',
    `INSERT INTO milestone SELECT agency_id, task_id, no + 90, label, raw, kind, due_start, due_end, boundary, requirement_end, state, evidence_id, evidence_date FROM milestone LIMIT 1`,
    'projection',
    'milestone',
    'row-added',
  ],
  [
    'a projection of no stream',
    `INSERT INTO evidence SELECT agency_id, gen_random_uuid(), revision, kind, evidence_date FROM evidence`,
    'projection',
    'evidence',
    'row-added',
  ],
  [
    'a delta changed',
    `UPDATE counter_delta SET amount = amount + 1 WHERE ${one('counter_delta')}`,
    'counter',
    'counter_day, counter_delta',
    'counter-differs',
  ],
  [
    'a delta removed',
    `DELETE FROM counter_delta WHERE ${one('counter_delta')}`,
    'counter',
    'counter_day, counter_delta',
    'counter-differs',
  ],
  [
    'a delta moved to another day',
    `UPDATE counter_delta SET day = day - 1 WHERE ${one('counter_delta')}`,
    'counter',
    'counter_day, counter_delta',
    'counter-differs',
  ],
  [
    'a sum of a day changed',
    `UPDATE counter_day SET amount = amount - 1 WHERE ${one('counter_day')}`,
    'counter',
    'counter_day, counter_delta',
    'counter-differs',
  ],
  [
    'a sum of a day added',
    `INSERT INTO counter_day SELECT agency_id, counter, bucket, day - 9, 1 FROM counter_delta LIMIT 1`,
    'counter',
    'counter_day, counter_delta',
    'counter-differs',
  ],
  [
    'a sealed audit row changed',
    `UPDATE audit_trail SET address = '10.0.0.1' WHERE ${one('audit_trail')}`,
    'audit',
    'audit_trail',
    'sealed-changed',
  ],
  [
    'a sealed audit row removed',
    `DELETE FROM audit_trail WHERE ${one('audit_trail')}`,
    'audit',
    'audit_trail',
    'sealed-missing',
  ],
  [
    'a waiting audit row removed',
    `DELETE FROM audit_trail WHERE action = 'task.start'`,
    'audit',
    'audit_trail',
    'waiting-missing',
  ],
  [
    'the audit row of an event removed',
    `DELETE FROM audit_trail WHERE action = 'task.start'`,
    'audit',
    'audit_trail',
    'audit-missing',
  ],
  [
    'an audit row of somebody else',
    `UPDATE audit_trail SET account = gen_random_uuid() WHERE action = 'task.start'`,
    'audit',
    'audit_trail',
    'audit-missing',
  ],
  [
    'an audit row past the seals',
    `INSERT INTO audit_trail SELECT agency_id, gen_random_uuid(), recorded_at, office_time, account, role, on_behalf_of, action, outcome FROM audit_trail LIMIT 1`,
    'audit',
    'audit_trail',
    'sealed-nowhere',
  ],
  [
    'a waiting row forgotten',
    `DELETE FROM unsealed WHERE kind = 'audit_trail'`,
    'audit',
    'audit_trail',
    'sealed-nowhere',
  ],
  [
    'a seal changed',
    `UPDATE seal SET sealed_at = sealed_at - interval '1 hour' WHERE number = 1`,
    'seal',
    'seal',
    'seal-changed',
  ],
  [
    'a seal’s leaves',
    `UPDATE seal SET leaves = set_byte(leaves, 40, 255 - get_byte(leaves, 40)) WHERE number = 1`,
    'seal',
    'seal',
    'seal-changed',
  ],
  ['a seal removed', `DELETE FROM seal WHERE number = 1`, 'seal', 'seal', 'seal-missing'],
  ['a catalogue row changed', `UPDATE document SET number = '13'`, 'version', 'document', 'version-differs'],
  ['a catalogue row removed', `DELETE FROM document`, 'version', 'document', 'row-missing'],
  [
    'a catalogue row added',
    `INSERT INTO document SELECT agency_id, gen_random_uuid(), '14', symbol, type, issuer, issue_date, abstract, search_fold, file_id, seq FROM document`,
    'version',
    'document',
    'version-none',
  ],
  [
    'a version removed',
    `UPDATE row_version SET seq = 2 WHERE table_name = 'document'`,
    'version',
    'row_version',
    'version-missing',
  ],
  [
    'a file said to be removed',
    `UPDATE stored_file SET removed_at = recorded_at`,
    'file',
    'stored_file',
    'file-kept',
  ],
  [
    'a file’s digest',
    `UPDATE stored_file SET sha256 = md5(sha256) || md5(name)`,
    'file',
    'stored_file',
    'file-missing',
  ],
])('damage is named: %s', async (_what, sql, kind, table, code) => {
  const { damages, lines } = await damagedBy(sql);
  expect(damages).toContainEqual(expect.objectContaining({ kind, table, code }));
  for (const line of lines) expect(line).not.toMatch(/\{\w+\}|damage\.|\n/);
  expect((await verified()).damages).toEqual([]);
});

test('a row missing from any projection table is named', async () => {
  const tables = slices.flatMap((slice) => slice.ledgers ?? []).flatMap((ledger) => ledger.projections);
  const looked: string[] = [];
  for (const { table } of tables) {
    if ((await office.count(table)) === 0) continue;
    looked.push(table);
    const { damages } = await damagedBy(`DELETE FROM ${table} WHERE ${one(table)}`);
    expect(damages).toEqual([expect.objectContaining({ kind: 'projection', table, code: 'row-missing' })]);
  }
  expect(looked).toEqual(expect.arrayContaining(['plan', 'plan_item', 'task', 'milestone', 'evidence']));
});

test('bytes changed or lost in the file store are named', async () => {
  const { rows } = await owner.query<{ sha256: string }>('SELECT sha256 FROM stored_file');
  const sha256 = rows[0]?.sha256 ?? '';
  const file = path.join(office.dataDir, 'files', sha256.slice(0, 2), sha256);
  const bytes = await readFile(file);
  const changed = Buffer.from(bytes);
  changed.writeUInt8((changed[9] ?? 0) ^ 1, 9);
  await writeFile(file, changed);
  expect((await verified()).damages).toMatchObject([
    { kind: 'file', code: 'file-changed', params: { sha256 } },
  ]);
  await rm(file);
  expect((await verified()).damages).toMatchObject([
    { kind: 'file', code: 'file-missing', params: { sha256 } },
  ]);
  await writeFile(file, bytes);
  expect((await verified()).damages).toEqual([]);
});

test('what differs is said in one line', async () => {
  const { lines } = await damagedBy(
    `UPDATE task SET state = 'confirmed' WHERE ${one('task', `state = 'not_started'`)}`,
  );
  expect(lines).toEqual([
    expect.stringMatching(
      /^Bảng hiện trạng · task · [0-9a-f-]{36}: khác với sự kiện \(đang có ≠ phải có\): state: "confirmed" ≠ "not_started"$/,
    ),
  ]);
});
