import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser, overflow, screens, screenshot, type TestBrowser } from './browser.ts';
import { type HandledOffice, openHandledOffice } from './handled-dossiers.ts';
import type { StaffedOffice } from './office.ts';
import { type Served, serveOffice } from './served.ts';

let office: HandledOffice;
let served: Served;
let browser: TestBrowser;

beforeAll(async () => {
  office = await openHandledOffice();
  office.at('2020-01-10T08:20');
  await office.takeIn();
  await office.takeIn({ channel: 'online', procedure: office.level3 });
  office.at('2020-01-10T10:00');
  await office.takeIn({ channel: 'post' });
  served = await serveOffice(office);
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await office?.close();
});

async function pageAs(
  screen: keyof typeof screens,
  ...who: Parameters<StaffedOffice['holder']>
): Promise<Page> {
  const page = await browser.newPage(screens[screen], { javaScriptEnabled: true });
  await page.context().addCookies([await served.cookie(office, ...who)]);
  return page;
}

const sound = async (page: Page) => [...(await axe(page)), ...(await overflow(page))];

test('the clerk makes the report of a quarter, follows a number to its list, and closes the period', async () => {
  const clerk = await pageAs('desktop', 'office_clerk', 'VP');
  await clerk.goto(`${served.url}/`);
  await clerk.getByRole('link', { name: 'Báo cáo giải quyết hồ sơ' }).first().click();
  await clerk.getByLabel('Từ ngày').fill('1/1/2019');
  await clerk.getByLabel('Đến hết ngày').fill('31/3/2019');
  await clerk.getByLabel('Theo').selectOption({ label: 'Thủ tục' });
  await clerk.getByRole('button', { name: 'Lập báo cáo' }).click();
  await clerk.getByText('Kỳ từ 01/01/2019 đến 31/03/2019').waitFor();
  await screenshot(clerk, 'handling-report-desktop');
  expect(await sound(clerk)).toEqual([]);
  const late = clerk
    .getByRole('table', { name: /^Tình hình/ })
    .getByRole('row')
    .last()
    .getByRole('link')
    .nth(7);
  const number = await late.textContent();
  await late.click();
  await clerk.getByRole('heading', { name: 'Hồ sơ được đếm' }).waitFor();
  await screenshot(clerk, 'handling-dossiers-desktop');
  expect(await sound(clerk)).toEqual([]);
  expect(await clerk.getByText('Đã giải quyết quá hạn').count()).toBeGreaterThanOrEqual(Number(number));
  await clerk.goBack();
  await clerk.getByRole('button', { name: 'Chốt số liệu kỳ này' }).click();
  await clerk.getByText('Lần chốt 1').first().waitFor();
  await clerk.getByRole('button', { name: 'Chốt lại' }).click();
  await clerk.getByText('Ô này còn trống').or(clerk.getByText('Lý do chốt lại')).first().waitFor();
  await screenshot(clerk, 'handling-closed-desktop');
  expect(await sound(clerk)).toEqual([]);
});

test('a director reads the same on a phone, and what stands with units and officers', async () => {
  const director = await pageAs('phone', 'director');
  await director.goto(`${served.url}/handling-report?from=2019-01-01&to=2019-12-31&by=field`);
  await screenshot(director, 'handling-report-phone');
  expect(await sound(director)).toEqual([]);
  await director.goto(`${served.url}/dossier-overview`);
  await director.getByRole('heading', { name: 'Theo dõi giải quyết hồ sơ' }).waitFor();
  await screenshot(director, 'dossier-overview-phone');
  expect(await sound(director)).toEqual([]);
  const desktop = await pageAs('desktop', 'director');
  await desktop.goto(`${served.url}/dossier-overview`);
  await screenshot(desktop, 'dossier-overview-desktop');
  expect(await sound(desktop)).toEqual([]);
  await desktop.goto(`${served.url}/dossier-overview/${office.units.GDTX}`);
  await desktop.getByText('Theo người xử lý').first().waitFor();
  await screenshot(desktop, 'unit-overview-desktop');
  expect(await sound(desktop)).toEqual([]);
});

test('the desk sees its day', async () => {
  for (const screen of ['desktop', 'phone'] as const) {
    const desk = await pageAs(screen, 'one_stop_officer', 'MC');
    await desk.goto(`${served.url}/desk-overview`);
    await desk.getByText('Tiếp nhận theo giờ').first().waitFor();
    await screenshot(desk, `desk-overview-${screen}`);
    expect(await sound(desk)).toEqual([]);
  }
});
