import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';
import { type AgencyBelow, addAgencyBelow, issueSmallPlan } from '../../test/small-plan.ts';

let office: StaffedOffice;
let clerk: Somebody;
let head: Somebody;
let first: AgencyBelow;
let second: AgencyBelow;
let stranger: AgencyBelow;
let plan: string;

beforeAll(async () => {
  office = await openStaffedOffice('2019-01-16T08:00');
  clerk = new Somebody(office);
  await clerk.become(office, 'office_clerk');
  head = new Somebody(office);
  await head.become(office, 'head', 'TCCB');
  first = await addAgencyBelow(office, 'A');
  second = await addAgencyBelow(office, 'B');
  plan = await issueSmallPlan(office, clerk);
  // Comes after the plan was sent, so the plan was not sent to it.
  stranger = await addAgencyBelow(office, 'C');
});
afterAll(() => office.close());

const textOf = async (response: Promise<Response>) => (await response).text();
const recipients = () => `/plans/${plan}/recipients`;
const lineOf = (agency: AgencyBelow) =>
  `${recipients()}/${encodeURIComponent(`agency:${agency.agencyId}`)}/acknowledgement`;

/** Rows that the application's own role sees in the scope of an agency, by raw SQL. */
async function seenBy(agencyId: string, table: string): Promise<number> {
  const client = new pg.Client(office.connection);
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query("SELECT set_config('minhchung.agencies', $1, true)", [agencyId]);
    const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
    return rows[0]?.count ?? -1;
  } finally {
    await client.end();
  }
}

describe('an agency below', () => {
  test('finds the plan in its list and reads its rows as text', async () => {
    expect(await textOf(first.clerk.get('/plans'))).toContain(`href="/plans/${plan}"`);
    const page = await textOf(first.clerk.get(`/plans/${plan}`));
    expect(page).toContain('Tổ chức tập huấn nghiệp vụ giải quyết thủ tục hành chính');
    expect(page).toContain('Công chức làm việc tại Bộ phận Một cửa được tập huấn');
    expect(page).not.toContain('/tasks/');
    expect(page).not.toContain(`/plans/${plan}/file`);
    for (const part of ['targets', 'commitments', 'duties', 'reporting'])
      expect((await first.clerk.get(`/plans/${plan}/tasks?part=${part}`)).status).toBe(200);
  });

  test('sees its own line alone, without counts of the others', async () => {
    const page = await textOf(first.clerk.get(recipients()));
    expect(page).toContain('Trường Tiểu học số A');
    expect(page).not.toContain('Trường Tiểu học số B');
    expect(page).not.toContain('Phòng Tổ chức cán bộ');
    expect(page).not.toContain('nơi nhận đã xác nhận');
    const exported = await textOf(first.clerk.get(`${recipients()}.csv`));
    expect(exported.trim().split('\n')).toHaveLength(2);
    expect(await textOf(first.clerk.get('/search?q=cai+cach'))).toContain(`/plans/${plan}`);
  });

  test('nothing else of the department is there, in pages or by raw SQL', async () => {
    for (const path of [
      `/plans/${plan}/versions`,
      `/plans/${plan}/file`,
      `/plans/${plan}/review`,
      `/plans/${plan}/circulation`,
      `/plans/${plan}/amendment`,
    ])
      expect([path, (await first.clerk.get(path)).status]).toEqual([path, 404]);
    const tasks = await textOf(first.clerk.get('/tasks'));
    expect(tasks).not.toContain('Tổ chức tập huấn nghiệp vụ');
    const seen = Object.fromEntries(
      await Promise.all(
        [
          'plan',
          'plan_item',
          'plan_recipient',
          'plan_comment',
          'event',
          'task',
          'milestone',
          'stored_file',
          'person',
        ].map(async (table) => [table, await seenBy(first.agencyId, table)] as const),
      ),
    );
    expect(seen).toEqual({
      plan: 1,
      plan_item: await office.count('plan_item'),
      plan_recipient: 1,
      plan_comment: 0,
      event: 0,
      task: 0,
      milestone: 0,
      stored_file: 0,
      person: 1,
    });
  });

  test('does not answer for another, nor for a unit inside', async () => {
    expect((await first.clerk.api(lineOf(second), { responsible: 'Ai đó' })).status).toBe(404);
    const unit = `${recipients()}/${encodeURIComponent(`unit:${office.units.TCCB}`)}/acknowledgement`;
    expect((await first.clerk.api(unit, { responsible: 'Ai đó' })).status).toBe(404);
  });

  test('an agency to which the plan was not sent does not know of it', async () => {
    for (const path of [`/plans/${plan}`, recipients(), `${recipients()}.csv`, `/plans/${plan}/file`])
      expect([path, (await stranger.clerk.get(path)).status]).toEqual([path, 404]);
    expect(await textOf(stranger.clerk.get('/plans'))).not.toContain(plan);
    expect((await stranger.clerk.api(lineOf(first), { responsible: 'Ai đó' })).status).toBe(404);
    expect(await seenBy(stranger.agencyId, 'plan')).toBe(0);
    expect(await seenBy(stranger.agencyId, 'plan_item')).toBe(0);
  });

  test('names nobody, and is told where; what was typed is kept', async () => {
    const refused = await first.clerk.send(recipients(), lineOf(first), { person: '', responsible: '' });
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining('href="#f-responsible"'),
    ]);
    const other = await first.clerk.send(recipients(), lineOf(first), {
      person: second.personId,
      responsible: '',
    });
    expect(other.status).toBe(422);
  });

  test('acknowledges once, naming one of its own people', async () => {
    const done = await first.clerk.send(recipients(), lineOf(first), {
      person: first.personId,
      responsible: '',
    });
    expect(done.headers.get('location')).toBe(`${recipients()}?done=plan.acknowledge`);
    expect(await textOf(first.clerk.get(recipients()))).toContain('Cán bộ A');
    const again = await first.clerk.api(lineOf(first), { responsible: 'Ai đó' });
    expect([again.status, await again.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'conflict:acknowledged' }),
    ]);
  });
});

