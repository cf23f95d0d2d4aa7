import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyHouse } from '../src/commands/verify.ts';
import { FIRST, LAST, OPENING } from '../src/demo/demo.ts';
import { officeInstant } from '../src/platform/clock/clock.ts';
import { type DemoOffice, demoPerson, LOGINS, openDemoOffice } from './demo-office.ts';

let office: DemoOffice;
let owner: pg.Client;

beforeAll(async () => {
  office = await openDemoOffice();
  owner = new pg.Client(office.owner);
  await owner.connect();
}, 240_000);
afterAll(async () => {
  await owner?.end();
  await office?.close();
});

async function rows<Row extends pg.QueryResultRow>(query: string, values: unknown[] = []): Promise<Row[]> {
  return (await owner.query<Row>(query, values)).rows;
}

/** All that has happened, without the ids that each telling makes anew. */
const happened = () =>
  rows<{ told: string }>(
    `SELECT concat_ws(' ', occurred_at, type, action, login) AS told FROM event
     LEFT JOIN account ON account.id = actor_account ORDER BY occurred_at, told`,
  ).then((found) => found.map(({ told }) => told));

/** Office times and days of whatever tells of the past, table by table. */
async function latest(): Promise<Record<string, string>> {
  const found = await rows<{ what: string; at: string | null }>(
    `SELECT 'event' AS what, max(occurred_at)::text AS at FROM event
     UNION ALL SELECT 'audit', max(office_time)::text FROM audit_trail
     UNION ALL SELECT 'evidence', max(evidence_date)::text FROM evidence_revision
     UNION ALL SELECT 'document', max(issue_date)::text FROM document
     UNION ALL SELECT 'acknowledged', max(acknowledged_at)::text FROM plan_recipient`,
  );
  return Object.fromEntries(found.map(({ what, at }) => [what, at ?? '']));
}

test('the department has its divisions, one-stop desk, 30 district offices and 120 schools and centres', async () => {
  const kinds = await rows<{ kind: string; count: number }>(
    'SELECT kind, count(*)::integer AS count FROM agency GROUP BY kind ORDER BY kind',
  );
  expect(Object.fromEntries(kinds.map(({ kind, count }) => [kind, count]))).toEqual({
    department: 1,
    district_office: 30,
    school: 91,
    centre: 29,
  });
  const units = (await rows<{ code: string }>('SELECT code FROM unit')).map(({ code }) => code);
  expect(units).toEqual(
    expect.arrayContaining(['VP', 'TCCB', 'KHTC', 'TTr', 'GDTX', 'GDPT', 'GDMN', 'QLT', 'CTTT', 'MC']),
  );
});

test.each(LOGINS)('one click signs %s in, and the first page says MÔ PHỎNG', async (login) => {
  const somebody = await demoPerson(office, login);
  const page = await (await somebody.get('/my-work')).text();
  expect(page).toContain('MÔ PHỎNG');
});

test.each<[string, string, Record<string, string>]>([
  ['under the name of another site', 'http://evil.example', { origin: 'http://evil.example' }],
  ['through a proxy', 'http://localhost', { 'x-forwarded-for': '203.0.113.9' }],
  ['from another site', 'http://localhost', { origin: 'http://evil.example' }],
])('%s nobody is signed in by one click, and the clock stands', async (_, site, headers) => {
  const at = office.house.clock.now();
  const host = new URL(site).host;
  const ask = (path: string, fields: Record<string, string>) =>
    office.app.fetch(
      new Request(site + path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { host, ...headers },
      }),
    );
  const clicked = await ask('/demo-sign-in', { login: LOGINS[0] ?? '' });
  expect([clicked.status, clicked.headers.getSetCookie()]).toEqual([404, []]);
  expect((await ask('/clock', { at: LAST })).status).toBe(404);
  expect(office.house.clock.now().equals(at)).toBe(true);
});

