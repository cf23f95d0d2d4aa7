import { afterAll, beforeAll, expect, test } from 'vitest';
import { issuePlan } from '../../test/issued-plan.ts';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';

let office: StaffedOffice;
let clerk: Somebody;
let plan: string;
let html: string;

const itemUrl = (key: string) => `/plans/${plan}/items/${encodeURIComponent(key)}`;

beforeAll(async () => {
  office = await openStaffedOffice('2019-06-03T08:00');
  clerk = new Somebody(office);
  await clerk.become(office, 'office_clerk');
  plan = await issuePlan(office);
  const task = {
    no: '1',
    title: 'Tổ chức đối thoại về thủ tục hành chính <hai lần>',
    leadUnits: ['GDTX'],
    windows: [{ raw: 'Quý IV/2019' }],
  };
  const done = [
    await clerk.api(`/plans/${plan}/amendment`, {
      kind: 'correction_letter',
      number: '500/SGDĐT-VP',
      date: '2019-05-31',
      abstract: 'Đính chính Kế hoạch 375',
    }),
    await clerk.api(itemUrl('task:0'), { fields: task }),
    await clerk.api(`${itemUrl('task:1')}/removal`, {}),
    await clerk.api(itemUrl('target:1'), {
      fields: {
        text: '100% các phòng có kế hoạch riêng',
        comparator: '=',
        threshold: '100',
        measureUnit: '%',
        leadUnits: [],
      },
    }),
    await clerk.api(`/plans/${plan}/items`, {
      kind: 'task',
      fields: {
        no: '70',
        title: 'Nhiệm vụ được bổ sung',
        leadUnits: ['KHTC'],
        windows: [{ raw: 'Tháng 12/2019' }],
      },
    }),
    await clerk.api(`/plans/${plan}/items`, {
      kind: 'duty',
      fields: { unit: 'Thanh tra Sở', text: 'Trách nhiệm được bổ sung', rhythm: 'yearly' },
    }),
    await clerk.api(`/plans/${plan}/versions`, {}),
  ];
  for (const response of done) if (response.status !== 201) throw new Error(await response.text());
  html = await (await clerk.get(`/plans/${plan}`)).text();
}, 120_000);
afterAll(() => office?.close());

/** The row of the appendix in which a note stands. */
const rowOf = (anchor: string) =>
  [...html.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) => row).find((row) => row.includes(`id="${anchor}"`)) ??
  '';

test('a corrected row shows the words in force, marked, and those that were read on demand', () => {
  const row = rowOf('task-0');
  expect(row).toContain('<ins>Tổ chức đối thoại về thủ tục hành chính &lt;hai lần&gt;</ins>');
  expect(row).toContain('<ins>Quý IV/2019</ins>');
  expect(row).toContain('<summary>đã sửa</summary>');
  expect(row).toContain('Tổ chức đối thoại với cá nhân, tổ chức về thủ tục hành chính');
  expect(rowOf('task-2')).not.toMatch(/<ins>|đã sửa/);
});

test('a corrected target stands corrected in its paragraph, its neighbour as printed', () => {
  const paragraph = [...html.matchAll(/<p class="bullet">.*?<\/p>/gs)]
    .map(([words]) => words)
    .find((words) => words.includes('<ins>100% các phòng có kế hoạch riêng</ins>'));
  expect(paragraph).toContain('100% các đơn vị, cơ sở giáo dục trực thuộc Sở xây dựng kế hoạch');
  expect(paragraph).not.toContain('đưa nội dung CCHC năm 2019 vào kế hoạch của phòng');
});

test('a withdrawn row is struck through and has no state', () => {
  expect(html).not.toContain('id="task-1"');
  const [row] = [...html.matchAll(/<tr class="withdrawn".*?<\/tr>/gs)].map(([found]) => found);
  expect(row).toContain('>2</td>');
  expect(row).toContain('đã bỏ');
});

test('an added task stands in the appendix, another added row below the text', () => {
  expect(rowOf('task-1')).toBe('');
  const added = /<tr[^>]*>(?:(?!<\/tr>).)*Nhiệm vụ được bổ sung.*?<\/tr>/s.exec(html)?.[0] ?? '';
  expect(added).toContain('chưa giao người');
  expect(html.indexOf('Trách nhiệm được bổ sung')).toBeLessThan(html.indexOf('Nơi nhận:'));
});

test('every anchor of the page is one thing', () => {
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});
