import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';
import { newAgencyRow, shareWithParent } from '../agencies/rows.ts';
import { lexiconOf, slices } from '../house.ts';
import type { AppointedSource, AppointedThing } from '../platform/appointed/source.ts';
import { buildApp } from '../platform/http/app.tsx';
import { catalogue } from '../platform/i18n/words.ts';
import { serverScope } from '../platform/policy/policy.ts';
import { RefusalError, refuse } from '../platform/refusal.ts';
import { readSetting, writeSetting } from '../platform/setting.ts';
import { writeXlsx } from '../platform/sheet/index.ts';
import type { Slice } from '../platform/slice.ts';
import { uuid7 } from '../platform/uuid.ts';
import { agencyDeadlines } from './index.ts';
import { keepCalendarJob } from './keep-job.ts';

let office: StaffedOffice;
let clerk: Somebody;
let director: Somebody;
let administrator: Somebody;
/** What the source below has open, and whether it refuses to change. */
let open: Omit<AppointedThing, 'agencyId' | 'title' | 'href' | 'intervals' | 'policy'>[] = [];
let refuses = false;

const source: AppointedSource = {
  kind: 'trial',
  open: async (_, agencies) =>
    open.map((one) => ({
      ...one,
      agencyId: agencies[0] ?? '',
      title: `Hồ sơ ${one.thing}`,
      href: `/calendar?thing=${one.thing}`,
      intervals: [],
      policy: 'subtract',
    })),
  async change({ query }, change, notice) {
    if (refuses) throw new RefusalError(refuse('conflict:changed'));
    await writeSetting(query, `trial.${change.thing.thing}`, [change.thing.due, change.due, notice.calendar]);
  },
};
const trial: Slice = {
  name: 'trial',
  words: catalogue({ 'appointed.kind.trial': 'Thử' }, { 'appointed.kind.trial': 'Trial' }),
  appointed: [source],
};

beforeAll(async () => {
  const opened = await openStaffedOffice('2027-11-22T08:00');
  const all = [...slices, trial];
  const house = { ...opened.house, slices: all, lexicon: lexiconOf(all) };
  office = { ...opened, house, app: buildApp(house) };
  [clerk, director, administrator] = [new Somebody(office), new Somebody(office), new Somebody(office)];
  await clerk.become(office, 'office_clerk', 'VP');
  await director.become(office, 'director');
  await administrator.become(office, 'administrator');
});
afterAll(() => office?.close());
beforeEach(() => {
  open = [];
  refuses = false;
});

const read = <T>(run: Parameters<typeof office.house.database.read<T>>[1]) =>
  office.house.database.read(serverScope([office.agencyId]), run);
const inForce = async () => (await read((query) => agencyDeadlines(query, office.agencyId))).calendar;
const due = async (start: string, amount: number) =>
  (await read((query) => agencyDeadlines(query, office.agencyId))).deadlines.add(start, {
    amount,
    unit: 'wd',
  });
const placeOf = (response: Response) => {
  expect(response.status).toBe(303);
  return response.headers.get('location')?.split('?')[0] ?? '';
};
const enter = (fields: Record<string, string | File>) =>
  clerk.send('/calendar/notices/new', '/calendar/notices', {
    number: 'Thông báo thử nghiệm',
    announcedOn: '20/11/2027',
    ...fields,
  });
const approval = (page: string) => `${page}/approval`;

const SWAP = 'Hoán đổi ngày làm việc từ thứ Sáu, ngày 10/12/2027 sang thứ Bảy, ngày 18/12/2027';

test('what came with the product is written down once, and no notice is waiting', async () => {
  await keepCalendarJob.run(office.house, new AbortController().signal);
  await keepCalendarJob.run(office.house, new AbortController().signal);
  expect(await inForce()).toBe(1);
  expect(await office.count('official_day')).toBeGreaterThan(100);
  expect(await (await clerk.get('/calendar?year=2027')).text()).toContain('chưa chính thức');
});

