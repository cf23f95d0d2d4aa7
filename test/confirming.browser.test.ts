import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser, overflow, screens, screenshot, type TestBrowser } from './browser.ts';
import { openStaffedOffice, type StaffedOffice } from './office.ts';
import { type Served, serveOffice } from './served.ts';
import { SMALL_TASKS, smallPlan } from './small-plan.ts';

const FILES = {
  docx: '../src/platform/extract/fixtures/plan-375.docx',
  pdf: '../src/platform/extract/fixtures/plan-375.pdf',
  txt: '../examples/plan-375.txt',
};

let office: StaffedOffice;
let served: Served;
let browser: TestBrowser;
let folder: string;

beforeAll(async () => {
  office = await openStaffedOffice('2019-01-28T08:00');
  served = await serveOffice(office);
  browser = await openBrowser();
  folder = await mkdtemp(path.join(tmpdir(), 'minhchung-plans-'));
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await office?.close();
});

type Who = Parameters<StaffedOffice['holder']>;

async function pageAs(who: Who, screen: keyof typeof screens = 'desktop'): Promise<Page> {
  const page = await browser.newPage(screens[screen], { javaScriptEnabled: true });
  await page.context().addCookies([await served.cookie(office, ...who)]);
  return page;
}

async function fileOf(name: string, text: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}

/** Uploads a plan and waits until it is read. @returns its id */
async function upload(page: Page, file: string): Promise<string> {
  await page.goto(`${served.url}/plans/new`);
  await page.getByLabel('Tệp kế hoạch').setInputFiles(file);
  await page.getByRole('button', { name: 'Tải lên và đọc' }).click();
  await page.getByRole('heading', { name: /^Rà soát: / }).waitFor();
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}

/** Answers all open remarks of one severity, from one to the next. @returns how many there were */
async function answerRemarks(page: Page, plan: string, severity: string, note: string): Promise<number> {
  await page.goto(`${served.url}/plans/${plan}/review?show=remark&severity=${severity}&answered=open`);
  const first = page.locator('.review-rows').getByRole('link', { name: /^Trả lời \d+$/ });
  const count = await first.count();
  if (count === 0) return 0;
  await first.first().click();
  for (let answered = 0; answered < count; answered += 1) {
    await page.getByLabel('Giữ như văn bản').check();
    await page.getByLabel('Đã sửa thế nào, hoặc vì sao giữ nguyên').fill(note);
    await page.getByRole('button', { name: 'Ghi và sang điểm tiếp theo' }).click();
    await page.getByText('Đã ghi trả lời.').waitFor();
  }
  return count;
}

/** Issues a plan of which nothing stands in the way. */
async function issue(page: Page, plan: string): Promise<void> {
  await page.goto(`${served.url}/plans/${plan}/issue`);
  await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
  await page.getByText('Đã ban hành. Các nhiệm vụ đã mở cho đơn vị chủ trì.').waitFor();
}

test.each(['docx', 'pdf', 'txt'] as const)(
  'Plan 375 comes in as .%s and is confirmed up to its issue',
  async (format) => {
    const page = await pageAs(['office_clerk']);
    const plan = await upload(page, fileURLToPath(new URL(FILES[format], import.meta.url)));
    expect(await page.getByRole('link', { name: 'Nhiệm vụ 69' }).count()).toBe(1);

    // A row lights its words, and the words their row.
    const row = page.locator('.review-row', { hasText: 'NV 16' }).first();
    await row.getByRole('link', { name: /^Xem trong văn bản/ }).click();
    const words = page.locator('mark.chosen');
    expect(await words.first().textContent()).toContain('Ban hành kế hoạch đào tạo, bồi dưỡng công chức');
    await page
      .locator('mark[data-row]', { hasText: 'cơ chế tự chủ' })
      .first()
      .getByRole('link')
      .first()
      .click();
    expect(await page.locator('.review-row.chosen').first().textContent()).toContain('cơ chế tự chủ');
    await screenshot(page, `confirming/review-${format}`, false);

    await page.goto(`${served.url}/plans/${plan}/issue`);
    expect(await page.getByRole('button', { name: 'Ban hành', exact: true }).isDisabled()).toBe(true);
    await page.getByText('Còn 21 điểm sai chưa được trả lời.').first().waitFor();
    expect(await answerRemarks(page, plan, 'error', 'Giữ nguyên như văn bản đã ký')).toBe(21);
    await page.goto(`${served.url}/plans/${plan}/review?show=remark`);
    await page.getByRole('button', { name: /^Để sau cả \d+ điểm/ }).click();
    await page.getByText('Đã để sau mọi điểm “Lưu ý”.').waitFor();
    await issue(page, plan);
    expect(await page.getByText('69', { exact: true }).count()).toBeGreaterThan(0);

    const head = await pageAs(['head', 'TCCB'], 'phone');
    await head.goto(`${served.url}/plans/${plan}`);
    await head.getByRole('heading', { name: 'Thực hiện công tác Cải cách hành chính năm 2019' }).waitFor();
    expect(await head.getByText('Điểm cần rà soát').count()).toBe(0);
    for (const own of ['review', 'review?show=remark', 'remarks/0', 'issue'])
      expect((await head.goto(`${served.url}/plans/${plan}/${own}`))?.status()).toBe(404);
  },
);

