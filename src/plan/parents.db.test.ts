import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adoptCityPlan, CITY_TASKS, cityPlan } from '../../test/city-plan.ts';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';
import { acceptErrors, issueSmallPlan, smallPlan, uploadText } from '../../test/small-plan.ts';
import { verifyHouse } from '../commands/verify.ts';
import { value } from '../measures/queries.ts';
import { officeInstant } from '../platform/clock/clock.ts';
import { append } from '../platform/ledger/store.ts';
import { asOf } from '../platform/measure/as-of.ts';
import { serverScope } from '../platform/policy/policy.ts';
import type { TaskEvent } from './domain/task.ts';
import { parentMeasures } from './parents.ts';
import { taskLedger } from './task-ledger.ts';

let office: StaffedOffice;
let clerk: Somebody;
let officer: Somebody;
let plan: string;
let city: string;
let owner: pg.Client;

beforeAll(async () => {
  office = await openStaffedOffice('2019-02-01T08:00');
  owner = new pg.Client(office.owner);
  await owner.connect();
  clerk = new Somebody(office);
  await clerk.become(office, 'office_clerk');
  officer = new Somebody(office);
  await officer.become(office, 'officer', 'TCCB');
  plan = await uploadText(office, clerk, smallPlan());
  await acceptErrors(office, clerk, plan);
  await clerk.api(`/plans/${plan}/items`, {
    kind: 'commitment',
    fields: {
      text: 'Đẩy mạnh cải cách thủ tục hành chính',
      area: '1',
      tasks: ['task:0', 'task:2'],
      targets: [],
    },
  });
  expect((await clerk.api(`/plans/${plan}/issue`, {})).status).toBe(201);
  city = await adoptCityPlan(office, clerk, [plan]);
});
afterAll(async () => {
  await owner.end();
  await office.close();
});

const textOf = async (response: Promise<Response>) => (await response).text();
const own = (key: string) => `${plan}/${key}`;
const judge = (item: string, body: object) => clerk.api(`/plans/${city}/parent-items/${item}/mapping`, body);

async function rows<T extends object>(query: string, values: unknown[] = []): Promise<T[]> {
  return (await owner.query<T>(query, values)).rows;
}