test('an agency’s draft is its own: above it nobody opens its file or its pages', async () => {
  await first.clerk.send('/plans/new', '/plans', { file: new File(['Kế hoạch của trường'], 'du-thao.txt') });
  const client = new pg.Client(office.owner);
  await client.connect();
  const { rows } = await client.query<{ id: string }>('SELECT id FROM plan WHERE agency_id = $1', [
    first.agencyId,
  ]);
  await client.end();
  const [draft] = rows;
  for (const page of ['', '/file', '/review', '/issue', '/versions', '/overview'])
    expect([page, (await clerk.get(`/plans/${draft?.id}${page}`)).status]).toEqual([page, 404]);
  expect((await first.clerk.get(`/plans/${draft?.id}/file`)).status).toBe(200);
});

describe('inside the department', () => {
  test('the Office sees everybody, counts that filter, and whom they named', async () => {
    const page = await textOf(clerk.get(recipients()));
    for (const words of ['Trường Tiểu học số A', 'Trường Tiểu học số B', 'Phòng Tổ chức cán bộ', 'Cán bộ A'])
      expect(page).toContain(words);
    const waiting = await textOf(clerk.get(`${recipients()}?state=waiting`));
    expect(waiting).toContain('Trường Tiểu học số B');
    expect(waiting).not.toContain('Trường Tiểu học số A');
    expect(await textOf(clerk.get(`${recipients()}?state=acknowledged`))).not.toContain(
      'Trường Tiểu học số B',
    );
    const listed = (await (await clerk.get(`/api/v1${recipients()}`)).json()) as {
      data: { state: string }[];
    };
    expect(listed.data.filter((one) => one.state === 'acknowledged')).toHaveLength(1);
    expect(listed.data.filter((one) => one.state === 'outside')).toHaveLength(1);
  });

  test('a unit answers through its head, by a typed name too; another head may not', async () => {
    const path = (unit: string) => `${recipients()}/${encodeURIComponent(`unit:${unit}`)}/acknowledgement`;
    expect((await head.api(path(office.units.KHTC), { responsible: 'Ai đó' })).status).toBe(403);
    const done = await head.send(recipients(), path(office.units.TCCB), {
      person: '',
      responsible: 'Chuyên viên mới',
    });
    expect(done.status).toBe(303);
    expect(await textOf(clerk.get(recipients()))).toContain('Chuyên viên mới');
  });

  test('whoever stands in for an absent head answers for the unit', async () => {
    const absent = office.holder('head', 'KHTC').personId;
    const deputy = office.holder('officer', 'KHTC');
    const away = new Somebody(office);
    await away.become(office, 'head', 'KHTC');
    const said = {
      person: absent,
      deputy: deputy.personId,
      from: '16/1/2019',
      to: '31/1/2019',
      reason: 'Đi học',
    };
    expect((await away.api('/absences', said)).status).toBe(201);
    const officer = new Somebody(office);
    await officer.sitDown(office, deputy.accountId);
    const path = `${recipients()}/${encodeURIComponent(`unit:${office.units.KHTC}`)}/acknowledgement`;
    expect(
      (await officer.send(recipients(), path, { person: deputy.personId, responsible: '' })).status,
    ).toBe(303);
  });
});