test('rows are corrected, added, dropped and brought back, a commitment is linked, a unit’s name is mapped', async () => {
  const page = await pageAs(['office_clerk']);
  const text = smallPlan({
    tasks: SMALL_TASKS.map((task) => (task.no === 2 ? { ...task, unit: 'Tổ chuyên trách' } : task)),
    number: '42/KH-SGDĐT',
    head: '\nIII. NHIỆM VỤ TRỌNG TÂM\n\n1. Cải cách thể chế\n\n- Rà soát các quy định nội bộ còn vướng mắc.\n',
  });
  const plan = await upload(page, await fileOf('Kế hoạch nhỏ.md', text));
  const item = (key: string) => page.goto(`${served.url}/plans/${plan}/items/${key}`);

  await item('task:0');
  await page
    .getByRole('textbox', { name: /^Yêu cầu/ })
    .fill('Nêu rõ đơn vị được kiểm tra và người phụ trách');
  await page.getByRole('textbox', { name: 'Hạn cuối' }).first().fill('ngày mai');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.locator('.error-summary a').first().waitFor();
  expect(await page.getByRole('textbox', { name: /^Yêu cầu/ }).inputValue()).toContain('người phụ trách');
  await page.getByRole('textbox', { name: 'Hạn cuối' }).first().fill('29/3/2019');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Đã lưu.').waitFor();

  await page.goto(`${served.url}/plans/${plan}/new-item?kind=task`);
  await page.getByRole('textbox', { name: 'Số thứ tự' }).fill('4');
  await page.getByRole('textbox', { name: 'Nội dung nhiệm vụ' }).fill('Công khai kết quả giải quyết hồ sơ');
  await page.getByRole('textbox', { name: 'Đơn vị chủ trì' }).fill('Văn phòng');
  await page.getByRole('textbox', { name: 'Như văn bản ghi' }).first().fill('Tháng 6/2019');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Đã thêm.').waitFor();
  expect(await page.getByRole('link', { name: 'Nhiệm vụ 4', exact: true }).count()).toBe(1);

  await item('task:2');
  await page.getByRole('button', { name: 'Bỏ mục này' }).click();
  await page.getByText('Đã bỏ mục này khỏi kế hoạch.').waitFor();
  expect(await page.getByRole('link', { name: 'Nhiệm vụ 3', exact: true }).count()).toBe(1);
  await item('task:2');
  await page.getByRole('button', { name: 'Khôi phục mục này' }).click();
  await page.getByText('Đã khôi phục.').waitFor();

  await item('commitment:0');
  await page.locator('.link-group', { hasText: 'Rà soát, đơn giản hóa' }).locator('summary').click();
  await page.getByLabel(/Rà soát, đơn giản hóa các quy trình/).check();
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Đã lưu.').waitFor();
  expect(await page.locator('.review-rows').textContent()).toContain('Thực hiện qua: ');

  await page.getByRole('link', { name: '1 tên đơn vị chưa ghép' }).click();
  const mapping = page.locator('tr', { hasText: 'Tổ chuyên trách' });
  await mapping.getByRole('combobox').selectOption({ label: 'Phòng Tổ chức cán bộ' });
  await page.getByRole('button', { name: 'Ghép các tên đã chọn' }).click();
  await page.getByText('Đã ghép tên đơn vị').waitFor();

  await answerRemarks(page, plan, 'error', 'Giữ như văn bản');
  await issue(page, plan);
  await page.goto(`${served.url}/plans/${plan}/versions`);
  const corrections = (await page.locator('main').textContent()) ?? '';
  for (const words of ['người phụ trách', '29/03/2019', 'Công khai kết quả giải quyết hồ sơ'])
    expect(corrections).toContain(words);
  expect(await axe(page)).toEqual([]);
  // What was mapped once is known to the next plan.
  const again = await upload(page, await fileOf('Kế hoạch khác.md', text.replace('42/KH', '43/KH')));
  await page.goto(`${served.url}/plans/${again}/review`);
  expect(await page.getByRole('link', { name: 'Ghép tên đơn vị' }).count()).toBe(1);
});

