import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';
import { dueOn, openPlanOfTasks, plannedTask } from '../../test/tasks.ts';
import { list, value, valueByUnit } from '../measures/queries.ts';
import { officeInstant } from '../platform/clock/clock.ts';
import type { Reader } from '../platform/database/database.ts';
import { append } from '../platform/ledger/store.ts';
import { asOf, asOfDay } from '../platform/measure/as-of.ts';
import { type Scope, serverScope } from '../platform/policy/policy.ts';
import { fromDayNumber, toDayNumber } from '../pure/calendar/day-number.ts';
import type { TaskEvent } from './domain/task.ts';
import { todayOn } from './domain/today.ts';
import { verdictOn } from './domain/verdict.ts';
import { taskMeasures, verdictSql } from './measures.ts';
import { taskLedger } from './task-ledger.ts';

let office: StaffedOffice;
let plan: string;
let ids: ReadonlyMap<string, string>;

beforeAll(async () => {
  office = await openStaffedOffice('2019-01-28T08:00');
  const tasks = (['TCCB', 'KHTC', 'GDTX', 'VP'] as const).flatMap((lead, unit) =>
    [0, 1, 2].map((index) =>
      plannedTask(office, lead, {
        key: String(unit * 3 + index),
        title: `Nhiệm vụ ${index} của ${lead}`,
        leadUnits: index === 2 ? [office.units[lead], office.units.TTr] : [office.units[lead]],
        milestones: [
          dueOn(fromDayNumber(toDayNumber('2019-02-10') + unit * 20 + index * 25), {
            requirementEnd: index === 0 ? '2019-03-01' : null,
          }),
          ...(index === 1 ? [dueOn('2019-06-30', { no: 2, label: 'Lần 2' })] : []),
          ...(index === 2 ? [dueOn(null, { no: 2, label: 'Thường xuyên' })] : []),
        ],
      }),
    ),
  );
  ({ plan, ids } = await openPlanOfTasks(office, tasks));
  for (const [number, key] of [...ids.keys()].entries()) {
    if (number % 4 === 3) continue;
    await happens(
      key,
      `2019-0${2 + (number % 3)}-1${number % 9}T09:00`,
      submitted(`2019-0${1 + (number % 4)}-20`),
    );
    if (number % 4 === 0) await happens(key, '2019-05-02T09:00', sentBack);
    if (number % 4 === 1) await happens(key, '2019-05-20T09:00', confirmed);
  }
  await happens('2', '2019-05-21T09:00', { type: 'withdrawn', version: 1, payload: { planVersion: 2 } });
  await happens('0', '2019-05-03T09:00', expected('2019-06-20'));
  await happens('3', '2019-03-10T09:00', expected('2019-06-28'));
  await happens('3', '2019-05-12T09:00', expected('2019-07-15'));
  await happens('5', '2019-05-21T09:00', expected('2019-05-30'));
  await happens('5', '2019-05-22T10:00', confirmed);
  await happens('5', '2019-05-22T11:00', submitted('2019-05-22', 2));
  await happens('5', '2019-05-22T12:00', { ...confirmed, payload: { milestone: 2 } });
});
afterAll(() => office.close());

const submitted = (evidenceDate: string, milestone = 1): TaskEvent => ({
  type: 'submitted',
  version: 1,
  payload: { milestone, evidenceId: plan, revision: 1, evidenceDate },
});
const expected = (day: string): TaskEvent => ({ type: 'expected', version: 1, payload: { day, note: null } });
const sentBack: TaskEvent = { type: 'sent-back', version: 1, payload: { milestone: 1, reason: 'Thiếu' } };
const confirmed = { type: 'confirmed', version: 1, payload: { milestone: 1 } } satisfies TaskEvent;

async function happens(key: string, at: string, event: TaskEvent): Promise<void> {
  const { agencyId, house } = office;
  await house.database.write(serverScope([agencyId]), (query) =>
    append(
      query,
      taskLedger,
      agencyId,
      ids.get(key) ?? '',
      {
        occurredAt: officeInstant(at),
        recordedAt: house.clock.real(),
        actorAccount: null,
        actorRole: 'officer',
        onBehalfOf: null,
        action: 'test',
        requestKey: null,
      },
      () => [event],
    ),
  );
}

function reading<T>(run: (query: Reader, scope: Scope) => Promise<T>): Promise<T> {
  const scope = serverScope([office.agencyId]);
  return office.house.database.read(scope, (query) => run(query, scope));
}

