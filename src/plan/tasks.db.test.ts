import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';
import { amendPlanOfTasks, dueOn, openPlanOfTasks, plannedTask } from '../../test/tasks.ts';
import { serverScope } from '../platform/policy/policy.ts';
import { uuid7 } from '../platform/uuid.ts';

let office: StaffedOffice;
let head: Somebody;
let officer: Somebody;
let clerk: Somebody;
let ids: ReadonlyMap<string, string>;

const titles = {
  '16': 'Ban hành kế hoạch đào tạo, bồi dưỡng công chức',
  '17': 'Tổ chức hội nghị tập huấn',
  '18': 'Báo cáo sơ kết',
  '66': 'Tổng hợp tình hình của Văn phòng',
} as const;

beforeAll(async () => {
  office = await openStaffedOffice('2019-06-03T08:00');
  const opened = await openPlanOfTasks(office, [
    plannedTask(office, 'TCCB', {
      key: '16',
      title: titles['16'],
      milestones: [dueOn('2019-03-31', { requirementEnd: '2019-01-31' })],
    }),
    plannedTask(office, 'TCCB', { key: '17', title: titles['17'], milestones: [dueOn('2019-12-31')] }),
    plannedTask(office, 'TCCB', {
      key: '18',
      title: titles['18'],
      milestones: [dueOn('2019-04-05'), dueOn('2019-07-05', { no: 2, label: 'BC quý II' })],
    }),
    plannedTask(office, 'VP', { key: '66', title: titles['66'], milestones: [dueOn('2019-06-10')] }),
  ]);
  ids = opened.ids;
  const sitDown = async (...who: [Parameters<Somebody['become']>[1], Parameters<Somebody['become']>[2]]) => {
    const somebody = new Somebody(office);
    await somebody.become(office, ...who);
    return somebody;
  };
  head = await sitDown('head', 'TCCB');
  officer = await sitDown('officer', 'TCCB');
  clerk = await sitDown('office_clerk', 'VP');
});
afterAll(() => office.close());

const page = (no: keyof typeof titles) => `/tasks/${ids.get(no)}`;
const documentEvidence = {
  kind: 'document',
  number: '512/KH-SGDĐT',
  issueDate: '20/02/2019',
  abstract: 'Đào tạo, bồi dưỡng công chức năm 2019',
};
const text = async (response: Promise<Response>) => (await response).text();