test('nobody of the demo is called by a person’s name', async () => {
  const names = await rows<{ name: string; position: string }>('SELECT name, position FROM person');
  expect(names.length).toBeGreaterThan(300);
  expect(names.filter(({ name, position }) => name !== position)).toEqual([]);
});

test('at the opening there is work done, late, waiting and sent back, and nothing from after the hour', async () => {
  const states = await rows<{ state: string; count: number }>(
    'SELECT state, count(*)::integer AS count FROM milestone GROUP BY state',
  );
  const by = Object.fromEntries(states.map(({ state, count }) => [state, count]));
  for (const state of ['open', 'submitted', 'sent_back', 'confirmed'])
    expect(by[state], state).toBeGreaterThan(0);
  for (const [what, at] of Object.entries(await latest()))
    expect([what, new Date(at) <= new Date(officeInstant(OPENING).toString())]).toEqual([what, true]);
});

test('the catalogue has procedures of the department and the districts, public in time, late and not at all', async () => {
  const found = await rows<{ tier: string; count: number }>(
    `SELECT tier, count(*)::integer AS count FROM procedure WHERE state = 'announced' GROUP BY tier ORDER BY tier`,
  );
  expect(found).toEqual([
    { tier: 'department', count: 12 },
    { tier: 'district', count: 1 },
  ]);
  const clerk = await demoPerson(office, 'chuyenvien.vp');
  const page = await (await clerk.get('/publications')).text();
  for (const words of ['Đúng hạn', 'Công khai trễ', 'Quá hạn']) expect(page).toContain(words);
  const citizen = await office.app.request('http://localhost/procedures/x/guide');
  expect(citizen.status).toBe(404);
  const [transfer] = await rows<{ id: string }>(
    `SELECT id FROM procedure WHERE name = 'Chuyển trường đối với học sinh trung học phổ thông'`,
  );
  const guide = await (await office.app.request(`http://localhost/procedures/${transfer?.id}/guide`)).text();
  expect(guide).toContain('MÔ PHỎNG');
  expect(guide).toContain('03 ngày làm việc');
});

test('the desk has dossiers over Tết and over the swap, apologised and late, refused, by post, and uncollected', async () => {
  const told = await rows<Record<string, string | boolean | null>>(
    `SELECT to_char(accepted_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD/MM HH24:MI') AS accepted,
       to_char(due_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD/MM HH24:MI') AS due, ended_at <= due_at AS in_time,
       channel, status FROM dossier WHERE submitted_at < '2019-05-10' ORDER BY submitted_at`,
  );
  expect(told.map((one) => Object.values(one).join(' | '))).toEqual([
    '30/01 14:00 | 11/02 17:00 | true | direct | returned',
    ' |  |  | direct | refused',
    '11/03 09:00 | 14/03 17:00 | false | direct | returned',
    '02/04 08:30 | 05/04 17:00 | true | direct | finished',
    '26/04 09:00 | 04/05 17:00 | true | direct | returned',
    '06/05 08:30 | 09/05 17:00 | true | post | returned',
  ]);
  const desk = await (await demoPerson(office, 'motcua1')).get('/dossier-queue');
  const page = await desk.text();
  for (const queue of ['Chờ tiếp nhận', 'Đã tiếp nhận, chưa bàn giao', 'Chờ bổ sung', 'Kết quả chờ trả'])
    expect(page).toContain(queue);
});

