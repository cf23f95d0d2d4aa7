import { expect, test } from 'vitest';
import { ownAreas, placeTasks } from './area-decisions.ts';
import { foldPlan, type PlanEvent, type PlanState } from './plan.ts';

const AREAS = [
  { label: '1', name: 'Chỉ đạo, điều hành' },
  { label: '2', name: 'Cải cách thể chế' },
];
const TASKS = [
  { key: 'task:0', area: null },
  { key: 'task:1', area: 'Nhóm của phụ lục' },
];

const DOCUMENT = {
  number: null,
  type: null,
  date: null,
  place: null,
  title: null,
  issuer: null,
  signer: null,
  planYear: null,
  recipients: [],
};
const START: PlanEvent[] = [
  { type: 'uploaded', version: 1, payload: { fileId: 'f', fileName: 'a.txt' } },
  { type: 'read', version: 1, payload: { reading: 'r', readerVersion: 1, document: DOCUMENT } },
];

function after(...events: readonly PlanEvent[]): PlanState | undefined {
  let state: PlanState | undefined;
  let seq = 0;
  for (const event of [...START, ...events]) {
    seq += 1;
    state = foldPlan(state, event, '2019-01-28T08:00:00Z', null, seq);
  }
  return state;
}

const owned = (area: string, unitId: string | null): PlanEvent => ({
  type: 'area-owned',
  version: 1,
  payload: { area, unitId },
});

test('only owners that change are recorded, and an owner may be taken back', () => {
  const state = after(owned('1', 'vp'));
  expect(ownAreas(state, AREAS, [{ label: '1', unitId: 'vp' }])).toEqual([]);
  expect(
    ownAreas(state, AREAS, [
      { label: '1', unitId: null },
      { label: '2', unitId: 'tccb' },
    ]),
  ).toEqual([owned('1', null), owned('2', 'tccb')]);
});

test('tasks are put into areas of the plan, once, and stay in a printed area that nobody changes', () => {
  const state = after();
  const places = [
    { key: 'task:0', label: '2' },
    { key: 'task:1', label: '=' },
  ];
  const placed: PlanEvent[] = [
    { type: 'tasks-placed', version: 1, payload: { areas: { 'task:0': 'Cải cách thể chế' } } },
  ];
  expect(placeTasks(state, AREAS, TASKS, places)).toEqual(placed);
  expect(placeTasks(after(...placed), AREAS, TASKS, places)).toEqual([]);
  expect(placeTasks(after(...placed), AREAS, TASKS, [{ key: 'task:0', label: null }])).toEqual([
    { type: 'tasks-placed', version: 1, payload: { areas: { 'task:0': null } } },
  ]);
});

test.each([
  ['an area that the plan does not have', after(), '9', 'missing:thing'],
  ['a plan that nobody has', undefined, '1', 'missing:thing'],
  [
    'a plan that was given up',
    after({ type: 'abandoned', version: 1, payload: {} }),
    '1',
    'conflict:plan-abandoned',
  ],
])('%s is refused', (_, state, label, code) => {
  expect(ownAreas(state, AREAS, [{ label, unitId: null }])).toMatchObject({ code });
  const unknown = code === 'missing:thing' && state !== undefined;
  expect(placeTasks(state, AREAS, TASKS, [{ key: 'task:0', label }])).toMatchObject(
    unknown ? { code: 'invalid:choose', field: 'tasks.0.area' } : { code },
  );
});

test('an area typed into a row of the plan comes after where the task was put before', () => {
  const fields = {
    no: '1',
    title: 'Việc',
    area: 'Khác',
    leadUnits: [],
    supportUnits: [],
    requirement: null,
    deliverable: null,
    due: [],
    requirementEnds: [],
  };
  const state = after(
    { type: 'tasks-placed', version: 1, payload: { areas: { 'task:0': 'Cải cách thể chế' } } },
    { type: 'item-corrected', version: 1, payload: { key: 'task:0', fields } },
  );
  expect(state?.placed).toEqual({});
});
