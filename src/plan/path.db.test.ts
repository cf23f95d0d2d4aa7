import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';
import { smallPlan, uploadText } from '../../test/small-plan.ts';
import { readingJob } from './reading-job.ts';

let office: StaffedOffice;
let clerk: Somebody;

beforeAll(async () => {
  office = await openStaffedOffice();
  clerk = new Somebody(office);
  await clerk.become(office, 'office_clerk');
});
afterAll(() => office.close());

test('a clerk uploads Plan 375, sees what was read, answers the errors and issues it', async () => {
  const bytes = await readFile(new URL('../../examples/plan-375.txt', import.meta.url));
  const uploaded = await clerk.send('/plans/new', '/plans', { file: new File([bytes], 'KH 375.txt') });
  const review = new URL(uploaded.headers.get('location') ?? '', 'http://localhost').pathname;
  expect(await (await clerk.get(review)).text()).toContain('Đang đọc KH 375.txt');
  await readingJob.run(office.house, new AbortController().signal);
  const page = await (await clerk.get(review)).text();
  expect(page).toContain('375/KH-SGDĐT');
  expect(page.match(/data-row="task-/g)?.length).toBeGreaterThanOrEqual(69);
  const plan = review.split('/')[2] ?? '';

  const refused = await (await clerk.get(`/plans/${plan}/issue`)).text();
  expect(refused).toContain('điểm sai chưa được trả lời');
  const draft = await office.draft(plan);
  for (const { key, remark } of draft.remarks.filter((one) => one.remark.severity === 'error')) {
    const answered = await clerk.api(`/plans/${plan}/remarks/${encodeURIComponent(key)}/answer`, {
      answer: 'accepted',
      note: `Giữ như văn bản: ${remark.rule}`,
    });
    expect(answered.status).toBe(201);
  }
  const issued = await clerk.send(`/plans/${plan}/issue`, `/plans/${plan}/issue`, {});
  expect(issued.headers.get('location')).toBe(`/plans/${plan}?done=plan.issue`);
  const shown = await (await clerk.get(`/plans/${plan}`)).text();
  expect(shown).toContain('Tổ chức đối thoại với cá nhân, tổ chức');
  expect(await office.count("task WHERE kind = 'task'")).toBe(69);
}, 60_000);

test('a draft that will not be issued is given up and leaves the list; it can be taken up again where it was left', async () => {
  const plan = await uploadText(office, clerk, smallPlan({ number: '77/KH-SGDĐT' }), 'nham.md');
  const review = `/plans/${plan}/review`;
  const given = await clerk.send(review, `/plans/${plan}/abandonment`, {});
  expect(given.headers.get('location')).toBe('/plans?done=plan.abandon');
  const list = await (await clerk.get('/plans')).text();
  expect(list).toContain('Các bản dự thảo đã bỏ (1)');
  expect((await clerk.api(`/plans/${plan}/issue`, {})).status).toBe(409);
  expect((await clerk.get(`/plans/${plan}`)).status).toBe(404);
  const restored = await clerk.send(review, `/plans/${plan}/restoration`, {});
  expect(restored.headers.get('location')).toBe(`${review}?done=plan.restore`);
  expect(await (await clerk.get(review)).text()).toContain('Kiểm tra và ban hành');
});
