import pg from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser, overflow, screens, screenshot, type TestBrowser } from './browser.ts';
import { issuePlan } from './issued-plan.ts';
import { openStaffedOffice, type StaffedOffice } from './office.ts';
import { type Served, serveOffice } from './served.ts';

let office: StaffedOffice;
let served: Served;
let browser: TestBrowser;
let owner: pg.Client;
let plan: string;

beforeAll(async () => {
  office = await openStaffedOffice('2019-06-03T08:00');
  // Before it is served, whose own jobs would read the plan at the same moment.
  plan = await issuePlan(office);
  served = await serveOffice(office);
  browser = await openBrowser();
  owner = new pg.Client(office.owner);
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await owner?.end();
  await browser?.close();
  await served?.close();
  await office?.close();
});

type Who = Parameters<StaffedOffice['holder']>;

async function pageAs(who: Who, screen: keyof typeof screens, javaScriptEnabled = true): Promise<Page> {
  const page = await browser.newPage(screens[screen], { javaScriptEnabled });
  await page.context().addCookies([await served.cookie(office, ...who)]);
  return page;
}

const sound = async (page: Page) => [...(await axe(page)), ...(await overflow(page))];
const planUrl = (rest = '') => `${served.url}/plans/${plan}${rest}`;

async function counted(statement: string): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(statement);
  return Number(rows[0]?.count);
}

test('the drafter confirms who answers for each area and where the tasks belong, without a script', async () => {
  const clerk = await pageAs(['office_clerk'], 'desktop', false);
  await clerk.goto(planUrl('/areas'));
  await clerk.getByText('Đề xuất theo trách nhiệm được giao').first().waitFor();
  const looking = await pageAs(['office_clerk'], 'desktop');
  await looking.goto(planUrl('/areas'));
  await screenshot(looking, 'areas-desktop');
  expect(await sound(looking)).toEqual([]);
  await looking.close();
  await clerk.getByRole('button', { name: 'Lưu đơn vị phụ trách' }).click();
  await clerk.getByText('Đã lưu đơn vị phụ trách các lĩnh vực.').waitFor();
  await clerk.getByRole('button', { name: 'Lưu lĩnh vực của các nhiệm vụ' }).click();
  await clerk.getByText('Đã lưu lĩnh vực của các nhiệm vụ.').waitFor();
  const placed = await counted(`SELECT count(*) FROM event WHERE type = 'placed'`);
  expect(placed).toBeGreaterThan(60);
  const area = 'Cải cách tài chính công';
  const inArea = await counted(
    `SELECT count(*) FROM event WHERE type = 'placed' AND payload->>'area' = '${area}'`,
  );
  await clerk
    .getByRole('row', { name: new RegExp(area) })
    .getByRole('link', { name: String(inArea) })
    .click();
  await clerk.getByText(`${inArea} nhiệm vụ`).first().waitFor();
});

test('a duty is done like a task, by its periods, and counted apart', async () => {
  const head = await pageAs(['head', 'TCCB'], 'phone');
  await head.goto(planUrl('?part=duties'));
  const duties = await counted(
    `SELECT count(*) FROM event WHERE type = 'opened' AND payload->'task'->>'kind' = 'duty'`,
  );
  await head.getByText(`${duties} trách nhiệm`).first().waitFor();
  await screenshot(head, 'duties-phone');
  expect(await sound(head)).toEqual([]);
  await head
    .getByRole('link', { name: /^Chủ động bổ sung các cơ sở pháp lý mới/ })
    .first()
    .click();
  await head.getByText('Thường xuyên, báo cáo mỗi kỳ').waitFor();
  await head.getByRole('link', { name: 'Nộp minh chứng' }).first().click();
  await head.getByLabel('Sự kiện đã tổ chức').check();
  await head.getByLabel('Trích yếu, nội dung').fill('Đã cập nhật cơ sở pháp lý của quý I');
  await head.getByLabel('Ngày diễn ra, ngày có kết quả').fill('1/3/2019');
  await head.getByRole('button', { name: 'Nộp minh chứng' }).click();
  await head.getByText('Đã nộp minh chứng, đang chờ xác nhận.').waitFor();
  const clerk = await pageAs(['office_clerk'], 'desktop');
  await clerk.goto(head.url());
  await clerk.getByText('đúng hạn theo nhịp thực hiện').waitFor();
  await screenshot(clerk, 'duty-desktop');
  expect(await sound(clerk)).toEqual([]);
  await clerk.getByRole('button', { name: 'Xác nhận hoàn thành' }).click();
  await clerk.getByText('Đã xác nhận hoàn thành.').waitFor();
});

