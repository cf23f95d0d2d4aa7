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
  served = await serveOffice(office);
  browser = await openBrowser();
  plan = await issuePlan(office);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await office?.close();
});

async function pageAs(
  who: Parameters<StaffedOffice['holder']>,
  screen: { width: number; height: number },
  javaScriptEnabled = true,
): Promise<Page> {
  const page = await browser.newPage(screen, { javaScriptEnabled });
  await page.context().addCookies([await served.cookie(office, ...who)]);
  return page;
}

const planUrl = (search = '') => `${served.url}/plans/${plan}${search}`;
const sound = async (page: Page) => [...(await axe(page)), ...(await overflow(page))];

test('the plan’s page is the plan; a filter dims the rest where one reads, and an item opens its task', async () => {
  const clerk = await pageAs(['office_clerk', 'VP'], screens.desktop);
  await clerk.goto(planUrl());
  await clerk.getByText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM').waitFor();
  expect(await sound(clerk)).toEqual([]);
  await screenshot(clerk, 'living-desktop', false);

  await clerk.getByRole('link', { name: /\d+ quá hạn/ }).click();
  await clerk.getByText(/^Danh sách \d+ mục đang sáng$/).waitFor();
  expect(await clerk.locator('.note.lit').count()).toBeGreaterThan(0);
  expect(await clerk.locator('#task-15.lit').count()).toBe(1);
  expect(new URL(clerk.url()).searchParams.get('show')).toBe('late');
  await clerk.getByRole('link', { name: /\d+ TCCB/ }).click();
  await clerk.waitForURL(/unit=/);
  expect(await sound(clerk)).toEqual([]);
  await clerk.locator('#task-15').scrollIntoViewIfNeeded();
  await screenshot(clerk, 'living-late-desktop', false);

  await clerk.locator('#task-15').getByRole('link', { name: 'NV 16' }).click();
  await clerk.getByRole('heading', { name: /Ban hành kế hoạch đào tạo/ }).waitFor();
});

test('on a phone without JavaScript the state stands under its paragraph, and filters are links', async () => {
  const head = await pageAs(['head', 'KHTC'], screens.phone, false);
  await head.goto(planUrl());
  await head.getByRole('link', { name: /\d+ KHTC/ }).click();
  await head.waitForURL(/unit=/);
  const note = head.locator('#target-0');
  const words = head.locator('p', { hasText: '100% thủ trưởng cơ quan' }).first();
  const [above, below] = [await words.boundingBox(), await note.boundingBox()];
  expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
  expect(await overflow(head)).toEqual([]);
  await note.scrollIntoViewIfNeeded();
  await screenshot(head, 'living-phone', false);
});

test.each([
  [1280, 720],
  [1920, 1080],
])('in a meeting at %i × %i: large, and from item to item by keys', async (width, height) => {
  const clerk = await pageAs(['office_clerk', 'VP'], { width, height });
  await clerk.goto(planUrl());
  await clerk.getByRole('link', { name: 'Trình chiếu' }).click();
  await clerk.getByRole('link', { name: 'Thoát trình chiếu' }).waitFor();
  expect(await sound(clerk)).toEqual([]);
  await clerk.keyboard.press('PageDown');
  expect(await clerk.locator('.note.chosen').getAttribute('id')).toBe('target-0');
  await clerk.keyboard.press('ArrowRight');
  await clerk.keyboard.press('ArrowLeft');
  expect(await clerk.locator('.note.chosen').getAttribute('id')).toBe('target-0');
  const size = await clerk.evaluate(
    `Number.parseFloat(getComputedStyle(document.querySelector('.paper-body p.bullet')).fontSize)`,
  );
  expect(size).toBeGreaterThanOrEqual(width * 0.0155);
  await screenshot(clerk, `living-meeting-${width}`, false);
});

test('it prints the text upright and its appendix across, with the states or without', async () => {
  const clerk = await pageAs(['office_clerk', 'VP'], screens.desktop);
  const pages = async (search: string) => {
    await clerk.goto(planUrl(search));
    const pdf = (await clerk.pdf({ preferCSSPageSize: true })).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    return boxes.map(([, w, h]) => (Number(w) < Number(h) ? 'upright' : 'across'));
  };
  const [withStates, alone] = [await pages(''), await pages('?margin=none')];
  expect(withStates[0]).toBe('upright');
  expect(withStates.at(-1)).toBe('across');
  expect(alone.length).toBeLessThan(withStates.length);
});

test('a drafter chooses what a target is measured by, and asks for the remarks', async () => {
  const clerk = await pageAs(['office_clerk', 'VP'], screens.desktop);
  await clerk.goto(`${served.url}/plans/${plan}/tasks?part=targets`);
  await clerk.getByRole('link', { name: 'Chọn số liệu' }).nth(4).click();
  await clerk.getByLabel('Số liệu').selectOption('task.confirmed');
  expect(await sound(clerk)).toEqual([]);
  await clerk.getByRole('button', { name: 'Lưu cách đo' }).click();
  await clerk.getByText('Đã lưu cách đo của chỉ tiêu.').waitFor();
  await clerk.getByRole('link', { name: /· 0\/69/ }).click();
  await clerk.waitForURL(/\/measures\/task\.confirmed/);
  await clerk.goto(planUrl());
  await clerk.getByRole('link', { name: 'Hiện điểm cần rà soát' }).click();
  expect(await clerk.locator('.remark-note').count()).toBeGreaterThan(40);
  expect(await sound(clerk)).toEqual([]);
});

test('nothing is cut on the narrowest phone', async () => {
  const clerk = await pageAs(['office_clerk', 'VP'], screens.narrow);
  for (const address of [
    planUrl('?remarks=1'),
    planUrl('?show=late&view=present'),
    planUrl('?margin=none'),
    planUrl('/tasks?part=targets'),
    planUrl('/targets/target:0/measure'),
  ]) {
    await clerk.goto(address);
    expect([address, ...(await sound(clerk))]).toEqual([address]);
  }
});
