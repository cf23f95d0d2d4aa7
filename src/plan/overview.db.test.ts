import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemoOffice, demoPerson, openDemoOffice } from '../../test/demo-office.ts';
import type { Somebody } from '../../test/office.ts';

let office: DemoOffice;
let clerk: Somebody;
let plan: string;

beforeAll(async () => {
  office = await openDemoOffice();
  clerk = await demoPerson(office, 'chuyenvien.vp');
  const found = /\/plans\/([0-9a-f-]{36})/.exec(await (await clerk.get('/plans')).text());
  plan = found?.[1] ?? '';
}, 240_000);
afterAll(() => office?.close());

/** Each number of a page that leads to a list, with the list's address. */
async function numbersOf(address: string): Promise<{ href: string; count: number }[]> {
  const page = await (await clerk.get(address)).text();
  const main = page.slice(page.indexOf('<main'));
  return [...main.matchAll(/<a[^>]*href="(\/plans\/[^"?]+\?[^"]+)"[^>]*>([\d.]+)<\/a>/g)].map(
    ([, href = '', count = '']) => ({
      href: href.replaceAll('&amp;', '&'),
      count: Number(count.replace('.', '')),
    }),
  );
}

test('each number of the overview is the length of the list that it opens', async () => {
  const numbers = await numbersOf(`/plans/${plan}/overview`);
  expect(numbers.length).toBeGreaterThan(50);
  const different: unknown[] = [];
  for (const { href, count } of numbers) {
    const { search } = new URL(href, 'http://localhost');
    const listed = await clerk.get(`/api/v1/plans/${plan}/tasks${search}&size=500`);
    const { data } = (await listed.json()) as { data: unknown[] };
    if (data.length !== count) different.push([href, count, data.length]);
  }
  expect(different).toEqual([]);
}, 60_000);

test('its title says who is late', async () => {
  const page = await (await clerk.get(`/plans/${plan}/overview`)).text();
  expect(page).toMatch(/<h1>9 nhiệm vụ quá hạn, nhiều nhất ở [^<]+ \(\d\)<\/h1>/);
});

test('an agency below, to which the plan was sent, does not see the department’s work', async () => {
  const school = await demoPerson(office, 'canbo.thpt17');
  expect((await school.get(`/plans/${plan}`)).status).toBe(200);
  expect((await school.get(`/plans/${plan}/overview`)).status).toBe(404);
});
