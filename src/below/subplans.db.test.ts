import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issuePlan } from '../../test/issued-plan.ts';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';
import { type AgencyBelow, addAgencyBelow } from '../../test/small-plan.ts';
import { verifyHouse } from '../commands/verify.ts';
import { list as listCounted, value } from '../measures/queries.ts';
import { asOf } from '../platform/measure/as-of.ts';
import { serverScope } from '../platform/policy/policy.ts';
import type { Damage } from '../platform/verify/index.ts';
import { leadershipMeasures, subplanMeasures } from './measures.ts';

let office: StaffedOffice;
let plan: string;
let school: AgencyBelow;
let other: AgencyBelow;
let district: AgencyBelow;
let clerk: Somebody;

beforeAll(async () => {
  office = await openStaffedOffice('2019-01-29T08:00');
  school = await addAgencyBelow(office, 'TH1');
  other = await addAgencyBelow(office, 'TH2');
  district = await addAgencyBelow(office, 'PGDBD');
  await asOwner(`UPDATE agency SET kind = 'district_office' WHERE id = $1`, [district.agencyId]);
  await asOwner(
    `INSERT INTO share (agency_id, kind, to_agency, valid_from)
     SELECT id, '*', parent_id, valid_from FROM agency WHERE parent_id IS NOT NULL`,
  );
  plan = await issuePlan(office);
  clerk = new Somebody(office);
  await clerk.become(office, 'office_clerk');
});
afterAll(() => office?.close());

async function asOwner(query: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(office.owner);
  await client.connect();
  const { rows } = await client.query(query, values);
  await client.end();
  return rows;
}

const linePath = (agency: AgencyBelow, kind = 'own') =>
  `/plans/${plan}/subplans/${encodeURIComponent(`agency:${agency.agencyId}`)}/${kind}`;
const textOf = async (response: Promise<Response>) => (await response).text();
const list = (filters = '') => clerk.get(`/plans/${plan}/subplans${filters}`);

/** The secretary's page, filled and sent with what a plan of one's own needs. */
async function sendPlan(agency: AgencyBelow, fields: Record<string, string> = {}, kind = 'own') {
  const page = linePath(agency, kind);
  return agency.clerk.send(page, `${page}/text`, {
    leader: 'Hiệu trưởng',
    officer: 'Văn thư trường',
    number: '12/KH-TH1',
    issueDate: '29/1/2019',
    send: 'on',
    ...fields,
  });
}

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

