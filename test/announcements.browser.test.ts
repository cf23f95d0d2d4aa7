import { afterAll, beforeAll, expect, test } from 'vitest';
import { DECISION } from '../src/procedures/domain/announcement/announcement.fixture.ts';
import { wordDecision } from '../src/procedures/word-decision.fixture.ts';
import { axe, openBrowser, overflow, screens, screenshot, type TestBrowser } from './browser.ts';
import { openStaffedOffice, type StaffedOffice } from './office.ts';
import { type Served, serveOffice } from './served.ts';

let office: StaffedOffice;
let served: Served;
let browser: TestBrowser;

beforeAll(async () => {
  office = await openStaffedOffice('2025-03-20T08:00');
  served = await serveOffice(office);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await office?.close();
});

async function asClerk(screen: keyof typeof screens) {
  const page = await browser.newPage(screens[screen]);
  await page.context().addCookies([await served.cookie(office, 'office_clerk')]);
  return page;
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

test('a clerk brings a decision, corrects a row, answers others, and enters everything by one act', async () => {
  const page = await asClerk('desktop');
  await page.goto(`${served.url}/procedures`);
  await page.getByRole('link', { name: 'Nhập từ quyết định công bố' }).click();
  await page.getByRole('link', { name: 'Tải tệp công bố lên' }).first().click();
  await screenshot(page, 'announcement-upload-desktop');
  expect(await axe(page)).toEqual([]);
  const text = { name: 'Quyết định 412.txt', mimeType: 'text/plain', buffer: Buffer.from(DECISION) };
  await page.getByLabel('Tệp công bố').setInputFiles(text);
  await page.getByRole('button', { name: 'Tải lên và đọc' }).click();

  // What was declared is compared with what was read, and each row leads to its words.
  await page.getByText('Quyết định ghi 4 thủ tục “Sửa đổi, bổ sung”, trong bảng có 5 dòng.').waitFor();
  await page.getByText('Mã trong văn bản là “2.900101.00 0.00.00.H99”', { exact: false }).waitFor();
  await screenshot(page, 'announcement-review-desktop');
  expect(await axe(page)).toEqual([]);

  // One code at one level twice: the row for the commune alone is left out.
  await page.getByRole('link', { name: /^Sửa, trả lời\s*: 3$/ }).click();
  await page.getByRole('radio', { name: 'Bỏ qua dòng này' }).check();
  await page.getByRole('button', { name: 'Lưu dòng này' }).click();
  await page.getByText('Đã lưu dòng này.').waitFor();
  await page.getByRole('link', { name: /^Sửa, trả lời\s*: 4$/ }).click();
  await page.getByText('“không rõ” không phải là mã thủ tục', { exact: false }).waitFor();
  await page.getByLabel('Mã thủ tục').fill('2.900150');
  await screenshot(page, 'announcement-row-desktop');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Lưu dòng này' }).click();
  await page.getByText('Đã lưu dòng này.').waitFor();

  // Too early: what is still open is said, and nothing that was typed is lost.
  await page
    .getByLabel('Trả lời các điểm của cả văn bản')
    .fill('Đã đối chiếu, quyết định đếm thiếu một dòng.');
  await page.getByRole('button', { name: 'Đưa vào danh mục' }).click();
  await page.getByText('Còn 1 dòng phải sửa hoặc trả lời trước khi đưa vào danh mục.').waitFor();
  expect(await page.getByLabel('Trả lời các điểm của cả văn bản').inputValue()).toContain('Đã đối chiếu');

  await page.getByRole('link', { name: /^\S+ Không có mã$/ }).click();
  await page.getByLabel('Lý do, trả lời').fill('Chưa được cấp mã quốc gia.');
  await page.getByRole('button', { name: 'Lưu trả lời' }).click();
  await page.getByText('Đã lưu trả lời.').waitFor();
  await page
    .getByLabel('Trả lời các điểm của cả văn bản')
    .fill('Đã đối chiếu, quyết định đếm thiếu một dòng.');
  await page.getByRole('button', { name: 'Đưa vào danh mục' }).click();
  await page.getByText('Đã đưa vào danh mục.', { exact: false }).waitFor();
  await screenshot(page, 'announcement-entered-desktop');
  expect(await axe(page)).toEqual([]);

  await page.getByRole('link', { name: 'mở thủ tục' }).first().click();
  await page.getByRole('heading', { name: 'Thông báo thành lập thư viện ngoài công lập' }).waitFor();
  expect(await page.getByText('412/QĐ-UBND ngày 05/03/2025').count()).toBeGreaterThan(0);
});

test('the same Word file again, on a telephone: it says so, and that nothing is new', async () => {
  const page = await asClerk('phone');
  const file = { name: 'Quyết định 413.docx', mimeType: WORD, buffer: Buffer.from(wordDecision()) };
  const upload = async () => {
    await page.goto(`${served.url}/announcements/new`);
    await page.getByLabel('Tệp công bố').setInputFiles(file);
    await page.getByRole('button', { name: 'Tải lên và đọc' }).click();
  };
  await upload();
  await page.getByText('Sẽ ghi: 3 thủ tục mới', { exact: false }).waitFor();
  await screenshot(page, 'announcement-review-phone');
  expect(await overflow(page)).toEqual([]);
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Đưa vào danh mục' }).click();
  await page.getByText('Đã đưa vào danh mục.', { exact: false }).waitFor();
  await upload();
  await page.getByText('Chính tệp này đã được tải lên trước đây').waitFor();
  await page.getByText('3 giống hệt bản đang có', { exact: false }).waitFor();
});