describe('one path through, without a script', () => {
  test('a visitor of a real installation is asked to sign in', async () => {
    const response = await new Somebody(office).get(page('16'));
    expect(response.headers.get('location')).toContain('/sign-in?next=');
  });

  test('the head of the division gives the task to a person of it', async () => {
    const { personId } = office.holder('officer', 'TCCB');
    const response = await head.send(page('16'), `${page('16')}/assignment`, { person: personId });
    expect(response.headers.get('location')).toBe(`${page('16')}?done=task.assign`);
    expect(await text(head.get(page('16')))).toContain('Giao cho Chuyên viên TCCB');
  });

  test('whoever works on it declares when it will be done; a day that has passed is refused, what was typed is kept', async () => {
    const action = `${page('17')}/expectation`;
    const refused = await head.send(page('17'), action, { day: '1/6/2019', note: 'Chờ kinh phí' });
    const shown = await refused.text();
    expect(refused.status).toBe(422);
    expect(shown).toContain('Ngày này đã qua');
    expect(shown).toContain('Chờ kinh phí');
    await head.send(page('17'), action, { day: 'mùng 5 tháng 7 năm 2019', note: 'Chờ kinh phí' });
    const task = await text(clerk.get(page('17')));
    expect(task).toContain('Dự kiến hoàn thành ngày 05/07/2019');
    expect((await clerk.api(action, { day: '2019-07-06' })).status).toBe(403);
  });

  test('not to somebody of another division, and not by somebody who is no head', async () => {
    const { personId } = office.holder('officer', 'KHTC');
    const refused = await head.send(page('16'), `${page('16')}/assignment`, { person: personId });
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining('Chỉ giao được cho người của đơn vị chủ trì'),
    ]);
    const direct = await officer.api(`${page('16')}/assignment`, {
      person: office.holder('officer', 'TCCB').personId,
    });
    expect([direct.status, await direct.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'forbidden:role' }),
    ]);
  });

  test('who holds it starts it and says how far it has come; others see why they may not', async () => {
    expect((await officer.send(page('16'), `${page('16')}/start`, {})).status).toBe(303);
    expect(
      (await officer.send(page('16'), `${page('16')}/progress`, { note: 'Đã gửi lấy ý kiến các phòng' }))
        .status,
    ).toBe(303);
    expect(await text(officer.get(page('16')))).toContain('Đã gửi lấy ý kiến các phòng');
    const stranger = new Somebody(office);
    await stranger.become(office, 'officer', 'KHTC');
    const shown = await text(stranger.get(page('16')));
    expect(shown).toContain('Phòng Tổ chức cán bộ thực hiện và nộp minh chứng cho nhiệm vụ này.');
    expect(shown).not.toContain(`${page('16')}/progress`);
    expect((await stranger.api(`${page('16')}/start`, {})).status).toBe(403);
  });

  test('a refused form keeps the file and what was typed; mended, it is taken', async () => {
    const form = `${page('16')}/milestones/1/submission`;
    const file = new File(['nội dung của kế hoạch'], 'ke-hoach $& đào tạo.txt');
    const refused = await officer.send(form, form, { ...documentEvidence, number: 'không số', file });
    const again = await refused.text();
    expect(refused.status).toBe(422);
    expect(again).toContain('Không đọc được số, ký hiệu');
    expect(again).toContain('Đã giữ tệp ke-hoach $&amp; đào tạo.txt');
    expect(again).toContain('value="không số"');
    const kept = /<input type="hidden" name="file" value="([^"]+)"/.exec(again)?.[1] ?? '';
    const taken = await officer.send(form, form, { ...documentEvidence, file: kept });
    expect(taken.headers.get('location')).toBe(`${page('16')}?done=milestone.submit#milestone-1`);
  });

  test('both verdicts stand in words, with the document that they are judged by', async () => {
    const shown = await text(clerk.get(page('16')));
    expect(shown).toContain('đúng hạn theo cột thời gian hoàn thành');
    expect(shown).toContain('quá hạn theo yêu cầu');
    expect(shown).toContain('512/KH-SGDĐT');
    expect(shown).toContain('ngày 20/02/2019');
    expect(shown).not.toContain('Sản phẩm của nhiệm vụ là Kế hoạch, nhưng');
  });

  test('the file comes down to those who read the task, and to no one by another task', async () => {
    const href = /href="(\/tasks\/[^"]+\/file)"/.exec(await text(clerk.get(page('16'))))?.[1] ?? '';
    const file = await clerk.get(href);
    expect(await file.text()).toBe('nội dung của kế hoạch');
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect((await new Somebody(office).get(href)).status).toBe(303);
    expect((await clerk.get(href.replace(ids.get('16') ?? '', ids.get('17') ?? ''))).status).toBe(404);
  });

  test('nobody of the division confirms it, whatever way they try', async () => {
    const refused = await head.api(`${page('16')}/milestones/1/confirmation`, {});
    expect(refused.status).toBe(403);
    const standIn = new Somebody(office);
    await standIn.become(office, 'officer', 'VP');
    expect((await standIn.api(`${page('16')}/milestones/1/confirmation`, {})).status).toBe(403);
  });

  test('the Office sends it back with a reason, it comes again as the next revision, and is confirmed', async () => {
    const act = (name: string) => `${page('16')}/milestones/1/${name}`;
    const noReason = await clerk.send(page('16'), act('sending-back'), { reason: '' });
    expect(noReason.status).toBe(422);
    const back = await clerk.send(page('16'), act('sending-back'), { reason: 'Văn bản chưa có dấu' });
    expect(back.status).toBe(303);
    expect(await text(officer.get(act('submission')))).toContain('Lần trước bị trả lại: Văn bản chưa có dấu');
    const again = await officer.send(act('submission'), act('submission'), {
      ...documentEvidence,
      number: '530/KH-SGDĐT',
      issueDate: '5/4/2019',
    });
    expect(again.status).toBe(303);
    const shown = await text(clerk.get(page('16')));
    expect(shown).toContain('bản nộp lần 2');
    expect(shown).toContain('bị trả lại, bản nộp lần 1');
    expect(shown).toContain('quá hạn theo cột thời gian hoàn thành');
    expect((await clerk.send(page('16'), act('confirmation'), {})).status).toBe(303);
    expect(await text(clerk.get(page('16')))).toContain('Đã xác nhận');
    expect(await office.count('evidence')).toBe(1);
    expect(await office.count('evidence_revision')).toBe(2);
    expect(await office.count('document')).toBe(2);
  });

  test('what is confirmed is not confirmed again, and reopens only with a reason', async () => {
    const twice = await clerk.api(`${page('16')}/milestones/1/confirmation`, {});
    expect([twice.status, await twice.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'conflict:milestone-confirmed' }),
    ]);
    const reopened = await clerk.send(page('16'), `${page('16')}/milestones/1/reopening`, {
      reason: 'Nhầm văn bản của năm trước',
    });
    expect(reopened.status).toBe(303);
    expect(await text(clerk.get(page('16')))).toContain('Nhầm văn bản của năm trước');
  });
});

