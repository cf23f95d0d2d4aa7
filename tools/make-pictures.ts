/**
 * Takes the README's pictures from a demo that has just been filled: `npm start`, then
 * `node tools/make-pictures.ts [ADDRESS]`.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../test/browser.ts';

const address = process.argv[2] ?? 'http://127.0.0.1:8019';
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.join(root, 'docs/pictures');
const CLERK = 'Chuyên viên Văn phòng';

mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
const page = await browser.newPage({ width: 1280, height: 800 });
const phone = await browser.newPage({ width: 360, height: 740 });
const take = (of: typeof page, name: string) => of.screenshot({ path: path.join(folder, `${name}.png`) });

for (const one of [page, phone]) {
  await one.goto(`${address}/sign-in`);
  await one.getByRole('button', { name: CLERK, exact: true }).click();
  await one.goto(`${address}/`);
}
await take(page, 'plan');
await take(phone, 'plan-phone');
await page.goto(
  `${address}${await page.getByRole('link', { name: 'Nhiệm vụ', exact: true }).getAttribute('href')}`,
);
const task = page.getByRole('link', { name: /^Ban hành kế hoạch đào tạo, bồi dưỡng/ });
const taskAddress = `${address}${await task.getAttribute('href')}`;
await page.goto(taskAddress);
await take(page, 'task');
await page.goto(`${address}/reports`);
await page.getByRole('link', { name: 'Quý II', exact: true }).click();
await page.waitForLoadState('load');
await take(page, 'reports');
await phone.goto(`${address}/my-work`);
await take(phone, 'my-work-phone');

await page.goto(`${address}/plans/new`);
await page
  .getByLabel('Tệp kế hoạch')
  .setInputFiles(path.join(root, 'src/platform/extract/fixtures/plan-375.docx'));
await page.getByRole('button', { name: 'Tải lên và đọc' }).click();
await page.getByRole('heading', { name: /^Rà soát: / }).waitFor();
await page.setViewportSize({ width: 1280, height: 1040 });
await page.goto(page.url().replace(/\?.*/, '?show=remark&severity=error'));
await page
  .getByRole('link', { name: /^Xem trong văn bản/ })
  .nth(3)
  .click();
await page.waitForTimeout(500);
await page.evaluate('scrollTo(0, 0)');
await page.waitForTimeout(200);
await take(page, 'review');
await browser.close();
