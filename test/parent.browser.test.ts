import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser, overflow, screens, screenshot, type TestBrowser } from './browser.ts';
import { cityPlan } from './city-plan.ts';
import { openStaffedOffice, Somebody, type StaffedOffice } from './office.ts';
import { type Served, serveOffice } from './served.ts';
import { issueSmallPlan } from './small-plan.ts';

let office: StaffedOffice;
let served: Served;
let browser: TestBrowser;

beforeAll(async () => {
  office = await openStaffedOffice('2019-02-01T08:00');
  served = await serveOffice(office);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await office?.close();
});

test('a clerk takes the city’s plan in, confirms what is suggested, judges the rest, and sees what is not covered', async () => {
  const clerk = new Somebody(office);
  await clerk.become(office, 'office_clerk');
  const own = await issueSmallPlan(office, clerk);
  const page = await browser.newPage(screens.desktop);
  await page.context().addCookies([await served.cookie(office, 'office_clerk')]);
  await page.goto(`${served.url}/plans/new`);
  const file = { name: 'KH Thành phố.md', mimeType: 'text/markdown', buffer: Buffer.from(cityPlan()) };
  await page.getByLabel('Tệp kế hoạch').setInputFiles(file);
  await page.getByRole('button', { name: 'Tải lên và đọc' }).click();
  await page.getByRole('link', { name: 'Là kế hoạch cấp trên' }).click();
  expect(await page.getByRole('checkbox', { name: /^Thực hiện công tác/ }).isChecked()).toBe(true);
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Nhận làm kế hoạch cấp trên' }).click();
  await page.getByText('Đã nhận làm kế hoạch cấp trên.').waitFor();

  await page.getByRole('link', { name: 'Xác nhận gợi ý' }).click();
  await page.getByLabel('Chọn sẵn nội dung giống từ').selectOption('50');
  await page.getByRole('button', { name: 'Xem' }).click();
  await screenshot(page, 'suggestions-desktop');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Xác nhận các mục đã chọn' }).click();
  await page.getByText('Đã xác nhận các mục được chọn.').waitFor();

  await page.getByRole('link', { name: 'Đối chiếu từng mục' }).click();
  await page.getByRole('heading', { name: /^Đối chiếu: Công khai chuẩn đầu ra/ }).waitFor();
  expect(await page.getByRole('radio', { name: 'Chủ trì' }).isChecked()).toBe(true);
  await screenshot(page, 'parent-item-desktop');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Lưu và về danh sách' }).click();
  await page.getByText('Đã ghi kết quả đối chiếu.').waitFor();

  await page.goto(`${served.url}/plans/${own}`);
  await page.getByRole('link', { name: 'Kế hoạch cấp trên' }).click();
  // The figure opens the list that it was counted from.
  const figure = page.locator('.figure', { hasText: 'Mục được giao chưa có nội dung thực hiện' });
  expect(await figure.locator('.figure-parts').textContent()).toContain('1/3');
  await screenshot(page, 'parent-desktop');
  await figure.getByRole('link').click();
  await page.getByRole('link', { name: /Công khai chuẩn đầu ra/ }).waitFor();

  const phone = await browser.newPage(screens.phone);
  await phone.context().addCookies([await served.cookie(office, 'director')]);
  await phone.goto(`${served.url}/plans/${own}/parent?show=uncovered`);
  await screenshot(phone, 'parent-phone');
  expect(await phone.getByRole('link', { name: /Công khai chuẩn đầu ra/ }).count()).toBe(1);
  expect(await phone.getByRole('link', { name: 'Xác nhận gợi ý' }).count()).toBe(0);
  expect(await overflow(phone)).toEqual([]);
  expect(await axe(phone)).toEqual([]);
});
