import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser, overflow, screens, screenshot, type TestBrowser } from './browser.ts';
import { openStaffedOffice, type StaffedOffice } from './office.ts';
import { type Served, serveOffice } from './served.ts';

const PLAN = new URL('../examples/plan-375.txt', import.meta.url).pathname;

let office: StaffedOffice;
let served: Served;
let browser: TestBrowser;

beforeAll(async () => {
  office = await openStaffedOffice('2019-01-28T08:00');
  served = await serveOffice(office);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await office?.close();
});

async function pageAs(
  role: Parameters<StaffedOffice['holder']>[0],
  screen: keyof typeof screens,
  javaScript = true,
): Promise<Page> {
  const page = await browser.newPage(screens[screen], { javaScriptEnabled: javaScript });
  await page.context().addCookies([await served.cookie(office, role)]);
  return page;
}

async function upload(page: Page, file: string): Promise<string> {
  await page.goto(`${served.url}/plans`);
  await page.getByRole('link', { name: 'Tải kế hoạch lên' }).first().click();
  await page.getByLabel('Tệp kế hoạch').setInputFiles(file);
  await page.getByRole('button', { name: 'Tải lên và đọc' }).click();
  await page.waitForURL(/\/review/);
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}

test('the pages on which a plan is confirmed are sound', async () => {
  const page = await pageAs('office_clerk', 'desktop');
  const plan = await upload(page, PLAN);
  await page.getByRole('heading', { name: /^Rà soát: Thực hiện công tác/ }).waitFor();
  await screenshot(page, 'review-desktop', false);
  expect(await axe(page)).toEqual([]);

  await page.goto(`${served.url}/plans/${plan}/items/task:0`);
  await page
    .getByRole('textbox', { name: /^Yêu cầu/ })
    .fill('Sở và các đơn vị trực thuộc tổ chức đối thoại tối thiểu 06 tháng/01 lần.');
  await screenshot(page, 'item-desktop');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Đã lưu.').waitFor();

  await page.goto(`${served.url}/plans/${plan}/review?show=remark`);
  await screenshot(page, 'remarks-desktop', false);
  expect(await axe(page)).toEqual([]);
  const draft = await office.draft(plan);
  expect(draft.items.find((item) => item.key === 'task:0')?.corrected).toBe(true);
  await page.goto(`${served.url}/plans/${plan}/issue`);
  await screenshot(page, 'issue-desktop');
  expect(await axe(page)).toEqual([]);
});

test('a file that cannot be read says why and what to do, and is kept', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'minhchung-upload-'));
  const file = path.join(folder, 'hong.docx');
  await writeFile(file, Buffer.from('PK\u0003\u0004 not really a document'));
  const page = await pageAs('office_clerk', 'phone');
  await upload(page, file);
  await page.getByText('Tệp bạn tải lên vẫn được giữ.').waitFor();
  await screenshot(page, 'unreadable-phone');
  expect(await axe(page)).toEqual([]);
  expect(await overflow(page)).toEqual([]);
});

test('two clerks at one row, without JavaScript: the second is told and keeps what she typed', async () => {
  const first = await pageAs('office_clerk', 'desktop', false);
  const second = await pageAs('office_clerk', 'phone', false);
  const plan = await upload(first, PLAN);
  await first.getByRole('heading', { name: /^Rà soát/ }).waitFor();
  for (const page of [first, second]) await page.goto(`${served.url}/plans/${plan}/items/task:15`);
  await first.getByRole('textbox', { name: /^Yêu cầu/ }).fill('Bản của người thứ nhất');
  await first.getByRole('button', { name: 'Lưu', exact: true }).click();
  await second.getByRole('textbox', { name: /^Yêu cầu/ }).fill('Bản của người thứ hai');
  await second.getByRole('button', { name: 'Lưu', exact: true }).click();
  await second.getByText('vừa được người khác thay đổi').first().waitFor();
  expect(await second.getByRole('textbox', { name: /^Yêu cầu/ }).inputValue()).toBe('Bản của người thứ hai');
  await screenshot(second, 'conflict-phone');
  expect(await overflow(second)).toEqual([]);
});
