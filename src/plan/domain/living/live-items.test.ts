import { expect, test } from 'vitest';
import type { AnyFields, ItemKind } from '../draft.ts';
import type { IssuedItem } from '../plan.ts';
import type { TaskStateName } from '../task.ts';
import { isLit, type LiveTask, lateByRequirement, liveItems } from './live-items.ts';

const TODAY = { today: '2019-06-03', soonUntil: '2019-06-12' };

const item = (kind: ItemKind, key: string, fields: object, lead: string[] = []): IssuedItem => ({
  kind,
  key,
  fields: fields as AnyFields,
  units: { lead, support: [] },
});

function work(key: string, state: TaskStateName, nextEnd: string | null, unit = 'KHTC'): LiveTask {
  return {
    id: key,
    key,
    no: key,
    title: key,
    state,
    waiting: state === 'submitted',
    nextEnd,
    expectedOn: null,
    leadUnits: [unit],
    milestones: [],
  };
}

const commitment = (key: string, tasks: string[], targets: string[] = []) =>
  item('commitment', key, { text: key, area: '3', tasks, targets });

const items = [
  item('target', 'target:0', { text: 'x', comparator: '=', threshold: 100, measureUnit: '%', leadUnits: [] }),
  commitment('commitment:0', ['task:0', 'task:1']),
  commitment('commitment:1', ['task:1']),
  commitment('commitment:2', [], ['target:0']),
  item('task', 'task:0', { no: '1' }),
  item('task', 'task:1', { no: '2' }),
  item('reporting', 'reporting:0', {
    period: 'Quý II',
    from: null,
    to: null,
    boundary: '2019-06-05',
    raw: 'trước ngày 05/6',
  }),
  item('reporting', 'reporting:1', {
    period: 'Quý I',
    from: null,
    to: null,
    boundary: '2019-04-05',
    raw: 'Ngày 5/4',
  }),
];
const live = liveItems(
  items,
  new Map([
    ['task:0', work('task:0', 'started', '2019-03-31')],
    ['task:1', work('task:1', 'confirmed', null, 'TCCB')],
  ]),
  new Map([['target:0', { state: 'not_due', measure: null, reason: null, measured: null }]]),
  new Map([['3', 'VP']]),
  TODAY,
);

test.each([
  ['task:0', ['late', 'started']],
  ['task:1', ['confirmed']],
  ['target:0', ['not_due']],
  ['commitment:0', ['late']],
  ['commitment:1', ['confirmed']],
  ['commitment:2', ['without_task']],
  ['reporting:0', ['due_soon']],
  ['reporting:1', []],
] as const)('%s is left undimmed by %j', (key, litBy) => {
  expect(live.get(key)?.litBy).toEqual(litBy);
});

test('a commitment is its owner’s and everybody’s who carries it out', () => {
  expect(live.get('commitment:0')?.units).toEqual(['VP', 'KHTC', 'TCCB']);
});

test('"trước ngày" ends the day before, a plain day on itself', () => {
  expect(live.get('reporting:0')?.due?.end).toBe('2019-06-04');
  expect(live.get('reporting:1')?.due?.end).toBe('2019-04-05');
});

test('filters are combined', () => {
  const lit = (narrowed: Parameters<typeof isLit>[1]) =>
    [...live.values()].filter((one) => isLit(one, narrowed)).map(({ key }) => key);
  expect(lit({ litBy: 'late', unit: null })).toEqual(['commitment:0', 'task:0']);
  expect(lit({ litBy: 'late', unit: 'TCCB' })).toEqual(['commitment:0']);
  expect(lit({ litBy: null, unit: 'TCCB' })).toEqual(['commitment:0', 'commitment:1', 'task:1']);
});

test.each([
  ['2019-01-31', '2019-02-20', true],
  ['2019-01-31', '2019-01-20', false],
  ['2019-01-31', '2019-04-02', false],
  [null, '2019-02-20', false],
])(
  'with a requirement until %s and evidence of %s, late by the requirement alone: %s',
  (requirementEnd, evidenceDate, expected) => {
    const task = work('task:15', 'confirmed', null);
    const milestone = {
      no: 1,
      label: null,
      end: '2019-03-31',
      requirementEnd,
      state: 'confirmed' as const,
      evidenceDate,
    };
    expect(lateByRequirement({ ...task, milestones: [milestone] }, TODAY)).toBe(expected);
  },
);
