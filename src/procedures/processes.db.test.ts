import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';
import { type AgencyBelow, addAgencyBelow } from '../../test/small-plan.ts';
import { serverScope } from '../platform/policy/policy.ts';
import { findProcess, processAt, stepsInOrder } from './index.ts';

let office: StaffedOffice;
let school: AgencyBelow;
let otherSchool: AgencyBelow;

beforeAll(async () => {
  office = await openStaffedOffice('2019-06-03T08:00');
  school = await addAgencyBelow(office, 'TH1');
  otherSchool = await addAgencyBelow(office, 'TH2');
  const client = new pg.Client(office.owner);
  await client.connect();
  await client.query(
    `INSERT INTO share (agency_id, kind, to_agency, valid_from)
     SELECT id, '*', parent_id, valid_from FROM agency WHERE parent_id IS NOT NULL`,
  );
  await client.end();
});
afterAll(() => office?.close());

type Sitting = Parameters<Somebody['become']> extends [unknown, ...infer Rest] ? Rest : never;
async function sitting(...who: Sitting) {
  const somebody = new Somebody(office);
  await somebody.become(office, ...who);
  return somebody;
}
const clerk = () => sitting('office_clerk', 'VP');

let made = 0;
/** An announced procedure with ten working days. @returns its id and name */
async function announced(fields: Record<string, unknown> = {}): Promise<{ id: string; name: string }> {
  made += 1;
  const who = await clerk();
  const name = `Xét công nhận trường đạt chuẩn, nhóm ${made}`;
  const saved = await who.api('/procedures', {
    name,
    code: `3.${String(made).padStart(6, '0')}`,
    field: 'Giáo dục',
    tier: 'department',
    limits: [{ amount: 10, unit: 'wd' }],
    results: 'Quyết định công nhận',
    ...fields,
  });
  const { id } = (await saved.json()) as { id: string };
  const decision = { number: '1234/QĐ-UBND', date: '28/5/2019', validFrom: '1/6/2019' };
  const done = await who.api(`/procedures/${id}/announcements`, decision);
  expect(done.status, await done.text()).toBe(201);
  return { id, name };
}

const HOURS = [2, 4, 58, 6, 8, 2];
/** The fields of the usual steps as the form has them, with limits. */
function stepFields(hours: readonly (number | '')[] = HOURS): Record<string, string> {
  const kinds = ['receive', 'assign', 'handle', 'check', 'sign', 'register', 'return-result'];
  const roles = [
    'one_stop_officer',
    'head',
    'officer',
    'head',
    'director',
    'records_clerk',
    'one_stop_officer',
  ];
  return Object.assign(
    { version: '01', isoCode: 'QT-05' },
    ...kinds.map((kind, at) => ({
      [`steps.${at}.key`]: `s${at + 1}`,
      [`steps.${at}.name`]: `Việc ${at + 1}`,
      [`steps.${at}.kind`]: kind,
      [`steps.${at}.role`]: roles[at],
      [`steps.${at}.amount`]: String(hours[at] ?? ''),
      [`steps.${at}.unitOfTime`]: 'wh',
      [`steps.${at}.next.0.to`]: at === 6 ? 'result' : `s${at + 2}`,
      ...(at === 3 ? { 'steps.3.next.1.to': 's3', 'steps.3.next.1.when': 'Chưa đạt' } : {}),
    })),
  );
}