test('a deliverable that the plan lets stand in a report names that report and its section', async () => {
  const head = await pageAs(['head', 'VP'], 'desktop');
  const open = async (no: string) => {
    const { rows } = await owner.query<{ id: string }>(`SELECT id FROM task WHERE no = $1`, [no]);
    await head.goto(`${served.url}/tasks/${rows[0]?.id}`);
  };
  await open('44');
  await head.getByRole('link', { name: 'Nộp minh chứng' }).click();
  await head.getByLabel('Trích yếu, nội dung').fill('Tỷ lệ hồ sơ trực tuyến năm 2019');
  await head.getByLabel('Số, ký hiệu').fill('90/KH-SGDĐT');
  await head.getByLabel('Ngày ban hành').fill('30/5/2019');
  await head.getByRole('button', { name: 'Nộp minh chứng' }).click();
  await head.getByText('Sản phẩm của việc này là báo cáo, còn văn bản này là kế hoạch').first().waitFor();
  await head.getByLabel('Số, ký hiệu').fill('90/BC-SGDĐT');
  await head.getByRole('button', { name: 'Nộp minh chứng' }).click();
  await head.getByText('Đã nộp minh chứng, đang chờ xác nhận.').waitFor();
  await open('45');
  await head.getByRole('link', { name: 'Nộp minh chứng' }).click();
  await head.getByRole('link', { name: /^Dùng minh chứng đã có/ }).click();
  await head.getByLabel('Tìm theo số, ký hiệu, trích yếu').fill('ty le ho so');
  await head.getByRole('button', { name: 'Tìm', exact: true }).click();
  await head.getByLabel(/^90\/BC-SGDĐT/).check();
  await head.getByRole('button', { name: 'Nộp minh chứng' }).click();
  await head.getByText('Hãy ghi mục, phần của văn bản chứa nó').first().waitFor();
  await screenshot(head, 'existing-evidence-refused-desktop');
  expect(await sound(head)).toEqual([]);
  await head.getByLabel('Mục, phần lồng ghép').fill('Mục II.3');
  await head.getByRole('button', { name: 'Nộp minh chứng' }).click();
  await head.getByText('Lồng ghép tại: Mục II.3').waitFor();
  await head.getByRole('link', { name: /^44\. Báo cáo tỷ lệ hồ sơ/ }).click();
  await head.getByText('Có lồng ghép, tại Mục II.3, sản phẩm của').waitFor();
  await head.getByRole('link', { name: 'Các bản và nơi dùng minh chứng này' }).click();
  await head.getByRole('table', { name: 'Nơi dùng minh chứng này' }).waitFor();
  await screenshot(head, 'evidence-desktop');
  expect(await sound(head)).toEqual([]);
});

test('a commitment says how what carries it out stands, and opens that list', async () => {
  const clerk = await pageAs(['office_clerk'], 'desktop');
  await clerk.goto(planUrl('?part=commitments'));
  await clerk.getByText('Chưa có nhiệm vụ').first().waitFor();
  await screenshot(clerk, 'commitments-desktop', false);
  expect(await sound(clerk)).toEqual([]);
  await clerk
    .getByRole('link', { name: /Có việc quá hạn/ })
    .first()
    .click();
  await clerk.getByRole('heading', { name: /^Nhiệm vụ trọng tâm \d\.\d+$/ }).waitFor();
  expect(await sound(clerk)).toEqual([]);
});
