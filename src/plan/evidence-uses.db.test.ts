import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';
import { dueOn, openPlanOfTasks, plannedTask } from '../../test/tasks.ts';

let office: StaffedOffice;
let head: Somebody;
let clerk: Somebody;
let ids: ReadonlyMap<string, string>;

beforeAll(async () => {
  office = await openStaffedOffice('2019-06-03T08:00');
  ({ ids } = await openPlanOfTasks(office, [
    plannedTask(office, 'TCCB', {
      key: '44',
      title: 'Báo cáo tỷ lệ hồ sơ',
      milestones: [dueOn('2019-10-31')],
    }),
    plannedTask(office, 'TCCB', {
      key: '45',
      title: 'Tỷ lệ hồ sơ TTHC được xử lý trực tuyến mức độ 4',
      requirement: 'Lồng ghép nội dung này trong báo cáo',
      milestones: [dueOn('2019-10-31')],
    }),
    plannedTask(office, 'TCCB', {
      key: '46',
      title: 'Kế hoạch tinh giản biên chế',
      milestones: [dueOn('2019-10-31')],
    }),
    plannedTask(office, 'TCCB', { key: '47', title: 'Tuyên truyền', milestones: [dueOn('2019-10-31')] }),
  ]));
  head = new Somebody(office);
  await head.become(office, 'head', 'TCCB');
  clerk = new Somebody(office);
  await clerk.become(office, 'office_clerk');
});
afterAll(() => office.close());

const task = (no: string) => `/tasks/${ids.get(no)}`;
const milestone = (no: string) => `${task(no)}/milestones/1`;
const text = async (response: Promise<Response>) => (await response).text();
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

async function plainSql(statement: string): Promise<Record<string, string>[]> {
  const client = new pg.Client(office.owner);
  await client.connect();
  const { rows } = await client.query<Record<string, string>>(statement);
  await client.end();
  return rows;
}

async function evidenceOf(no: string): Promise<string> {
  const [row] = await plainSql(
    `SELECT evidence_id AS id FROM evidence_use WHERE task_id = '${ids.get(no)}' ORDER BY position DESC`,
  );
  return row?.id ?? '';
}

const REPORT = {
  kind: 'document',
  number: '90/BC-SGDĐT',
  issueDate: '2019-05-30',
  abstract: 'Kết quả hồ sơ trực tuyến',
};

test('a report is not proved by a meeting, nor by a plan, and the form says what is wanted and keeps what was typed', async () => {
  const form = `${milestone('44')}/submission`;
  const meeting = await head.send(form, form, { kind: 'event', day: '1/6/2019', abstract: 'Đã họp' });
  expect(meeting.status).toBe(422);
  const page = await meeting.text();
  expect(page).toContain('Sản phẩm của việc này là báo cáo, nên minh chứng phải là văn bản');
  expect(page).toContain('Đã họp');
  const plan = await head.api(form, { ...REPORT, number: '91/KH-SGDĐT' });
  expect(plan.status).toBe(422);
  expect(await codeOf(plan)).toBe('invalid:other-document-wanted');
  expect(await office.count('evidence')).toBe(0);
  expect((await head.api(form, REPORT)).status).toBe(201);
});

test('a deliverable in a section of another document names both, and each page leads to the other', async () => {
  const form = `${milestone('45')}/existing-evidence`;
  expect(await text(head.get(`${milestone('45')}/submission`))).toContain('Kế hoạch cho lồng ghép');
  expect(await text(head.get(`${form}?q=truc+tuyen`))).toContain('90/BC-SGDĐT');
  expect(await text(head.get(`${form}?q=khong+co`))).toContain('Không có minh chứng nào chứa các chữ này');
  const used = await head.send(form, `${milestone('45')}/evidence`, {
    evidence: await evidenceOf('44'),
    section: 'Mục II.3',
  });
  expect(used.headers.get('location')).toMatch(/done=milestone\.use-evidence/);
  const hosted = await text(head.get(task('45')));
  expect(hosted).toContain('Lồng ghép tại: Mục II.3');
  expect(hosted).toContain('44. Báo cáo tỷ lệ hồ sơ');
  const host = await text(head.get(task('44')));
  expect(host).toContain('Có lồng ghép, tại Mục II.3, sản phẩm của');
  expect(host).toContain('45. Tỷ lệ hồ sơ');
});

test('each use is judged by itself, and the page of the evidence says what became of each', async () => {
  expect((await clerk.api(`${milestone('44')}/confirmation`, {})).status).toBe(201);
  expect(
    (await clerk.api(`${milestone('45')}/sending-back`, { reason: 'Mục này chưa có số liệu' })).status,
  ).toBe(201);
  const page = await text(clerk.get(`/evidence/${await evidenceOf('44')}`));
  expect(page).toContain('Nơi dùng minh chứng này');
  expect(page).toContain('Mục này chưa có số liệu');
  expect(page).toContain('đã xác nhận');
  const counted = await plainSql(`SELECT count(*) FILTER (WHERE type = 'submitted')::text AS uses,
      count(*) FILTER (WHERE type = 'confirmed')::text AS confirmed,
      count(*) FILTER (WHERE type = 'sent-back')::text AS back FROM event`);
  expect(counted).toEqual([{ uses: '2', confirmed: '1', back: '1' }]);
  expect(page.match(/<tr id="|<th scope="row"/g)?.length).toBe(3);
});

test('after a section was sent back, evidence of its own is a new piece, not a revision of the host', async () => {
  const form = `${milestone('45')}/submission`;
  expect((await head.api(form, { kind: 'event', day: '2019-06-01', abstract: 'Đã thống kê' })).status).toBe(
    201,
  );
  expect(await evidenceOf('45')).not.toBe(await evidenceOf('44'));
  const [host] = await plainSql(`SELECT revision::text FROM evidence WHERE id = '${await evidenceOf('44')}'`);
  expect(host?.revision).toBe('1');
});

test('one piece proves several tasks as a whole, where its kind is the wanted one', async () => {
  const evidence = await evidenceOf('44');
  const wrong = await head.api(`${milestone('46')}/evidence`, { evidence });
  expect(await codeOf(wrong)).toBe('invalid:other-document-wanted');
  expect((await head.api(`${milestone('47')}/evidence`, { evidence })).status).toBe(201);
  expect(await codeOf(await head.api(`${milestone('47')}/evidence`, { evidence }))).toBe(
    'conflict:milestone-submitted',
  );
  expect(await text(head.get(task('44')))).toContain('Cũng là minh chứng của');
});

test('who may not work on it uses nothing, and evidence of nobody is refused', async () => {
  const stranger = new Somebody(office);
  await stranger.become(office, 'officer', 'KHTC');
  const evidence = await evidenceOf('44');
  expect((await stranger.api(`${milestone('46')}/evidence`, { evidence, section: 'I' })).status).toBe(403);
  const unknown = { evidence: '0190b2f4-0000-7000-8000-000000000001', section: 'I' };
  expect((await head.api(`${milestone('46')}/evidence`, unknown)).status).toBe(422);
  expect((await new Somebody(office).get(`/evidence/${evidence}`)).status).not.toBe(200);
  expect((await head.get('/evidence/0190b2f4-0000-7000-8000-000000000001')).status).toBe(404);
});
