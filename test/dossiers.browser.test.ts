import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser, overflow, screens, screenshot, type TestBrowser } from './browser.ts';
import type { StaffedOffice } from './office.ts';
import { type OneStop, openOneStop } from './one-stop.ts';
import { type Served, serveOffice } from './served.ts';

let office: OneStop;
let served: Served;
let browser: TestBrowser;

beforeAll(async () => {
  office = await openOneStop('2019-01-30T14:00');
  served = await serveOffice(office);
  browser = await openBrowser();
});
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

/** Opens what waits for somebody and the dossier of a code in it. */
async function open(page: Page, code: string): Promise<void> {
  await page.goto(`${served.url}/dossier-queue`);
  await page.getByRole('link', { name: code }).click();
  await page.getByRole('heading', { name: code }).waitFor();
}

test('a dossier is taken in with the keyboard, handed over, handled, signed, numbered and returned', async () => {
  const desk = await pageAs('desktop', 'one_stop_officer', 'MC');
  await desk.goto(`${served.url}/intake`);
  await desk.keyboard.type('chuyen truong');
  await desk.keyboard.press('Enter');
  await desk.getByRole('link', { name: /^Chuyển trường/ }).waitFor();
  await screenshot(desk, 'intake-procedure-desktop');
  expect(await sound(desk)).toEqual([]);
  await desk.getByRole('link', { name: /^Chuyển trường/ }).click();
  await desk.getByText('Hẹn trả nếu tiếp nhận bây giờ: thứ Hai, ngày 11/02/2019 17:00').waitFor();
  await desk
    .getByRole('group', { name: 'Chủ hồ sơ' })
    .getByLabel('Họ và tên')
    .first()
    .fill('Phụ huynh học sinh');
  await desk.getByRole('checkbox', { name: 'Đơn xin chuyển trường' }).check();
  await desk.getByRole('checkbox', { name: 'Học bạ' }).check();
  await screenshot(desk, 'intake-desktop');
  expect(await sound(desk)).toEqual([]);
  await desk.getByRole('button', { name: 'Tiếp nhận' }).click();
  const code = '000.00.01.H26-190130-0001';
  await desk.getByRole('heading', { name: code }).waitFor();
  await screenshot(desk, 'dossier-accepted-desktop');
  expect(await sound(desk)).toEqual([]);
  await desk.getByRole('button', { name: 'Bàn giao' }).click();
  await desk.getByText('chờ xác nhận', { exact: false }).first().waitFor();

  const head = await pageAs('desktop', 'head', 'GDTX');
  await head.goto(`${served.url}/dossier-queue`);
  await head.getByRole('table', { name: /^Chờ xác nhận bàn giao/ }).waitFor();
  await screenshot(head, 'queue-head-desktop');
  expect(await sound(head)).toEqual([]);
  await open(head, code);
  await head.getByRole('button', { name: 'Xác nhận đã nhận' }).click();
  await head.getByLabel('Người xử lý chính').selectOption({ label: 'Chuyên viên GDTX' });
  await head.getByRole('button', { name: 'Phân công' }).click();
  await head.getByText('Phân công Chuyên viên GDTX').waitFor();

  const officer = await pageAs('phone', 'officer', 'GDTX');
  await open(officer, code);
  await officer.getByLabel('Ý kiến thẩm định').fill('Hồ sơ đủ điều kiện chuyển trường.');
  await screenshot(officer, 'dossier-officer-phone');
  expect(await sound(officer)).toEqual([]);
  await officer.getByRole('button', { name: 'Trình kết quả' }).click();
  await officer.getByText('Trình lãnh đạo phòng').first().waitFor();

  await open(head, code);
  await head.getByRole('button', { name: 'Đồng ý, trình ký' }).click();
  const leader = await pageAs('phone', 'deputy_director');
  await open(leader, code);
  await leader.getByRole('button', { name: 'Ký kết quả' }).click();
  await leader.getByText('Đã ký, chờ cấp số').first().waitFor();
  const records = await pageAs('desktop', 'records_clerk');
  await open(records, code);
  await records.getByLabel('Số, ký hiệu văn bản kết quả').fill('45/QĐ-SGDĐT');
  await records.getByRole('button', { name: 'Cấp số, chuyển kết quả về Một cửa' }).click();
  await records.getByText('Giải quyết đúng hạn').waitFor();

  await open(desk, code);
  await desk.getByRole('button', { name: 'Trả kết quả' }).click();
  await desk.getByText('Đã trả kết quả').first().waitFor();
  await screenshot(desk, 'dossier-returned-desktop');
  expect(await sound(desk)).toEqual([]);
});

test('the day on which a dossier is due explains itself day by day', async () => {
  office.at('2019-01-30T14:00');
  const { code } = await office.takeIn();
  const desk = await pageAs('phone', 'one_stop_officer', 'MC');
  await open(desk, code);
  await desk.getByRole('link', { name: 'còn 3 ngày 3 giờ làm việc' }).click();
  await desk.getByRole('heading', { name: 'Vì sao là thứ Hai, ngày 11/02/2019 17:00?' }).waitFor();
  await desk.getByText('Tết Nguyên đán').first().waitFor();
  await screenshot(desk, 'dossier-deadline-phone');
  expect(await sound(desk)).toEqual([]);
});
