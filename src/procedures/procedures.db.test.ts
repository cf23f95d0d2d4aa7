import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';
import { verifyHouse } from '../commands/verify.ts';
import { serverScope } from '../platform/policy/policy.ts';
import {
  catalogueAgencies,
  findProcedureVersion,
  listProcedureVersions,
  procedureVersionAt,
  searchProcedures,
} from './index.ts';

let office: StaffedOffice;

beforeAll(async () => {
  office = await openStaffedOffice('2019-06-03T08:00');
});
afterAll(() => office?.close());

async function sitting(
  ...who: Parameters<Somebody['become']> extends [unknown, ...infer Rest] ? Rest : never
) {
  const somebody = new Somebody(office);
  await somebody.become(office, ...who);
  return somebody;
}

const clerk = () => sitting('office_clerk', 'VP');
const SCHOOL_TRANSFER = {
  name: 'Chuyển trường đối với học sinh trung học phổ thông',
  code: '1.001088.000.00.00.H26',
  field: 'Giáo dục trung học',
  tier: 'department',
  components: [{ name: 'Đơn xin chuyển trường', originals: 1, required: true }],
  limits: [{ amount: 3, unit: 'wd' }],
  legalBases: 'Quyết định 51/2002/QĐ-BGDĐT',
};
const DECISION = { number: '1234/QĐ-UBND', date: '28/5/2019', validFrom: '1/6/2019' };

let made = 0;
/** Enters a procedure and announces it. @returns its id */
async function announced(
  fields: Record<string, unknown> = {},
  by: Record<string, unknown> = {},
): Promise<string> {
  made += 1;
  const who = await clerk();
  const saved = await who.api('/procedures', {
    ...SCHOOL_TRANSFER,
    code: `2.${String(made).padStart(6, '0')}`,
    ...fields,
  });
  expect(saved.status).toBe(201);
  const { id } = (await saved.json()) as { id: string };
  const done = await who.api(`/procedures/${id}/announcements`, { ...DECISION, ...by });
  expect(done.status, await done.text()).toBe(201);
  return id;
}

const read = <T>(run: Parameters<typeof office.house.database.read<T>>[1], agencies = [office.agencyId]) =>
  office.house.database.read(serverScope(agencies), run);

test('a procedure is entered by the form, is a draft, and is announced by a decision', async () => {
  const who = await clerk();
  const form = await who.send('/procedures/new', '/procedures', {
    name: 'Cấp bản sao văn bằng, chứng chỉ từ sổ gốc',
    code: '1.005092.000.00.00.H26',
    field: 'Văn bằng, chứng chỉ',
    tier: 'department',
    ownerUnit: office.units.VP,
    'components.0.name': 'Đơn đề nghị',
    'components.0.originals': '1',
    'limits.0.amount': '1',
    'fees.0.name': 'Lệ phí',
    'fees.0.amount': '3.000',
    subjects: 'Cá nhân\r\n\r\nTổ chức',
  });
  expect(form.status).toBe(303);
  const at = form.headers.get('location')?.replace(/\?.*/, '') ?? '';
  expect(await (await who.get(at)).text()).toContain('Đang chuẩn bị');
  const day = { number: '1234/QĐ-UBND', date: '28/5/2019', validFrom: '1/6/2019' };
  expect((await who.send(at, `${at}/announcements`, day)).status).toBe(303);
  const [version] = await read((query) => listProcedureVersions(query, at.split('/').at(-1) ?? ''));
  expect(version).toMatchObject({
    nationalCode: '1.005092',
    decision: { number: '1234/QĐ-UBND', date: '2019-05-28' },
    validFrom: '2019-06-01',
    validTo: null,
    // 1 June is a Saturday; five working days after Tuesday 28 May.
    publicBy: '2019-06-04',
    components: [{ key: 'c1', name: 'Đơn đề nghị', originals: 1, copies: 0, required: true }],
    limits: [{ budget: '1wd', text: '01 ngày làm việc', channel: null, case: null }],
    fees: [{ amount: 3000 }],
    subjects: ['Cá nhân', 'Tổ chức'],
  });
  const page = await (await who.get(at)).text();
  expect(page).toContain('01 ngày làm việc');
});

