import { afterAll, beforeAll, expect, test } from 'vitest';
import { addOfficial, openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';
import { type Value, value } from '../measures/index.ts';
import { asOfDay, asOfNow } from '../platform/measure/as-of.ts';
import { type Role, serverScope } from '../platform/policy/policy.ts';
import { uuid7 } from '../platform/uuid.ts';
import { fold } from '../pure/vietnamese/index.ts';
import { dueBasisChecks } from './basis.ts';
import { duePublications } from './due-publications.ts';
import { procedureMeasures, publicationMeasures } from './measures.ts';

let office: StaffedOffice;
let school: string;
const accounts = new Map<string, string>();

beforeAll(async () => {
  office = await openStaffedOffice('2019-06-03T08:00');
  school = uuid7();
  await office.house.database.write(serverScope([office.agencyId, school]), async (query) => {
    const name = 'Trường THPT số 17';
    await query
      .insertInto('agency')
      .values({
        id: school,
        code: 'THPT17',
        name,
        name_fold: fold(name),
        short_name: name,
        symbol: 'THPT17',
        place: 'Hà Nội',
        kind: 'school',
        tier: 'department',
        parent_id: office.agencyId,
        position: 17,
        valid_from: '2019-01-01',
        seq: 1,
      })
      .execute();
    await query
      .insertInto('share')
      .values({ agency_id: school, kind: '*', to_agency: office.agencyId, valid_from: '2019-01-01' })
      .execute();
    const official = { agencyId: school, unitId: null, from: '2019-01-01' };
    for (const role of ['agency_clerk', 'officer'] satisfies Role[])
      accounts.set(
        role,
        (await addOfficial(query, { ...official, name: `${role} THPT17`, role, login: `${role}.thpt17` }))
          .accountId,
      );
  });
});
afterAll(() => office?.close());

async function atDepartment(role: Role, unit: 'VP' | 'GDTX' | 'TCCB'): Promise<Somebody> {
  const somebody = new Somebody(office);
  await somebody.become(office, role, unit);
  return somebody;
}

async function atSchool(role: 'agency_clerk' | 'officer' = 'agency_clerk'): Promise<Somebody> {
  const somebody = new Somebody(office);
  await somebody.sitDown(office, accounts.get(role) ?? '');
  return somebody;
}

let made = 0;
async function announced(fields: Record<string, unknown> = {}, decided = '28/5/2019'): Promise<string> {
  made += 1;
  const who = await atDepartment('office_clerk', 'VP');
  const saved = await who.api('/procedures', {
    name: `Thủ tục số ${made}`,
    code: `1.${String(made).padStart(6, '0')}`,
    field: 'Giáo dục trung học',
    tier: 'department',
    limits: [{ amount: 3, unit: 'wd' }],
    ...fields,
  });
  const { id } = (await saved.json()) as { id: string };
  const by = { number: `${made}/QĐ-UBND`, date: decided, validFrom: decided };
  expect((await who.api(`/procedures/${id}/announcements`, by)).status).toBe(201);
  return id;
}

interface Owed {
  id: string;
  verdict: string;
  due: string;
  published: string | null;
  place: string;
}

/** What is owed of a procedure, as the list gives it to somebody. */
async function owedOf(who: Somebody, name: string): Promise<Owed[]> {
  const response = await who.get(`/api/v1/publications?q=${encodeURIComponent(name)}`);
  expect(response.status).toBe(200);
  return ((await response.json()) as { data: Owed[] }).data;
}

/** "<version>/<place>" of a list as a form names it. */
const formKey = ({ id }: Owed) => id.split('/').reverse().join('/');

test('what is announced has to be public on the portal and at the desk within five working days', async () => {
  await announced({ name: 'Thủ tục của hôm thứ Ba' });
  const clerk = await atDepartment('office_clerk', 'VP');
  const owed = await owedOf(clerk, 'Thủ tục của hôm thứ Ba');
  expect(owed.map(({ place, due, verdict }) => [place, due, verdict]).sort()).toEqual([
    ['desk', '2019-06-04', 'due_soon'],
    ['portal', '2019-06-04', 'due_soon'],
  ]);
  const sent = await clerk.api('/publications', { owed: owed.map(formKey), publishedOn: '3/6/2019' });
  expect(sent.status).toBe(201);
  expect((await owedOf(clerk, 'Thủ tục của hôm thứ Ba')).map(({ verdict }) => verdict)).toEqual([
    'on_time',
    'on_time',
  ]);
});

test('a day that was entered wrongly is entered again, and what was known before stays known', async () => {
  await announced({ name: 'Thủ tục ghi nhầm ngày' }, '20/5/2019');
  const clerk = await atDepartment('office_clerk', 'VP');
  const [first] = await owedOf(clerk, 'Thủ tục ghi nhầm ngày');
  if (first === undefined) throw new Error('nothing owed');
  for (const [day, verdict] of [
    ['3/6/2019', 'done_late'],
    ['27/5/2019', 'on_time'],
    ['27/5/2019', 'on_time'],
  ]) {
    expect((await clerk.api('/publications', { owed: [formKey(first)], publishedOn: day })).status).toBe(201);
    const [now] = (await owedOf(clerk, 'Thủ tục ghi nhầm ngày')).filter(({ id }) => id === first.id);
    expect(now?.verdict).toBe(verdict);
  }
});

test.each([
  ['tomorrow', '4/6/2019', 422],
  ['before its decision', '27/5/2019', 422],
])('it is not said to be public %s', async (_name, publishedOn, status) => {
  await announced({ name: 'Thủ tục ghi sai' });
  const clerk = await atDepartment('office_clerk', 'VP');
  const [one] = await owedOf(clerk, 'Thủ tục ghi sai');
  const sent = await clerk.api('/publications', {
    owed: one === undefined ? [] : [formKey(one)],
    publishedOn,
  });
  expect(sent.status).toBe(status);
});

test('a school is given a procedure, says where it hangs, and looks at it', async () => {
  const id = await announced({ name: 'Chuyển trường giữa năm', tier: 'district' });
  const clerk = await atDepartment('office_clerk', 'VP');
  const given = await clerk.api(`/procedures/${id}/places`, {
    agencies: [school],
    kind: 'board',
    handles: true,
  });
  expect(given.status).toBe(201);
  const secretary = await atSchool();
  const reminded = () =>
    office.house.database.read(serverScope([office.agencyId, school]), (query) =>
      duePublications.due(query, { clock: office.house.clock, agencies: [school] }),
    );
  expect(await reminded()).toMatchObject([
    { agencyId: school, lastDay: '2019-06-10', charges: [{ unitId: null }] },
  ]);
  const owed = await owedOf(secretary, 'Chuyển trường giữa năm');
  // The place began today: five working days from now.
  expect(owed.map(({ place, due }) => [place, due])).toEqual([['board', '2019-06-10']]);
  const page = '/publications/own';
  const recorded = await secretary.send(page, '/publications', {
    owed: formKey(owed[0] as Owed),
    publishedOn: '3/6/2019',
  });
  expect(recorded.status).toBe(303);
  const looked = await secretary.send(page, '/publications/checks', {
    places: (owed[0] as Owed).id.split('/')[1] ?? '',
  });
  expect(looked.status).toBe(303);
  expect(await reminded()).toEqual([]);
  const [after] = await owedOf(clerk, 'Chuyển trường giữa năm').then((all) =>
    all.filter(({ place }) => place === 'board'),
  );
  expect(after).toMatchObject({ verdict: 'on_time', published: '2019-06-03', checked: '2019-06-03' });
  // The school's own people read it on the catalogue of the department, with the desk that takes dossiers.
  expect(await (await secretary.get(`/procedures/${id}`)).text()).toContain('Trường THPT số 17');
  // Once more changes what is there, and makes no second one.
  await clerk.api(`/procedures/${id}/places`, { agencies: [school], kind: 'board', handles: false });
  expect((await owedOf(secretary, 'Chuyển trường giữa năm')).length).toBe(1);
});

test('others may not say it for an agency', async () => {
  const id = await announced({ name: 'Thủ tục của người khác' });
  const clerk = await atDepartment('office_clerk', 'VP');
  const [one] = await owedOf(clerk, 'Thủ tục của người khác');
  const owed = [formKey(one as Owed)];
  const publishedOn = '3/6/2019';
  const officer = await atDepartment('officer', 'GDTX');
  expect((await officer.api('/publications', { owed, publishedOn })).status).toBe(403);
  const secretary = await atSchool();
  expect((await secretary.api('/publications', { owed, publishedOn })).status).toBe(404);
  expect((await (await atSchool('officer')).get('/publications/own')).status).toBe(404);
  const places = { agencies: [office.agencyId], kind: 'board' };
  expect((await secretary.api(`/procedures/${id}/places`, places)).status).toBe(404);
  const both = { agencies: [school, office.agencyId], kind: 'board' };
  expect((await secretary.api(`/procedures/${id}/places`, both)).status).toBe(404);
  expect((await secretary.api(`/procedures/${id}/places`, { ...places, agencies: [school] })).status).toBe(
    201,
  );
  // A school sees what it owes itself, and nothing of the department's.
  expect((await owedOf(secretary, 'Thủ tục của người khác')).map(({ place }) => place)).toEqual(['board']);
});

test('an abolition has to be made public too, and an ended place owes nothing that comes after', async () => {
  const id = await announced({ name: 'Thủ tục sắp bãi bỏ' });
  const clerk = await atDepartment('office_clerk', 'VP');
  const desk = (await owedOf(clerk, 'Thủ tục sắp bãi bỏ')).find(({ place }) => place === 'desk');
  const place = desk?.id.split('/')[1] ?? '';
  expect((await clerk.api(`/procedure-places/${place}/end`, { procedure: id })).status).toBe(201);
  expect((await clerk.api(`/procedure-places/${place}/end`, { procedure: id })).status).toBe(409);
  const by = { number: '90/QĐ-UBND', date: '3/6/2019', from: '1/7/2019' };
  expect((await clerk.api(`/procedures/${id}/abolition`, by)).status).toBe(201);
  const owed = await owedOf(clerk, 'Thủ tục sắp bãi bỏ');
  const abolition = owed.filter(({ due }) => due === '2019-06-10');
  expect(abolition.map((one) => one.place)).toContain('portal');
  const key = `${abolition.find((one) => one.place === 'portal')?.id.split('/')[1]}/abolition`;
  expect((await clerk.api('/publications', { owed: [key], publishedOn: '3/6/2019' })).status).toBe(201);
});

/** A figure of the department. */
function figure(id: string, at = asOfNow(office.house.clock)): Promise<Value> {
  const measure = [...procedureMeasures, ...publicationMeasures].find((one) => one.id === id);
  if (measure === undefined) throw new Error(`no measure ${id}`);
  return office.house.database.read(serverScope([office.agencyId]), (query) =>
    value(query, serverScope([office.agencyId]), measure, at),
  );
}

test('figures of the catalogue count what held on the day asked for', async () => {
  await announced({ name: 'Có mức độ', onlineLevel: '3', postal: ['receive'] });
  const level3 = await figure('procedure.online-level-3');
  expect(level3.numerator).toBe(1);
  expect(level3.denominator).toBeGreaterThan(1);
  expect((await figure('procedure.by-public-post')).numerator).toBe(1);
  expect((await figure('procedure.published-on-time')).denominator).toBeGreaterThan(0);
  expect(await figure('procedure.online-level-3', asOfDay('2019-06-02', office.house.clock))).toEqual({
    numerator: 0,
    denominator: 0,
  });
});

test('a procedure is judged for an online level; a later judgement stands before the earlier', async () => {
  const id = await announced({
    name: 'Thủ tục được đánh giá',
    onlineLevel: '3',
    ownerUnit: office.units.GDTX,
  });
  const head = await atDepartment('head', 'GDTX');
  const at = `/procedures/${id}/suitability`;
  const judged = { level: '3', assessedBy: 'Tổ công tác', assessedOn: '1/6/2019' };
  expect((await head.api(at, { ...judged, result: 'unsuitable' })).status).toBe(422);
  expect((await head.api(at, { ...judged, result: 'unsuitable', reason: 'Phải nộp bản chính' })).status).toBe(
    201,
  );
  expect((await head.api(at, { ...judged, result: 'suitable', assessedOn: '4/6/2019' })).status).toBe(422);
  expect((await head.api(at, { ...judged, result: 'suitable', assessedOn: '3/6/2019' })).status).toBe(201);
  expect((await (await atDepartment('head', 'TCCB')).api(at, { ...judged, result: 'suitable' })).status).toBe(
    403,
  );
  const page = await (await head.get(`/procedures/${id}`)).text();
  expect(page.indexOf('03/06/2019')).toBeLessThan(page.indexOf('Phải nộp bản chính'));
  const found = await figure('procedure.suitable-at-level-3');
  expect(found).toEqual({ numerator: 1, denominator: 1 });
});

test('a changed legal basis gives the owner division something to look at, and reminds it', async () => {
  const legalBases = 'Nghị định số 46/2017/NĐ-CP ngày 21/4/2017 của Chính phủ\nLuật Giáo dục';
  const affected = await announced({ name: 'Dẫn chiếu 46', legalBases, ownerUnit: office.units.GDTX });
  await announced({ name: 'Không dẫn chiếu', legalBases: 'Thông tư 11/2018/TT-BGDĐT' });
  const clerk = await atDepartment('office_clerk', 'VP');
  const change = {
    basis: '46/2017/NĐ-CP',
    change: 'amended',
    by: '135/2018/NĐ-CP',
    effectiveOn: '20/6/2019',
  };
  expect((await (await atDepartment('officer', 'GDTX')).api('/basis-changes', change)).status).toBe(403);
  expect((await clerk.api('/basis-changes', { ...change, basis: 'Nghị định 46' })).status).toBe(422);
  const sent = await clerk.api('/basis-changes', change);
  expect([sent.status, ((await sent.json()) as { checks: number }).checks]).toEqual([201, 1]);
  expect((await clerk.api('/basis-changes', change)).status).toBe(409);
  const [check] = (
    (await (await clerk.get('/api/v1/basis-checks')).json()) as {
      data: { id: string; due: string; verdict: string }[];
    }
  ).data;
  expect(check).toMatchObject({ due: '2019-06-13', verdict: 'ahead' });
  const due = await office.house.database.read(serverScope([office.agencyId]), (query) =>
    dueBasisChecks.due(query, { clock: office.house.clock, agencies: [office.agencyId] }),
  );
  expect(due).toMatchObject([
    { lastDay: '2019-06-13', charges: [{ unitId: office.units.GDTX, personId: null }] },
  ]);
  const head = await atDepartment('head', 'GDTX');
  const finish = (outcome: string) => head.api(`/basis-checks/${check?.id}/outcome`, { outcome });
  expect((await finish('updated')).status).toBe(409);
  await head.api('/procedures', {
    ...{ name: 'Dẫn chiếu 46', field: 'x', tier: 'department' },
    procedure: affected,
    code: '1.555555',
    ownerUnit: office.units.GDTX,
  });
  const next = { number: '95/QĐ-UBND', date: '3/6/2019', validFrom: '20/6/2019' };
  expect((await head.api(`/procedures/${affected}/announcements`, next)).status).toBe(201);
  expect((await finish('updated')).status).toBe(201);
  expect((await finish('unaffected')).status).toBe(409);
  expect(await (await head.get('/basis-checks')).text()).toContain('Đã công bố phiên bản mới');
});

test('the page for citizens is open to everyone, and says of what is gone that it is gone', async () => {
  const id = await announced({
    name: 'Cấp bản sao <b>từ</b> sổ gốc',
    components: [
      { name: 'Đơn đề nghị', originals: 1, required: true },
      { name: 'Giấy uỷ quyền', copies: 1, required: false, case: 'Nộp thay' },
    ],
  });
  const visitor = new Somebody(office);
  const page = await visitor.get(`/procedures/${id}/guide`);
  expect(page.status).toBe(200);
  const html = await page.text();
  for (const words of [
    'Cấp bản sao &lt;b&gt;từ&lt;/b&gt; sổ gốc',
    'Đơn đề nghị',
    '03 ngày làm việc',
    'Không thu phí',
    'Nộp thay',
    'Sở Giáo dục và Đào tạo Hà Nội',
  ])
    expect(html).toContain(words);
  const clerk = await atDepartment('office_clerk', 'VP');
  const draft = await clerk.api('/procedures', {
    name: 'Còn là dự thảo',
    field: 'x',
    tier: 'commune',
    code: '9.000001',
  });
  const { id: hidden } = (await draft.json()) as { id: string };
  expect((await visitor.get(`/procedures/${hidden}/guide`)).status).toBe(404);
  expect((await clerk.get(`/procedures/${hidden}/guide`)).status).toBe(404);
  expect((await visitor.get('/procedures/x/guide')).status).toBe(404);
  await clerk.api(`/procedures/${id}/abolition`, {
    number: '91/QĐ-UBND',
    date: '3/6/2019',
    from: '3/6/2019',
  });
  expect(await (await visitor.get(`/procedures/${id}/guide`)).text()).toContain(
    'đã bãi bỏ từ ngày 03/06/2019',
  );
});