describe('a school', () => {
  test('finds its due day, in the words of the plan, and how few working days Tết leaves', async () => {
    const page = await textOf(school.clerk.get(linePath(school)));
    expect(page).toContain('thứ Bảy, ngày 09/02/2019');
    expect(page).toContain('trước ngày 10/02/2019');
    expect(page).toContain('chỉ có 5 ngày làm việc, vì có Tết Nguyên đán');
    expect(await textOf(school.clerk.get('/my-subplans'))).toContain('Còn 1 kế hoạch đơn vị phải lập');
  });

  test('keeps a draft with nothing in it but what was typed', async () => {
    const page = linePath(school);
    const kept = await school.clerk.send(page, `${page}/text`, { officer: 'Văn thư trường', send: '' });
    expect(kept.status).toBe(303);
    const shown = await textOf(school.clerk.get(page));
    expect(shown).toContain('value="Văn thư trường"');
    expect(shown).toContain('Đang soạn');
  });

  test('prints its draft before it is sent, to be signed and numbered', async () => {
    expect(await textOf(school.clerk.get(linePath(school)))).toContain(`href="${linePath(school)}/paper"`);
    const paper = await textOf(school.clerk.get(`${linePath(school)}/paper`));
    expect(paper).toContain('Hà Nội, ngày … tháng … năm …');
  });

  test('is told at each field what is missing, and loses nothing', async () => {
    const page = linePath(school);
    const refused = await school.clerk.send(page, `${page}/text`, {
      leader: '',
      number: '12',
      issueDate: '31/2/2019',
      send: 'on',
    });
    expect(refused.status).toBe(422);
    const shown = await refused.text();
    expect(shown).toContain('value="31/2/2019"');
    expect(shown).toContain('Không đọc được ngày');
    const ahead = await sendPlan(school, { issueDate: '1/3/2019', leader: '' });
    expect(await ahead.text()).toContain('Ngày ban hành chưa tới');
  });

  test('sends its plan, made from the plan above, and prints it', async () => {
    expect((await sendPlan(school)).status).toBe(303);
    const shown = await textOf(school.clerk.get(linePath(school)));
    expect(shown).toContain('Đã gửi');
    const paper = await textOf(school.clerk.get(`${linePath(school)}/paper`));
    expect(paper).toContain('12/KH-TH1');
    expect(paper).toContain('Hà Nội, ngày 29 tháng 01 năm 2019');
    expect(paper).toContain('Quy tắc ứng xử của Thành phố');
    for (const [form, begins] of [
      ['word', 'PK'],
      ['pdf', '%PDF'],
    ] as const) {
      const file = await school.clerk.get(`${linePath(school)}/paper/${form}`);
      expect(Buffer.from(await file.arrayBuffer()).toString('latin1', 0, begins.length)).toBe(begins);
    }
    // What the plan says to district offices alone is not the school's.
    expect(paper).not.toContain('toàn ngành giáo dục cấp huyện');
    const [row] = await asOwner(`SELECT count(*)::int AS count FROM document WHERE agency_id = $1`, [
      school.agencyId,
    ]);
    expect(row?.count).toBe(1);
  });

  test('has sent it once, however often the form comes', async () => {
    const again = await school.clerk.api(`${linePath(school)}/text`.replace(/^/, ''), {
      leader: 'Hiệu trưởng',
      officer: 'Văn thư trường',
      number: '12/KH-TH1',
      issueDate: '29/1/2019',
      items: [{ key: 'duty:0', take: true }],
      send: true,
    });
    expect(again.status).toBe(409);
  });

  test('told its register whom the plan names, from the day of the plan', async () => {
    const register = await textOf(school.clerk.get(`/leadership/${school.agencyId}`));
    expect(register).toContain('12/KH-TH1 ngày 29/01/2019');
    expect(register).toContain('Đang phụ trách');
  });

  test('sees nothing of another school, in pages, lists, files or by raw SQL', async () => {
    for (const path of ['', '/paper', '/paper/word', '/paper/pdf', '/file'])
      expect((await other.clerk.get(`${linePath(school)}${path}`)).status).toBe(404);
    expect((await other.clerk.get(`/leadership/${school.agencyId}`)).status).toBe(404);
    const own = await textOf(other.clerk.get(`/plans/${plan}/subplans`));
    expect(own).toContain('Trường Tiểu học số TH2');
    expect(own).not.toContain('Trường Tiểu học số TH1');
    expect(own).not.toContain('Phòng Tổ chức cán bộ');
    expect((await textOf(other.clerk.get(`/plans/${plan}/subplans.csv`))).trim().split('\n')).toHaveLength(2);
    for (const table of ['subplan', 'subplan_period', 'leadership', 'event'])
      expect([table, await seenBy(other.agencyId, table)]).toEqual([table, 0]);
    expect(await seenBy(school.agencyId, 'subplan')).toBe(1);
    expect(await seenBy(school.agencyId, 'plan_due')).toBe(1);
  });

  test('cannot judge, chase or keep for others: they do not exist for it', async () => {
    for (const act of ['confirmation', 'sending-back', 'comments', 'withdrawal', 'text'])
      expect((await other.clerk.api(`${linePath(school)}/${act}`, { reason: 'x', text: 'x' })).status).toBe(
        404,
      );
    expect((await other.clerk.api(`/plans/${plan}/subplan-chases`, { chases: [] })).status).toBe(404);
    expect((await other.clerk.get(`/plans/${plan}/subplan-chase`)).status).toBe(403);
  });
});

