import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { value } from '../src/measures/index.ts';
import { asOf, asOfNow } from '../src/platform/measure/as-of.ts';
import { serverScope } from '../src/platform/policy/policy.ts';
import { type DemoOffice, openDemoOffice } from './demo-office.ts';

let office: DemoOffice;
let owner: pg.Client;
let plan: string;
let agencies: string[];

beforeAll(async () => {
  office = await openDemoOffice();
  owner = new pg.Client(office.owner);
  await owner.connect();
  plan = (await owner.query("SELECT id FROM plan WHERE state = 'issued'")).rows[0].id;
  agencies = (await owner.query('SELECT id FROM agency')).rows.map(({ id }) => id);
}, 240_000);
afterAll(async () => {
  await owner?.end();
  await office?.close();
});

/** Where each plan of an agency below stands, by its events alone: its last state, issue date and first day of sending. */
const stateOf = (stream: string) => `(SELECT e.type FROM event e WHERE e.stream = ${stream}
    AND e.type IN ('submitted', 'withdrawn', 'sent-back', 'confirmed') ORDER BY e.seq DESC LIMIT 1)`;
const SUBPLANS = `SELECT s.stream, s.agency_id, s.kind, a.kind AS agency_kind, ${stateOf('s.stream')} AS state,
    ${stateOf('s.stream')} IN ('submitted', 'confirmed') AS in_hand,
    (SELECT e.payload->'text'->>'issueDate' FROM event e WHERE e.stream = s.stream AND e.type = 'saved'
      ORDER BY e.seq DESC LIMIT 1) AS issued,
    (SELECT e.payload->>'day' FROM event e WHERE e.stream = s.stream AND e.type = 'submitted' AND e.payload ? 'day'
      ORDER BY e.seq LIMIT 1) AS sent
  FROM (SELECT DISTINCT stream, agency_id, payload->>'kind' AS kind FROM event
    WHERE type IN ('saved', 'chased') AND payload ? 'recipient' AND payload->>'unitId' IS NULL) s
  JOIN agency a ON a.id = s.agency_id`;

/** The same of divisions, which answer for themselves within the department. */
const DIVISIONS = `SELECT DISTINCT stream, ${stateOf('own.stream')} AS state FROM event own
  WHERE type IN ('saved', 'chased') AND payload ? 'recipient' AND payload->>'unitId' IS NOT NULL`;

/** What the registers say by their last entry. */
const LEADERSHIP = `SELECT DISTINCT ON (e.agency_id) e.agency_id, a.kind, e.payload
  FROM event e JOIN agency a ON a.id = e.agency_id WHERE e.type = 'recorded' AND e.payload ? 'leaderIsHead'
  ORDER BY e.agency_id, e.seq DESC`;

const DUE = '2019-02-09';

test('the department’s signed report counts what was late at its instant, as any figure of that instant does', async () => {
  const { rows } = await owner.query(
    `SELECT as_of, t.kind, count(*) FILTER (WHERE c.verdict = 'late')::int AS late, count(*)::int AS all
     FROM report r JOIN report_task c ON c.report_id = r.id JOIN task t ON t.id = c.task_id
     WHERE r.kind = 'department' AND r.period = 'q1' GROUP BY 1, 2 ORDER BY 2`,
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['duty', 'task']);
  for (const { kind, as_of, late } of rows) {
    const measure = office.house.slices
      .flatMap(({ measures }) => measures ?? [])
      .find(({ id }) => id === `${kind}.late`);
    if (measure === undefined) throw new Error(`nothing counts late ones of ${kind}`);
    const found = await office.house.database.read(serverScope(agencies), (query) =>
      value(query, serverScope(agencies), measure, asOf(Temporal.Instant.from(String(as_of))), {
        partOf: plan,
      }),
    );
    expect([kind, found.numerator]).toEqual([kind, late]);
  }
});

test.each([
  [
    'subplan.in-hand',
    `SELECT count(*) FROM (SELECT agency_id FROM (${SUBPLANS}) s GROUP BY agency_id, agency_kind
      HAVING count(*) FILTER (WHERE in_hand) >= CASE WHEN agency_kind = 'district_office' THEN 2 ELSE 1 END) t`,
    150,
  ],
  [
    'subplan.of-affiliated',
    `SELECT count(*) FROM (${SUBPLANS}) s WHERE in_hand AND agency_kind <> 'district_office'`,
    120,
  ],
  [
    'subplan.on-time',
    `SELECT count(*) FROM (${SUBPLANS}) s WHERE in_hand AND agency_kind <> 'district_office' AND issued <= '${DUE}'`,
    120,
  ],
  [
    'subplan.sent-on-time',
    `SELECT count(*) FROM (${SUBPLANS}) s WHERE in_hand AND agency_kind <> 'district_office' AND sent <= '${DUE}'`,
    120,
  ],
  [
    'subplan.confirmed',
    `SELECT count(*) FROM (${SUBPLANS}) s WHERE state = 'confirmed' AND agency_kind <> 'district_office'`,
    120,
  ],
  [
    'subplan.of-divisions',
    `SELECT count(*) FROM (${DIVISIONS}) d WHERE state IN ('submitted', 'confirmed')`,
    9,
  ],
  [
    'leadership.by-head',
    `SELECT count(*) FROM (${LEADERSHIP}) l WHERE kind <> 'district_office' AND (payload->>'leaderIsHead')::boolean`,
    121,
  ],
  [
    'leadership.complete',
    `SELECT count(*) FROM (${LEADERSHIP}) l WHERE kind NOT IN ('district_office', 'department')
      AND payload->'leader' <> 'null' AND payload->'officer' <> 'null'`,
    120,
  ],
])('the demo’s figure %s is what its events say', async (id, statement, denominator) => {
  const measure = office.house.slices.flatMap(({ measures }) => measures ?? []).find((one) => one.id === id);
  if (measure === undefined) throw new Error(`no measure ${id}`);
  const found = await office.house.database.read(serverScope(agencies), (query) =>
    value(query, serverScope(agencies), measure, asOfNow(office.house.clock), { partOf: plan }),
  );
  const counted = Number((await owner.query(statement)).rows[0].count);
  expect(counted).toBeGreaterThan(0);
  expect(found).toEqual({ numerator: counted, denominator });
});