test('the next version begins with what stands now, and its form keeps what is not touched', async () => {
  const id = await announced({
    ownerUnit: office.units.VP,
    fees: [{ name: 'Lệ phí', amount: 10_000 }],
    components: [
      { name: 'Đơn xin chuyển trường', originals: 1, required: true },
      { name: 'Học bạ', copies: 2, required: false },
    ],
    steps: 'Nộp hồ sơ.\nNhận kết quả.',
    onlineLevel: '3',
    postal: ['return'],
  });
  const before = await read((query) => procedureVersionAt(query, id, '2019-06-03'));
  const who = await clerk();
  const sent = await who.send(`/procedures/${id}/draft`, '/procedures', {
    'limits.0.amount': '4',
    'limits.0.text': '',
  });
  expect(sent.status, await sent.text()).toBe(303);
  await who.api(`/procedures/${id}/announcements`, { ...DECISION, date: '3/6/2019', validFrom: '3/6/2019' });
  const after = await read((query) => procedureVersionAt(query, id, '2019-06-03'));
  const same = ['id', 'decision', 'validFrom', 'limits'];
  const rest = (version: object = {}) => Object.entries(version).filter(([key]) => !same.includes(key));
  expect(rest(after)).toEqual(rest(before));
  expect(after?.limits).toEqual([{ channel: null, case: null, budget: '4wd', text: '04 ngày làm việc' }]);
});

test('a form with mistakes comes back with everything typed', async () => {
  const who = await clerk();
  const form = await who.send('/procedures/new', '/procedures', {
    name: 'Thủ tục còn thiếu',
    field: 'Giáo dục',
    tier: 'department',
    'components.1.form': 'Mẫu số 7',
    'limits.0.amount': 'ba',
    'limits.1.case': 'Hồ sơ phải xác minh',
    'components.2.copies': '7',
    nextDayAfter: 'chiều',
  });
  expect(form.status).toBe(422);
  const page = await form.text();
  for (const typed of [
    'Thủ tục còn thiếu',
    'Mẫu số 7',
    'Hồ sơ phải xác minh',
    'value="7"',
    'value="ba"',
    'chiều',
    'Hãy nhập giờ như 15:00',
  ])
    expect(page).toContain(typed);
});

test.each([
  ['components.1.form', 'Mẫu số 7', 'components.1.name'],
  ['components.0.copies', '2', 'components.0.name'],
  ['limits.2.case', 'Hồ sơ phải xác minh', 'limits.2.amount'],
  ['limits.0.channel', 'online', 'limits.0.amount'],
])('a row with %s alone is not dropped silently', async (field, typed, wanting) => {
  const who = await clerk();
  const fields = { name: 'Thủ tục có dòng dở', field: 'Giáo dục', tier: 'department', [field]: typed };
  const form = await who.send('/procedures/new', '/procedures', fields);
  expect(form.status).toBe(422);
  expect(await form.text()).toContain(`href="#f-${wanting}"`);
});

test('a draft stays in its agency, what is announced is read from any', async () => {
  const who = await clerk();
  const saved = await who.api('/procedures', { ...SCHOOL_TRANSFER, name: 'Bí mật', code: '2.900001' });
  const { id: draft } = (await saved.json()) as { id: string };
  const id = await announced();
  const elsewhere = ['00000000-0000-7000-8000-000000000001'];
  await read(async (query) => {
    const seen = await query.selectFrom('procedure').select('id').execute();
    expect(seen.map((row) => row.id)).toContain(id);
    expect(seen.map((row) => row.id)).not.toContain(draft);
    expect(await procedureVersionAt(query, id, '2019-06-03')).toBeDefined();
    expect(
      await query.selectFrom('procedure_version').select('id').where('announced', '=', false).execute(),
    ).toEqual([]);
  }, elsewhere);
  // Whoever has not signed in is sent to sign in.
  const visitor = await new Somebody(office).get(`/procedures/${draft}`);
  expect([visitor.status, visitor.headers.get('location')]).toEqual([
    303,
    expect.stringContaining('/sign-in'),
  ]);
});

test('an announced version never changes: the next one begins where it ends', async () => {
  const id = await announced();
  const before = await read((query) => procedureVersionAt(query, id, '2019-06-03'));
  const who = await clerk();
  const next = { ...SCHOOL_TRANSFER, procedure: id, code: '2.800001', limits: [{ amount: 2, unit: 'wd' }] };
  expect((await who.api('/procedures', next)).status).toBe(201);
  // Prepared, but not in force.
  expect((await read((query) => procedureVersionAt(query, id, '2019-06-03')))?.limits[0]?.budget).toBe('3wd');
  const done = await who.api(`/procedures/${id}/announcements`, {
    number: '1300/QĐ-UBND',
    date: '3/6/2019',
    validFrom: '10/6/2019',
    change: 'amended',
  });
  expect(done.status).toBe(201);
  const versions = await read((query) => listProcedureVersions(query, id));
  expect(versions.map(({ no, validFrom, validTo }) => [no, validFrom, validTo])).toEqual([
    [2, '2019-06-10', null],
    [1, '2019-06-01', '2019-06-09'],
  ]);
  expect((await read((query) => procedureVersionAt(query, id, '2019-06-09')))?.id).toBe(before?.id);
  expect((await read((query) => procedureVersionAt(query, id, '2019-06-10')))?.limits[0]?.budget).toBe('2wd');
  // A dossier finds the version that it began with, word for word.
  const kept = await read((query) => findProcedureVersion(query, office.agencyId, before?.id ?? ''));
  expect(kept?.limits).toEqual(before?.limits);
});