describe('the Office', () => {
  test('sees who has, who has not, each number with its list', async () => {
    const page = await textOf(list());
    expect(page).toContain('1/3 đơn vị đã có kế hoạch');
    const missing = await textOf(list('?of=agencies&show=missing'));
    expect(missing).toContain('Trường Tiểu học số TH2');
    expect(missing).not.toContain('Trường Tiểu học số TH1');
    const there = await textOf(list('?of=affiliated&show=there'));
    expect(there).toContain('Trường Tiểu học số TH1');
    expect(there).toContain('Đúng hạn');
  });

  test('sends a plan back with a reason, and confirms it once it came again', async () => {
    const page = linePath(school);
    expect((await clerk.send(page, `${page}/sending-back`, { reason: '' })).status).toBe(422);
    expect((await clerk.send(page, `${page}/sending-back`, { reason: 'Chưa nêu thời hạn' })).status).toBe(
      303,
    );
    expect(await textOf(school.clerk.get(page))).toContain('Chưa nêu thời hạn');
    expect(await textOf(list())).toContain('0/3 đơn vị');
    expect((await sendPlan(school)).status).toBe(303);
    expect((await clerk.send(page, `${page}/confirmation`, {})).status).toBe(303);
    const again = await clerk.api(`${page}/confirmation`, {});
    expect(again.status).toBe(409);
    expect((await sendPlan(school).catch((error: Error) => error.message)) as string).toContain('no form');
  });

  test('only comments on the plans of a district office, which owes two', async () => {
    expect((await sendPlan(district, { number: '3/KH-PGDBD' })).status).toBe(303);
    expect(await textOf(list('?of=district_office&show=missing'))).toContain('Trường Tiểu học số PGDBD');
    expect((await sendPlan(district, { number: '4/KH-PGDBD' }, 'district')).status).toBe(303);
    expect(await textOf(list('?of=district_office&show=there'))).toContain('Trường Tiểu học số PGDBD');
    const page = linePath(district);
    expect((await clerk.api(`${page}/confirmation`, {})).status).toBe(403);
    expect((await clerk.api(`${page}/sending-back`, { reason: 'x' })).status).toBe(403);
    expect((await clerk.send(page, `${page}/comments`, { text: 'Nên nêu rõ người làm.' })).status).toBe(303);
    expect(await textOf(district.clerk.get(page))).toContain('Nên nêu rõ người làm.');
    expect((await school.clerk.get(linePath(school, 'district'))).status).toBe(404);
  });

  test('chases those without, who answer there; one that has come meanwhile is not chased', async () => {
    const at = `/plans/${plan}/subplan-chase`;
    const page = await textOf(clerk.get(at));
    expect(page).toContain('Gửi Trường Tiểu học số TH2');
    expect(page).not.toContain('Gửi Trường Tiểu học số TH1');
    const chased = await clerk.api(`/plans/${plan}/subplan-chases`, {
      chases: [{ recipient: `agency:${other.agencyId}`, text: 'Đề nghị gửi kế hoạch.', send: true }],
    });
    expect(chased.status).toBe(201);
    const needless = await clerk.api(`/plans/${plan}/subplan-chases`, {
      chases: [{ recipient: `agency:${school.agencyId}`, text: 'Đề nghị gửi kế hoạch.', send: true }],
    });
    expect(needless.status).toBe(409);
    expect(await textOf(other.clerk.get('/my-subplans'))).toContain('1 thư chưa trả lời');
    expect(await textOf(other.clerk.get('/inbox?kind=chase'))).toContain('Đề nghị gửi kế hoạch.');
    expect(await textOf(school.clerk.get('/inbox'))).not.toContain('Đề nghị gửi kế hoạch.');
    const [row] = await asOwner('SELECT chase_id FROM subplan_chase WHERE agency_id = $1', [other.agencyId]);
    const answered = await other.clerk.send(
      linePath(other),
      `${linePath(other)}/chases/${row?.chase_id}/answer`,
      {
        text: 'Nhà trường gửi trước ngày 8/2.',
      },
    );
    expect(answered.status).toBe(303);
    expect(await textOf(other.clerk.get('/inbox?state=past'))).toContain('Đề nghị gửi kế hoạch.');
    expect(await textOf(list())).toContain('Nhà trường gửi trước ngày 8/2.');
    const told = await textOf(clerk.get('/inbox?kind=chase-answer'));
    expect(told).toContain('Trường Tiểu học số TH2: ');
    expect(told).toContain('Nhà trường gửi trước ngày 8/2.');
  });

  test('need not remind them: those who still owe a plan are reminded of its last day, each once', async () => {
    const { house } = office;
    const never = new AbortController().signal;
    for (const job of house.slices.flatMap(({ jobs }) => jobs ?? [])) await job.run(house, never);
    for (const job of house.slices.flatMap(({ jobs }) => jobs ?? [])) await job.run(house, never);
    const told = await asOwner(
      `SELECT DISTINCT split_part(thing, ':', 2) || ':' || split_part(thing, ':', 3) AS recipient, last_day::text
       FROM reminder WHERE kind = 'subplan' AND thing LIKE '%:agency:%' ORDER BY 1`,
    );
    const owed = await asOwner(
      `SELECT DISTINCT r.key AS recipient FROM plan_recipient r
       WHERE r.recipient_agency IS NOT NULL AND NOT EXISTS (SELECT FROM subplan s WHERE s.plan_id = r.plan_id
         AND s.recipient = r.key AND s.state IN ('submitted', 'confirmed'))`,
    );
    expect(told.length).toBeGreaterThan(0);
    for (const { recipient } of told) expect(owed.map((one) => one.recipient)).toContain(recipient);
    expect(await textOf(other.clerk.get('/inbox?kind=subplan'))).toContain('Kế hoạch của đơn vị thực hiện');
    const mine = await asOwner(
      "SELECT count(*)::int AS count FROM reminder WHERE kind = 'subplan' AND agency_id = $1 GROUP BY person_id",
      [other.agencyId],
    );
    expect(mine.every(({ count }) => count === 1)).toBe(true);
  });

  test('keeps the register of an agency that cannot, and nobody else does', async () => {
    const at = `/leadership/${other.agencyId}`;
    const recorded = await clerk.send(at, `${at}/entries`, {
      leader: 'Phó Hiệu trưởng',
      leaderIs: 'deputy',
      from: '2/1/2019',
      number: '5/QĐ-TH2',
      issueDate: '2/1/2019',
    });
    expect(recorded.status).toBe(303);
    expect(await textOf(other.clerk.get(at))).toContain('Phó Hiệu trưởng');
    const head = new Somebody(office);
    await head.become(office, 'head', 'TCCB');
    expect((await head.api(`${at}/entries`, { leader: 'x', from: '2019-01-02' })).status).toBe(403);
    expect((await school.clerk.api(`${at}/entries`, { leader: 'x', from: '2019-01-02' })).status).toBe(404);
  });
});

