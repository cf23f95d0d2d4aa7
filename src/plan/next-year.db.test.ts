import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemoOffice, demoPerson, openDemoOffice } from '../../test/demo-office.ts';
import type { Somebody } from '../../test/office.ts';
import { extractText } from '../platform/extract/index.ts';
import type { ReadTask } from './domain/read-plan.ts';
import { readPlan } from './domain/reader/index.ts';

let office: DemoOffice;
let clerk: Somebody;
let plan: string;

beforeAll(async () => {
  office = await openDemoOffice();
  clerk = await demoPerson(office, 'chuyenvien.vp');
  const home = await (await clerk.get('/')).text();
  plan = /\/plans\/[0-9a-f-]{36}/.exec(home)?.[0] ?? '';
}, 240_000);
afterAll(() => office?.close());

const page = async (search = '') => (await clerk.get(`${plan}/next-year${search}`)).text();
const counts = (html: string) =>
  [
    ...html.matchAll(
      /<a href="([^"]+)"[^>]*>(?:<span class="tone[^>]*>.*?<\/span>)?<strong>(\d+)<\/strong>/g,
    ),
  ].map(([, href = '', count]) => [href.replaceAll('&amp;', '&'), Number(count)] as const);
const rowsIn = (html: string, table: string) => {
  const from = html.indexOf(`id="${table}"`);
  const body = html.slice(html.indexOf('<tbody', from), html.indexOf('</tbody', from));
  return body.split('<tr').length - 1;
};

test('each count of the page is as long as the list that it opens', async () => {
  const found = counts(await page()).filter(([href]) => href.includes('/next-year'));
  expect(found.length).toBeGreaterThan(9);
  for (const [href, count] of found) {
    const table = href.endsWith('#next-tasks') ? 'next-year' : 'doubts';
    const html = await page(new URL(href, 'http://localhost').search);
    expect([href, rowsIn(html, table)]).toEqual([href, count]);
  }
});

async function readAgain(): Promise<{ tasks: ReadTask[]; planYear: number | null }> {
  const file = await clerk.get(`${plan}/next-year.docx`);
  expect(file.headers.get('content-type')).toContain('wordprocessingml');
  const { text } = await extractText(new Uint8Array(await file.arrayBuffer()), 'Dự thảo.docx');
  const { tasks, document } = readPlan(text);
  return { tasks, planYear: document.planYear };
}

test('the Word draft, uploaded as a new plan, is read with the tasks and windows that the page shows', async () => {
  const { tasks, planYear } = await readAgain();
  expect(planYear).toBe(2020);
  const html = await page();
  const dropped = counts(html).find(([href]) => href.includes('fate=dropped'))?.[1] ?? 0;
  expect(dropped).toBeGreaterThan(0);
  expect(tasks).toHaveLength(69 - dropped);
  for (const { no, title, due } of tasks) {
    expect([no, due.every(({ end }) => end?.startsWith('2020') ?? false)]).toEqual([no, true]);
    expect(html).toContain(title.slice(0, 40).replaceAll('&', '&amp;'));
  }
  const reporting = tasks.find(({ title }) => title.startsWith('Báo cáo CCHC quý'));
  expect(reporting?.due.map(({ end }) => end)).toEqual([
    '2020-04-05',
    '2020-07-05',
    '2020-10-05',
    '2020-11-09',
  ]);
});

test('what a drafter settles decides what the draft holds, and is kept', async () => {
  const html = await page('?fate=unsettled');
  const keys = [...html.matchAll(/name="tasks\.(\d+)\.key" value="([^"]+)"/g)].map(([, , key = '']) => key);
  expect(keys.length).toBeGreaterThan(5);
  const before = (await readAgain()).tasks.length;
  // "Công văn hướng dẫn … tự chủ" was confirmed in the first quarter.
  const saved = await clerk.send(`${plan}/next-year?fate=unsettled`, `${plan}/recurrences`, {
    'tasks.0.key': 'task:1',
    'tasks.0.recurrence': 'once',
    'tasks.1.key': 'task:6',
    'tasks.1.recurrence': 'yearly',
  });
  expect(saved.status).toBe(303);
  const settled = await page();
  expect(settled).toMatch(/value="task:6".*?<option value="yearly" selected/s);
  // What nobody chose stays a suggestion.
  expect(settled.match(/gợi ý: /g)?.length).toBeGreaterThan(30);
  expect((await readAgain()).tasks).toHaveLength(before - 1);
  const again = await clerk.api(`${plan}/recurrences`, { tasks: [{ key: 'task:1', recurrence: '' }] });
  expect(again.status).toBe(201);
  expect((await readAgain()).tasks).toHaveLength(before);
});

test('in a form that was overtaken what was chosen stays with its task, which has left the list meanwhile', async () => {
  const at = `${plan}/next-year?fate=unsettled`;
  const before = await page('?fate=unsettled');
  const seq = /action="[^"]*recurrences".*?name="_seq" value="(\d+)"/s.exec(before)?.[1] ?? '';
  const [first = '', second = ''] = [...before.matchAll(/name="tasks\.\d+\.key" value="([^"]+)"/g)].map(
    ([, key]) => key,
  );
  await clerk.api(`${plan}/recurrences`, { tasks: [{ key: first, recurrence: 'yearly' }] });
  const late = await clerk.send(at, `${plan}/recurrences`, {
    'tasks.0.key': first,
    'tasks.0.recurrence': 'once',
    'tasks.1.key': second,
    'tasks.1.recurrence': '',
    _seq: seq,
  });
  expect(late.status).toBe(409);
  const html = await late.text();
  const chosenFor = (key: string) => {
    const [row = ''] = html.slice(html.indexOf(`value="${key}"`)).split('</tr>', 1);
    return /<option value="([^"]*)" selected/.exec(row)?.[1];
  };
  expect([chosenFor(first), chosenFor(second) ?? '']).toEqual(['once', '']);
});

test('a wrong choice and a task of nobody are refused', async () => {
  const wrong = async (tasks: unknown) => (await clerk.api(`${plan}/recurrences`, { tasks })).status;
  expect(await wrong([{ key: 'task:1', recurrence: 'weekly' }])).toBe(422);
  expect(await wrong([{ key: 'task:900', recurrence: 'once' }])).toBe(404);
});

test('a draft of next year is there for the drafters of the plan alone', async () => {
  for (const login of ['giamdoc', 'truongphong.tccb', 'canbo.thpt17']) {
    const other = await demoPerson(office, login);
    for (const at of ['', '.docx', '.pdf', '?doubts=1'])
      expect([login, at, (await other.get(`${plan}/next-year${at}`)).status]).toEqual([login, at, 404]);
    const sent = await other.api(`${plan}/recurrences`, { tasks: [{ key: 'task:1', recurrence: 'once' }] });
    expect([403, 404]).toContain(sent.status);
  }
});

test('PDF and the Word file with its doubts are made of the same draft', async () => {
  const pdf = new Uint8Array(await (await clerk.get(`${plan}/next-year.pdf`)).arrayBuffer());
  expect((await extractText(pdf, 'Dự thảo.pdf')).text).toContain('năm 2020');
  const word = await clerk.get(`${plan}/next-year.docx?doubts=1`);
  const { text } = await extractText(new Uint8Array(await word.arrayBuffer()), 'Dự thảo.docx');
  expect(text).toContain('ĐIỂM CẦN XEM LẠI TRƯỚC KHI TRÌNH');
  expect(text).toContain('Năm nay hoàn thành sau hạn');
});
