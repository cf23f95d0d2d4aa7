import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';
import { dueOn, openPlanOfTasks, plannedTask } from '../../test/tasks.ts';

let office: StaffedOffice;
let plan: string;
let ids: ReadonlyMap<string, string>;
let clerk: Somebody;

beforeAll(async () => {
  office = await openStaffedOffice('2019-06-03T08:00');
  ({ plan, ids } = await openPlanOfTasks(office, [
    plannedTask(office, 'TCCB', {
      key: '7',
      no: '7',
      title: 'Nhiệm vụ số 7',
      milestones: [dueOn('2019-03-31')],
    }),
    plannedTask(office, 'KHTC', {
      key: '3',
      no: '3',
      title: 'Nhiệm vụ số 3',
      milestones: [dueOn('2019-05-31')],
    }),
    plannedTask(office, 'KHTC', {
      key: '4',
      no: '4',
      title: 'Nhiệm vụ số 4',
      milestones: [dueOn('2019-06-05')],
    }),
    plannedTask(office, 'TTr', {
      key: '9',
      no: '9',
      title: 'Nhiệm vụ số 9',
      milestones: [dueOn('2019-12-31')],
    }),
  ]));
  clerk = await as('office_clerk', 'VP');
});
afterAll(() => office?.close());

async function as(...who: Parameters<StaffedOffice['holder']>): Promise<Somebody> {
  const somebody = new Somebody(office);
  await somebody.become(office, ...who);
  return somebody;
}

const idOf = (key: string) => ids.get(key) ?? '';
const newChase = () => `/plans/${plan}/new-chase`;
const chases = () => `/plans/${plan}/chases`;
const textOf = async (response: Promise<Response>) => (await response).text();

test('letters are ready for the units with late tasks, and name these', async () => {
  const page = await textOf(clerk.get(newChase()));
  expect(page).toContain('Đôn đốc: 2 thư sẵn sàng gửi');
  expect(page).toContain('Kính gửi Phòng Tổ chức cán bộ');
  expect(page).toContain('Hạn 31/03/2019, quá 43 ngày làm việc.');
  expect(page).toContain('trước ngày 06/6/2019');
  expect(page).not.toContain('Kính gửi Thanh tra');
  const chosen = await textOf(clerk.get(`${newChase()}?task=${idOf('4')}`));
  expect(chosen).toContain('Đôn đốc: 1 thư sẵn sàng gửi');
  expect(chosen).toContain('- Nhiệm vụ 4:');
});

test('only the Office chases; others are told why', async () => {
  const head = await as('head', 'TCCB');
  expect((await head.get(newChase())).status).toBe(403);
  const body = { chases: [{ unit: office.units.KHTC, tasks: [idOf('3')], text: 'Đề nghị', send: true }] };
  expect((await head.api(chases(), body)).status).toBe(403);
  expect(await office.count('task_chase')).toBe(0);
});

test('a chase without a letter, without words, or of another unit’s task is refused, and nothing is sent', async () => {
  expect((await clerk.api(chases(), { chases: [] })).status).toBe(422);
  const unwritten = await clerk.send(newChase(), chases(), { 'chases.0.text': '' });
  expect(unwritten.status).toBe(422);
  expect(await unwritten.text()).toContain('Kính gửi Phòng Kế hoạch - Tài chính');
  const foreign = { unit: office.units.TTr, tasks: [idOf('3')], text: 'Đề nghị', send: true };
  expect((await clerk.api(chases(), { chases: [foreign] })).status).toBe(409);
  expect(await office.count('task_chase')).toBe(0);
});

test('one act sends all letters; each is on the ledger of every task that it names, once', async () => {
  const key = { 'idempotency-key': 'gui-don-doc-1' };
  const body = {
    chases: [
      {
        unit: office.units.TCCB,
        tasks: [idOf('7')],
        text: 'Đề nghị Phòng Tổ chức cán bộ hoàn thành',
        send: true,
      },
      { unit: office.units.KHTC, tasks: [idOf('4'), idOf('3')], text: 'Đề nghị Phòng Kế hoạch', send: true },
      { unit: office.units.TTr, tasks: [idOf('9')], text: 'Không gửi', send: false },
    ],
  };
  const sent = await clerk.api(chases(), body, key);
  expect([sent.status, await sent.json()]).toEqual([201, expect.objectContaining({ count: 2 })]);
  expect((await clerk.api(chases(), body, key)).status).toBe(200);
  expect(await office.count('task_chase')).toBe(3);
  const task = await textOf(clerk.get(`/tasks/${idOf('7')}`));
  expect(task).toContain('Đôn đốc');
  expect(task).toContain('Đề nghị Phòng Tổ chức cán bộ hoàn thành');
  expect(await textOf(clerk.get(`${chases()}.csv`))).toContain('Chưa trả lời');
});

