import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser, overflow, screens, screenshot, type TestBrowser } from './browser.ts';
import { openStaffedOffice, type StaffedOffice } from './office.ts';
import { type Served, serveOffice } from './served.ts';
import { dueOn, openPlanOfTasks, plannedTask } from './tasks.ts';

let office: StaffedOffice;
let served: Served;
let browser: TestBrowser;
let plan: string;
let ids: ReadonlyMap<string, string>;

beforeAll(async () => {
  office = await openStaffedOffice('2019-06-03T08:00');
  served = await serveOffice(office);
  browser = await openBrowser();
  ({ plan, ids } = await openPlanOfTasks(office, [
    plannedTask(office, 'TCCB', {
      key: '16',
      title: 'Ban hành kế hoạch đào tạo, bồi dưỡng công chức, viên chức hàng năm của Sở',
      area: 'Xây dựng, nâng cao chất lượng đội ngũ',
      requirement: 'Ban hành trong tháng 1 của năm kế hoạch là kịp thời.',
      milestones: [dueOn('2019-03-31', { requirementEnd: '2019-01-31' })],
    }),
    plannedTask(office, 'KHTC', {
      key: '17',
      title: 'Báo cáo tình hình thực hiện cơ chế tự chủ của các đơn vị sự nghiệp công lập trực thuộc',
      milestones: [
        dueOn('2019-05-31', { label: 'Lần 1' }),
        dueOn('2019-06-07', { no: 2, label: 'Lần 2' }),
        dueOn(null, { no: 3, label: 'Thường xuyên' }),
      ],
    }),
    plannedTask(office, 'VP', { key: '66', title: 'Tổng hợp số liệu', milestones: [dueOn('2019-06-10')] }),
  ]));
});
afterAll(async () => {
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

const taskUrl = (key: string) => `${served.url}/tasks/${ids.get(key)}`;
const sound = async (page: Page) => [...(await axe(page)), ...(await overflow(page))];

test('a task is given, started, submitted, sent back, submitted again and confirmed', async () => {
  const head = await pageAs(['head', 'TCCB'], 'desktop');
  await head.goto(`${served.url}/my-work`);
  await head.getByRole('link', { name: /^Ban hành kế hoạch đào tạo/ }).click();
  await head.getByLabel('Người thực hiện').selectOption({ label: 'Chuyên viên TCCB' });
  await head.getByRole('button', { name: 'Giao việc' }).click();
  await head.getByText('Đã giao nhiệm vụ.').waitFor();

  const officer = await pageAs(['officer', 'TCCB'], 'phone');
  await officer.goto(`${served.url}/my-work`);
  await officer.getByRole('heading', { name: 'Việc của tôi: 1 việc quá hạn' }).waitFor();
  await screenshot(officer, 'my-work-phone');
  expect(await sound(officer)).toEqual([]);
  await officer.getByRole('link', { name: /^Ban hành kế hoạch đào tạo/ }).click();
  await officer.getByRole('button', { name: 'Bắt đầu thực hiện' }).click();
  await officer.getByText('Đã ghi nhận bắt đầu thực hiện.').waitFor();
  await officer.getByRole('link', { name: 'Nộp minh chứng' }).click();
  await officer.getByLabel('Trích yếu, nội dung').fill('Kế hoạch đào tạo, bồi dưỡng năm 2019');
  await officer.getByLabel('Số, ký hiệu').fill('512');
  await officer.getByLabel('Ngày ban hành').fill('20/2/2019');
  await officer.getByLabel('Tệp kèm theo').setInputFiles({
    name: 'Kế hoạch 512.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4'),
  });
  await officer.getByRole('button', { name: 'Nộp minh chứng' }).click();
  await officer.getByText('Không đọc được số, ký hiệu.').first().waitFor();
  await officer.getByText('Đã giữ tệp Kế hoạch 512.pdf.').waitFor();
  await screenshot(officer, 'submission-refused-phone');
  expect(await sound(officer)).toEqual([]);
  await officer.getByLabel('Số, ký hiệu').fill('512/KH-SGDĐT');
  await officer.getByRole('button', { name: 'Nộp minh chứng' }).click();
  await officer.getByText('Đã nộp minh chứng, đang chờ xác nhận.').waitFor();

  await head.goto(taskUrl('16'));
  await head.getByText('Không ai được xác nhận hay trả lại kết quả của chính đơn vị mình').first().waitFor();
  await screenshot(head, 'task-own-unit-desktop');
  expect(await sound(head)).toEqual([]);

  const clerk = await pageAs(['office_clerk', 'VP'], 'desktop');
  await clerk.goto(`${served.url}/my-work?whose=confirm`);
  await clerk.getByRole('link', { name: /^Ban hành kế hoạch đào tạo/ }).click();
  await clerk.getByText('đúng hạn theo cột thời gian hoàn thành').waitFor();
  await clerk.getByText('quá hạn theo yêu cầu').waitFor();
  await screenshot(clerk, 'task-waiting-desktop');
  expect(await sound(clerk)).toEqual([]);
  const [download] = await Promise.all([
    clerk.waitForEvent('download'),
    clerk.getByRole('link', { name: 'Tải tệp Kế hoạch 512.pdf' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Kế hoạch 512.pdf');
  await clerk.getByLabel('Lý do trả lại').fill('Bản tải lên chưa có chữ ký');
  await clerk.getByRole('button', { name: 'Trả lại', exact: true }).click();
  await clerk.getByText('Đã trả lại minh chứng.').waitFor();

  await officer.goto(taskUrl('16'));
  await officer.getByRole('link', { name: 'Nộp lại minh chứng' }).click();
  await officer.getByText('Lần trước bị trả lại: Bản tải lên chưa có chữ ký').waitFor();
  expect(await officer.getByLabel('Số, ký hiệu').inputValue()).toBe('512/KH-SGDĐT');
  await officer.getByText('Đã giữ tệp Kế hoạch 512.pdf.').waitFor();
  await officer.getByLabel('Tệp kèm theo').setInputFiles({
    name: 'Kế hoạch 512 đã ký.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.5'),
  });
  await officer.getByLabel('Ngày ban hành').fill('20-02-2019');
  await officer.getByRole('button', { name: 'Nộp minh chứng' }).click();
  await officer.getByText('Đã nộp minh chứng, đang chờ xác nhận.').waitFor();

  await clerk.goto(taskUrl('16'));
  await clerk.getByRole('button', { name: 'Xác nhận hoàn thành' }).click();
  await clerk.getByText('Đã xác nhận hoàn thành.').waitFor();
  await screenshot(clerk, 'task-confirmed-desktop');

  await clerk.goto(`${served.url}/plans/${plan}/tasks`);
  await clerk
    .getByRole('link', { name: 'Nhiệm vụ đã được xác nhận hoàn thành' })
    .or(clerk.getByText('1/3'))
    .first()
    .waitFor();
  await screenshot(clerk, 'plan-tasks-desktop');
  expect(await sound(clerk)).toEqual([]);
});

test('the Office chases whoever is late in one act, from the overview, and the unit answers on a phone', async () => {
  const clerk = await pageAs(['office_clerk', 'VP'], 'desktop');
  await clerk.goto(`${served.url}/plans/${plan}/overview`);
  await clerk.getByRole('heading', { name: /quá hạn, nhiều nhất ở/ }).waitFor();
  expect(await sound(clerk)).toEqual([]);
  await screenshot(clerk, 'overview-desktop');
  await clerk.getByRole('link', { name: 'Đôn đốc', exact: true }).click();
  await clerk.getByRole('heading', { name: /thư sẵn sàng gửi/ }).waitFor();
  expect(await sound(clerk)).toEqual([]);
  const letter = clerk.getByLabel('Nội dung thư gửi Phòng Kế hoạch - Tài chính');
  expect(await letter.inputValue()).toContain('- Nhiệm vụ 17: ');
  await letter.fill(`${await letter.inputValue()}\n\nĐây là lần nhắc thứ nhất.`);
  await screenshot(clerk, 'chase-desktop');
  await clerk.getByRole('button', { name: 'Gửi các thư đã chọn' }).click();
  await clerk.getByText('Đã gửi đôn đốc.').waitFor();
  expect(await sound(clerk)).toEqual([]);
  await screenshot(clerk, 'chases-desktop');

  const head = await pageAs(['head', 'KHTC'], 'phone', false);
  await head.goto(`${served.url}/my-work`);
  await head.getByText('Đơn vị bạn được đôn đốc').waitFor();
  await head
    .locator('.notice')
    .getByRole('link', { name: /^17\. / })
    .click();
  await head.getByText('Đây là lần nhắc thứ nhất.').first().waitFor();
  expect(await overflow(head)).toEqual([]);
  await screenshot(head, 'chased-task-phone');
  await head.getByLabel(/^Trả lời đôn đốc ngày/).fill('Xong trước ngày 10/6');
  await head.getByRole('button', { name: 'Gửi trả lời' }).click();
  await head.getByText('Đã trả lời đôn đốc.').waitFor();
  await clerk.reload();
  await clerk.getByText('Xong trước ngày 10/6').waitFor();
});

test('two people on the same task at once, without JavaScript: the second is told and keeps what she typed', async () => {
  const first = await pageAs(['head', 'KHTC'], 'desktop', false);
  const second = await pageAs(['head', 'KHTC'], 'phone', false);
  await first.goto(taskUrl('17'));
  await second.goto(taskUrl('17'));
  await first.getByLabel('Tiến độ').fill('Đã gửi công văn đôn đốc');
  await first.getByRole('button', { name: 'Ghi tiến độ' }).click();
  await first.getByText('Đã ghi tiến độ.').waitFor();
  await second.getByLabel('Tiến độ').fill('Đang chờ số liệu của ba trường');
  await second.getByRole('button', { name: 'Ghi tiến độ' }).click();
  await second.getByText('Trong lúc bạn nhập, nhiệm vụ này đã thay đổi').waitFor();
  expect(await second.getByText('Đã gửi công văn đôn đốc').count()).toBeGreaterThan(0);
  expect(await second.getByLabel('Tiến độ').inputValue()).toBe('Đang chờ số liệu của ba trường');
  await screenshot(second, 'task-conflict-phone');
  expect(await overflow(second)).toEqual([]);
  await second.getByRole('button', { name: 'Ghi tiến độ' }).click();
  await second.getByText('Đã ghi tiến độ.').waitFor();
});

test.each(['narrow', 'desktop'] as const)('lists and figures are whole at %s', async (screen) => {
  const clerk = await pageAs(['office_clerk', 'VP'], screen);
  for (const [name, address] of [
    ['tasks', '/tasks?show=late'],
    ['task-milestones', `/tasks/${ids.get('17')}`],
    ['submission', `/tasks/${ids.get('66')}/milestones/1/submission`],
    ['my-work-confirm', '/my-work?whose=confirm'],
    ['measures', '/measures'],
    ['measure', '/measures/milestone.on-time?part=rest&day=31/5/2019'],
    ['documents', '/documents'],
  ] as const) {
    await clerk.goto(`${served.url}${address}`);
    await screenshot(clerk, `${name}-${screen}`);
    expect([address, ...(await sound(clerk))]).toEqual([address]);
  }
});
