import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formFields } from '../../test/forms.ts';
import { issuePlan } from '../../test/issued-plan.ts';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';
import { serverScope } from '../platform/policy/policy.ts';
import { listAreas } from './index.ts';

let office: StaffedOffice;
let clerk: Somebody;
let plan: string;

beforeAll(async () => {
  office = await openStaffedOffice('2019-01-28T08:00');
  clerk = new Somebody(office);
  await clerk.become(office, 'office_clerk');
  plan = await issuePlan(office);
}, 60_000);
afterAll(() => office.close());

const page = () => `/plans/${plan}/areas`;

async function plainSql(statement: string): Promise<Record<string, string>[]> {
  const client = new pg.Client(office.owner);
  await client.connect();
  const { rows } = await client.query<Record<string, string>>(statement);
  await client.end();
  return rows;
}

const areas = () =>
  office.house.database.read(serverScope([office.agencyId]), (query) => listAreas(query, plan));

test('the areas of an issued plan have nobody until a drafter agrees to what the words suggest', async () => {
  expect((await areas()).map(({ unitId }) => unitId)).toEqual(Array(7).fill(null));
  const html = await (await clerk.get(page())).text();
  expect(html).toContain('Đề xuất theo trách nhiệm được giao');
  const owners = (await areas()).map(({ label }) => ({
    label,
    unit: label === '6' ? office.units.KHTC : ['2', '4', '5'].includes(label) ? office.units.TCCB : '',
  }));
  const fields = Object.fromEntries(
    owners.flatMap(({ label, unit }, index) => [
      [`areas.${index}.label`, label],
      [`areas.${index}.unit`, unit],
    ]),
  );
  const saved = await clerk.send(page(), page(), fields);
  expect(saved.headers.get('location')).toBe(`${page()}?done=plan_area.own`);
  expect((await areas()).map(({ unitId }) => unitId)).toEqual(owners.map(({ unit }) => unit || null));
  const owned = await plainSql(
    `SELECT payload->>'area' AS area FROM event WHERE type = 'area-owned' ORDER BY stream, seq`,
  );
  expect(owned.map(({ area }) => area)).toEqual(['2', '4', '5', '6']);
});

test('a unit of nobody, an area of nobody and a stale form change nothing', async () => {
  const stranger = '0190b2f4-0000-7000-8000-000000000001';
  const wrong = async (fields: Record<string, unknown>) => (await clerk.api(page(), fields)).status;
  expect(await wrong({ areas: [{ label: '1', unit: stranger }] })).toBe(422);
  expect(await wrong({ areas: [{ label: '99', unit: office.units.VP }] })).toBe(404);
  const stale = formFields(await (await clerk.get(page())).text(), page()) ?? new FormData();
  await clerk.send(page(), page(), { 'areas.0.unit': office.units.VP });
  stale.set('areas.0.unit', office.units.TTr);
  const late = await clerk.post(page(), stale);
  expect(late.status).toBe(409);
  expect(await late.text()).toContain('Văn phòng');
});

test('tasks of an issued plan move into their areas, each on its ledger, and the list and the figures follow', async () => {
  const placed = await clerk.api(`${page()}/tasks`, {
    tasks: [
      { key: 'task:0', area: '3' },
      { key: 'task:1', area: '6' },
      { key: 'task:2', area: '6' },
    ],
  });
  expect(placed.status).toBe(201);
  const again = await clerk.api(`${page()}/tasks`, { tasks: [{ key: 'task:0', area: '3' }] });
  expect(again.status).toBe(201);
  const counted = await plainSql(
    `SELECT payload->>'area' AS area, count(*)::text AS count FROM event WHERE type = 'placed' GROUP BY 1 ORDER BY 1`,
  );
  expect(counted.map(({ count }) => count)).toEqual(['2', '1']);
  const name = encodeURIComponent('Cải cách tài chính công');
  const list = await clerk.get(`/api/v1/plans/${plan}/tasks?area=${name}`);
  expect(((await list.json()) as { data: unknown[] }).data).toHaveLength(2);
  const overview = await (await clerk.get(`/plans/${plan}/overview`)).text();
  expect(overview).toContain('Cải cách tài chính công');
});

test('who does not draft reads who answers for which area, and changes nothing', async () => {
  const head = new Somebody(office);
  await head.become(office, 'head', 'TCCB');
  const html = await (await head.get(page())).text();
  expect(html).toContain('Cải cách thể chế');
  expect(html).not.toContain('<select name="areas.0.unit"');
  const tried = await head.api(page(), { areas: [{ label: '1', unit: office.units.TCCB }] });
  expect([403, 404]).toContain(tried.status);
});
