import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type MailServerStandIn, startMailServer } from '../../../test/mail-server.ts';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../../test/office.ts';
import { dueOn, openPlanOfTasks, plannedTask } from '../../../test/tasks.ts';
import type { House, MailServer } from '../../platform/http/visit.ts';
import { serverScope } from '../../platform/policy/policy.ts';
import { remindJob } from '../remind-job.ts';
import { mailJob } from './mail-job.ts';

const LOGIN = { name: 'cchc@office.example', password: 'mật khẩu: 1/2' };

let office: StaffedOffice;
let server: MailServerStandIn;
let plan: string;
let ids: ReadonlyMap<string, string>;
/** Real time runs ahead by so many minutes. */
let later = 0;

beforeAll(async () => {
  server = await startMailServer(LOGIN);
  office = await openStaffedOffice('2019-06-03T08:00');
  const task = (unit: 'TCCB' | 'KHTC', no: string, end: string) =>
    plannedTask(office, unit, { key: no, no, title: `Rà soát thủ tục số ${no}`, milestones: [dueOn(end)] });
  ({ plan, ids } = await openPlanOfTasks(office, [
    task('TCCB', '1', '2019-06-10'),
    task('TCCB', '2', '2019-05-31'),
    task('KHTC', '3', '2019-05-31'),
  ]));
  await setAddress('TCCB', 'tccb@office.example');
});
afterAll(async () => {
  await office?.close();
  await server?.close();
});
beforeEach(() => {
  server.letters.length = 0;
  server.answerTo = () => '250 2.1.5 taken';
  server.hangUp = false;
});

function write<T>(run: Parameters<House['database']['write']>[1]): Promise<T> {
  return office.house.database.write(serverScope([office.agencyId]), run) as Promise<T>;
}

async function setAddress(unit: 'TCCB' | 'KHTC', email: string): Promise<void> {
  const { personId } = office.holder('head', unit);
  await write((query) => query.updateTable('person').set({ email }).where('id', '=', personId).execute());
}

function houseWith(mail: MailServer | null): House {
  const { clock } = office.house;
  return {
    ...office.house,
    mail,
    clock: {
      now: () => clock.now(),
      today: () => clock.today(),
      real: () => clock.real().add({ minutes: later }),
    },
  };
}

async function sendMail(url = server.url): Promise<void> {
  const mail = { url, from: LOGIN.name, baseUrl: 'https://minhchung.example' };
  await mailJob.run(houseWith(mail), new AbortController().signal);
}

const remind = () => remindJob.run(houseWith(null), new AbortController().signal);

function mails(): Promise<{ state: string; tries: number; failure: string | null }[]> {
  return write((query) =>
    query.selectFrom('mail').select(['state', 'tries', 'failure']).orderBy('id').execute(),
  );
}

async function chase(unit: 'TCCB' | 'KHTC', task: string, text: string): Promise<void> {
  const clerk = new Somebody(office);
  await clerk.become(office, 'office_clerk', 'VP');
  const chases = [{ unit: office.units[unit], tasks: [ids.get(task)], text, send: true }];
  expect((await clerk.api(`/plans/${plan}/chases`, { chases })).status).toBe(201);
}

test('all that is new for a person goes out in one letter, once', async () => {
  await remind();
  expect(await mails()).toEqual([{ state: 'waiting', tries: 0, failure: null }]);
  await sendMail();
  await sendMail();
  await remind();
  await sendMail();
  expect(server.letters).toHaveLength(1);
  const [letter] = server.letters;
  expect([letter?.from, letter?.to]).toEqual([LOGIN.name, ['tccb@office.example']]);
  expect(letter?.headers.get('subject')).toBe('Nhắc việc: 2 việc đến hạn hoặc quá hạn');
  expect(letter?.headers.get('from')).toBe('Sở Giáo dục và Đào tạo Hà Nội <cchc@office.example>');
  expect(letter?.headers.get('message-id')).toMatch(/^<[0-9a-f-]{36}@office\.example>$/);
  expect(letter?.headers.get('auto-submitted')).toBe('auto-generated');
  // What stands in a header is of 7 bits, whatever its words.
  expect(letter?.raw.slice(0, letter.raw.indexOf('\r\n\r\n'))).toMatch(/^[\x20-\x7e\r\n]+$/);
  expect(letter?.text.replaceAll(/inbox\/[0-9a-f-]{36}/g, 'inbox/…')).toBe(
    [
      'Kính gửi Trưởng phòng TCCB,',
      'Xin nhắc những việc sau, do bạn phụ trách hoặc đang làm thay người phụ trách:',
      '2. Rà soát thủ tục số 2\nHạn 31/05/2019, quá 1 ngày làm việc.\nMở tại: https://minhchung.example/inbox/…',
      '1. Rà soát thủ tục số 1\nHạn 10/06/2019, còn 5 ngày làm việc.\nMở tại: https://minhchung.example/inbox/…',
      '--\nSở Giáo dục và Đào tạo Hà Nội\nThư do hệ thống Minh Chứng tự động gửi, không cần trả lời thư này. Để không nhận thư nữa: https://minhchung.example/account',
    ].join('\n\n'),
  );
  expect(await mails()).toEqual([{ state: 'sent', tries: 1, failure: null }]);
});

