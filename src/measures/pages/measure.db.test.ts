import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../../test/office.ts';

let office: StaffedOffice;
let clerk: Somebody;

beforeAll(async () => {
  office = await openStaffedOffice();
  clerk = new Somebody(office);
  await clerk.become(office, 'office_clerk');
});
afterAll(() => office.close());

test.each(['31/2/2019', 'abc'])('of the day “%s” no figure is shown, and the field says why', async (day) => {
  const response = await clerk.get(`/measures/task.late?day=${encodeURIComponent(day)}`);
  const page = await response.text();
  expect(response.status).toBe(422);
  expect(page).toMatch(/<a href="#[^"]*day[^"]*">Không đọc được ngày/);
  expect(page).toContain(`value="${day}"`);
  expect(page).not.toContain('Tính đến 0');
});

test.each(['unit=abc', 'of=abc', 'part=zzz', 'page=abc', 'page=0'])(
  'with %s no figure is shown',
  async (search) => {
    const response = await clerk.get(`/measures/task.late?${search}`);
    expect([response.status, await response.text()]).toEqual([
      422,
      expect.stringContaining('Hãy chọn một giá trị trong danh sách.'),
    ]);
  },
);

test('an id in capitals, and a day without its year, are understood', async () => {
  const page = await clerk.get(`/measures/task.late?unit=${office.units.VP.toUpperCase()}&day=3/6`);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Tính đến 03/06/2019')]);
});
