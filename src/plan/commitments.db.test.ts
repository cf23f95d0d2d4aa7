import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { issuePlan } from '../../test/issued-plan.ts';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';
import { serverScope } from '../platform/policy/policy.ts';
import { countCommitments } from './commitments.ts';
import { commitmentUrl } from './urls.ts';

let office: StaffedOffice;
let clerk: Somebody;
let plan: string;

beforeAll(async () => {
  office = await openStaffedOffice('2019-06-03T08:00');
  clerk = new Somebody(office);
  await clerk.become(office, 'office_clerk');
  plan = await issuePlan(office);
  const head = new Somebody(office);
  await head.become(office, 'head', 'TCCB');
  const evidence = { kind: 'document', number: '512/KH-SGDĐT', issueDate: '2019-01-30', abstract: 'Đào tạo' };
  const [task] = await plainSql(`SELECT id FROM task WHERE no = '16'`);
  const sent = await head.api(`/tasks/${task?.id}/milestones/1/submission`, evidence);
  if (sent.status !== 201) throw new Error(await sent.text());
  await clerk.api(`/tasks/${task?.id}/milestones/1/confirmation`, {});
}, 60_000);
afterAll(() => office.close());

async function plainSql(statement: string): Promise<Record<string, string>[]> {
  const client = new pg.Client(office.owner);
  await client.connect();
  const { rows } = await client.query<Record<string, string>>(statement);
  await client.end();
  return rows;
}

/** What the events say of each commitment's tasks: how many, how many confirmed, how many past their last open day. */
const COUNTED = `
  WITH item AS (SELECT i FROM event, jsonb_array_elements(payload->'items') i WHERE type = 'issued'),
  opened AS (SELECT stream, payload->'task' AS task FROM event WHERE type = 'opened'),
  done AS (SELECT stream, (payload->>'milestone')::int AS no, bool_or(type = 'confirmed') AS confirmed FROM event
    WHERE type IN ('submitted', 'confirmed') GROUP BY 1, 2),
  standing AS (SELECT opened.task->>'key' AS key, bool_and(coalesce(done.confirmed, false)) AS confirmed,
      bool_or(done.no IS NULL AND (m->>'end')::date < '2019-06-03') AS late
    FROM opened CROSS JOIN jsonb_array_elements(opened.task->'milestones') m
    LEFT JOIN done ON done.stream = opened.stream AND done.no = (m->>'no')::int GROUP BY 1)
  SELECT i->>'key' AS key, count(*)::text AS all, count(*) FILTER (WHERE confirmed)::text AS confirmed,
    count(*) FILTER (WHERE late)::text AS late
  FROM item, jsonb_array_elements_text(i->'fields'->'tasks') link JOIN standing ON standing.key = link
  WHERE i->>'kind' = 'commitment' GROUP BY 1 ORDER BY 1`;

test('each commitment stands as the events of what carries it out say', async () => {
  const counts = await office.house.database.read(serverScope([office.agencyId]), (query) =>
    countCommitments(query, serverScope([office.agencyId]), plan, '2019-06-03'),
  );
  const shown = [...counts].map(([key, { all, confirmed, late }]) => ({
    key,
    all: String(all),
    confirmed: String(confirmed),
    late: String(late),
  }));
  expect(shown.sort((one, other) => (one.key < other.key ? -1 : 1))).toEqual(await plainSql(COUNTED));
});

test('the tab says how each stands and opens the list that was counted', async () => {
  const tab = await (await clerk.get(`/plans/${plan}/tasks?part=commitments`)).text();
  expect(tab).toContain('Chưa có nhiệm vụ');
  expect(tab).toContain('Có việc quá hạn');
  expect(tab).toContain('2. Cải cách thể chế');
  for (const { key = '', all } of await plainSql(COUNTED)) {
    expect(tab).toContain(commitmentUrl(plan, key));
    const list = await clerk.get(`/api/v1${commitmentUrl(plan, key)}`);
    expect(((await list.json()) as { data: unknown[] }).data).toHaveLength(Number(all));
  }
});

test('a commitment without a task says so; one that nobody made filters nothing', async () => {
  const counted = new Set((await plainSql(COUNTED)).map(({ key }) => key));
  const [bare] = (
    await plainSql(`SELECT key FROM plan_item WHERE kind = 'commitment' ORDER BY position`)
  ).filter(({ key = '' }) => !counted.has(key));
  const page = await clerk.get(commitmentUrl(plan, bare?.key ?? ''));
  expect(await page.text()).toContain('Chưa có nhiệm vụ hay trách nhiệm nào');
  expect((await clerk.get(`/api/v1${commitmentUrl(plan, 'commitment:999')}`)).status).toBe(422);
});
