import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { draftOf, type Item, NO_CHANGES, type TaskFields } from '../draft.ts';
import { layOut } from '../layout/lay-out.ts';
import { type LiveTask, liveItems } from '../living/live-items.ts';
import { wordsOf } from '../living/words-of-item.ts';
import { readPlan } from '../reader/index.ts';
import { draftText } from './draft-text.ts';
import { draftNextYear, symbolOf, type ThisYear } from './next-year.ts';

const PLAN_375 = readFileSync(new URL('../../../../examples/plan-375.txt', import.meta.url), 'utf8');

interface Circumstances {
  /** Keys of tasks that the Office has confirmed, each with the day of its evidence. */
  confirmed?: Record<string, string>;
  recurrences?: ThisYear['recurrences'];
  change?: (items: Item[]) => Item[];
  answers?: (rule: string) => 'accepted' | 'put_off' | null;
}

function thisYear(text: string, given: Circumstances = {}): ThisYear {
  const reading = readPlan(text);
  const draft = draftOf(reading, NO_CHANGES);
  const items = (given.change ?? ((all) => all))(draft.items);
  const today = { today: '2019-12-02', soonUntil: '2019-12-12' };
  const tasks = items
    .filter(({ kind }) => kind === 'task')
    .map(({ key, fields }) => workOn(key, fields as TaskFields, given.confirmed?.[key]));
  return {
    document: reading.document,
    year: 2019,
    laid: layOut(reading, draft.items),
    asRead: new Map(draft.items.map((item) => [item.key, item])),
    live: liveItems(
      items.map(({ kind, key, fields }) => ({ kind, key, fields, units: { lead: [], support: [] } })),
      new Map(tasks.map((task) => [task.key, task])),
      new Map(),
      new Map(),
      today,
    ),
    reading,
    remarks: draft.remarks.map((one) => {
      const answer = given.answers?.(one.remark.rule) ?? null;
      return answer === null ? one : { ...one, answer: { answer, note: 'Chờ Thanh tra Sở' } };
    }),
    recurrences: given.recurrences ?? {},
    today,
  };
}

function workOn(
  key: string,
  { no, title, due, requirementEnds }: TaskFields,
  on: string | undefined,
): LiveTask {
  return {
    id: key,
    key,
    no,
    title,
    state: on === undefined ? 'started' : 'confirmed',
    waiting: false,
    nextEnd: null,
    expectedOn: null,
    leadUnits: [],
    milestones: due.map(({ end, label }, index) => ({
      no: index + 1,
      label,
      end,
      requirementEnd: requirementEnds[index] ?? null,
      state: on === undefined ? 'open' : 'confirmed',
      evidenceDate: on ?? null,
    })),
  };
}

const textOf = (plan: ThisYear, next: Awaited<ReturnType<typeof draftNextYear>>) =>
  draftText(next.document, next.laid, symbolOf(plan.document), null).text;

test('each of the 69 tasks of Plan 375 is due a year later', async () => {
  const next = await draftNextYear(thisYear(PLAN_375));
  const years = (windows: readonly { end: string | null }[], more: number) =>
    windows.map(({ end }) => end?.replace(/^\d{4}/, (year) => `${Number(year) + more}`));
  expect(next.tasks).toHaveLength(69);
  for (const { due, nextDue } of next.tasks) expect(years(nextDue, 0)).toEqual(years(due, 1));
  expect(next.doubts.filter(({ kind }) => kind === 'window')).toEqual([]);
  expect(next.document).toMatchObject({
    title: 'Thực hiện công tác Cải cách hành chính năm 2020',
    planYear: 2020,
    number: null,
    date: null,
  });
});

test('what is cited keeps its numbers and dates', async () => {
  const plan = thisYear(PLAN_375);
  const draft = readPlan(textOf(plan, await draftNextYear(plan)));
  const cited = (citations: readonly { number: string | null; date: string | null }[]) =>
    citations.map(({ number, date }) => `${number} ${date}`).filter((one) => !one.includes('KH-SGDĐT'));
  expect(cited(draft.citations)).toEqual(cited(plan.reading.citations));
});

test('what was done once and for all is dropped, what was not done is carried over, and the rows close up', async () => {
  // 31: "Ban hành Quy chế làm việc"; 60: "Xây dựng hệ thống cơ sở dữ liệu".
  const plan = thisYear(PLAN_375, { confirmed: { 'task:30': '2019-03-29', 'task:0': '2019-06-01' } });
  const next = await draftNextYear(plan);
  const fate = (no: number) => next.tasks.find((task) => task.no === `${no}`);
  expect(fate(31)).toMatchObject({ fate: 'dropped', nextNo: null, nextDue: [] });
  expect(fate(60)).toMatchObject({ fate: 'carried_over', nextNo: '59' });
  expect(fate(1)).toMatchObject({ fate: 'recurs', nextNo: '1' });
  expect(fate(2)).toMatchObject({ fate: 'unsettled' });
  const draft = readPlan(textOf(plan, next));
  expect(draft.tasks).toHaveLength(68);
  expect(draft.tasks.map(({ no }) => no)).toEqual(Array.from({ length: 68 }, (_, at) => `${at + 1}`));
  expect(draft.tasks.some(({ title }) => title.startsWith('Ban hành Quy chế làm việc'))).toBe(false);
});