test('a draft goes round for comments, without its remarks; each comment is answered', async () => {
  const clerk = await pageAs(['office_clerk']);
  const plan = await upload(clerk, await fileOf('Dự thảo.md', smallPlan({ number: '44/KH-SGDĐT' })));
  await clerk.getByRole('link', { name: 'Lấy ý kiến các phòng' }).click();
  await clerk.getByLabel('Lấy ý kiến đến hết ngày').fill('1/1/2019');
  await clerk.getByRole('button', { name: 'Gửi lấy ý kiến' }).click();
  await clerk.getByText('Ngày này đã qua. Hãy chọn từ hôm nay trở đi.').first().waitFor();
  await clerk.getByLabel('Lấy ý kiến đến hết ngày').fill('31/1/2019');
  await clerk.getByRole('button', { name: 'Gửi lấy ý kiến' }).click();
  await clerk.getByText('Đã gửi dự thảo để lấy ý kiến.').waitFor();

  const head = await pageAs(['head', 'KHTC'], 'phone');
  await head.goto(`${served.url}/plans`);
  await head
    .getByRole('link', { name: /Thực hiện công tác cải cách hành chính/ })
    .first()
    .click();
  expect(await head.locator('main').textContent()).not.toContain('Điểm cần rà soát');
  await head.getByLabel('Về mục').selectOption({ index: 2 });
  await head.getByLabel('Ý kiến của bạn').fill('Đề nghị lùi sang quý III vì trùng kỳ thi');
  await head.getByRole('button', { name: 'Gửi ý kiến' }).click();
  await head.getByText('Đã gửi ý kiến.').waitFor();
  await screenshot(head, 'confirming/circulation-phone');
  expect([...(await axe(head)), ...(await overflow(head))]).toEqual([]);
  const officer = await pageAs(['officer', 'KHTC']);
  expect((await officer.goto(`${served.url}/plans/${plan}/circulation`))?.status()).toBe(404);

  await clerk.goto(`${served.url}/plans/${plan}/circulation`);
  await clerk.getByRole('link', { name: /^Trả lời ý kiến/ }).click();
  await clerk.getByLabel('Không tiếp thu').check();
  await clerk.getByRole('button', { name: 'Ghi trả lời' }).click();
  await clerk.getByText('Hãy ghi vì sao không tiếp thu ý kiến này.').first().waitFor();
  await clerk.getByLabel('Giải trình').fill('Thời hạn do Thành phố quy định');
  await clerk.getByRole('button', { name: 'Ghi trả lời' }).click();
  await clerk.getByText('Đã trả lời ý kiến.').waitFor();
  await clerk.goto(`${served.url}/plans/${plan}/circulation`);
  await clerk.getByRole('button', { name: 'Kết thúc lấy ý kiến' }).click();
  await clerk.getByText('Đã kết thúc lấy ý kiến.').waitFor();
  expect((await head.goto(`${served.url}/plans/${plan}/circulation`))?.status()).toBe(404);
});