test('another online level is a version of its own, and the old one keeps its class', async () => {
  const id = await announced({ onlineLevel: '3' });
  const who = await clerk();
  const by = { number: '99/QĐ-SGDĐT', date: '3/6/2019', validFrom: '1/7/2019' };
  const level = (onlineLevel: string) => who.api(`/procedures/${id}/online-level`, { onlineLevel, ...by });
  expect((await level('3')).status).toBe(422);
  expect((await level('4')).status).toBe(201);
  expect((await read((query) => procedureVersionAt(query, id, '2019-06-30')))?.onlineLevel).toBe('3');
  expect((await read((query) => procedureVersionAt(query, id, '2019-07-01')))?.onlineLevel).toBe('4');
});

test('an abolished procedure holds until its day and is not changed any more', async () => {
  const id = await announced();
  const successor = await announced();
  const who = await clerk();
  const by = { number: '77/QĐ-UBND', date: '3/6/2019', from: '1/7/2019', successor };
  expect((await who.api(`/procedures/${id}/abolition`, by)).status).toBe(201);
  expect(await read((query) => procedureVersionAt(query, id, '2019-06-30'))).toBeDefined();
  expect(await read((query) => procedureVersionAt(query, id, '2019-07-01'))).toBeUndefined();
  expect((await who.api(`/procedures/${id}/abolition`, by)).status).toBe(409);
  const again = { ...SCHOOL_TRANSFER, procedure: id, code: '2.800009' };
  expect((await who.api('/procedures', again)).status).toBe(409);
  expect(await (await who.get(`/procedures/${id}`)).text()).toContain('Thủ tục thay thế');
});

test.each([
  ['before the newest version', { validFrom: '31/5/2019' }, 422],
  ['by a decision of tomorrow', { date: '4/6/2019', validFrom: '10/6/2019' }, 422],
  ['by what is no number', { number: 'QĐ của Chủ tịch', validFrom: '10/6/2019' }, 422],
])('it is not announced %s', async (_name, by, status) => {
  const id = await announced();
  const who = await clerk();
  await who.api('/procedures', {
    ...SCHOOL_TRANSFER,
    procedure: id,
    code: `2.7${String(made).padStart(5, '0')}`,
  });
  const answer = await who.api(`/procedures/${id}/announcements`, {
    number: '1300/QĐ-UBND',
    date: '3/6/2019',
    ...by,
  });
  expect(answer.status).toBe(status);
  expect(await read((query) => listProcedureVersions(query, id))).toHaveLength(1);
});

test('one code stands once at a tier, and may stand at two', async () => {
  await announced({ code: '3.000181.000.00.00.H26' });
  const who = await clerk();
  const again = await who.api('/procedures', { ...SCHOOL_TRANSFER, code: '3.000 181.000.00.00.H22' });
  expect(again.status).toBe(409);
  const commune = await who.api('/procedures', { ...SCHOOL_TRANSFER, code: '3.000181', tier: 'commune' });
  expect(commune.status).toBe(201);
});

test('every version of a row is there, and a row that was changed past them is found', async () => {
  await announced();
  const damages: { table: string; code: string }[] = [];
  const look = () => verifyHouse(office.house, ({ table, code }) => damages.push({ table, code }));
  await look();
  expect(damages).toEqual([]);
  const owner = new pg.Client(office.owner);
  await owner.connect();
  await owner.query(`UPDATE procedure_version SET procedure_text = procedure_text || '{"sets": 9}'
    WHERE id = (SELECT id FROM procedure_version WHERE announced LIMIT 1)`);
  await look();
  expect(damages).toEqual([{ table: 'procedure_version', code: 'version-differs' }]);
  await owner.query(`UPDATE procedure_version SET procedure_text = procedure_text || '{"sets": 1}'`);
  await owner.end();
});

