import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serverScope } from '../src/platform/policy/policy.ts';
import { axe, openBrowser, overflow, screens, screenshot, type TestBrowser } from './browser.ts';
import { issuePlan } from './issued-plan.ts';
import { openStaffedOffice, type StaffedOffice } from './office.ts';
import { type Served, serveOffice } from './served.ts';
import { type AgencyBelow, addAgencyBelow } from './small-plan.ts';

let office: StaffedOffice;
let served: Served;
let browser: TestBrowser;
let plan: string;
let school: AgencyBelow;

beforeAll(async () => {
  office = await openStaffedOffice('2019-02-11T08:00');
  const below: AgencyBelow[] = [];
  for (const code of ['TH1', 'TH2', 'TH3']) below.push(await addAgencyBelow(office, code));
  const [first] = below;
  if (first === undefined) throw new Error('no school');
  school = first;
  // A parent reads its children.
  const from = office.house.clock.today();
  await office.house.database.write(serverScope([]), (query) =>
    query
      .insertInto('share')
      .values(
        below.map(({ agencyId }) => ({
          agency_id: agencyId,
          kind: '*',
          to_agency: office.agencyId,
          valid_from: from,
        })),
      )
      .execute(),
  );
  plan = await issuePlan(office);
  served = await serveOffice(office);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await office?.close();
});

const sound = async (page: Page) => [...(await axe(page)), ...(await overflow(page))];

async function secretary(): Promise<Page> {
  const page = await browser.newPage(screens.phone);
  const [name = '', value = ''] = school.clerk.cookie.split('=');
  await page.context().addCookies([{ name, value, url: served.url }]);
  return page;
}

test('the Office chases; a school secretary answers, finishes the plan on a phone and sends it; the Office confirms', async () => {
  const clerk = await browser.newPage(screens.desktop);
  await clerk.context().addCookies([await served.cookie(office, 'office_clerk')]);
  await clerk.goto(`${served.url}/plans/${plan}`);
  await clerk.getByRole('link', { name: 'Kế hoạch của cấp dưới' }).click();
  await clerk.getByRole('heading', { name: '0/3 đơn vị đã có kế hoạch' }).waitFor();
  await screenshot(clerk, 'subplans-desktop');
  expect(await sound(clerk)).toEqual([]);
  await clerk.getByRole('link', { name: 'Đôn đốc lập kế hoạch' }).click();
  await clerk.getByLabel('Nội dung thư gửi Trường Tiểu học số TH1').waitFor();
  await screenshot(clerk, 'subplan-chase-desktop');
  expect(await sound(clerk)).toEqual([]);
  await clerk.getByRole('button', { name: 'Gửi các thư đã chọn' }).click();
  await clerk.getByText('Đã gửi thư đôn đốc.').waitFor();

  const page = await secretary();
  await page.goto(`${served.url}/my-subplans`);
  await page.getByRole('heading', { name: 'Còn 1 kế hoạch đơn vị phải lập' }).waitFor();
  await screenshot(page, 'my-subplans-phone');
  expect(await sound(page)).toEqual([]);
  await page.getByRole('link', { name: /^Kế hoạch của đơn vị thực hiện 375/ }).click();
  await page.getByText('chỉ có 5 ngày làm việc, vì có Tết Nguyên đán').waitFor();
  await screenshot(page, 'subplan-form-phone');
  expect(await sound(page)).toEqual([]);
  await page.getByLabel('Trả lời').fill('Nhà trường gửi ngay hôm nay.');
  await page.getByRole('button', { name: 'Gửi trả lời' }).click();
  await page.getByText('Đã trả lời đôn đốc.').waitFor();

  await page.getByLabel('Lãnh đạo phụ trách CCHC').fill('Hiệu trưởng TH1');
  await page.getByLabel('Cán bộ đầu mối CCHC').fill('Văn thư TH1');
  await page.getByRole('button', { name: 'Lưu nháp' }).click();
  await page.getByText('Đang soạn').waitFor();
  expect(await page.getByLabel('Lãnh đạo phụ trách CCHC').inputValue()).toBe('Hiệu trưởng TH1');
  await page.getByLabel('Số, ký hiệu').fill('12');
  await page.getByLabel('Ngày ban hành').fill('8/2/2019');
  await page.getByRole('button', { name: 'Gửi về Sở' }).click();
  await page.getByText('Không đọc được số, ký hiệu.').first().waitFor();
  expect(await sound(page)).toEqual([]);
  await page.getByLabel('Số, ký hiệu').fill('12/KH-TH1');
  await page.getByRole('button', { name: 'Gửi về Sở' }).click();
  await page.getByRole('link', { name: 'Xem và in văn bản kế hoạch' }).waitFor();
  await screenshot(page, 'subplan-sent-phone');
  expect(await sound(page)).toEqual([]);
  await page.getByRole('link', { name: 'Xem và in văn bản kế hoạch' }).click();
  await page.getByText('Hà Nội, ngày 08 tháng 02 năm 2019').waitFor();
  await screenshot(page, 'subplan-paper-phone');
  expect(await sound(page)).toEqual([]);

  await clerk.goto(`${served.url}/plans/${plan}/subplans?of=affiliated&show=there`);
  await clerk.getByRole('heading', { name: '1/3 đơn vị đã có kế hoạch' }).waitFor();
  await clerk.getByRole('cell', { name: 'Đúng hạn' }).waitFor();
  await clerk.getByRole('link', { name: 'Trường Tiểu học số TH1' }).click();
  await screenshot(clerk, 'subplan-judge-desktop');
  expect(await sound(clerk)).toEqual([]);
  await clerk.getByRole('button', { name: 'Xác nhận kế hoạch' }).click();
  await clerk.getByText('Đã xác nhận kế hoạch.').waitFor();
  await clerk.goto(`${served.url}/leadership`);
  await clerk.getByText('Hiệu trưởng TH1').waitFor();
  await screenshot(clerk, 'leadership-desktop');
  expect(await sound(clerk)).toEqual([]);
});
