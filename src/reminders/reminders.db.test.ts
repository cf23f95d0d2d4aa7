import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';
import { dueOn, openPlanOfTasks, plannedTask } from '../../test/tasks.ts';
import { OfficeClock, officeInstant } from '../platform/clock/clock.ts';
import type { House } from '../platform/http/visit.ts';
import { serverScope } from '../platform/policy/policy.ts';
import { uuid7 } from '../platform/uuid.ts';
import { remindJob } from './remind-job.ts';

/** Of the absent officer; and the heads of the unit whose task is a fortnight late. */
const STAND_INS = 2;
const HEADS_OF_LATE = 1;

let office: StaffedOffice;
let clock: OfficeClock;
let plan: string;
let ids: ReadonlyMap<string, string>;

beforeAll(async () => {
  office = await openStaffedOffice('2019-06-03T08:00');
  const task = (unit: 'TCCB' | 'KHTC', no: string, end: string | null) =>
    plannedTask(office, unit, { key: no, no, title: `Nhiệm vụ số ${no}`, milestones: [dueOn(end)] });
  ({ plan, ids } = await openPlanOfTasks(office, [
    task('TCCB', '1', '2019-06-14'),
    task('KHTC', '2', '2019-05-31'),
    task('KHTC', '3', '2019-12-31'),
    task('TCCB', '4', null),
  ]));
  clock = new OfficeClock(officeInstant('2019-06-03T08:00'), 'stands');
});
afterAll(() => office?.close());

/** Runs the job as on a day. @returns what is new: "person title day" */
async function remindOn(day: string): Promise<string[]> {
  clock.pin(officeInstant(`${day}T08:00`));
  const before = new Set((await told()).map(({ id }) => id));
  await remindJob.run({ ...office.house, clock } as House, new AbortController().signal);
  return (await told())
    .filter(({ id }) => !before.has(id))
    .map(({ person, title, day: due }) => `${person}: ${title} – ${due}`)
    .sort();
}

function told() {
  return office.house.database.read(serverScope([office.agencyId]), (query) =>
    query
      .selectFrom('reminder')
      .innerJoin('person', 'person.id', 'reminder.person_id')
      .select(['reminder.id', 'reminder.title', 'reminder.day', 'person.name as person'])
      .execute(),
  );
}

async function as(...who: Parameters<StaffedOffice['holder']>): Promise<Somebody> {
  const somebody = new Somebody(office);
  await somebody.become(office, ...who);
  return somebody;
}

test('the heads are reminded of what nobody holds, on each day once, however often the job runs', async () => {
  expect(await remindOn('2019-06-03')).toEqual(['Trưởng phòng KHTC: 2. Nhiệm vụ số 2 – 2019-05-31']);
  expect(await remindOn('2019-06-03')).toEqual([]);
  expect(await remindOn('2019-06-04')).toEqual([]);
  expect(await remindOn('2019-06-05')).toEqual(['Trưởng phòng TCCB: 1. Nhiệm vụ số 1 – 2019-06-05']);
});

test('who is given a task is reminded instead, of the newest reminder that was due', async () => {
  const head = await as('head', 'TCCB');
  const officer = office.holder('officer', 'TCCB');
  const given = await head.api(`/tasks/${ids.get('1')}/assignment`, {
    unit: office.units.TCCB,
    person: officer.personId,
  });
  expect(given.status).toBe(201);
  expect(await remindOn('2019-06-06')).toEqual(['Chuyên viên TCCB: 1. Nhiệm vụ số 1 – 2019-06-05']);
});

test('days on which the job did not run are caught up with one reminder', async () => {
  expect(await remindOn('2019-06-12')).toEqual([
    'Chuyên viên TCCB: 1. Nhiệm vụ số 1 – 2019-06-11',
    'Trưởng phòng KHTC: 2. Nhiệm vụ số 2 – 2019-06-07',
  ]);
});

test('whoever acts for an absent person is reminded too, and further deputies of an absent deputy', async () => {
  const absent = office.holder('officer', 'TCCB').personId;
  const deputy = office.holder('head', 'TCCB').personId;
  const next = office.holder('head', 'KHTC').personId;
  const days = { starts_on: '2019-06-13', ends_on: '2019-06-14', reason: 'nghỉ phép' };
  await office.house.database.write(serverScope([office.agencyId]), (query) =>
    query
      .insertInto('absence')
      .values(
        [
          [absent, deputy],
          [deputy, next],
        ].map(([person = '', stands = '']) => ({
          agency_id: office.agencyId,
          id: uuid7(),
          person_id: person,
          deputy_id: stands,
          ...days,
        })),
      )
      .execute(),
  );
  expect(await remindOn('2019-06-13')).toEqual([
    'Chuyên viên TCCB: 1. Nhiệm vụ số 1 – 2019-06-13',
    'Trưởng phòng KHTC: 1. Nhiệm vụ số 1 – 2019-06-13',
    'Trưởng phòng TCCB: 1. Nhiệm vụ số 1 – 2019-06-13',
  ]);
});