test('a notice moves nothing until the leader has seen what it would move; then each thing is changed', async () => {
  open = [
    { thing: '1', start: '2027-12-08T10:00', budget: { amount: 2, unit: 'wd' }, due: '2027-12-10T17:00' },
    { thing: '2', start: '2027-12-06T10:00', budget: { amount: 2, unit: 'wd' }, due: '2027-12-08T17:00' },
    { thing: '3', start: '2027-12-15T10:00', budget: { amount: 3, unit: 'wd' }, due: '2027-12-20T17:00' },
    { thing: '4', start: '2027-12-08T10:00', budget: { amount: 2, unit: 'wd' }, due: '2027-12-14T17:00' },
  ];
  const page = placeOf(await enter({ text: SWAP }));
  expect(await due('2027-12-08T10:00', 2)).toBe('2027-12-10T17:00');
  const html = await (await director.get(page)).text();
  for (const words of [
    'Hồ sơ 1',
    'Hồ sơ 3',
    '17:00 10/12/2027',
    '17:00 13/12/2027',
    'Duyệt thông báo và thay đổi 2 hạn',
  ])
    expect(html).toContain(words);
  // Untouched by the days, or set by a person.
  for (const words of ['Hồ sơ 2', 'Hồ sơ 4']) expect(html).not.toContain(words);
  // Who enters it does not approve it.
  expect(await (await clerk.get(page)).text()).not.toContain(`action="${approval(page)}"`);
  expect((await clerk.api(approval(page), { seen: 'x' })).status).toBe(403);

  expect(await inForce()).toBe(1);
  refuses = true;
  expect((await director.send(page, approval(page), {})).status).toBe(409);
  expect([await inForce(), await read((query) => readSetting(query, 'trial.1'))]).toEqual([1, undefined]);
  refuses = false;
  // A list that has grown since it was seen is shown again.
  const grown = {
    thing: '5',
    start: '2027-12-09T10:00',
    budget: { amount: 1, unit: 'wd' as const },
    due: '2027-12-10T17:00',
  };
  const seen = /name="seen" value="(\w+)"/.exec(html)?.[1] ?? '';
  open = [...open, grown];
  expect((await director.api(approval(page), { seen })).status).toBe(409);
  expect(await inForce()).toBe(1);

  expect(placeOf(await director.send(page, approval(page), {}))).toBe(page);
  expect(await inForce()).toBe(2);
  expect(await due('2027-12-08T10:00', 2)).toBe('2027-12-13T17:00');
  const recorded = (thing: string) => read((query) => readSetting(query, `trial.${thing}`));
  expect(await recorded('1')).toEqual(['2027-12-10T17:00', '2027-12-13T17:00', 2]);
  // The Saturday that is worked for the swap brings it forward.
  expect(await recorded('3')).toEqual(['2027-12-20T17:00', '2027-12-18T17:00', 2]);
  expect(await recorded('5')).toEqual(['2027-12-10T17:00', '2027-12-13T17:00', 2]);
  expect([await recorded('2'), await recorded('4')]).toEqual([undefined, undefined]);
  // A second press, and a late refusal.
  expect((await director.api(approval(page), { seen })).status).toBe(409);
  expect((await director.api(`${page}/refusal`, {})).status).toBe(409);
  expect(await (await director.get(page)).text()).toContain('bản lịch thứ 2');
});

test('what was appointed by a past version is compared with that version', async () => {
  open = [
    {
      thing: '6',
      start: '2027-12-08T10:00',
      budget: { amount: 2, unit: 'wd' },
      due: '2027-12-10T17:00',
      calendar: 1,
    },
  ];
  const page = placeOf(await enter({ text: 'Nghỉ thử nghiệm ngày 22/12/2027' }));
  expect(await (await director.get(page)).text()).toContain('17:00 13/12/2027');
  expect(placeOf(await director.send(page, `${page}/refusal`, {}))).toBe(page);
  expect(await inForce()).toBe(2);
});

test('the calendar of the next year comes as a table, and extends what is known', async () => {
  const parts: Uint8Array[] = [];
  const columns = ['Ngày', 'Loại', 'Tên ngày', 'Căn cứ'].map((title) => ({ title, type: 'text' as const }));
  const rows = [
    ['01/01/2028', 'Nghỉ lễ', 'Tết Dương lịch', 'Bộ luật Lao động số 45/2019/QH14, Điều 112'],
    ['03/01/2028', 'Nghỉ bù', 'Nghỉ bù Tết Dương lịch', ''],
  ];
  for await (const part of writeXlsx([{ name: 'Lịch', columns, rows: ReadableStream.from([rows]) }]))
    parts.push(part);
  expect(await due('2027-12-31T10:00', 1)).toBeNull();
  const page = placeOf(await enter({ file: new File([Buffer.concat(parts)], 'Lịch 2028.xlsx') }));
  expect(placeOf(await director.send(page, approval(page), {}))).toBe(page);
  expect(await due('2027-12-31T10:00', 1)).toBe('2028-01-04T17:00');
  expect(await (await clerk.get('/calendar?year=2028')).text()).toContain('Nghỉ bù Tết Dương lịch');
});

test.each([
  ['nothing', {}, 'Hãy dán nội dung thông báo'],
  ['words without a day', { text: 'Nghỉ Tết 7 ngày' }, 'Dòng 1: không hiểu'],
  ['a JSON list that is none', { text: '[{"ngay": 1}]' }, 'Không đọc được danh sách JSON'],
  ['what is in force already', { text: 'Nghỉ ngày 01/01/2030' }, 'Lịch phải liên tục từng năm'],
])('a notice with %s is refused at the field, and what was typed stays', async (_, fields, words) => {
  const refused = await enter(fields);
  expect(refused.status).toBe(422);
  const html = await refused.text();
  expect(html).toContain(words);
  expect(html).toContain('Thông báo thử nghiệm');
});

test('a JSON list is taken too; the same days again are no notice', async () => {
  const days = JSON.stringify([
    { date: '2028-05-01', kind: 'off-holiday', name: 'Ngày Quốc tế lao động 1/5' },
  ]);
  const page = placeOf(await enter({ text: days }));
  expect(placeOf(await director.send(page, approval(page), {}))).toBe(page);
  expect((await enter({ text: days })).status).toBe(409);
});