test('evidence of a day that has not come is refused at its field, and nothing is left of it', async () => {
  const before = await office.count('document');
  const form = `${page('17')}/milestones/1/submission`;
  const refused = await head.send(form, form, { ...documentEvidence, issueDate: '04/06/2019' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toMatch(/<a href="#f-issueDate">[^<]+: Ngày của minh chứng chưa tới/);
  expect(await office.count('document')).toBe(before);
});

test('an event needs its day; a document of another kind than the deliverable is refused and says which is wanted', async () => {
  const form = `${page('18')}/milestones/2/submission`;
  const noDay = await head.send(form, form, { kind: 'event', abstract: 'Họp giao ban', day: '' });
  expect([noDay.status, await noDay.text()]).toEqual([
    422,
    expect.stringMatching(/<a href="#f-day">[^<]+: Mục này chưa có nội dung/),
  ]);
  const letter = { ...documentEvidence, number: '77/SGDĐT-TCCB', abstract: 'Gửi số liệu' };
  const other = await head.send(form, form, letter);
  expect([other.status, await other.text()]).toEqual([
    422,
    expect.stringMatching(
      /<a href="#f-number">[^<]+: Sản phẩm của việc này là báo cáo, còn văn bản này là công văn/,
    ),
  ]);
  expect((await head.send(form, form, { ...letter, number: '77/BC-SGDĐT' })).status).toBe(303);
});

test('nobody hands in a file that somebody else’s form has kept', async () => {
  const fileId = uuid7();
  await office.house.database.write(serverScope([office.agencyId]), (query) =>
    query
      .insertInto('stored_file')
      .values({
        agency_id: office.agencyId,
        id: fileId,
        sha256: 'a'.repeat(64),
        name: 'mat.pdf',
        format: 'pdf',
        size: 1,
        uploaded_by: office.holder('head', 'KHTC').accountId,
        recorded_at: '2019-06-03T01:00:00Z',
      })
      .execute(),
  );
  const refused = await head.api(`${page('17')}/milestones/1/submission`, {
    ...documentEvidence,
    file: fileId,
  });
  expect([refused.status, await refused.json()]).toEqual([
    422,
    expect.objectContaining({ code: 'invalid:file' }),
  ]);
});

test('the Office’s own task is confirmed by the deputy director, not by the Office', async () => {
  const form = `${page('66')}/milestones/1/submission`;
  const officeHead = new Somebody(office);
  await officeHead.become(office, 'head', 'VP');
  expect(
    (await officeHead.send(form, form, { kind: 'event', day: '31/5/2019', abstract: 'Đã tổng hợp' })).status,
  ).toBe(303);
  const own = await clerk.api(`${page('66')}/milestones/1/confirmation`, {});
  expect([own.status, await own.json()]).toEqual([
    403,
    expect.objectContaining({ code: 'forbidden:own-unit' }),
  ]);
  expect(await text(clerk.get(page('66')))).toContain(
    'Không ai được xác nhận hay trả lại kết quả của chính đơn vị mình',
  );
  const deputy = new Somebody(office);
  await deputy.become(office, 'deputy_director');
  expect(await text(deputy.get('/my-work?whose=confirm'))).toContain(titles['66']);
  expect((await deputy.send(page('66'), `${page('66')}/milestones/1/confirmation`, {})).status).toBe(303);
  expect((await deputy.api(`${page('18')}/milestones/2/confirmation`, {})).status).toBe(403);
});

test('who acts for an absent head does so in that name, and may then not confirm that division’s work', async () => {
  const absentHead = office.holder('head', 'GDTX');
  const { ids: own } = await openPlanOfTasks(
    office,
    [plannedTask(office, 'GDTX', { key: '1', title: 'Rà soát thủ tục', milestones: [dueOn('2019-08-31')] })],
    '400/KH-SGDĐT',
  );
  const task = `/tasks/${own.get('1')}`;
  await office.house.database.write(serverScope([office.agencyId]), (query) =>
    query
      .insertInto('absence')
      .values({
        agency_id: office.agencyId,
        id: uuid7(),
        person_id: absentHead.personId,
        deputy_id: office.holder('office_clerk').personId,
        starts_on: '2019-06-01',
        ends_on: '2019-06-30',
        reason: 'Nghỉ phép',
      })
      .execute(),
  );
  expect((await clerk.send(task, `${task}/start`, {})).status).toBe(303);
  expect(await text(clerk.get(task))).toContain('(thay mặt Trưởng phòng GDTX)');
  const form = `${task}/milestones/1/submission`;
  expect(
    (await clerk.send(form, form, { kind: 'event', day: '1/6/2019', abstract: 'Đã rà soát' })).status,
  ).toBe(303);
  const refused = await clerk.api(`${task}/milestones/1/confirmation`, {});
  expect(await refused.json()).toMatchObject({ code: 'forbidden:own-unit' });
});

test('two people on one task: the second is told who did what, and keeps what she typed', async () => {
  const progress = `${page('17')}/progress`;
  const first = formOf(await text(head.get(page('17'))), progress);
  const second = formOf(await text(head.get(page('17'))), progress);
  first.set('note', 'Đã chốt danh sách');
  expect((await head.post(progress, first)).status).toBe(303);
  second.set('note', 'Đang đặt phòng họp');
  const late = await head.post(progress, second);
  const shown = await late.text();
  expect(late.status).toBe(409);
  expect(shown).toContain('Trong lúc bạn nhập, nhiệm vụ này đã thay đổi');
  expect(shown).toContain('Đã chốt danh sách');
  expect(shown).toContain('>Đang đặt phòng họp</textarea>');
  const mended = formOf(shown, progress);
  mended.set('note', 'Đang đặt phòng họp');
  expect((await head.post(progress, mended)).status).toBe(303);
});

test('a form that somebody has made needless stays in sight with what was typed', async () => {
  const form = `${page('17')}/milestones/1/submission`;
  await head.send(form, form, { kind: 'event', day: '31/5/2019', abstract: 'Đã tập huấn' });
  const back = `${page('17')}/milestones/1/sending-back`;
  const typed = formOf(await text(clerk.get(page('17'))), back);
  typed.set('reason', 'Chưa có danh sách dự họp');
  expect((await clerk.send(page('17'), `${page('17')}/milestones/1/confirmation`, {})).status).toBe(303);
  const late = await clerk.post(back, typed);
  const shown = await late.text();
  expect(late.status).toBe(409);
  expect(shown).toContain('>Chưa có danh sách dự họp</textarea>');
  expect(shown).toContain('Mốc này đã được xác nhận.');
});

test('lists: one’s own work, the unit’s, what waits; counts filter, and search needs no accents', async () => {
  const mine = await text(officer.get('/my-work?whose=mine'));
  expect(mine).toContain(titles['16']);
  expect(mine).not.toContain(titles['17']);
  expect(await text(head.get('/my-work?whose=unit'))).toContain(titles['18']);
  const waiting = await text(clerk.get('/my-work?whose=confirm'));
  expect(waiting).toContain(titles['18']);
  expect(waiting).not.toContain('Rà soát thủ tục');
  const late = await text(clerk.get('/tasks?show=late'));
  expect(late).toContain(titles['18']);
  expect(late).not.toContain(titles['17']);
  expect(await text(clerk.get('/tasks?q=bao+cao+so'))).toContain(titles['18']);
  expect(await text(clerk.get('/tasks?sort=-due'))).toContain(titles['18']);
});

test('a later version amends, withdraws and adds tasks, and leaves the work done', async () => {
  const task = (key: string, title: string, end: string) =>
    plannedTask(office, 'KHTC', { key, title, milestones: [dueOn(end)] });
  const { plan, ids } = await openPlanOfTasks(
    office,
    [
      task('1', 'Công văn hướng dẫn tự chủ', '2019-05-31'),
      task('2', 'Báo cáo dự toán', '2019-06-30'),
      task('3', 'Rà soát tài sản', '2019-06-30'),
    ],
    '410/KH-SGDĐT',
  );
  const accountant = new Somebody(office);
  await accountant.become(office, 'head', 'KHTC');
  const url = (key: string) => `/tasks/${ids.get(key)}`;
  const form = `${url('1')}/milestones/1/submission`;
  await accountant.send(form, form, {
    kind: 'document',
    number: '31/SGDĐT-KHTC',
    issueDate: '31/5/2019',
    abstract: 'Đã hướng dẫn',
  });
  await amendPlanOfTasks(office, plan, 2, [
    task('1', 'Công văn hướng dẫn tự chủ', '2019-04-30'),
    task('3', 'Rà soát tài sản', '2019-06-30'),
    task('4', 'Thông báo quyết toán', '2019-09-30'),
  ]);
  const amended = await text(clerk.get(url('1')));
  expect(amended).toContain('Kế hoạch bản 2 sửa nhiệm vụ');
  expect(amended).toContain('“2019-05-31” thành “2019-04-30”');
  expect(amended).toContain('quá hạn theo cột thời gian hoàn thành');
  expect(amended).toContain('Đã hướng dẫn');
  expect(await text(clerk.get(url('2')))).toContain('Nhiệm vụ này không còn trong bản kế hoạch hiện hành');
  expect((await accountant.api(`${url('2')}/start`, {})).status).toBe(409);
  const list = await text(clerk.get(`/plans/${plan}/tasks`));
  expect(list).toContain('Thông báo quyết toán');
  expect(list).not.toContain('Báo cáo dự toán');
  expect(await text(clerk.get(url('3')))).not.toContain('Kế hoạch bản 2');
});

test('the search finds tasks by words without accents, and documents by their number', async () => {
  expect(await text(clerk.get('/search?q=hoi+nghi+tap'))).toContain(titles['17']);
  expect(await text(clerk.get('/search?q=512/KH'))).toContain('512/KH-SGDĐT');
});

test('what a list shows is what its files hold', async () => {
  const shown = await text(clerk.get('/tasks?show=late'));
  const href = /href="([^"]+\.csv[^"]*)"/.exec(shown)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const file = await text(clerk.get(href));
  expect(file).toContain(titles['18']);
  expect(file).toContain('Chờ xác nhận');
  expect(file).not.toContain(titles['17']);
  expect((await clerk.get(href.replace('.csv', '.xlsx'))).headers.get('content-type')).toContain(
    'spreadsheet',
  );
});

test('an address of a task that does not exist is 404, whatever stands in it', async () => {
  expect((await clerk.get('/tasks/khong-co')).status).toBe(404);
  expect((await clerk.get(`/tasks/${uuid7()}`)).status).toBe(404);
  expect((await clerk.get(`${page('17')}/milestones/9/submission`)).status).toBe(404);
});

function formOf(html: string, action: string): FormData {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`));
  const data = new FormData();
  for (const [, name = '', value = ''] of form
    ?.split('</form')[0]
    ?.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g) ?? [])
    data.set(name, value.replaceAll('&amp;', '&'));
  return data;
}