test('a division records where reform stands in its own plan, and no other division does it for it', async () => {
  const page = `/plans/${plan}/subplans/${encodeURIComponent(`unit:${office.units.TCCB}`)}/own`;
  const head = new Somebody(office);
  await head.become(office, 'head', 'TCCB');
  const sent = await head.send(page, `${page}/text`, {
    number: '15/KH-TCCB',
    issueDate: '25/1/2019',
    section: 'Mục III.2',
    send: 'on',
  });
  expect(sent.status).toBe(303);
  const stranger = new Somebody(office);
  await stranger.become(office, 'head', 'KHTC');
  expect((await stranger.api(`${page}/withdrawal`, {})).status).toBe(403);
  expect(await textOf(list('?of=division&show=there'))).toContain('Phòng Tổ chức cán bộ');
});

test('each figure is what plain SQL counts over the events', async () => {
  const last = `SELECT DISTINCT ON (stream) agency_id, stream, type FROM event e
    WHERE type IN ('submitted', 'withdrawn', 'sent-back', 'confirmed') AND stream IN
      (SELECT id FROM stream WHERE kind = 'subplan') ORDER BY stream, seq DESC`;
  const [there] = await asOwner(
    `SELECT count(*) FILTER (WHERE a.kind = 'school' AND n >= 1 OR a.kind = 'district_office' AND n = 2)::int AS agencies,
            count(*) FILTER (WHERE a.kind = 'school' AND n >= 1)::int AS schools
     FROM agency a JOIN (SELECT agency_id, count(*) AS n FROM (${last}) l WHERE type IN ('submitted', 'confirmed')
       GROUP BY agency_id) x ON x.agency_id = a.id WHERE a.parent_id IS NOT NULL`,
  );
  const [confirmed] = await asOwner(`SELECT count(*)::int AS n FROM (${last}) l WHERE type = 'confirmed'`);
  const [heads] = await asOwner(
    `SELECT count(DISTINCT agency_id) FILTER (WHERE (payload->>'leaderIsHead')::boolean)::int AS n
     FROM event WHERE type = 'recorded' AND stream IN (SELECT id FROM stream WHERE kind = 'leadership')
       AND agency_id IN (SELECT id FROM agency WHERE kind <> 'district_office')`,
  );
  const agencies = (await asOwner('SELECT id FROM agency')).map(({ id }) => String(id));
  const figure = async (id: string, when = office.house.clock.now()) => {
    const measure = [...subplanMeasures, ...leadershipMeasures].find((one) => one.id === id);
    if (measure === undefined) throw new Error(`no measure ${id}`);
    const scope = serverScope(agencies);
    const at = asOf(when);
    return office.house.database.read(scope, async (query) => {
      const { numerator, denominator } = await value(query, scope, measure, at);
      const counted = await listCounted(query, scope, measure, at);
      expect(counted).toHaveLength(numerator);
      return [numerator, denominator];
    });
  };
  expect(await figure('subplan.in-hand')).toEqual([there?.agencies, 3]);
  expect(await figure('subplan.of-affiliated')).toEqual([there?.schools, 2]);
  expect(await figure('subplan.confirmed')).toEqual([confirmed?.n, 2]);
  expect(await figure('leadership.by-head')).toEqual([heads?.n, 3]);
  expect(await figure('subplan.of-divisions')).toEqual([1, 5]);
  // When the plan was sent, all owed one and nobody had one; before, nobody owed one.
  const [sent] = await asOwner(`SELECT min(sent_at)::text AS at FROM plan_recipient`);
  const sentAt = Temporal.Instant.from(String(sent?.at).replace(' ', 'T'));
  expect(await figure('subplan.in-hand', sentAt)).toEqual([0, 3]);
  expect(await figure('subplan.in-hand', sentAt.subtract({ minutes: 1 }))).toEqual([0, 0]);
});

test('what was written is what its ledgers say', async () => {
  const damages: Damage[] = [];
  await verifyHouse(office.house, (damage) => damages.push(damage));
  expect(damages).toEqual([]);
});