test('the top bar counts what is unread; following a reminder reads it, and so does the one act for all', async () => {
  const officer = await as('officer', 'TCCB');
  const unread = async () =>
    /count-badge[^>]*>(\d+)</.exec(await (await officer.get('/account')).text())?.[1];
  // The earlier ones of the same thing are past.
  expect(await unread()).toBe('1');
  const inbox = await (await officer.get('/inbox')).text();
  expect(inbox).toContain('Nhắc việc: 1 chưa đọc');
  expect(inbox.match(/Đã qua<\/span>/g)).toHaveLength(2);
  const [, link = ''] = /href="(\/inbox\/[0-9a-f-]{36})"/.exec(inbox) ?? [];
  const followed = await officer.get(link);
  expect([followed.status, followed.headers.get('location')]).toEqual([
    303,
    `/tasks/${ids.get('1')}#milestone-1`,
  ]);
  expect(await unread()).toBe('0');
  const other = await as('officer', 'KHTC');
  expect((await other.get(link)).status).toBe(404);
  expect(await remindOn('2019-06-14')).toHaveLength(1 + STAND_INS + HEADS_OF_LATE);
  expect(await unread()).toBe('1');
  expect((await other.api('/inbox/reading', {})).status).toBe(201);
  expect(await unread()).toBe('1');
  const done = await officer.send('/inbox', '/inbox/reading', {});
  expect(done.headers.get('location')).toContain('done=inbox.read');
  expect(await unread()).toBe('0');
  expect(await (await officer.get('/inbox?state=unread')).text()).toContain('Không có dòng nào khớp');
});

test('what is done, or sent back, is no longer or again in the inbox, and nobody is told anew', async () => {
  const head = await as('head', 'KHTC');
  const present = async () =>
    ((await (await head.get('/inbox?state=unread')).text()).match(/2\. Nhiệm vụ số 2/g) ?? []).length;
  const setState = (state: string) =>
    office.house.database.write(serverScope([office.agencyId]), (query) =>
      query
        .updateTable('milestone')
        .set({ state })
        .where('task_id', '=', ids.get('2') ?? '')
        .execute(),
    );
  expect(await present()).toBe(1);
  await setState('submitted');
  expect(await remindOn('2019-06-14')).toEqual([]);
  expect(await present()).toBe(0);
  await setState('sent_back');
  expect(await remindOn('2019-06-14')).toEqual([]);
  expect(await present()).toBe(1);
});

test('a chase goes to the heads of its unit, with its letter, whoever holds the task', async () => {
  clock.pin(officeInstant('2019-06-17T08:00'));
  const clerk = await as('office_clerk', 'VP');
  const sent = await clerk.api(`/plans/${plan}/chases`, {
    chases: [
      { unit: office.units.TCCB, tasks: [ids.get('1')], text: 'Đề nghị hoàn thành nhiệm vụ 1', send: true },
      { unit: office.units.KHTC, tasks: [ids.get('2')], text: 'Đề nghị hoàn thành nhiệm vụ 2', send: true },
    ],
  });
  expect(sent.status).toBe(201);
  const head = await as('head', 'TCCB');
  const inbox = await (await head.get('/inbox?kind=chase')).text();
  expect(inbox).toContain('Đề nghị hoàn thành nhiệm vụ 1');
  expect(inbox).not.toContain('nhiệm vụ 2');
  const officer = await as('officer', 'TCCB');
  expect(await (await officer.get('/inbox')).text()).not.toContain('Đề nghị');
  const [, answer = ''] =
    /action="(\/tasks\/[^"]+\/chases\/[^"]+\/answer)"/.exec(
      await (await head.get(`/tasks/${ids.get('1')}`)).text(),
    ) ?? [];
  expect((await head.api(answer, { text: 'Xong trong tuần' })).status).toBe(201);
  expect(await (await head.get('/inbox?state=past')).text()).toContain('Đề nghị hoàn thành nhiệm vụ 1');
});