test('the letter of a chase is what its author wrote', async () => {
  await chase('TCCB', '2', 'Kính gửi Phòng Tổ chức cán bộ,\n.Đề nghị hoàn thành nhiệm vụ 2.');
  await sendMail();
  expect(server.letters[0]?.headers.get('subject')).toBe('Đôn đốc: 375/KH-SGDĐT');
  expect(server.letters[0]?.text).toMatch(
    /^Kính gửi Phòng Tổ chức cán bộ,\n\.Đề nghị hoàn thành nhiệm vụ 2\.\nMở tại: https:/,
  );
});

test('while no server answers it is tried again, ever later; one lost between its answer and our note goes twice under one id', async () => {
  await chase('TCCB', '2', 'Lần thứ hai');
  await sendMail('smtp://127.0.0.1:1');
  expect((await mails()).at(-1)).toEqual({ state: 'waiting', tries: 1, failure: 'unreachable' });
  await sendMail();
  expect(server.letters).toHaveLength(0);
  later += 2;
  server.hangUp = true;
  await sendMail();
  expect((await mails()).at(-1)).toMatchObject({ state: 'waiting', tries: 2 });
  later += 6;
  server.hangUp = false;
  await sendMail();
  expect((await mails()).at(-1)).toEqual({ state: 'sent', tries: 3, failure: null });
  const [once, again] = server.letters.map(({ headers }) => headers.get('message-id'));
  expect([server.letters.length, once]).toEqual([2, again]);
});

test('a box that does not exist is given up at once, and the administrator sees why', async () => {
  server.answerTo = () => '550 5.1.1 no such box here';
  await chase('TCCB', '2', 'Lần thứ ba');
  await sendMail();
  expect((await mails()).at(-1)).toEqual({ state: 'given_up', tries: 1, failure: 'refused' });
  const administrator = new Somebody(office);
  await administrator.become(office, 'administrator');
  const page = await (await administrator.get('/mails?state=given_up')).text();
  expect(page).toContain('Máy chủ thư từ chối: 550 5.1.1 no such box here');
  const head = new Somebody(office);
  await head.become(office, 'head', 'TCCB');
  expect((await head.get('/mails')).status).toBe(403);
});

test('two servers at once send each letter once', async () => {
  await setAddress('KHTC', 'khtc@office.example');
  await chase('TCCB', '2', 'Lần thứ tư');
  await chase('KHTC', '3', 'Lần đầu');
  await Promise.all([sendMail(), sendMail(), sendMail()]);
  expect(server.letters.map(({ to }) => to[0]).sort()).toEqual([
    'khtc@office.example',
    'tccb@office.example',
  ]);
});

test('who wants no mail gets none, and the inbox all the same', async () => {
  const head = new Somebody(office);
  await head.become(office, 'head', 'KHTC');
  const chosen = await head.send('/account', '/account/mail', { wanted: 'no' });
  expect(chosen.headers.get('location')).toContain('done=mail.choose');
  await chase('KHTC', '3', 'Lần thứ hai của KHTC');
  await sendMail();
  expect(server.letters).toHaveLength(0);
  expect(await (await head.get('/inbox')).text()).toContain('Lần thứ hai của KHTC');
});

test('without a mail server nothing waits', async () => {
  await chase('TCCB', '2', 'Lần thứ năm');
  expect((await mails()).at(-1)).toMatchObject({ state: 'waiting' });
  await mailJob.run(houseWith(null), new AbortController().signal);
  expect((await mails()).at(-1)).toEqual({ state: 'given_up', tries: 0, failure: 'no-server' });
  await sendMail();
  expect(server.letters).toHaveLength(0);
});