test('the unit sees it among its work and answers it on the task, once', async () => {
  const head = await as('head', 'KHTC');
  expect(await textOf(head.get('/my-work'))).toContain('được đôn đốc 2 việc, chưa trả lời');
  const page = `/tasks/${idOf('3')}`;
  const action =
    /action="(\/tasks\/[^"]+\/chases\/[^"]+\/answer)"/.exec(await textOf(head.get(page)))?.[1] ?? '';
  expect((await head.send(page, action, { text: '' })).status).toBe(422);
  const typed = { text: 'Đang chờ số liệu của ba trường', day: '1/6/2019' };
  const past = await head.send(page, action, typed);
  expect(past.status).toBe(422);
  expect(await past.text()).toContain('>Đang chờ số liệu của ba trường</textarea>');
  const done = await head.send(page, action, { ...typed, day: '12/6' });
  expect(done.headers.get('location')).toContain('done=chase.answer');
  expect((await head.api(action, { text: 'Lần nữa' })).status).toBe(409);
  expect(await textOf(head.get('/my-work'))).toContain('được đôn đốc 1 việc, chưa trả lời');
  expect(await textOf(clerk.get(page))).toContain('Dự kiến hoàn thành</dt><dd>12/06/2019');
  const told = await textOf(clerk.get('/inbox?kind=chase-answer'));
  expect(told).toContain('Phòng Kế hoạch - Tài chính: 3. ');
  expect(told).toContain('Đang chờ số liệu của ba trường');
  expect(await textOf((await as('head', 'TCCB')).get('/inbox'))).not.toContain('Đang chờ số liệu');
  const answered = await textOf(clerk.get(`${chases()}?state=answered`));
  expect(answered).toContain('Đang chờ số liệu của ba trường');
  const officer = await as('officer', 'TCCB');
  expect((await officer.api(action, { text: 'Không phải việc của tôi' })).status).toBe(403);
});

test('a task that was confirmed meanwhile stops the letter that names it; what was typed is kept', async () => {
  const officer = await as('head', 'KHTC');
  const form = newChase();
  await clerk.get(form);
  await officer.api(`/tasks/${idOf('3')}/milestones/1/submission`, {
    kind: 'event',
    day: '2019-05-30',
    abstract: 'Hội nghị',
  });
  const office_head = await as('head', 'VP');
  expect((await office_head.api(`/tasks/${idOf('3')}/milestones/1/confirmation`, {})).status).toBe(201);
  const late = { unit: office.units.KHTC, tasks: [idOf('3')], text: 'Thư đã sửa', send: true };
  const refused = await clerk.api(chases(), { chases: [late] });
  expect([refused.status, await refused.json()]).toEqual([
    409,
    expect.objectContaining({ code: 'conflict:chase-needless' }),
  ]);
});

test('a letter names a task once, and a letter that names none is not sent', async () => {
  const before = await office.count('task_chase');
  const twice = {
    unit: office.units.TTr,
    tasks: [idOf('9'), idOf('9')],
    text: 'Đề nghị Thanh tra',
    send: true,
  };
  expect((await clerk.api(chases(), { chases: [twice] })).status).toBe(201);
  expect(await office.count('task_chase')).toBe(before + 1);
  const ofNothing = await clerk.api(chases(), { chases: [{ ...twice, tasks: [] }] });
  expect([ofNothing.status, await ofNothing.json()]).toEqual([
    422,
    expect.objectContaining({ code: 'invalid:chase-of-nothing' }),
  ]);
});

test('a refused form keeps each letter with its unit, also where one has no task left', async () => {
  const page = await textOf(clerk.get(newChase()));
  expect(page).not.toContain('Kính gửi Phòng Kế hoạch - Tài chính');
  const refused = await clerk.send(newChase(), chases(), {
    'chases.0.unit': office.units.KHTC,
    'chases.0.tasks': idOf('3'),
    'chases.0.text': 'Thư gửi Kế hoạch - Tài chính',
    'chases.0.send': 'on',
    'chases.1.unit': office.units.TCCB,
    'chases.1.tasks': idOf('7'),
    'chases.1.text': 'Thư gửi Tổ chức cán bộ',
    'chases.1.send': 'on',
  });
  expect(refused.status).toBe(409);
  const again = await refused.text();
  for (const [index, unit, words] of [
    [0, office.units.KHTC, 'Thư gửi Kế hoạch - Tài chính'],
    [1, office.units.TCCB, 'Thư gửi Tổ chức cán bộ'],
  ] as const) {
    expect(again).toMatch(new RegExp(`name="chases\\.${index}\\.unit"[^>]*value="${unit}"`));
    expect(again).toMatch(new RegExp(`name="chases\\.${index}\\.text"[^>]*>${words}<`));
  }
  expect(again).not.toMatch(/name="chases\.0\.tasks"/);
});

test('nobody is reminded of a task that is done', async () => {
  const head = await as('head', 'KHTC');
  // Task 3 was confirmed after it was chased and answered; task 4 waits.
  const again = { unit: office.units.KHTC, tasks: [idOf('4')], text: 'Đề nghị', send: true };
  expect((await clerk.api(chases(), { chases: [again] })).status).toBe(201);
  expect(await textOf(head.get('/my-work'))).toContain('được đôn đốc 1 việc, chưa trả lời');
  const submission = { kind: 'event', day: '2019-06-03', abstract: 'Hội nghị' };
  await head.api(`/tasks/${idOf('4')}/milestones/1/submission`, submission);
  const office_head = await as('head', 'VP');
  expect((await office_head.api(`/tasks/${idOf('4')}/milestones/1/confirmation`, {})).status).toBe(201);
  expect(await textOf(head.get('/my-work'))).not.toContain('chưa trả lời');
});