async function plainSql(statement: string, parameters: unknown[]): Promise<number[]> {
  const client = new pg.Client(office.owner);
  await client.connect();
  const { rows } = await client.query({ text: statement, values: parameters, rowMode: 'array' });
  await client.end();
  return (rows[0] as unknown[]).map(Number);
}

/** The milestones as the events tell them up to an instant: nothing here goes through fold or projection. */
const MILESTONES = `
  WITH happened AS (SELECT * FROM event WHERE occurred_at <= $1),
  opened AS (
    SELECT stream, (m->>'no')::int AS no, (m->>'end')::date AS due_end, (m->>'requirementEnd')::date AS required
    FROM happened, jsonb_array_elements(payload->'task'->'milestones') m WHERE type = 'opened'),
  latest AS (
    SELECT DISTINCT ON (stream, no) stream, (payload->>'milestone')::int AS no, type
    FROM happened WHERE payload ? 'milestone' ORDER BY stream, no, seq DESC),
  given AS (
    SELECT DISTINCT ON (stream, no) stream, (payload->>'milestone')::int AS no, (payload->>'evidenceDate')::date AS day
    FROM happened WHERE type = 'submitted' ORDER BY stream, no, seq DESC),
  milestone AS (
    SELECT o.*, l.type AS last, CASE WHEN l.type IN ('submitted', 'confirmed') THEN g.day END AS evidence
    FROM opened o LEFT JOIN latest l USING (stream, no) LEFT JOIN given g USING (stream, no)
    WHERE o.stream NOT IN (SELECT stream FROM happened WHERE type = 'withdrawn'))`
  .replaceAll('ORDER BY stream, no, seq', "ORDER BY stream, (payload->>'milestone')::int, seq")
  .replaceAll('DISTINCT ON (stream, no)', "DISTINCT ON (stream, (payload->>'milestone')::int)");

const COUNTS: Record<string, string> = {
  'task.confirmed': `SELECT count(*) FILTER (WHERE done), count(*)
    FROM (SELECT bool_and(last IS NOT DISTINCT FROM 'confirmed') AS done FROM milestone GROUP BY stream) t`,
  'task.late': `SELECT count(DISTINCT stream) FROM milestone WHERE evidence IS NULL AND due_end < $2::date`,
  'task.expected': `SELECT count(*) FROM (
    SELECT bool_and(last IS NOT DISTINCT FROM 'confirmed') AS done FROM milestone
    WHERE stream IN (SELECT stream FROM happened WHERE type = 'expected') GROUP BY stream) t WHERE NOT done`,
  'task.waiting': `SELECT count(DISTINCT stream) FROM milestone WHERE last = 'submitted'`,
  'milestone.on-time': `SELECT count(*) FILTER (WHERE evidence <= due_end), count(*) FROM milestone
    WHERE due_end IS NOT NULL AND (evidence IS NOT NULL OR due_end < $2::date)`,
  'milestone.on-time-by-requirement': `SELECT count(*) FILTER (WHERE evidence <= required), count(*)
    FROM milestone WHERE required IS NOT NULL AND (evidence IS NOT NULL OR required < $2::date)`,
};

/** The clock of whoever asks. */
const MORNING = { now: () => officeInstant('2019-06-03T08:00') };

const days = [
  '2019-01-27',
  '2019-01-28',
  '2019-02-15',
  '2019-03-31',
  '2019-05-02',
  '2019-05-20',
  '2019-05-31',
  // Today: as of now.
  '2019-06-03',
];

test.each(taskMeasures.flatMap((measure) => days.map((day) => [measure.id, day] as const)))(
  '%s as of the end of %s is what the events say, and its list is as long',
  async (id, day) => {
    const measure = taskMeasures.find((one) => one.id === id);
    if (measure === undefined) throw new Error(id);
    const at = asOfDay(day, MORNING);
    const found = await reading((query, scope) => value(query, scope, measure, at));
    const counted = await plainSql(`${MILESTONES} ${COUNTS[id]}`, [
      at.instant.toString(),
      ...(COUNTS[id]?.includes('$2') ? [day] : []),
    ]);
    expect([found.numerator, ...(found.denominator === null ? [] : [found.denominator])]).toEqual(counted);
    const records = await reading((query, scope) => list(query, scope, measure, at));
    expect(records).toHaveLength(found.numerator);
    if (found.denominator === null) return;
    const rest = await reading((query, scope) => list(query, scope, measure, at, {}, 'rest'));
    expect(rest).toHaveLength(found.denominator - found.numerator);
  },
);

