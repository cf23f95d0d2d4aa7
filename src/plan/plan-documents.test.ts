import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { extractText } from '../platform/extract/index.ts';
import type { ReadPlan } from './domain/read-plan.ts';
import { readPlan } from './domain/reader/index.ts';

const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, import.meta.url)));

/** What was read, without what depends on where it stands in the text. */
function contentOf(plan: ReadPlan) {
  return {
    document: plan.document,
    sections: plan.sections.map(({ label, title, level }) => ({ label, title, level })),
    targets: plan.targets.map(({ span, ...target }) => target),
    commitments: plan.commitments.map(({ span, ...commitment }) => commitment),
    tasks: plan.tasks.map(({ span, otherDates, ...task }) => ({
      ...task,
      otherDates: otherDates.map(({ span: where, ...date }) => date),
    })),
    duties: plan.duties.map(({ unit, text }) => ({ unit, text })),
    reporting: plan.reporting.map(({ span, ...reporting }) => reporting),
    citations: plan.citations.map(({ type, number, date }) => ({ type, number, date })),
  };
}

describe.each(['docx', 'pdf'])('Plan 375 as .%s', (format) => {
  let typed: ReadPlan;
  let read: ReadPlan;
  beforeAll(async () => {
    typed = readPlan(new TextDecoder().decode(bytesOf('../../examples/plan-375.txt')));
    const bytes = bytesOf(`../platform/extract/fixtures/plan-375.${format}`);
    read = readPlan((await extractText(bytes, 'ke-hoach')).text);
  });

  test.each([
    'document',
    'sections',
    'targets',
    'commitments',
    'tasks',
    'duties',
    'reporting',
    'citations',
  ] as const)('gives the same %s as its text', (part) => {
    expect(contentOf(read)[part]).toEqual(contentOf(typed)[part]);
  });

  test('has all 69 tasks', () => {
    expect(read.tasks.map((task) => task.no)).toEqual(Array.from({ length: 69 }, (_, i) => String(i + 1)));
  });
});

describe.each(['docx', 'pdf'])('the small plan as .%s', (format) => {
  test('its tasks have their groups, units and due windows', async () => {
    const bytes = bytesOf(`../platform/extract/fixtures/small-plan.${format}`);
    const plan = readPlan((await extractText(bytes, 'ke-hoach')).text);
    expect(plan.document.number).toBe('12/KH-STN');
    expect(plan.tasks).toHaveLength(18);
    expect(plan.tasks[4]).toMatchObject({
      no: '5',
      leadUnits: ['Phòng số 2'],
      supportUnits: ['Văn phòng', 'Thanh tra'],
      due: [{ raw: 'Quý II/2019', start: '2019-04-01', end: '2019-06-30' }],
    });
    expect(new Set(plan.tasks.map((task) => task.area)).size).toBe(3);
  });
});