test('an issued plan changes by a correction letter and by an amending plan alone; work done stays with its task', async () => {
  const clerk = await pageAs(['office_clerk']);
  const text = smallPlan({
    number: '45/KH-SGDĐT',
    title: 'Thực hiện cải cách hành chính và dịch vụ công năm 2019',
  });
  const plan = await upload(clerk, await fileOf('Kế hoạch 45.md', text));
  await answerRemarks(clerk, plan, 'error', 'Giữ như văn bản');
  await issue(clerk, plan);
  await clerk.getByRole('link', { name: 'Nhiệm vụ', exact: true }).click();
  await clerk.getByRole('link', { name: /^Tổ chức tập huấn nghiệp vụ/ }).click();
  const task = new URL(clerk.url()).pathname;
  const head = await pageAs(['head', 'TCCB']);
  await head.goto(served.url + task);
  await head.getByLabel('Người thực hiện').selectOption({ label: 'Chuyên viên TCCB' });
  await head.getByRole('button', { name: 'Giao việc' }).click();
  await head.getByText('Đã giao nhiệm vụ.').waitFor();

  await clerk.goto(`${served.url}/plans/${plan}/amendment`);
  await clerk.getByLabel('Văn bản đính chính').check();
  await clerk.getByLabel('Số, ký hiệu').fill('52/SGDĐT-VP');
  await clerk.getByLabel('Ngày ban hành').fill('28/1/2019');
  await clerk.getByLabel('Trích yếu').fill('Đính chính Kế hoạch số 45/KH-SGDĐT');
  await clerk.getByRole('button', { name: 'Bắt đầu sửa đổi' }).click();
  await clerk.goto(`${served.url}/plans/${plan}/items/task:1`);
  await clerk
    .getByRole('textbox', { name: 'Nội dung nhiệm vụ' })
    .fill('Tổ chức tập huấn nghiệp vụ và văn hóa công sở');
  await clerk.getByRole('button', { name: 'Lưu', exact: true }).click();
  await clerk.getByText('Đã lưu.').waitFor();
  await clerk.goto(`${served.url}/plans/${plan}/amendment`);
  await screenshot(clerk, 'confirming/amendment');
  expect(await axe(clerk)).toEqual([]);
  await clerk.getByRole('button', { name: 'Ban hành bản 2' }).click();
  await clerk.getByText('Đã ban hành bản mới.').waitFor();
  await head.goto(served.url + task);
  await head.getByRole('heading', { name: 'Tổ chức tập huấn nghiệp vụ và văn hóa công sở' }).waitFor();
  expect(await head.locator('main').textContent()).toContain('Chuyên viên TCCB');

  const amending = smallPlan({
    number: '60/KH-SGDĐT',
    date: 'ngày 25 tháng 01 năm 2019',
    title: 'Sửa đổi, bổ sung Kế hoạch số 45/KH-SGDĐT',
    tasks: [
      {
        no: 1,
        title: 'Ban hành kế hoạch kiểm tra công tác cải cách hành chính tại các đơn vị',
        unit: 'Văn phòng',
        requirement: 'Kế hoạch nêu rõ nội dung, thời gian và đơn vị được kiểm tra',
        deliverable: 'Kế hoạch của Sở',
        due: 'Quý II/2019',
      },
    ],
  });
  await clerk.goto(`${served.url}/plans/${plan}/amendment`);
  await clerk.getByLabel('Kế hoạch sửa đổi, bổ sung').check();
  await clerk.getByLabel('Số, ký hiệu').fill('60/KH-SGDĐT');
  await clerk.getByLabel('Ngày ban hành').fill('20/2/2019');
  await clerk.getByLabel('Trích yếu').fill('Sửa đổi, bổ sung Kế hoạch số 45/KH-SGDĐT');
  await clerk.getByLabel('Tệp văn bản').setInputFiles(await fileOf('Sửa đổi.md', amending));
  await clerk.getByRole('button', { name: 'Bắt đầu sửa đổi' }).click();
  await clerk.getByText('Ngày ban hành không thể sau hôm nay.').first().waitFor();
  await clerk.getByText('Đã giữ tệp Sửa đổi.md.').waitFor();
  await clerk.getByLabel('Ngày ban hành').fill('25/1/2019');
  await clerk.getByRole('button', { name: 'Bắt đầu sửa đổi' }).click();
  const window = clerk.locator('tr', { hasText: 'Quý II/2019' }).first();
  await window.getByRole('button', { name: 'Chấp nhận' }).click();
  await clerk.getByText('Đã ghi trả lời đề xuất.').waitFor();
  for (;;) {
    const decline = clerk.getByRole('button', { name: 'Không', exact: true });
    if ((await decline.count()) === 0) break;
    await decline.first().click();
    await clerk.getByText('Đã ghi trả lời đề xuất.').waitFor();
  }
  await clerk.getByRole('button', { name: 'Ban hành bản 3' }).click();
  await clerk.getByText('Đã ban hành bản mới.').waitFor();
  await clerk.goto(`${served.url}/plans/${plan}/versions`);
  const versions = (await clerk.locator('main').textContent()) ?? '';
  for (const words of ['Bản 3', '60/KH-SGDĐT', 'Quý II/2019', 'Bản 2', '52/SGDĐT-VP', 'văn hóa công sở'])
    expect(versions).toContain(words);
  await screenshot(clerk, 'confirming/versions');
});

test('a recipient acknowledges the plan and names a person', async () => {
  const clerk = await pageAs(['office_clerk']);
  const plan = await upload(clerk, await fileOf('Kế hoạch 46.md', smallPlan({ number: '46/KH-SGDĐT' })));
  await answerRemarks(clerk, plan, 'error', 'Giữ như văn bản');
  await issue(clerk, plan);
  const head = await pageAs(['head', 'KHTC'], 'phone');
  await head.goto(`${served.url}/plans/${plan}/recipients`);
  await head.getByLabel('Người phụ trách CCHC của đơn vị').selectOption({ label: 'Chuyên viên KHTC' });
  await head.getByRole('button', { name: /^Xác nhận/ }).click();
  await head.getByText('Đã xác nhận.').waitFor();
  await screenshot(head, 'confirming/recipients-phone');
  await clerk.goto(`${served.url}/plans/${plan}/recipients`);
  const line = clerk.locator('tr', { hasText: 'Phòng Kế hoạch - Tài chính' });
  expect(await line.textContent()).toMatch(/Đã nhận.*Chuyên viên KHTC/s);
});
