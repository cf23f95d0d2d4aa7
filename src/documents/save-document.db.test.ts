import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';
import { dueOn, openPlanOfTasks, plannedTask } from '../../test/tasks.ts';

let office: StaffedOffice;
let ids: ReadonlyMap<string, string>;
const HEADS = ['TCCB', 'KHTC', 'GDTX', 'TTr'] as const;

beforeAll(async () => {
  office = await openStaffedOffice('2019-06-03T08:00');
  ({ ids } = await openPlanOfTasks(
    office,
    HEADS.flatMap((unit) =>
      [1, 2].map((no) =>
        plannedTask(office, unit, {
          key: `${unit}${no}`,
          position: no,
          title: `Nhiệm vụ ${no} của ${unit}`,
          milestones: [dueOn('2019-06-30')],
        }),
      ),
    ),
  ));
});
afterAll(() => office?.close());

async function submit(unit: (typeof HEADS)[number], no: number, abstract: string, number = '88/SGDĐT-VP') {
  const head = new Somebody(office);
  await head.become(office, 'head', unit);
  return head.api(`/tasks/${ids.get(`${unit}${no}`)}/milestones/1/submission`, {
    kind: 'document',
    number,
    issueDate: 'mùng 3 tháng 5',
    abstract,
  });
}

async function abstracts(): Promise<string> {
  const clerk = new Somebody(office);
  await clerk.become(office, 'office_clerk', 'VP');
  return (await clerk.get('/documents.csv')).text();
}

test('several hand the same new document in at once: each is taken, and the document is there once', async () => {
  const answers = await Promise.all(HEADS.map((unit) => submit(unit, 1, 'Hướng dẫn tự chủ tài chính')));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(await office.count('document')).toBe(1);
  // A day without a year is of the office's year.
  expect(await abstracts()).toContain('2019-05-03');
});

test('the words of a document stay those of whoever named it first, who may correct them', async () => {
  expect((await submit('TCCB', 2, 'Quyết định phân cấp', '90/QĐ-SGDĐT')).status).toBe(201);
  expect((await submit('KHTC', 2, 'Một trích yếu khác', '90/QĐ-SGDĐT')).status).toBe(201);
  expect(await abstracts()).toContain('Quyết định phân cấp');
  expect(await abstracts()).not.toContain('Một trích yếu khác');
});