test('the test has something to count of each kind', async () => {
  for (const measure of taskMeasures) {
    const found = await reading((query, scope) =>
      value(query, scope, measure, asOfDay('2019-05-31', MORNING)),
    );
    expect(found.numerator).toBeGreaterThan(0);
    if (found.denominator !== null) expect(found.denominator).toBeGreaterThan(found.numerator);
  }
});

test('by unit a task of two lead units counts in both, and a filter gives what its row says', async () => {
  const measure = taskMeasures.find((one) => one.id === 'task.confirmed');
  if (measure === undefined) throw new Error('task.confirmed');
  const at = asOf(officeInstant('2019-06-03T08:00'));
  const rows = await reading((query, scope) => valueByUnit(query, scope, measure, at));
  expect(rows.map(({ name, denominator }) => [name, denominator])).toEqual([
    ['Văn phòng', 3],
    ['Phòng Tổ chức cán bộ', 2],
    ['Phòng Kế hoạch - Tài chính', 3],
    ['Phòng Giáo dục thường xuyên - chuyên nghiệp', 3],
    ['Thanh tra', 3],
  ]);
  for (const row of rows) {
    const alone = await reading((query, scope) => value(query, scope, measure, at, { unit: row.unitId }));
    expect(alone).toEqual({ numerator: row.numerator, denominator: row.denominator });
  }
});

test('a figure counts nothing of an agency outside the scope', async () => {
  const scope = serverScope(['01900000-0000-7000-8000-000000000099']);
  for (const measure of taskMeasures)
    expect(
      await office.house.database.read(scope, (query) =>
        value(query, scope, measure, asOf(officeInstant('2019-06-03T08:00'))),
      ),
    ).toMatchObject({ numerator: 0 });
});

test('the counter of states says what the tasks’ rows say', async () => {
  const counted = await reading((query) =>
    query
      .selectFrom('counter_delta')
      .select('bucket')
      .select(sql<number>`sum(amount)::int`.as('amount'))
      .where('counter', '=', 'task.state')
      .groupBy('bucket')
      .having(sql<boolean>`sum(amount) <> 0`)
      .execute(),
  );
  const rows = await reading((query) =>
    query
      .selectFrom('task')
      .select([sql<string>`plan_id || ':' || state`.as('bucket'), sql<number>`count(*)::int`.as('amount')])
      .groupBy('bucket')
      .execute(),
  );
  const sorted = (list: typeof rows) => [...list].sort((a, b) => a.bucket.localeCompare(b.bucket));
  expect(sorted(counted)).toEqual(sorted(rows));
});

test('on time is the same in SQL as in code, whatever the days', async () => {
  const near = fc.option(
    fc.integer({ min: 0, max: 20 }).map((days) => fromDayNumber(toDayNumber('2019-04-25') + days)),
    { nil: null },
  );
  const cases = fc.sample(fc.tuple(near, near), 2000);
  for (const day of ['2019-04-25', '2019-05-02', '2019-05-14', '2019-06-30']) {
    const today = todayOn(day);
    const { rows } = await reading((query) =>
      sql<{ verdict: string }>`
        SELECT ${verdictSql(sql`c.due`, sql`c.evidence`, today)} AS verdict
        FROM unnest(${cases.map(([due]) => due)}::date[], ${cases.map(([, evidence]) => evidence)}::date[])
          WITH ORDINALITY AS c (due, evidence, position) ORDER BY c.position`.execute(query),
    );
    expect(rows.map(({ verdict }) => verdict)).toEqual(
      cases.map(([due, evidence]) => verdictOn(due, evidence, today)),
    );
  }
});

test('a figure’s page shows value, definition, time, units and list, for a past day too', async () => {
  const clerk = new Somebody(office);
  await clerk.become(office, 'office_clerk');
  const all = await (await clerk.get('/measures')).text();
  expect(all).toContain('href="/measures/task.confirmed"');
  const page = await (await clerk.get(`/measures/task.confirmed?of=${plan}&day=27/1/2019`)).text();
  expect(page).toContain('Tử số: nhiệm vụ mà mọi mốc đã được xác nhận.');
  expect(page).toContain('Tính đến 27/01/2019.');
  expect(page).toContain('chưa có số liệu');
  const unit = await (await clerk.get(`/measures/task.confirmed?unit=${office.units.KHTC}&part=rest`)).text();
  expect(unit).toContain('Nhiệm vụ 0 của KHTC');
  expect(unit).not.toContain('Nhiệm vụ 0 của TCCB');
  expect((await clerk.get('/measures/khong-co')).status).toBe(404);
  expect((await new Somebody(office).get('/measures/task.late')).status).toBe(303);
});