test('a visitor who types nothing sees in two minutes how it stands, counted from events', async () => {
  const page = await (await office.app.request('http://localhost/')).text();
  const strip = page.slice(page.indexOf('class="strip"'), page.indexOf('</section>'));
  const [late] = await rows<{ count: number }>(
    `SELECT count(DISTINCT m.task_id)::integer AS count FROM milestone m
     JOIN task ON task.id = m.task_id AND task.kind = 'task'
     WHERE m.due_end < '2019-06-03' AND NOT EXISTS (SELECT FROM event e WHERE e.stream = m.task_id
       AND e.type = 'submitted' AND (e.payload->>'milestone')::int = m.no AND NOT EXISTS (
         SELECT FROM event later WHERE later.stream = e.stream AND later.seq > e.seq
           AND later.type IN ('sent-back', 'reopened') AND (later.payload->>'milestone')::int = m.no))`,
  );
  expect(strip).toContain(`${late?.count} nhiệm vụ quá hạn`);
  expect(strip).toContain('Nhiệm vụ 16: đúng hạn hay quá hạn?');
  expect(strip).toContain('137/150 đơn vị đã có kế hoạch');
  expect(strip).toContain('6/9 phòng đã gửi báo cáo quý II');
  expect(strip).toContain('hạn 04/06/2019; 3 thư đôn đốc soạn sẵn');
  expect(strip).toContain('Báo cáo quý I đã ký');
  for (const [, href = ''] of strip.matchAll(/href="([^"]+)"/g))
    expect([href, (await office.app.request(`http://localhost${href}`)).status]).toEqual([href, 200]);
});

test('forward, later things happen; back, they have not; and the same year comes again', async () => {
  const opening = await happened();
  const clerk = await demoPerson(office, 'chuyenvien.vp');
  const [waiting] = await rows<{ task: string; no: number }>(
    `SELECT task.id AS task, milestone.no FROM milestone JOIN task ON task.id = milestone.task_id
     JOIN task_unit ON task_unit.task_id = task.id AND role = 'lead' JOIN unit ON unit.id = unit_id
     WHERE milestone.state = 'submitted' AND unit.code <> 'VP' ORDER BY task.position LIMIT 1`,
  );
  const mine = await clerk.api(`/tasks/${waiting?.task}/milestones/${waiting?.no}/sending-back`, {
    reason: 'Thiếu dấu của cơ quan',
  });
  expect(mine.status).toBe(201);

  await office.demo.moveTo('2019-07-05T08:00');
  expect(office.house.clock.today()).toBe('2019-07-05');
  const july = await happened();
  expect(july.length).toBeGreaterThan(opening.length + 20);
  // What a person did meanwhile stands beside what was told.
  expect(july.filter((told) => told.includes('2019-06-03 01:00:00+00 sent-back')).length).toBe(1);
  for (const [what, at] of Object.entries(await latest()))
    expect([what, new Date(at) <= new Date(officeInstant('2019-07-05T08:00').toString())]).toEqual([
      what,
      true,
    ]);

  await office.demo.moveTo(OPENING);
  expect(await happened()).toEqual(opening);
  await office.demo.moveTo('2019-03-15T08:00');
  const march = await happened();
  expect(march.length).toBeLessThan(opening.length);
  expect(march).toEqual(opening.slice(0, march.length));
  await office.demo.moveTo(OPENING);
  expect(await happened()).toEqual(opening);
}, 240_000);

test('a move that was cut off is done to its end at the next start', async () => {
  await owner.query(`UPDATE setting SET value = $1 WHERE key = 'demo.clock'`, [
    JSON.stringify({ at: OPENING, to: '2019-06-10T08:00', filling: false }),
  ]);
  await office.demo.open(office.house, null);
  expect(office.house.clock.today()).toBe('2019-06-10');
  await office.demo.moveTo(OPENING);
});

test('from the first day to the last the year is told whole, and verifies', async () => {
  await office.demo.moveTo(FIRST);
  expect(await happened()).toEqual([]);
  await office.demo.moveTo(LAST);
  const [{ confirmed, all } = { confirmed: 0, all: 0 }] = await rows<{ confirmed: number; all: number }>(
    `SELECT count(*) FILTER (WHERE m.state = 'confirmed')::integer AS confirmed, count(*)::integer AS all
      FROM milestone m JOIN task ON task.id = m.task_id WHERE task.kind = 'task'`,
  );
  expect(all).toBeGreaterThan(69);
  expect(confirmed / all).toBeGreaterThan(0.7);
  expect(confirmed).toBeLessThan(all);
  const damages: unknown[] = [];
  await verifyHouse(office.house, (damage) => damages.push(damage));
  expect(damages).toEqual([]);
}, 240_000);