async function begun(procedure: string, who?: Somebody): Promise<string> {
  const keeper = who ?? (await clerk());
  const answer = await keeper.api('/internal-processes', { procedure, version: '01' });
  expect(answer.status, await answer.clone().text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

const APPROVAL = { approver: 'Giám đốc Sở', approvedOn: '1/6/2019', validFrom: '3/6/2019' };

async function published(procedure: string): Promise<string> {
  const who = await clerk();
  const id = await begun(procedure, who);
  const at = `/internal-processes/${id}`;
  expect((await who.send(`${at}/draft`, `${at}/draft`, stepFields())).status).toBe(303);
  expect((await who.send(at, `${at}/publication`, APPROVAL)).status).toBe(303);
  return id;
}

const read = <T>(run: Parameters<typeof office.house.database.read<T>>[1]) =>
  office.house.database.read(serverScope([office.agencyId]), run);
const processOf = (id: string) => read((query) => findProcess(query, office.agencyId, id));

describe('a draft', () => {
  test('begins with the usual steps, and says what keeps it from being published', async () => {
    const who = await clerk();
    const { id: procedure, name } = await announced();
    const form = await (await who.get(`/internal-processes/new?procedure=${procedure}`)).text();
    expect(form).toContain(name);
    const sent = await who.send('/internal-processes/new', '/internal-processes', {
      procedure,
      version: '01',
      isoCode: 'QT-01',
    });
    expect(sent.status).toBe(303);
    const id = sent.headers.get('location')?.split('/')[2] ?? '';
    expect((await processOf(id))?.steps).toHaveLength(7);
    const page = await (await who.get(`/internal-processes/${id}`)).text();
    expect(page).toContain('Bước 3: chưa có thời gian thực hiện.');
    const refused = await who.send(
      `/internal-processes/${id}`,
      `/internal-processes/${id}/publication`,
      APPROVAL,
    );
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Còn 6 lỗi phải sửa trước khi ban hành');
    expect((await processOf(id))?.state).toBe('draft');
  });

  test('is edited row by row: each button saves all that was typed', async () => {
    const who = await clerk();
    const changed = async (change: string) => {
      const id = await begun((await announced()).id, who);
      const at = `/internal-processes/${id}/draft`;
      const answer = await who.send(at, at, { ...stepFields(), change });
      expect(answer.headers.get('location')).toContain(at);
      return (await processOf(id))?.steps ?? [];
    };
    const added = await changed('add:2');
    expect(added.map(({ key }) => key)).toEqual(['s1', 's2', 's3', 's8', 's4', 's5', 's6', 's7']);
    expect(added[2]).toMatchObject({ name: 'Việc 3', limit: '58wh', next: [{ to: 's8', kind: 'forward' }] });
    const moved = await changed('down:0');
    expect(moved.map(({ key }) => key)).toEqual(['s2', 's1', 's3', 's4', 's5', 's6', 's7']);
    const shorter = await changed('remove:6');
    expect(shorter.at(-1)).toMatchObject({ key: 's6', next: [{ to: 'end', kind: 'result' }] });
  });

  test('a wrong field is said at the field, and nothing typed is lost', async () => {
    const who = await clerk();
    const id = await begun((await announced()).id, who);
    const at = `/internal-processes/${id}/draft`;
    const typed = {
      ...stepFields(),
      'steps.2.amount': 'hai ngày',
      'steps.2.name': 'Tên vừa gõ',
      'steps.4.role': 'agency',
    };
    const refused = await who.send(at, at, typed);
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('hai ngày');
    expect(html).toContain('Tên vừa gõ');
    expect(html).toMatch(/id="f-steps\.2\.amount"[^>]*aria-invalid/);
    expect(html).toMatch(/id="f-steps\.4\.agency"[^>]*aria-invalid/);
  });

  test('a unit of another agency is refused, and so is a form that was overtaken', async () => {
    const who = await clerk();
    const id = await begun((await announced()).id, who);
    const at = `/internal-processes/${id}/draft`;
    const foreign = await who.send(at, at, {
      ...stepFields(),
      'steps.2.unit': '01890000-0000-7000-8000-000000000000',
    });
    expect(foreign.status).toBe(422);
    const other = await clerk();
    const before = await (await other.get(at)).text();
    expect((await who.send(at, at, stepFields())).status).toBe(303);
    expect(before).toContain('name="_seq" value="1"');
    const late = await who.send(at, at, { ...stepFields(), _seq: '1' });
    expect(late.status).toBe(409);
  });

  test('a procedure has one at a time; what is kept in one agency is not for others, nor for visitors', async () => {
    const { id: procedure } = await announced();
    const id = await begun(procedure);
    const again = await (await clerk()).api('/internal-processes', { procedure, version: '02' });
    expect(again.status).toBe(409);
    const officer = await sitting('officer', 'TCCB');
    expect((await officer.get(`/internal-processes/${id}`)).status).toBe(200);
    expect((await officer.get(`/internal-processes/${id}/draft`)).status).toBe(403);
    expect((await officer.api(`/internal-processes/${id}/replacement`, {})).status).toBe(403);
    const visitor = new Somebody(office);
    expect((await visitor.get(`/internal-processes/${id}`)).headers.get('location')).toContain('/sign-in');
  });
});

describe('publication', () => {
  test('from its first day on dossiers follow it; its steps never change again', async () => {
    const { id: procedure } = await announced();
    const id = await published(procedure);
    const at = (day: string) => read((query) => processAt(query, office.agencyId, procedure, day));
    expect(await at('2019-06-02')).toBeUndefined();
    const process = await at('2019-06-03');
    expect(process).toMatchObject({ id, state: 'published', approver: 'Giám đốc Sở', validTo: null });
    expect(process === undefined ? [] : stepsInOrder(process).map(({ key }) => key)).toEqual([
      's1',
      's2',
      's3',
      's4',
      's5',
      's6',
      's7',
    ]);
    const who = await clerk();
    const edit = await who.api(`/internal-processes/${id}/draft`, { version: '01', steps: [] });
    expect(edit.status).toBe(409);
    expect((await who.get(`/internal-processes/${id}/draft`)).status).toBe(404);
    const twice = await who.api(`/internal-processes/${id}/publication`, APPROVAL);
    expect(twice.status).toBe(409);
  });

  test('the next version replaces it; a dossier that began with it still finds it', async () => {
    const { id: procedure } = await announced();
    const first = await published(procedure);
    const who = await clerk();
    const begin = await who.send(
      `/internal-processes/${first}`,
      `/internal-processes/${first}/replacement`,
      {},
    );
    const second = begin.headers.get('location')?.split('/')[2] ?? '';
    expect(await processOf(second)).toMatchObject({ state: 'draft', version: '02', approver: null });
    const at = `/internal-processes/${second}`;
    const early = await who.send(at, `${at}/publication`, APPROVAL);
    expect(early.status).toBe(422);
    expect(await early.text()).toContain('Ngày này phải sau');
    expect((await who.send(at, `${at}/publication`, { ...APPROVAL, validFrom: '1/7/2019' })).status).toBe(
      303,
    );
    const on = async (day: string) =>
      (await read((query) => processAt(query, office.agencyId, procedure, day)))?.id;
    expect(await on('2019-06-30')).toBe(first);
    expect(await on('2019-07-01')).toBe(second);
    expect(await processOf(first)).toMatchObject({ state: 'replaced', validTo: '2019-06-30' });
    const page = await (await who.get(at)).text();
    expect(page).toContain('Chưa đến ngày có hiệu lực');
    expect(page).toContain(`href="/internal-processes/${first}"`);
  });

  test.each([
    ['above the legal limit', stepFields([2, 4, 59, 6, 8, 2]), {}, 'Còn 1 lỗi'],
    [
      'approved tomorrow',
      stepFields(),
      { approvedOn: '4/6/2019', validFrom: '5/6/2019' },
      'không được sau hôm nay',
    ],
    [
      'in force before it was approved',
      stepFields(),
      { approvedOn: '3/6/2019', validFrom: '2/6/2019' },
      'không được trước ngày phê duyệt',
    ],
    [
      'before the procedure is in force',
      stepFields(),
      { approvedOn: '20/5/2019', validFrom: '21/5/2019' },
      'thủ tục chưa có hiệu lực',
    ],
  ])('is refused where it is %s', async (_, fields, approval, words) => {
    const who = await clerk();
    const id = await begun((await announced()).id, who);
    const at = `/internal-processes/${id}`;
    expect((await who.send(`${at}/draft`, `${at}/draft`, fields)).status).toBe(303);
    const refused = await who.send(at, `${at}/publication`, { ...APPROVAL, ...approval });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(words);
  });

  test('its page has the picture, the same in a table, and stands beside the procedure', async () => {
    const id = await published((await announced()).id);
    const html = await (await (await sitting('officer', 'TCCB')).get(`/internal-processes/${id}`)).text();
    expect(html).toContain('<title id="picture-t">Sơ đồ quy trình</title>');
    expect(html).toContain('Trả lại bước 3: Chưa đạt');
    expect(html).toContain('80 giờ làm việc');
    expect(html).toContain('Phù hợp');
    expect(html).not.toContain('style=');
    const { procedureId } = (await processOf(id)) ?? { procedureId: '' };
    const procedure = await (await clerk()).get(`/procedures/${procedureId}`);
    expect(await procedure.text()).toContain(`href="/internal-processes/${id}"`);
    const list = await (await clerk()).get('/api/v1/internal-processes?state=published');
    expect(((await list.json()) as { data: { id: string }[] }).data.map((row) => row.id)).toContain(id);
  });
});

describe('import from a decision', () => {
  const text = (name: string) =>
    [
      '(Ban hành kèm theo Quyết định số 77/QĐ-UBND ngày 30/5/2019 của Chủ tịch Ủy ban nhân dân thành phố)',
      `1. ${name}`,
      'TT\tNgười thực hiện\tNội dung công việc\tThời gian',
      'Bước 1\tBộ phận Một cửa\tTiếp nhận hồ sơ\t04 giờ làm việc',
      'Bước 2\tChuyên viên\tThẩm định\t60 giờ làm việc',
      'Bước 3\tGiám đốc Sở\tKý\t16 giờ làm việc',
      'Bước 4\tBộ phận Một cửa\tTrả kết quả\tGiờ hành chính',
      'Tổng thời gian\t\t\t80 giờ làm việc',
      '2. Một thủ tục không có trong danh mục',
      'TT\tNgười thực hiện\tNội dung công việc\tThời gian',
      'Bước 1\tBộ phận Một cửa\tTiếp nhận hồ sơ\t05 giờ làm việc',
      'Tổng thời gian\t\t\t08 giờ làm việc',
    ].join('\n');

  test('is looked through, matched, and becomes drafts of what was chosen', async () => {
    const who = await clerk();
    const { id: procedure, name } = await announced();
    const file = new File([text(name.toUpperCase().normalize('NFD'))], 'Quyết định 77.txt');
    const sent = await who.send('/internal-processes/import', '/internal-processes/uploads', { file });
    expect(sent.status).toBe(303);
    const at = new URL(sent.headers.get('location') ?? '', 'http://localhost').pathname;
    const html = await (await who.get(at)).text();
    expect(html).toContain('77/QĐ-UBND ngày 30/05/2019');
    expect(html).toContain('Khớp tổng');
    expect(html).toContain('Lệch tổng');
    expect(html).toContain('Không thủ tục nào trong danh mục có tên hoặc mã này');
    expect(html).toMatch(new RegExp(`<option value="${procedure}" selected`));
    const action = `/internal-processes/uploads/${at.split('/').at(-1)}/import`;
    const wrong = await who.send(at, action, {
      version: '01',
      'items.0.index': '1',
      'items.0.take': 'on',
      'items.0.procedure': '',
    });
    expect(wrong.status).toBe(422);
    const none = await who.api(action, { version: '01', items: [{ index: 0, procedure }] });
    expect(none.status).toBe(409);
    const items = {
      version: '03',
      'items.0.index': '0',
      'items.0.take': 'on',
      'items.0.procedure': procedure,
    };
    expect((await who.send(at, action, items)).status).toBe(303);
    const [row] = await read((query) =>
      query.selectFrom('internal_process').selectAll().where('procedure_id', '=', procedure).execute(),
    );
    expect(row).toMatchObject({
      state: 'draft',
      version: '03',
      approver: 'Chủ tịch Ủy ban nhân dân thành phố',
      approved_on: '2019-05-30',
    });
    expect((await processOf(row?.id ?? ''))?.steps.map(({ limit, kind }) => [limit, kind])).toEqual([
      ['4wh', 'receive'],
      ['60wh', 'handle'],
      ['16wh', 'sign'],
      [null, 'return-result'],
    ]);
    const again = await who.send(at, action, items);
    expect(again.status).toBe(409);
  });

  test('a file without tables, or one that is broken, is said to be so', async () => {
    const who = await clerk();
    for (const [content, words] of [
      ['Không có bảng nào.', 'Không tìm thấy bảng các bước'],
      ['PK\u0003\u0004 hỏng', 'Tệp bị hỏng'],
    ] as const) {
      const file = new File([content], 'Tệp.docx');
      const sent = await who.send('/internal-processes/import', '/internal-processes/uploads', { file });
      const at = new URL(sent.headers.get('location') ?? '', 'http://localhost').pathname;
      expect(await (await who.get(at)).text()).toContain(words);
    }
  });

  test('a decision that is marked secret is removed', async () => {
    const who = await clerk();
    const file = new File([`MẬT\n${text('Thủ tục mật')}`], 'Quyết định mật.txt');
    const sent = await who.send('/internal-processes/import', '/internal-processes/uploads', { file });
    const at = new URL(sent.headers.get('location') ?? '', 'http://localhost').pathname;
    const html = await (await who.get(at)).text();
    expect(html).toContain('Văn bản có dấu “Mật”');
    expect(html).not.toContain('Quyết định mật');
    expect((await who.get(at)).status).toBe(404);
  });

  test('is for those who keep processes', async () => {
    const officer = await sitting('officer', 'TCCB');
    expect((await officer.get('/internal-processes/import')).status).toBe(403);
    expect((await officer.get('/internal-processes/new')).status).toBe(403);
  });
});

test('each agency has its own process of a procedure that the agency above keeps', async () => {
  const { id: procedure } = await announced();
  const above = await published(procedure);
  const id = await begun(procedure, school.clerk);
  const at = `/internal-processes/${id}`;
  const department = await clerk();
  expect((await department.get(at)).status).toBe(404);
  expect((await otherSchool.clerk.get(at)).status).toBe(404);
  expect((await otherSchool.clerk.get(`/internal-processes/${above}`)).status).toBe(404);
  expect((await school.clerk.send(`${at}/draft`, `${at}/draft`, stepFields())).status).toBe(303);
  expect((await school.clerk.send(at, `${at}/publication`, APPROVAL)).status).toBe(303);
  expect((await department.get(at)).status).toBe(200);
  expect((await otherSchool.clerk.get(at)).status).toBe(404);
  expect((await department.api(`${at}/replacement`, {})).status).toBe(403);
  const { agencyId } = school;
  const own = await office.house.database.read(serverScope([agencyId]), (query) =>
    processAt(query, agencyId, procedure, '2019-06-03'),
  );
  expect(own).toMatchObject({ id, agencyId });
  const list = await (await otherSchool.clerk.get('/api/v1/internal-processes')).json();
  expect((list as { data: unknown[] }).data).toEqual([]);
});
