import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemoOffice, demoPerson, openDemoOffice } from '../../test/demo-office.ts';
import type { Somebody } from '../../test/office.ts';
import { serverScope } from '../platform/policy/policy.ts';
import { readItems } from './domain/draft.ts';
import { readTargets } from './index.ts';
import { findPlan, listPlanItems } from './queries.ts';
import { loadReading } from './readings.ts';

let office: DemoOffice;
let clerk: Somebody;
let plan: string;

beforeAll(async () => {
  office = await openDemoOffice();
  clerk = await demoPerson(office, 'chuyenvien.vp');
  const [found] = await rows<{ id: string }>(
    `SELECT id FROM plan WHERE number = '375/KH-SGDĐT' AND version > 0`,
  );
  plan = found?.id ?? '';
}, 240_000);
afterAll(() => office?.close());

async function rows<T>(query: string): Promise<T[]> {
  const client = new pg.Client(office.owner);
  await client.connect();
  const found = await client.query(query);
  await client.end();
  return found.rows as T[];
}

const page = async (who: Somebody, search = '') => (await who.get(`/plans/${plan}${search}`)).text();
const occurrences = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].length;

/** The note of an item as text. */
function noteOf(html: string, key: string): string {
  const from = html.indexOf(`id="${key.replace(':', '-')}"`);
  const [note = ''] = html.slice(from).split(/class="note(?: [a-z]+)?"/);
  return note
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

/** Keys of tasks that are late, from their events alone: a window that ended with no evidence standing for it. */
const LATE = `
  WITH events AS (SELECT stream, seq, type, payload FROM event
                  WHERE stream IN (SELECT id FROM stream WHERE kind = 'task') AND occurred_at <= $1),
  windows AS (SELECT e.stream, e.payload->'task'->>'key' AS key, (m->>'no')::int AS no, (m->>'end')::date AS last_day
              FROM events e, jsonb_array_elements(e.payload->'task'->'milestones') m WHERE e.type = 'opened'),
  said AS (SELECT DISTINCT ON (stream, (payload->>'milestone')::int) stream, (payload->>'milestone')::int AS no, type
           FROM events WHERE type IN ('submitted', 'confirmed', 'sent-back', 'reopened')
           ORDER BY stream, (payload->>'milestone')::int, seq DESC)
  SELECT DISTINCT key FROM windows LEFT JOIN said USING (stream, no)
  WHERE last_day < $1::date AND (said.type IS NULL OR said.type IN ('sent-back', 'reopened')) ORDER BY key`;

test('what the margin calls late is what the events say', async () => {
  const html = await page(clerk);
  const keys = await rows<{ key: string }>(
    LATE.replaceAll('$1', `'${office.house.clock.now()}'::timestamptz`),
  );
  const shown = [...html.matchAll(/id="((?:task|duty)-\d+)"/g)]
    .map(([, id = '']) => id.replace('-', ':'))
    .filter((key) => noteOf(html, key).includes('quá hạn'));
  expect(keys.length).toBeGreaterThan(10);
  expect(shown.sort()).toEqual(keys.map(({ key }) => key).sort());
});

test('each filter leaves as many items undimmed as it says, and the list of tasks that it opens is as long', async () => {
  const html = await page(clerk);
  const filters = [
    ...html.matchAll(
      /<a href="(\/plans\/[^"]+\?[^"]+)"[^>]*>(?:<span class="tone[^>]*>.*?<\/span>)?<strong>(\d+)<\/strong>/g,
    ),
  ];
  expect(filters.length).toBeGreaterThan(15);
  for (const [, href = '', count] of filters) {
    const narrowed = await (await clerk.get(href.replaceAll('&amp;', '&'))).text();
    expect([href, occurrences(narrowed, /class="note lit"/g)]).toEqual([href, Number(count)]);
    for (const [, list = '', path = '', search = '', told] of narrowed.matchAll(
      /<a href="((\/plans\/[^"?]+\/tasks)(\?[^"]+))">(\d+) (?:nhiệm vụ trong|trách nhiệm)/g,
    )) {
      const query = new URLSearchParams(search.replaceAll('&amp;', '&'));
      const duties = query.get('part') === 'duties';
      query.delete('part');
      query.set('size', '500');
      const address = `/api/v1${duties ? path.replace('/tasks', '/duties') : path}?${query}`;
      const { data } = (await (await clerk.get(address)).json()) as { data: unknown[] };
      expect([list, data.length]).toEqual([list, Number(told)]);
    }
  }
}, 120_000);

test('filters are combined, and what they leave is listed', async () => {
  const [unit] = await rows<{ id: string }>(`SELECT id FROM unit WHERE code = 'KHTC' LIMIT 1`);
  const [late, ofUnit, both] = [
    await page(clerk, '?show=late'),
    await page(clerk, `?unit=${unit?.id}`),
    await page(clerk, `?show=late&unit=${unit?.id}`),
  ].map((html) => [...html.matchAll(/class="note lit" id="([^"]+)"/g)].map(([, id]) => id));
  expect(both).toEqual(late?.filter((id) => ofUnit?.includes(id)));
  expect(both?.length).toBeGreaterThan(0);
  expect(occurrences(await page(clerk, '?show=nonsense&unit=nonsense'), /class="note lit"/g)).toBe(0);
});

test('task 16 is done by its cell and late by its requirement', async () => {
  const note = noteOf(await page(clerk), 'task:15');
  expect(note).toContain('đã xong');
  expect(note).toContain('chậm so với yêu cầu');
  expect(note).toContain('minh chứng 18/02/2019');
});

test('every word of the document is on its page', async () => {
  const [row] = await rows<{ reading: string }>(`SELECT reading FROM plan WHERE id = '${plan}'`);
  const reading = await loadReading(office.house.files, row?.reading ?? '');
  const html = (await page(clerk, '?margin=none'))
    .replace(/<a class="mark-label".*?<\/a>/g, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'");
  const squeezed = (text: string) => text.replace(/[\s*]+/g, '');
  const missing = readItems(reading).filter(({ asRead }) => {
    const words =
      asRead === null ? '' : 'title' in asRead ? asRead.title : 'text' in asRead ? asRead.text : asRead.raw;
    return !squeezed(html).includes(squeezed(words));
  });
  expect(missing.map(({ key }) => key)).toEqual([]);
  expect(html).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  expect(html).toContain('Số: 375/KH-SGDĐT');
  expect(html).toContain('Hà Nội, ngày 28 tháng 01 năm 2019');
  expect(html).toContain('Lưu: VT-VP.');
});

test('remarks show to drafters who ask, and to nobody else', async () => {
  expect(occurrences(await page(clerk), /remark-note/g)).toBe(0);
  expect(occurrences(await page(clerk, '?remarks=1'), /remark-note/g)).toBeGreaterThan(40);
  const head = await demoPerson(office, 'truongphong.tccb');
  const school = await demoPerson(office, 'canbo.thpt17');
  for (const other of [head, school]) {
    const html = await page(other, '?remarks=1');
    expect(html).not.toMatch(/remark-note|whole-remarks|iểm cần rà soát/);
  }
});

test('an agency below reads the text, and nothing of the department’s work', async () => {
  const school = await demoPerson(office, 'canbo.thpt17');
  const html = await page(school, '?show=late');
  expect(html).toContain('Ban hành kế hoạch đào tạo, bồi dưỡng công chức');
  expect(html).not.toMatch(/class="note[ "]|quá hạn|living-filters|\/tasks\/|\/measures\//);
});

test('a target is measured by what its drafter chose, and says how it stands', async () => {
  const address = (target: string) => `/plans/${plan}/targets/${target}/measure`;
  const api = (who: Somebody, target: string, input: object) => who.api(address(target), input);
  // The head of a division is no drafter; for an agency below the plan has no such page at all.
  const head = await demoPerson(office, 'truongphong.tccb');
  expect((await head.get(address('target:0'))).status).toBe(404);
  expect((await api(head, 'target:0', { measure: 'task.confirmed' })).status).toBe(404);

  const measured = async () => {
    const [found] = await rows<{ count: number }>(`SELECT count(*)::int AS count FROM event
      WHERE type = 'target-measured' AND payload->>'key' = 'target:4'`);
    return found?.count ?? 0;
  };
  const before = await measured();
  expect(await (await clerk.get(address('target:0'))).text()).toContain('Chỉ tiêu này được đo bằng gì');
  for (const [input, status] of [
    [{ measure: 'no.such-measure' }, 422],
    [{ measure: 'task.late' }, 422],
    [{ measure: 'task.confirmed', reason: 'chưa có số liệu' }, 422],
    [{ measure: 'task.confirmed' }, 201],
    [{ measure: 'task.confirmed' }, 201],
  ] as const)
    expect([input, (await api(clerk, 'target:4', input)).status]).toEqual([input, status]);
  expect((await api(clerk, 'target:999', { measure: 'task.confirmed' })).status).toBe(404);
  // The second time nothing changed, and the ledger says nothing.
  expect(await measured()).toBe(before + 1);

  const reason = 'Số liệu nằm ở hệ thống một cửa điện tử của Thành phố';
  expect((await api(clerk, 'target:3', { reason })).status).toBe(201);
  const html = await page(clerk);
  expect(noteOf(html, 'target:3')).toContain(reason);
  const [counted] = await rows<{ done: number; all: number }>(`
    SELECT count(*) FILTER (WHERE state = 'confirmed')::int AS done, count(*)::int AS all FROM task
    WHERE plan_id = '${plan}' AND kind = 'task' AND state <> 'withdrawn'`);
  const note = noteOf(html, 'target:4');
  expect(note).toContain(`${counted?.done}/${counted?.all}`);
  expect(note).toContain('chưa đến hạn');
  expect(html).toContain(`/measures/task.confirmed?of=${plan}`);
});

test('how the targets of a plan stand can be asked without a page', async () => {
  const { database, slices, clock } = office.house;
  const [row] = await rows<{ agency_id: string }>(`SELECT agency_id FROM plan WHERE id = '${plan}'`);
  const scope = serverScope([row?.agency_id ?? '']);
  const measures = slices.flatMap((slice) => slice.measures ?? []);
  const { states, targets } = await database.read(scope, async (query) => {
    const found = await findPlan(query, plan);
    const targets = await listPlanItems(query, plan, ['target']);
    if (found === undefined) throw new Error('no plan');
    const states = await readTargets((_, run) => run(query, scope), measures, found, targets, clock);
    return { states, targets };
  });
  expect(states.size).toBe(25);
  expect(states.get('target:4')).toMatchObject({ state: 'not_due', measure: 'task.confirmed' });
  const unmeasured = targets.filter(({ measure }) => measure === null);
  expect(unmeasured.length).toBeGreaterThan(0);
  for (const { item, unmeasured: reason } of unmeasured)
    expect(states.get(item.key)).toEqual({ state: 'uncountable', measure: null, measured: null, reason });
});

test('a reporting date opens the reports of its period', async () => {
  const html = await page(clerk);
  const opened = [...html.matchAll(/id="reporting-\d+".*?<a href="([^"]+)"/gs)].map(([, href = '']) => href);
  expect(opened).toEqual(
    expect.arrayContaining(['q1', 'q2', 'q3', 'year'].map((code) => `/plans/${plan}/reports/${code}`)),
  );
  for (const href of new Set(opened.filter((one) => one.includes('/reports/'))))
    expect([href, (await clerk.get(href)).status]).toEqual([href, 200]);
});
