import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeXlsx } from '../src/platform/sheet/index.ts';
import { axe, openBrowser, overflow, screens, screenshot, type TestBrowser } from './browser.ts';
import { codeOn, PASSWORD, SET_UP } from './department.ts';
import { type Office, openEmptyOffice } from './office.ts';
import { type Served, serveOffice } from './served.ts';

let office: Office;
let served: Served;
let browser: TestBrowser;
let page: Page;
/** What does not look right, on all pages. */
const wrong: string[] = [];

beforeAll(async () => {
  office = await openEmptyOffice();
  served = await serveOffice(office);
  browser = await openBrowser();
  page = await browser.newPage(screens.desktop, { javaScriptEnabled: true });
});
afterAll(async () => {
  await browser.close();
  await served.close();
  await office.close();
});

async function workbook(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const [head = [], ...body] = rows;
  const columns = head.map((title) => ({ title, type: 'text' as const }));
  const parts: Uint8Array[] = [];
  for await (const part of writeXlsx([{ name: 'Danh sách', columns, rows: ReadableStream.from([body]) }]))
    parts.push(part);
  return Buffer.concat(parts);
}

/** Nothing that axe finds, and nothing cut, at the width of an office screen and of the narrowest phone. */
async function looksRight(name: string): Promise<void> {
  for (const screen of [screens.desktop, screens.narrow]) {
    await page.setViewportSize(screen);
    const found = [...(await axe(page)), ...(await overflow(page))];
    wrong.push(...found.map((one) => `${name} at ${screen.width} px: ${one}`));
    await screenshot(page, `set-up/${name}-${screen.width}`);
  }
  await page.setViewportSize(screens.desktop);
}

async function importList(link: string, name: string, rows: readonly (readonly string[])[]): Promise<void> {
  await page.goto(`${served.url}/set-up/steps`);
  await page.locator(`a[href="${link}"]`).click();
  await looksRight(`${name}-choose`);
  await page.setInputFiles('input[type=file]', {
    name: `${name}.xlsx`,
    mimeType: 'application/octet-stream',
    buffer: await workbook(rows),
  });
  await page.getByRole('button', { name: 'Đọc và kiểm tra' }).click();
  await page.getByRole('heading', { name: `${name}.xlsx` }).waitFor();
  await looksRight(`${name}-rows`);
  await page.getByRole('button', { name: /^Thêm \d+ dòng/ }).click();
}

test('an empty installation is set up in a browser, from the first visit to a colleague who signs in', async () => {
  await page.goto(`${served.url}/`);
  expect(page.url()).toBe(`${served.url}/set-up`);
  await looksRight('set-up');
  await page.getByRole('button', { name: 'Thiết lập' }).click();
  expect(await page.locator('.error-summary li').count()).toBeGreaterThan(3);
  await looksRight('set-up-errors');
  for (const [field, value] of Object.entries({ ...SET_UP, again: PASSWORD }))
    await page.fill(`input[name=${field}]`, value);
  await page.getByRole('button', { name: 'Thiết lập' }).click();
  await page.fill('input[name=login]', SET_UP.login);
  await page.fill('input[name=password]', PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('heading', { name: 'Thiết lập: đã xong 2/6 bước' }).waitFor();
  await looksRight('steps');

  await importList('/units/import', 'phong', [
    ['Mã', 'Tên phòng, bộ phận'],
    ['VP', 'Văn phòng'],
    ['KHTC', 'Phòng Kế hoạch - Tài chính'],
    ['KHTC', 'Phòng trùng mã'],
  ]);
  await page.getByText('Đã thêm các phòng, bộ phận trong tệp.').waitFor();
  await looksRight('agencies');
  await page.getByRole('link', { name: 'Phòng Kế hoạch - Tài chính' }).click();
  await looksRight('unit');

  await importList('/agencies/import', 'truong', [
    ['Mã', 'Tên đơn vị', 'Loại'],
    ['THPT01', 'Trường THPT Số 1', 'Trường'],
    ['PGD01', 'Phòng GD&ĐT quận Một', ''],
  ]);
  await page.getByText('Đã thêm các đơn vị trong tệp.').waitFor();
  await looksRight('affiliated');
  await page.getByRole('link', { name: 'Trường THPT Số 1' }).click();
  await looksRight('agency');

  await importList('/people/import', 'nguoi', [
    ['Họ và tên', 'Chức vụ', 'Phòng, bộ phận', 'Vai trò', 'Thư điện tử', 'Cơ quan'],
    ['Người Thứ Nhất', 'Trưởng phòng', 'KHTC', 'Trưởng phòng', 'nhat@so.vn', ''],
    ['Người Thứ Hai', 'Chuyên viên', 'Phòng không có', '', 'hai@', ''],
    ['Người Thứ Ba', 'Văn thư', '', '', '', 'THPT01'],
    ...Array.from({ length: 14 }, (_, at) => [
      `Người Số ${at}`,
      'Chuyên viên',
      'VP',
      '',
      `so${at}@so.vn`,
      '',
    ]),
  ]);
  await page.getByRole('heading', { name: 'Phiếu mời đăng nhập' }).waitFor();
  await looksRight('slips');
  const slip = page.locator('.slip', { hasText: 'Người Thứ Nhất' });
  const code = codeOn((await slip.textContent()) ?? '');

  const colleague = await browser.newPage(screens.phone, { javaScriptEnabled: false });
  await colleague.goto(`${served.url}/sign-in`);
  await colleague.fill('input[name=login]', 'nhatnt');
  await colleague.fill('input[name=password]', code);
  await colleague.getByRole('button', { name: 'Đăng nhập' }).click();
  await colleague.fill('input[name=password]', 'mật khẩu của riêng tôi');
  await colleague.fill('input[name=again]', 'mật khẩu của riêng tôi');
  await colleague.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await colleague.fill('input[name=login]', 'nhatnt');
  await colleague.fill('input[name=password]', 'mật khẩu của riêng tôi');
  await colleague.getByRole('button', { name: 'Đăng nhập' }).click();
  await colleague.goto(`${served.url}/account`);
  expect(await colleague.textContent('main')).toContain('Trưởng phòng');

  await page.goto(`${served.url}/people?sort=name`);
  await looksRight('people');
  await page.getByRole('link', { name: 'Người Thứ Nhất' }).click();
  await looksRight('person');
  for (const [name, path] of [
    ['new-person', '/people/new'],
    ['new-agency', '/agencies/new'],
    ['absences', '/absences'],
    ['new-absence', '/absences/new'],
    ['calendar', '/calendar'],
    ['account', '/account'],
    ['password', '/password'],
    ['steps-done', '/set-up/steps'],
  ] as const) {
    await page.goto(served.url + path);
    await looksRight(name);
  }
  expect(await page.textContent('h1')).toBe('Thiết lập: đã xong 5/6 bước');
  expect(wrong).toEqual([]);
});

test('eight slips stand on a printed sheet, without what surrounds them', async () => {
  const batch = await office.house.database.unscoped((query) =>
    query.selectFrom('invitation').select('batch').executeTakeFirstOrThrow(),
  );
  await page.goto(`${served.url}/invitations/${batch.batch}`);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.slips-head').isVisible()).toBe(false);
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  await page.emulateMedia({ media: 'screen' });
  // Fifteen people were added besides the one who has signed in by now.
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
});
