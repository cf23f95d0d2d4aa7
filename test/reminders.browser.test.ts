import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobsOf } from '../src/house.ts';
import { axe, openBrowser, overflow, screens, type TestBrowser } from './browser.ts';
import { readCalendar } from './calendar-reader.ts';
import { openStaffedOffice, type StaffedOffice } from './office.ts';
import { type Served, serveOffice } from './served.ts';
import { dueOn, openPlanOfTasks, plannedTask } from './tasks.ts';

let office: StaffedOffice;
let served: Served;
let browser: TestBrowser;
let plan: string;

beforeAll(async () => {
  office = await openStaffedOffice('2019-06-03T08:00');
  served = await serveOffice(office);
  browser = await openBrowser();
  const task = (key: string, title: string, end: string) =>
    plannedTask(office, 'KHTC', { key, title, milestones: [dueOn(end)] });
  ({ plan } = await openPlanOfTasks(office, [
    task('16', 'Báo cáo tình hình thực hiện cơ chế tự chủ của các đơn vị trực thuộc', '2019-05-31'),
    task('17', 'Tổng hợp quyết toán quý II', '2019-06-10'),
    task('18', 'Tổng kết năm', '2019-12-31'),
  ]));
  for (const job of jobsOf(office.house.slices)) await job.run(office.house, new AbortController().signal);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await office?.close();
});

type Who = Parameters<StaffedOffice['holder']>;

async function pageAs(who: Who, screen: keyof typeof screens): Promise<Page> {
  const page = await browser.newPage(screens[screen]);
  page.setDefaultTimeout(10_000);
  await page.context().addCookies([await served.cookie(office, ...who)]);
  return page;
}

const sound = async (page: Page) => [...(await axe(page)), ...(await overflow(page))];
const unreadOf = (person: string) =>
  office.count(`reminder WHERE person_id = '${person}' AND read_at IS NULL AND past_at IS NULL`);

test('a head is reminded of what is late and due soon, follows it, and is chased; both stand in one inbox', async () => {
  const head = await pageAs(['head', 'KHTC'], 'phone');
  const person = office.holder('head', 'KHTC').personId;
  await head.goto(`${served.url}/my-work`);
  const badge = head.locator('.top-inbox .count-badge');
  expect([await badge.textContent(), await unreadOf(person)]).toEqual(['2', 2]);
  await head.locator('.top-inbox').click();
  expect(await head.getByRole('heading', { level: 1 }).textContent()).toBe('Nhắc việc: 2 chưa đọc');
  expect(await sound(head)).toEqual([]);
  await head.getByRole('link', { name: /^17\. Tổng hợp quyết toán/ }).click();
  expect(new URL(head.url()).pathname).toMatch(/^\/tasks\//);
  expect(await badge.textContent()).toBe('1');

  const clerk = await pageAs(['office_clerk', 'VP'], 'desktop');
  await clerk.goto(`${served.url}/plans/${plan}/new-chase`);
  const words = 'Đề nghị Phòng hoàn thành nhiệm vụ 16 trước ngày 07/6/2019.';
  await clerk.locator('textarea').first().fill(words);
  await clerk.getByRole('button', { name: 'Gửi các thư đã chọn' }).click();
  await clerk.waitForURL(/chases/);

  await head.goto(`${served.url}/inbox?kind=chase`);
  await head.getByText('Xem thư').click();
  expect(await head.locator('details .as-typed').textContent()).toContain('hoàn thành nhiệm vụ 16');
  await head.getByRole('link', { name: '375/KH-SGDĐT' }).click();
  await head
    .getByLabel(/^Trả lời đôn đốc/)
    .first()
    .fill('Đã có số liệu, nộp ngày 06/6.');
  await head.getByRole('button', { name: 'Gửi trả lời' }).click();
  await head.getByText('Đã có số liệu, nộp ngày 06/6.').first().waitFor();
  expect(await head.locator('main').textContent()).toContain('Đã có số liệu, nộp ngày 06/6.');
  expect(await badge.textContent()).toBe(String(await unreadOf(person)));
});

test('one makes an address for one’s calendar and a token for a program, sees each once, and revokes it', async () => {
  const head = await pageAs(['head', 'KHTC'], 'desktop');
  await head.goto(`${served.url}/account`);
  await head.getByRole('link', { name: 'Truy cập từ phần mềm khác' }).click();
  await head.getByRole('button', { name: 'Lập địa chỉ lịch' }).click();
  const address = await head.getByLabel('Địa chỉ lịch').inputValue();
  const calendar = readCalendar(await (await fetch(address)).text());
  expect(calendar.events.map((event) => event.get('DTSTART;VALUE=DATE'))).toEqual([
    '20190531',
    '20190610',
    '20191231',
  ]);
  expect(await sound(head)).toEqual([]);

  await head.getByLabel('Tên', { exact: true }).last().fill('Bảng tổng hợp');
  await head.getByRole('button', { name: 'Lập mã truy cập' }).click();
  const token = await head.getByLabel('Mã truy cập', { exact: true }).inputValue();
  const list = () => fetch(`${served.url}/api/v1/tasks`, { headers: { authorization: `Bearer ${token}` } });
  const { data } = (await (await list()).json()) as { data: unknown[] };
  expect(data).toHaveLength(await office.count(`task WHERE state <> 'withdrawn'`));
  const row = head.getByRole('row', { name: /Bảng tổng hợp/ });
  await row.getByRole('button', { name: 'Thu hồi' }).click();
  expect(await head.getByText('Đã thu hồi').count()).toBe(1);
  expect((await list()).status).toBe(401);
});
