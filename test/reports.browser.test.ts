import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser, overflow, screens, screenshot, type TestBrowser } from './browser.ts';
import { issuePlan } from './issued-plan.ts';
import { openStaffedOffice, type StaffedOffice } from './office.ts';
import { type Served, serveOffice } from './served.ts';

let office: StaffedOffice;
let served: Served;
let browser: TestBrowser;
let plan: string;

beforeAll(async () => {
  office = await openStaffedOffice('2019-06-03T08:00');
  // Before it is served, whose own jobs would read the plan at the same moment.
  plan = await issuePlan(office);
  served = await serveOffice(office);
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await office?.close();
});

type Who = Parameters<StaffedOffice['holder']>;

async function pageAs(who: Who, screen: keyof typeof screens = 'desktop'): Promise<Page> {
  const page = await browser.newPage(screens[screen]);
  await page.context().addCookies([await served.cookie(office, ...who)]);
  return page;
}

const sound = async (page: Page) => [...(await axe(page)), ...(await overflow(page))];
const period = () => `${served.url}/plans/${plan}/reports/q2`;
const press = async (page: Page, button: string) => {
  await page.getByRole('button', { name: button, exact: true }).first().click();
  await page.waitForLoadState('load');
};

test('a quarter is reported from a division’s draft to the signed report that the city has received', async () => {
  const officer = await pageAs(['officer', 'TCCB'], 'phone');
  await officer.goto(period());
  await press(officer, 'Soạn báo cáo');
  const report = new URL(officer.url()).pathname;
  await officer.getByLabel('Kết quả nổi bật').fill('Đã ban hành kế hoạch đào tạo, bồi dưỡng.');
  await press(officer, 'Lưu lời văn');
  await officer.getByText('Đã lưu lời văn.').waitFor();
  await screenshot(officer, 'report-phone');
  expect(await sound(officer)).toEqual([]);

  const head = await pageAs(['head', 'TCCB']);
  await head.goto(served.url + report);
  await press(head, 'Gửi báo cáo');
  await head.getByText('Đã gửi báo cáo, số liệu đã chốt.').waitFor();

  const clerk = await pageAs(['office_clerk', 'VP']);
  await clerk.goto(period());
  await clerk.getByRole('heading', { name: /^1\/5 đơn vị đã gửi báo cáo quý II/ }).waitFor();
  await screenshot(clerk, 'report-period-desktop');
  expect(await sound(clerk)).toEqual([]);
  await clerk.getByRole('link', { name: 'Đôn đốc: 4 thư sẵn sàng' }).click();
  await clerk.getByRole('heading', { name: 'Đôn đốc gửi báo cáo: 4 thư sẵn sàng gửi' }).waitFor();
  expect(await sound(clerk)).toEqual([]);
  await press(clerk, 'Gửi các thư đã chọn');
  await clerk.getByText('Đã gửi thư đôn đốc.').waitFor();

  await clerk.goto(served.url + report);
  await press(clerk, 'Xác nhận báo cáo');
  await clerk.getByText('Đã xác nhận báo cáo.').waitFor();

  await clerk.goto(period());
  // The Office opens its own report above, and the department's at the end.
  await clerk.getByRole('button', { name: 'Soạn báo cáo', exact: true }).last().click();
  await clerk.getByText('Chưa có báo cáo được xác nhận của').waitFor();
  const department = new URL(clerk.url()).pathname;
  await press(clerk, 'Trình ký');
  const steps: [Who, string, Record<string, string>][] = [
    [['head', 'VP'], 'Đã xem, chuyển Phó Giám đốc', {}],
    [['deputy_director'], 'Đồng ý, trình ký', {}],
    [['director'], 'Ký', {}],
    [
      ['records_clerk', 'VP'],
      'Ghi số văn bản',
      { 'Số trong sổ văn bản đi': '812', 'Ngày ban hành': '3/6/2019' },
    ],
    [['records_clerk', 'VP'], 'Ghi đã gửi', { 'Ngày gửi đi': '3/6/2019' }],
    [
      ['records_clerk', 'VP'],
      'Ghi nơi nhận đã tiếp nhận',
      { 'Ngày nơi nhận tiếp nhận': '3/6/2019', 'Số đến của nơi nhận': '1203' },
    ],
  ];
  for (const [who, button, fields] of steps) {
    const page = await pageAs(who);
    await page.goto(served.url + department);
    for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).last().fill(value);
    await press(page, button);
    await page.close();
  }
  await clerk.goto(`${served.url}${department}/paper`);
  await clerk.getByText('Số: 812/BC-SGDĐT').waitFor();
  expect(await clerk.getByText('DỰ THẢO').count()).toBe(0);
  await screenshot(clerk, 'report-paper-desktop');
  expect(await sound(clerk)).toEqual([]);
  const [download] = await Promise.all([
    clerk.waitForEvent('download'),
    clerk.getByRole('link', { name: 'Tải bản Word' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.docx$/);
  // The day of sending is the evidence of task 66, which waits for confirmation.
  await clerk.goto(`${served.url}${department}`);
  await clerk
    .getByRole('link', { name: /nhiệm vụ 66|66/ })
    .first()
    .click();
  await clerk.getByText('812/BC-SGDĐT').first().waitFor();
});
