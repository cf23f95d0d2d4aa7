import fc from 'fast-check';
import { expect, test } from 'vitest';
import { manifestText, REPORT_FIGURES, type ReportTask, tellingFigures } from './manifest.ts';

const task = (taskId: string, verdict: ReportTask['verdict'] = 'on_time'): ReportTask => ({
  taskId,
  verdict,
  byRequirement: false,
  waiting: false,
  expectedOn: null,
  evidence: 1,
  documents: null,
});

test('the text of a manifest does not depend on the order of its tasks, and changes with any of them', () => {
  const verdicts = fc.constantFrom('on_time', 'done_late', 'late', 'not_due');
  const tasks = fc.uniqueArray(fc.record({ id: fc.uuid(), verdict: verdicts }), {
    selector: ({ id }) => id,
    minLength: 1,
  });
  fc.assert(
    fc.property(tasks, (made) => {
      const counted = made.map(({ id, verdict }) => task(id, verdict as ReportTask['verdict']));
      const asOf = '2019-03-01T02:00:00Z';
      const text = manifestText({ asOf, tasks: counted });
      expect(manifestText({ asOf, tasks: [...counted].reverse() })).toBe(text);
      const [first, ...rest] = counted;
      if (first !== undefined)
        expect(manifestText({ asOf, tasks: [{ ...first, evidence: 2 }, ...rest] })).not.toBe(text);
    }),
  );
});

test.each([
  ['tasks and duties', 3, 2, REPORT_FIGURES.length],
  ['tasks alone', 3, 0, REPORT_FIGURES.filter((one) => !one.startsWith('duties')).length],
  ['duties alone', 0, 2, REPORT_FIGURES.filter((one) => one.startsWith('duties')).length],
  ['nothing', 0, 0, REPORT_FIGURES.filter((one) => !one.startsWith('duties')).length],
])('of %s only what says something is shown', (_, all, duties, shown) => {
  const counts = Object.fromEntries(REPORT_FIGURES.map((figure) => [figure, 0]));
  expect(tellingFigures({ ...counts, all, duties } as never).length).toBe(shown);
});