async function happens(key: string, at: string, event: TaskEvent): Promise<void> {
  const { agencyId, house } = office;
  const [task] = await rows<{ id: string }>('SELECT id FROM task WHERE plan_id = $1 AND key = $2', [
    plan,
    key,
  ]);
  const now = officeInstant(at);
  await house.database.write(serverScope([agencyId]), (query) =>
    append(
      query,
      taskLedger,
      agencyId,
      task?.id ?? '',
      {
        occurredAt: now,
        recordedAt: now,
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

const submitted = (evidenceDate: string): TaskEvent => ({
  type: 'submitted',
  version: 1,
  payload: { milestone: 1, evidenceDate, evidenceId: plan, revision: 1 },
});
const confirmed: TaskEvent = { type: 'confirmed', version: 1, payload: { milestone: 1 } };

/** A figure as of an instant, and the same counted in plain SQL over events. */
async function figure(id: (typeof parentMeasures)[number]['id'], at: string) {
  const measure = parentMeasures.find((one) => one.id === id);
  if (measure === undefined) throw new Error(id);
  const { house, agencyId } = office;
  return house.database.read(serverScope([agencyId]), async (query) => {
    const found = await value(
      query,
      { agencies: [agencyId], whole: [agencyId] } as never,
      measure,
      asOf(officeInstant(at)),
      {
        partOf: city,
      },
    );
    return [found.numerator, found.denominator];
  });
}

/**
 * What the city gives to us as of an instant, in plain SQL over events alone: the last that was said of each item, what
 * is mapped, whether every mapped task has its last milestone event confirmed, and the days of window, evidence and hope.
 */
async function counted(at: string) {
  const [row] = await rows<Record<string, number>>(
    `WITH e AS (SELECT * FROM event WHERE occurred_at <= $2),
      given AS (SELECT DISTINCT ON (payload->>'item') payload->>'item' AS item, payload->>'given' AS given
        FROM e WHERE stream = $1 AND type = 'item-given' ORDER BY payload->>'item', seq DESC),
      said AS (SELECT DISTINCT ON (payload->>'item', payload->>'to') payload->>'item' AS item, payload->>'to' AS key, type
        FROM e WHERE stream = $1 AND type IN ('item-mapped', 'item-unmapped') ORDER BY payload->>'item', payload->>'to', seq DESC),
      mapped AS (SELECT item, key FROM said WHERE type = 'item-mapped'),
      stood AS (SELECT DISTINCT ON (stream) stream, type FROM e WHERE type IN ('submitted', 'confirmed', 'sent-back', 'reopened')
        ORDER BY stream, seq DESC),
      proof AS (SELECT DISTINCT ON (stream) stream, payload->>'evidenceDate' AS day FROM e WHERE type = 'submitted'
        ORDER BY stream, seq DESC),
      hope AS (SELECT DISTINCT ON (stream) stream, payload->>'day' AS day FROM e WHERE type = 'expected'
        ORDER BY stream, seq DESC),
      work AS (SELECT m.item, bool_and(coalesce(s.type = 'confirmed', false)) AS done, max(p.day) AS proved,
          bool_and(coalesce(s.type = 'confirmed', false) OR coalesce(h.day <= '2019-12-31', false)) AS expected
        FROM mapped m JOIN e o ON o.type = 'opened' AND o.payload->>'planId' = $3 AND o.payload->'task'->>'key' = m.key
        LEFT JOIN stood s ON s.stream = o.stream LEFT JOIN proof p ON p.stream = o.stream
        LEFT JOIN hope h ON h.stream = o.stream GROUP BY m.item),
      items AS (SELECT i->>'key' AS item, (SELECT max(d->>'end') FROM jsonb_array_elements(i->'fields'->'due') d) AS last_day
        FROM e, jsonb_array_elements(payload->'items') i WHERE stream = $1 AND type = 'adopted'),
      judged AS (SELECT i.item, g.given, coalesce(w.done, false) AS done, coalesce(w.expected, false) AS expected, w.proved,
          i.last_day, EXISTS (SELECT 1 FROM mapped m WHERE m.item = i.item) AS mapped
        FROM items i LEFT JOIN given g USING (item) LEFT JOIN work w USING (item))
      SELECT count(*) FILTER (WHERE ours)::int AS given, count(*) FILTER (WHERE ours AND done)::int AS done,
             count(*) FILTER (WHERE ours AND NOT mapped)::int AS uncovered,
             count(*) FILTER (WHERE ours AND done AND proved <= last_day)::int AS "onTime",
             count(*) FILTER (WHERE ours AND (done OR last_day < left($4, 10)))::int AS due,
             count(*) FILTER (WHERE ours AND expected AND NOT done)::int AS expected,
             count(*) FILTER (WHERE given IS NULL)::int AS undecided
      FROM (SELECT *, coalesce(given <> 'not_ours', false) AS ours FROM judged) j`,
    [city, officeInstant(at).toString(), plan, at],
  );
  return row as Record<'given' | 'done' | 'uncovered' | 'onTime' | 'due' | 'expected' | 'undecided', number>;
}

describe('a plan of the city', () => {
  test('is adopted without tasks, recipients or shares, and is no plan of ours', async () => {
    expect(await rows('SELECT 1 FROM task WHERE plan_id = $1', [city])).toEqual([]);
    expect(await rows('SELECT 1 FROM plan_recipient WHERE plan_id = $1', [city])).toEqual([]);
    expect(await rows('SELECT 1 FROM share WHERE thing = $1', [city])).toEqual([]);
    const [row] = await rows<object>('SELECT state, adopted, version FROM plan WHERE id = $1', [city]);
    expect(row).toEqual({ state: 'adopted', adopted: true, version: 1 });
    const page = await textOf(officer.get(`/plans/${city}`));
    expect(page).toContain(CITY_TASKS[0]?.title);
    expect(page).not.toContain('/tasks/');
    expect(page).not.toContain(`/plans/${city}/overview`);
    // The first page is still that of our own plan.
    const list = await textOf(clerk.get('/plans'));
    expect(list.indexOf(`/plans/${plan}"`)).toBeLessThan(list.indexOf(`/plans/${city}"`));
    expect(await textOf(clerk.get('/'))).not.toContain('Cải cách hành chính của Thành phố');
  });

  test('cannot be issued, and an issued plan cannot be adopted', async () => {
    expect((await clerk.api(`/plans/${city}/issue`, {})).status).toBe(409);
    expect((await clerk.api(`/plans/${plan}/adoption`, { plans: [] })).status).toBe(409);
  });

  test('is drafted upon by drafters alone', async () => {
    expect((await officer.api(`/plans/${city}/parent-items/task:0/mapping`, { given: 'lead' })).status).toBe(
      404,
    );
    expect((await officer.get(`/plans/${city}/suggestions`)).status).toBe(404);
    expect((await officer.get(`/plans/${city}/parent-items/task:0`)).status).toBe(200);
    const stranger = new Somebody(office);
    for (const path of ['parent', 'parent-items/task:0'])
      expect((await stranger.get(`/plans/${city}/${path}`)).status).toBe(303);
  });
});

test('suggestions are confirmed in one go: what is left open stays undecided', async () => {
  const at = `/plans/${city}/suggestions`;
  const page = await textOf(clerk.get(`${at}?least=50`));
  expect(page).toContain('Tập huấn nghiệp vụ giải quyết thủ tục hành chính cho công chức');
  const sent = await clerk.send(at, `${at}/confirmation`, {});
  expect(sent.headers.get('location')).toBe(`/plans/${city}/parent?done=parent_item.map-suggested`);
  expect(
    await rows(
      'SELECT item, given, reason FROM parent_item WHERE plan_id = $1 AND to_at IS NULL ORDER BY item',
      [city],
    ),
  ).toEqual([
    { item: 'task:0', given: 'lead', reason: null },
    { item: 'task:1', given: 'support', reason: null },
    { item: 'task:2', given: 'not_ours', reason: 'Sở Tư pháp' },
    { item: 'task:3', given: null, reason: null },
  ]);
  expect(
    await rows('SELECT item, to_key FROM mapping WHERE plan_id = $1 AND to_at IS NULL ORDER BY item', [city]),
  ).toEqual([
    { item: 'task:0', to_key: 'task:0' },
    { item: 'task:1', to_key: 'task:1' },
  ]);
  expect((await clerk.api(`${at}/confirmation`, { rows: [] })).status).toBe(409);
});

test('one item is judged beside ours; a form that was overtaken is refused, and a second sending changes nothing', async () => {
  const item = `/plans/${city}/parent-items/task:3`;
  const page = await textOf(clerk.get(item));
  expect(page).toContain('Công khai chuẩn đầu ra ngoại ngữ');
  expect(page).toContain('Rà soát, đơn giản hóa các quy trình nội bộ');
  const sent = await clerk.send(item, `/plans/${city}/parent-items/task%3A3/mapping`, { given: 'lead' });
  expect(sent.status).toBe(303);
  const stale = await judge('task:3', { given: 'support', seen: '' });
  expect(stale.status).toBe(409);
  const before = await office.count('event');
  expect((await judge('task:3', { given: 'lead', seen: 'lead' })).status).toBe(201);
  expect(await office.count('event')).toBe(before);
  expect((await judge('task:3', { given: 'not_ours' })).status).toBe(422);
  expect((await judge('task:3', { given: 'lead', to: [`${city}/task:0`] })).status).toBe(422);
  expect((await judge('task:9', { given: 'lead' })).status).toBe(404);
});

test('what is not covered is listed, on the page and in its exports', async () => {
  const page = await textOf(officer.get(`/plans/${plan}/parent?show=uncovered`));
  expect(page).toContain('Công khai chuẩn đầu ra');
  expect(page).not.toContain('Ban hành kế hoạch kiểm tra công tác');
  const csv = await textOf(officer.get(`/plans/${city}/parent-items.csv?show=uncovered`));
  expect(csv.trim().split('\n')).toHaveLength(2);
  const counted = await textOf(officer.get(`/measures/parent-item.uncovered?of=${city}`));
  expect(counted).toContain('Công khai chuẩn đầu ra');
  expect(counted).not.toContain('Nâng cấp cơ sở dữ liệu');
});

test('completion is counted from confirmed tasks, as of any past instant, and is what events say in plain SQL', async () => {
  await happens('task:0', '2019-03-01T09:00', submitted('2019-02-28'));
  await happens('task:0', '2019-03-04T09:00', confirmed);
  await happens('task:1', '2019-09-02T09:00', {
    type: 'expected',
    version: 1,
    payload: { day: '2019-12-20', note: null },
  });
  await happens('task:1', '2019-10-10T09:00', submitted('2019-10-09'));
  await happens('task:1', '2019-10-11T09:00', confirmed);
  for (const at of [
    '2019-01-20T08:00',
    '2019-02-10T08:00',
    '2019-03-02T08:00',
    '2019-03-05T08:00',
    '2019-09-01T08:00',
    '2019-09-03T08:00',
    '2019-10-12T08:00',
  ]) {
    const { given, done, uncovered, onTime, due, expected, undecided } = await counted(at);
    expect([at, await figure('parent-item.completed', at)]).toEqual([at, [done, given]]);
    expect([at, await figure('parent-item.uncovered', at)]).toEqual([at, [uncovered, given]]);
    expect([at, await figure('parent-item.on-time', at)]).toEqual([at, [onTime, due]]);
    expect([at, await figure('parent-item.expected', at)]).toEqual([at, [expected, null]]);
    expect([at, await figure('parent-item.undecided', at)]).toEqual([at, [undecided, null]]);
  }
  expect(await figure('parent-item.completed', '2019-10-12T08:00')).toEqual([2, 3]);
  // In March one is done on time; in October the second is done after the city's day, and the third is late.
  expect(await figure('parent-item.on-time', '2019-03-05T08:00')).toEqual([1, 1]);
  expect(await figure('parent-item.on-time', '2019-10-12T08:00')).toEqual([1, 3]);
  expect(await figure('parent-item.expected', '2019-09-01T08:00')).toEqual([0, null]);
  expect(await figure('parent-item.expected', '2019-09-03T08:00')).toEqual([1, null]);
  expect(await figure('parent-item.expected', '2019-10-12T08:00')).toEqual([0, null]);
});

test('a commitment counts through the tasks that carry it out; a target alone completes nothing', async () => {
  const [target] = await rows<{ key: string }>(
    "SELECT key FROM plan_item WHERE plan_id = $1 AND kind = 'target'",
    [plan],
  );
  expect((await judge('task:3', { given: 'lead', to: [own(target?.key ?? '')] })).status).toBe(201);
  expect(await figure('parent-item.uncovered', '2019-12-01T08:00')).toEqual([0, 3]);
  expect(await figure('parent-item.completed', '2019-12-01T08:00')).toEqual([2, 3]);
  expect(await textOf(officer.get(`/plans/${plan}/parent?show=open`))).toContain('Chưa có nhiệm vụ');
  const [commitment] = await rows<{ key: string }>(
    "SELECT key FROM plan_item WHERE plan_id = $1 AND kind = 'commitment'",
    [plan],
  );
  const to = [own(commitment?.key ?? '')];
  expect((await judge('task:3', { given: 'lead', to })).status).toBe(201);
  // One of its two tasks is confirmed, then the other.
  expect(await figure('parent-item.completed', '2019-10-12T08:00')).toEqual([2, 3]);
  await happens('task:2', '2019-11-04T09:00', submitted('2019-11-01'));
  await happens('task:2', '2019-11-05T09:00', confirmed);
  expect(await figure('parent-item.completed', '2019-11-06T08:00')).toEqual([3, 3]);
});

test('an amendment of our plan keeps what is mapped by key, and flags whose words changed', async () => {
  await clerk.api(`/plans/${plan}/amendment`, {
    kind: 'amending_plan',
    number: '50/KH-SGDĐT',
    date: '2019-02-01',
    abstract: 'Sửa đổi',
  });
  const draft = await office.draft(plan);
  const task = draft.items.find(({ key }) => key === 'task:1')?.fields as { title: string };
  const corrected = await clerk.api(`/plans/${plan}/items/task:1`, {
    fields: {
      ...task,
      title: 'Tập huấn cho công chức và viên chức',
      windows: [{ raw: 'Quý II/2019', start: '1/4/2019', end: '30/6/2019' }],
    },
  });
  expect(corrected.status).toBe(201);
  await acceptErrors(office, clerk, plan);
  const amended = await clerk.api(`/plans/${plan}/versions`, {});
  expect([amended.status, await amended.text()]).toEqual([201, expect.anything()]);
  const flagged = await textOf(officer.get(`/plans/${plan}/parent?show=changed`));
  expect(flagged).toContain('Tập huấn nghiệp vụ giải quyết thủ tục hành chính cho công chức Bộ phận Một cửa');
  expect(flagged).not.toContain('Ban hành kế hoạch kiểm tra công tác');
  const page = await textOf(clerk.get(`/plans/${city}/parent-items/task:1`));
  expect(page).toContain('Khi đối chiếu');
  expect((await judge('task:1', { given: 'support', to: [own('task:1')] })).status).toBe(201);
  expect(await textOf(officer.get(`/plans/${plan}/parent?show=changed`))).not.toContain('Tập huấn nghiệp vụ');
});

test('an amendment of the city’s plan opens no task, keeps what was said and flags whose words changed', async () => {
  const tasks = await office.count('task');
  await clerk.api(`/plans/${city}/amendment`, {
    kind: 'correction_letter',
    number: '99/UBND-NC',
    date: '2019-02-01',
    abstract: 'Đính chính',
  });
  const fields = (await office.draft(city)).items.find(({ key }) => key === 'task:0')?.fields as {
    title: string;
  };
  await clerk.api(`/plans/${city}/items/task:0`, {
    fields: {
      ...fields,
      title: 'Ban hành kế hoạch và quyết định kiểm tra',
      windows: [{ raw: 'Quý II/2019', start: '1/4/2019', end: '30/6/2019' }],
    },
  });
  const amended = await clerk.api(`/plans/${city}/versions`, {});
  expect(amended.status).toBe(201);
  expect(await office.count('task')).toBe(tasks);
  const [row] = await rows<object>('SELECT state, adopted, version FROM plan WHERE id = $1', [city]);
  expect(row).toEqual({ state: 'adopted', adopted: true, version: 2 });
  expect(
    await rows<object>(
      "SELECT given, due_end::text FROM parent_item WHERE plan_id = $1 AND item = 'task:0' AND to_at IS NULL",
      [city],
    ),
  ).toEqual([{ given: 'lead', due_end: '2019-06-30' }]);
  expect(await textOf(officer.get(`/plans/${plan}/parent?show=changed`))).toContain(
    'Ban hành kế hoạch và quyết định',
  );
});

test('a plan that is issued later is linked to its parent; while something is mapped the parent stays', async () => {
  const later = await issueSmallPlan(
    office,
    clerk,
    smallPlan({ number: '42/KH-SGDĐT', date: 'ngày 20 tháng 01 năm 2019' }),
  );
  const at = `/plans/${later}/parent`;
  expect(await textOf(clerk.get(at))).toContain('Chưa gắn kế hoạch cấp trên');
  const linked = await clerk.send(at, at, { parent: city });
  expect(linked.headers.get('location')).toBe(`${at}?done=plan.link-parent`);
  expect(await textOf(clerk.get(at))).toContain('11/KH-UBND');
  expect((await clerk.api(at, { parent: null })).status).toBe(201);
  expect((await clerk.api(`/plans/${plan}/parent`, { parent: null })).status).toBe(409);
  expect((await clerk.api(at, { parent: later })).status).toBe(422);
});

test('what it lacks keeps a plan from being adopted; open remarks do not', async () => {
  const text = cityPlan().replace('Số: 11/KH-UBND\n', '');
  const draft = await uploadText(office, clerk, text, 'khong-so.md');
  expect(await textOf(clerk.get(`/plans/${draft}/adoption`))).toContain('Còn thiếu trước khi nhận');
  expect((await clerk.api(`/plans/${draft}/adoption`, { plans: [plan] })).status).toBe(409);
});

test('verification finds the rows that the ledgers give', async () => {
  const damages: unknown[] = [];
  // What the tests wrote past the actions has no audit row.
  await verifyHouse(office.house, (damage) => damage.code === 'audit-missing' || damages.push(damage));
  expect(damages).toEqual([]);
});