test('what stands in the name comes before what stands in the field', async () => {
  await announced({ name: 'Gia hạn tạm trú', field: 'Đăng ký cư trú' });
  await announced({ name: 'Đăng ký tạm trú cho cả gia đình', field: 'Cư trú' });
  for (const typed of ['đăng ký tạm trú', 'dang ky tmaj tru']) {
    const hits = await read((query) =>
      searchProcedures(query, [office.agencyId], typed, { day: '2019-06-03' }),
    );
    expect(hits.map(({ name }) => name)).toEqual(['Đăng ký tạm trú cho cả gia đình', 'Gia hạn tạm trú']);
  }
});

test('of several at once one is done, and the others are told why not', async () => {
  const who = await clerk();
  const statuses = async (answers: Promise<Response>[]) =>
    (await Promise.all(answers)).map(({ status }) => status).sort();
  const same = { ...SCHOOL_TRANSFER, code: '4.000001' };
  expect(await statuses([1, 2, 3].map(() => who.api('/procedures', same)))).toEqual([201, 409, 409]);
  const id = await announced();
  await who.api('/procedures', { ...SCHOOL_TRANSFER, procedure: id, code: '4.000002' });
  const next = { number: '1400/QĐ-UBND', date: '3/6/2019', validFrom: '3/6/2019' };
  const announcing = [1, 2, 3].map(() => who.api(`/procedures/${id}/announcements`, next));
  expect(await statuses(announcing)).toEqual([201, 409, 409]);
  expect(await read((query) => listProcedureVersions(query, id))).toHaveLength(2);
});

test('sent twice it is done once, and a form that was overtaken is refused', async () => {
  const who = await clerk();
  const before = await office.count('procedure');
  const send = () =>
    who.api(
      '/procedures',
      { ...SCHOOL_TRANSFER, code: '2.600001' },
      { 'idempotency-key': 'procedure-of-the-test' },
    );
  const [first, second] = [await send(), await send()];
  expect([first.status, second.status]).toEqual([201, 200]);
  expect(await office.count('procedure')).toBe(before + 1);
  const { id } = (await first.json()) as { id: string };
  const change = (ifMatch: string) =>
    who.api('/procedures', { ...SCHOOL_TRANSFER, procedure: id, code: '2.600001' }, { 'if-match': ifMatch });
  expect((await change('"1"')).status).toBe(201);
  expect((await change('"1"')).status).toBe(409);
});

test('the Office keeps the catalogue, heads what their division answers for, others read', async () => {
  const id = await announced({ ownerUnit: office.units.GDTX });
  const level = async (...who: Parameters<typeof sitting>) =>
    (
      await (
        await sitting(...who)
      ).api(`/procedures/${id}/online-level`, {
        onlineLevel: 'x',
        number: '99/QĐ-SGDĐT',
        date: '3/6/2019',
        validFrom: '1/7/2019',
      })
    ).status;
  // Whoever may is told what is wrong with the level before anything is judged.
  const change = { onlineLevel: '2', number: '99/QĐ-SGDĐT', date: '3/6/2019', validFrom: '1/7/2019' };
  const may = async (...who: Parameters<typeof sitting>) =>
    (await (await sitting(...who)).api(`/procedures/${id}/online-level`, change)).status;
  expect(await level('officer', 'GDTX')).toBe(422);
  expect(await may('officer', 'GDTX')).toBe(403);
  expect(await may('head', 'TCCB')).toBe(403);
  expect(await may('head', 'GDTX')).toBe(201);
  expect((await (await sitting('one_stop_officer', 'MC')).get(`/procedures/${id}`)).status).toBe(200);
  expect((await (await sitting('officer', 'GDTX')).get(`/procedures/${id}/draft`)).status).toBe(404);
});

test.each([
  ['chuyển trường', 'Chuyển trường đối với học sinh trung học phổ thông'],
  ['chuyen truong', 'Chuyển trường đối với học sinh trung học phổ thông'],
  ['chuyne truong', 'Chuyển trường đối với học sinh trung học phổ thông'],
  ['chuyeern truwowngf', 'Chuyển trường đối với học sinh trung học phổ thông'],
  ['ngoai ngu tin hcọ', 'Cho phép trung tâm ngoại ngữ, tin học hoạt động giáo dục'],
  ['2000321', 'Cho phép trung tâm ngoại ngữ, tin học hoạt động giáo dục'],
  ['xoá mù chữ', undefined],
])('typed %s', async (typed, expected) => {
  if (made < 1000) {
    made = 1000;
    await announced({
      name: 'Cho phép trung tâm ngoại ngữ, tin học hoạt động giáo dục',
      code: '2.000321',
      field: 'Giáo dục thường xuyên',
    });
  }
  const hits = await read(async (query) =>
    searchProcedures(query, await catalogueAgencies(query, office.agencyId), typed, { day: '2019-06-03' }),
  );
  expect(hits[0]?.name).toBe(expected);
});