const HOURS = {
  from: '1/1/2027',
  legalBasis: 'Quy chế làm việc của Sở',
  season: '16/4',
  hours: 'T2-T6: 7h30-11h30, 13h30-17h',
  otherSeason: '16/10',
  otherHours: 'T2-T6: 8h-12h, 13h-17h',
  reception: 'T7: 8h-11h30',
};

test('an agency sets its hours by season, and hours for reception apart; citizens see them', async () => {
  const at = `/office-hours/${office.agencyId}`;
  expect(await (await clerk.get(at)).text()).toContain('tạm tính');
  expect(placeOf(await clerk.send(at, `${at}/versions`, HOURS))).toBe(at);
  const deadlines = (await read((query) => agencyDeadlines(query, office.agencyId))).deadlines;
  expect(deadlines.add('2027-06-07T10:00', { amount: 1, unit: 'wh' })).toBe('2027-06-07T11:00');
  expect(deadlines.add('2027-06-11T16:30', { amount: 1, unit: 'wh' })).toBe('2027-06-14T08:00');
  // Saturday morning is for reception only.
  expect(deadlines.add('2027-06-12T08:00', { amount: 1, unit: 'wh' })).toBe('2027-06-14T08:30');
  expect(deadlines.add('2026-12-28T10:00', { amount: 1, unit: 'wd' })).toBe('2026-12-29T17:00');

  const seen = await (await new Somebody(office).get('/office-hours')).text();
  for (const words of [
    'Thứ Hai – Thứ Sáu: 07:30–11:30, 13:30–17:00',
    'Thứ Bảy: 08:00–11:30',
    'không tính những giờ này',
  ])
    expect(seen).toContain(words);
  expect(seen).not.toContain('tạm tính');

  const [version] = await read((query) => query.selectFrom('office_hours').select('id').execute());
  const form = `${at}?version=${version?.id}`;
  expect(placeOf(await administrator.send(form, `${at}/versions`, { reception: '' }))).toBe(at);
  expect(await (await clerk.get(form)).text()).toContain('<del>Thứ Bảy: 08:00–11:30</del>');
});

test('the administrator sets the hours of a school too, which nobody else there may', async () => {
  const school = uuid7();
  await office.house.database.write(serverScope([office.agencyId, school]), async (query) => {
    const parent = { id: office.agencyId, place: 'Hà Nội' };
    const named = { code: 'T1', name: 'Trường số 1', shortName: null, symbol: null, place: null };
    const row = newAgencyRow({ ...named, kind: 'school', position: 1 }, parent, school, '2027-01-01');
    await query
      .insertInto('agency')
      .values({ ...row, seq: 1 })
      .execute();
    await shareWithParent(query, [school], office.agencyId, '2027-01-01');
  });
  const at = `/office-hours/${school}`;
  const list = await (await administrator.get(`/office-hours/${office.agencyId}`)).text();
  expect(list).toContain('Trường số 1');
  expect(placeOf(await administrator.send(at, `${at}/versions`, HOURS))).toBe(at);
  // The clerk of the department reads them, and sets only the department's own.
  expect(await (await clerk.get(at)).text()).toContain('Quy chế làm việc của Sở');
  expect((await clerk.api(`${at}/versions`, HOURS)).status).toBe(403);
  expect(await (await clerk.get(`/office-hours/${office.agencyId}`)).text()).not.toContain('Trường số 1');
});

test.each([
  ['hours', { hours: 'sáng đến chiều' }, 'Không đọc được dòng “sáng đến chiều”'],
  ['season', { season: '31/2' }, 'Hãy ghi ngày và tháng'],
  ['otherSeason', { otherSeason: '' }, 'bắt buộc'],
  ['otherSeason', { otherSeason: '16/4' }, 'Hai mùa bắt đầu cùng một ngày'],
  ['from', { from: '1/1/2027' }, 'Đã có giờ làm việc áp dụng từ ngày này'],
])('wrong %s are refused at the field', async (_, fields, words) => {
  const at = `/office-hours/${office.agencyId}`;
  const refused = await clerk.send(at, `${at}/versions`, { ...HOURS, from: '1/1/2029', ...fields });
  expect([409, 422]).toContain(refused.status);
  const html = await refused.text();
  expect(html).toContain(words);
  expect(html).toContain('Quy chế làm việc của Sở');
});

test('an officer sets no hours and enters no notice', async () => {
  const officer = new Somebody(office);
  await officer.become(office, 'officer', 'TCCB');
  const at = `/office-hours/${office.agencyId}`;
  expect(await (await officer.get(at)).text()).not.toContain('<form method="post" action="/office-hours');
  expect((await officer.api(`${at}/versions`, HOURS)).status).toBe(403);
  expect((await officer.get('/calendar/notices/new')).status).toBe(403);
  expect((await new Somebody(office).get(at)).status).toBe(303);
});