test('a drafter settles it otherwise than the words suggest', async () => {
  const next = await draftNextYear(
    thisYear(PLAN_375, {
      confirmed: { 'task:30': '2019-03-29', 'task:63': '2019-01-28' },
      recurrences: { 'task:30': 'yearly', 'task:63': 'once' },
    }),
  );
  expect(next.tasks[30]).toMatchObject({ fate: 'recurs', settled: true });
  expect(next.tasks[63]).toMatchObject({ fate: 'dropped', settled: true });
});

test('late work is doubted, by its window or only by the day that its requirement sets', async () => {
  // Task 16 says "Quý I/2019" in its cell and January in its requirement.
  const next = await draftNextYear(thisYear(PLAN_375, { confirmed: { 'task:15': '2019-02-20' } }));
  const of = (kind: string) => next.doubts.flatMap((doubt) => (doubt.kind === kind ? [doubt.key] : []));
  expect(of('done_late')).toEqual([]);
  expect(of('done_late_by_requirement')).toEqual(['task:15']);
  expect(of('late')).toContain('task:1');
});

test('the reader doubts the draft as any plan; what was left as it is this year is not asked again', async () => {
  const all = (await draftNextYear(thisYear(PLAN_375))).doubts;
  expect(all.filter(({ kind }) => kind === 'error').length).toBeGreaterThan(15);
  expect(all.some(({ message }) => message?.includes('31/01/2017'))).toBe(true);
  expect(all.find(({ kind }) => kind === 'basis')?.words).toContain('7028/QĐ-UBND');
  const answered = await draftNextYear(
    thisYear(PLAN_375, {
      answers: (rule) =>
        rule === 'truncated-cell' ? 'accepted' : rule === 'deadline-in-the-past' ? 'put_off' : null,
    }),
  );
  expect(answered.doubts.some(({ message }) => message?.includes('cắt cụt'))).toBe(false);
  const putOff = answered.doubts.filter((doubt) => doubt.putOff === 'Chờ Thanh tra Sở');
  expect(putOff).toHaveLength(4);
  expect(putOff.every(({ message }) => message?.includes('yêu cầu ghi thời hạn'))).toBe(true);
});

test('the draft says what the version in force says: corrected, added and withdrawn rows', async () => {
  const plan = thisYear(PLAN_375, {
    change: (items) => [
      ...items
        .filter(({ key }) => key !== 'task:4' && key !== 'commitment:0')
        .map((item) =>
          item.key === 'task:15'
            ? { ...item, fields: { ...item.fields, title: 'Kế hoạch bồi dưỡng năm 2019' } }
            : item,
        ),
      ...items
        .filter(({ key }) => key === 'task:1')
        .map((item) => ({
          ...item,
          key: 'task:+1',
          fields: { ...item.fields, title: 'Báo cáo chuyển đổi số' },
        })),
      ...items
        .filter(({ key }) => key === 'duty:0')
        .map((item) => ({ ...item, key: 'duty:+1', fields: { ...item.fields, text: 'Phổ biến kế hoạch' } })),
    ],
  });
  const gone = wordsOf(plan.asRead.get('commitment:0') as Item);
  const next = await draftNextYear(plan);
  const text = textOf(plan, next);
  const draft = readPlan(text);
  expect(draft.tasks.map(({ title }) => title)).toContain('Kế hoạch bồi dưỡng năm 2020');
  expect(draft.tasks.at(-1)).toMatchObject({ no: '69', title: 'Báo cáo chuyển đổi số' });
  expect(draft.tasks.some(({ title }) => title.includes('hướng dẫn lập dự toán'))).toBe(false);
  expect(text).not.toContain(gone);
  expect(next.doubts.filter(({ kind }) => kind === 'unplaced')).toMatchObject([
    { key: 'duty:+1', words: 'Phổ biến kế hoạch' },
  ]);
});

test('a window that does not move by itself is named', async () => {
  const text = PLAN_375.replace(/^16\tTCCB\t(.*)\tQuý I\/2019$/m, '16\tTCCB\t$1\tTháng 3/2018');
  expect(text).not.toBe(PLAN_375);
  const next = await draftNextYear(thisYear(text));
  expect(next.doubts.filter(({ kind }) => kind === 'window')).toMatchObject([
    { key: 'task:15', words: 'Tháng 3/2018' },
  ]);
});

test('tasks in running text are dropped with all that stands under them', async () => {
  const words = `SỞ GIÁO DỤC VÀ ĐÀO TẠO

Số: 12/KH-SGDĐT

Hà Nội, ngày 03 tháng 02 năm 2019

KẾ HOẠCH
Chuyển đổi số năm 2019

I. NHIỆM VỤ

1. Xây dựng hệ thống cơ sở dữ liệu ngành

- Đơn vị chủ trì: Văn phòng.
- Thời gian thực hiện: Quý II/2019.

2. Báo cáo kết quả chuyển đổi số

- Đơn vị chủ trì: Phòng Kế hoạch - Tài chính.
- Thời gian thực hiện: Tháng 11/2019.

Nơi nhận:
- Lưu: VT.
`;
  const plan = thisYear(words, { confirmed: { 'task:0': '2019-05-02' } });
  const next = await draftNextYear(plan);
  expect(next.tasks.map(({ fate, nextDue }) => [fate, nextDue[0]?.end])).toEqual([
    ['dropped', undefined],
    ['recurs', '2020-11-30'],
  ]);
  const text = textOf(plan, next);
  expect(text).not.toMatch(/cơ sở dữ liệu|Quý II/);
  expect(text).toContain('Thời gian thực hiện: Tháng 11/2020.');
});
