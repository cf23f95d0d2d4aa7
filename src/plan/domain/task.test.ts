import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal } from '../../pure/refusal.ts';
import {
  ACCOUNT,
  folded,
  foldedTask,
  OTHER_UNIT,
  PERSON,
  PLAN,
  plannedMilestone,
  plannedTask,
  UNIT,
} from './task.fixture.ts';
import { currentSubmission, ownEvidence, type TaskEvent, type TaskState, taskStateOf } from './task.ts';
import * as decide from './task-decisions.ts';

const [opened] = decide.openTask(PLAN, 1, plannedTask()) as [TaskEvent];
const assigned: TaskEvent = { type: 'assigned', version: 1, payload: { unitId: UNIT, personId: PERSON } };
const started: TaskEvent = { type: 'started', version: 1, payload: {} };
const submitted = (milestone = 1, evidenceDate = '2019-02-20'): TaskEvent => ({
  type: 'submitted',
  version: 1,
  payload: { milestone, evidenceId: PLAN, revision: 1, evidenceDate },
});
const sentBack: TaskEvent = { type: 'sent-back', version: 1, payload: { milestone: 1, reason: 'Thiếu dấu' } };
const confirmed = (milestone = 1): TaskEvent => ({ type: 'confirmed', version: 1, payload: { milestone } });
const reopened: TaskEvent = {
  type: 'reopened',
  version: 1,
  payload: { milestone: 1, reason: 'Nhầm văn bản' },
};
const office = { units: [OTHER_UNIT], accountId: null };
const [ledByTwo] = decide.openTask(PLAN, 1, plannedTask({ leadUnits: [UNIT, OTHER_UNIT] })) as [TaskEvent];
const chased: TaskEvent = { type: 'chased', version: 1, payload: { chase: PLAN, unitId: UNIT, text: 'x' } };

test.each<[string, TaskEvent[], string]>([
  ['given to the division', [opened], 'not_started'],
  ['given to a person', [opened, assigned], 'assigned'],
  ['started', [opened, assigned, started], 'started'],
  ['submitted', [opened, assigned, started, submitted()], 'submitted'],
  ['sent back', [opened, assigned, started, submitted(), sentBack], 'sent_back'],
  ['submitted again', [opened, assigned, started, submitted(), sentBack, submitted()], 'submitted'],
  ['confirmed', [opened, assigned, started, submitted(), confirmed()], 'confirmed'],
  ['reopened', [opened, assigned, started, submitted(), confirmed(), reopened], 'started'],
])('%s', (_, events, state) => {
  expect(taskStateOf(foldedTask(events))).toBe(state);
});

test('a task of four milestones is confirmed when all of them are', () => {
  const ends = ['2019-04-05', '2019-07-05', '2019-10-05', '2019-11-09'];
  const [four] = decide.openTask(
    PLAN,
    1,
    plannedTask({ milestones: ends.map((end, index) => plannedMilestone(index + 1, end)) }),
  ) as [TaskEvent];
  const done = [1, 2, 3].flatMap((no) => [submitted(no), confirmed(no)]);
  expect(taskStateOf(foldedTask([four, ...done]))).toBe('started');
  expect(taskStateOf(foldedTask([four, ...done, submitted(4), confirmed(4)]))).toBe('confirmed');
});

test('a task without due words has one milestone without a date', () => {
  const [bare] = decide.openTask(PLAN, 1, plannedTask({ milestones: [] })) as [TaskEvent];
  expect(foldedTask([bare]).milestones).toMatchObject([{ no: 1, end: null, state: 'open' }]);
});

test('evidence that is sent back does not count, and is kept', () => {
  const [milestone] = foldedTask([opened, submitted(), sentBack]).milestones;
  expect(milestone && currentSubmission(milestone)).toBeNull();
  expect(milestone?.submissions).toMatchObject([
    { by: ACCOUNT, answer: { kind: 'sent_back', reason: 'Thiếu dấu' } },
  ]);
});

test('what held when is kept as periods that follow one another', () => {
  const [milestone] = foldedTask([opened, assigned, submitted(), sentBack]).milestones;
  expect(
    milestone?.periods.map(({ state, from, to, evidenceDate }) => [state, from, to, evidenceDate]),
  ).toEqual([
    ['open', '2019-01-28T01:00:00Z', '2019-01-28T03:00:00Z', null],
    ['submitted', '2019-01-28T03:00:00Z', '2019-01-28T04:00:00Z', '2019-02-20'],
    ['sent_back', '2019-01-28T04:00:00Z', null, null],
  ]);
});

test('what held of the whole task is kept beside its milestones', () => {
  const [two] = decide.openTask(
    PLAN,
    1,
    plannedTask({ milestones: [plannedMilestone(1, '2019-03-31'), plannedMilestone(2, '2019-06-30')] }),
  ) as [TaskEvent];
  const { periods } = foldedTask([two, assigned, submitted(1), confirmed(1), submitted(2), confirmed(2)]);
  expect(
    periods.map(({ from, waiting, confirmed, nextEnd }) => [from.slice(11, 13), waiting, confirmed, nextEnd]),
  ).toEqual([
    ['01', false, false, '2019-03-31'],
    ['03', true, false, '2019-06-30'],
    ['04', false, false, '2019-06-30'],
    ['05', true, false, null],
    ['06', false, true, null],
  ]);
});

test('of two changes at one instant only the last has lasted', () => {
  const [milestone] = foldedTask([opened, submitted(), confirmed()], 0).milestones;
  expect(milestone?.periods.map(({ state, to }) => [state, to])).toEqual([['confirmed', null]]);
});

test('what is as it was within one instant has gone on', () => {
  const before = foldedTask([opened]);
  const later = folded([submitted(), sentBack], 0, before);
  expect(later?.periods).toEqual(before.periods);
});

test('an amending version changes what it says and leaves the work done', () => {
  const work = foldedTask([opened, assigned, started, submitted(), confirmed()]);
  const events = decide.amendTask(
    work,
    2,
    plannedTask({
      title: 'Ban hành kế hoạch đào tạo',
      milestones: [plannedMilestone(1, '2019-06-30'), plannedMilestone(2, '2019-12-31')],
    }),
  );
  expect(events).toMatchObject([{ payload: { before: { title: 'Ban hành kế hoạch đào tạo, bồi dưỡng' } } }]);
  const amended = folded(events, 1, work);
  expect(amended?.milestones.map(({ end, state }) => [end, state])).toEqual([
    ['2019-06-30', 'confirmed'],
    ['2019-12-31', 'open'],
  ]);
  expect(amended?.assignees).toEqual(work.assignees);
});

test('a milestone that an amending version drops keeps its evidence and is asked for no more', () => {
  const [two] = decide.openTask(
    PLAN,
    1,
    plannedTask({ milestones: [plannedMilestone(1, '2019-03-31'), plannedMilestone(2, '2019-06-30')] }),
  ) as [TaskEvent];
  const work = foldedTask([two, submitted(2), submitted(1), confirmed(1)]);
  const amended = folded(
    decide.amendTask(work, 2, plannedTask({ milestones: [plannedMilestone(1, '2019-03-31')] })),
    1,
    work,
  );
  expect(amended && taskStateOf(amended)).toBe('confirmed');
  expect(amended?.milestones[1]).toMatchObject({ dropped: true, submissions: [{ evidenceId: PLAN }] });
});

test('a version that changes nothing of a task records nothing', () => {
  expect(decide.amendTask(foldedTask([opened, assigned]), 2, plannedTask())).toEqual([]);
});

test('a withdrawn task takes nothing more, and comes back with a later version', () => {
  const work = foldedTask([opened, assigned]);
  const gone = folded(decide.withdrawTask(work, 2), 1, work) as TaskState;
  expect(taskStateOf(gone)).toBe('withdrawn');
  expect(decide.start(gone)).toMatchObject({ code: 'conflict:task-withdrawn' });
  const back = folded(decide.amendTask(gone, 3, plannedTask()), 1, gone) as TaskState;
  expect(taskStateOf(back)).toBe('assigned');
});

const evidence = { evidenceId: PLAN, revision: 1, evidenceDate: '2019-02-20', documentType: 'Kế hoạch' };
test.each<[string, TaskEvent[], (state: TaskState) => decide.Decision, string]>([
  [
    'a unit that does not lead',
    [opened],
    (s) => decide.assign(s, OTHER_UNIT, PERSON),
    'conflict:task-not-of-unit',
  ],
  [
    'the same person',
    [opened, assigned],
    (s) => decide.assign(s, UNIT, PERSON),
    'conflict:task-already-assigned',
  ],
  ['starting twice', [opened, started], decide.start, 'conflict:task-already-started'],
  [
    'evidence of tomorrow',
    [opened],
    (s) => decide.submit(s, 1, evidence, '2019-02-19'),
    'invalid:evidence-date-ahead',
  ],
  [
    'no document where the task brings one forth',
    [opened],
    (s) => decide.submit(s, 1, { ...evidence, documentType: null }, '2019-06-03'),
    'invalid:document-wanted',
  ],
  [
    'a document of another kind',
    [opened],
    (s) => decide.submit(s, 1, { ...evidence, documentType: 'Báo cáo' }, '2019-06-03'),
    'invalid:other-document-wanted',
  ],
  [
    'a borrowed document of another kind, as a whole',
    [opened],
    (s) =>
      decide.submit(s, 1, { ...evidence, documentType: 'Báo cáo', use: { section: null } }, '2019-06-03'),
    'invalid:other-document-wanted',
  ],
  [
    'submitting twice',
    [opened, submitted()],
    (s) => decide.submit(s, 1, evidence, '2019-06-03'),
    'conflict:milestone-submitted',
  ],
  [
    'a milestone that is not there',
    [opened],
    (s) => decide.submit(s, 2, evidence, '2019-06-03'),
    'missing:thing',
  ],
  ['confirming nothing', [opened], (s) => decide.confirm(s, 1, office), 'conflict:milestone-not-submitted'],
  [
    'confirming twice',
    [opened, submitted(), confirmed()],
    (s) => decide.confirm(s, 1, office),
    'conflict:milestone-confirmed',
  ],
  [
    'one’s own unit’s work',
    [opened, submitted()],
    (s) => decide.confirm(s, 1, { units: [UNIT], accountId: null }),
    'forbidden:own-unit',
  ],
  [
    'what one sent in',
    [opened, submitted()],
    (s) => decide.confirm(s, 1, { units: [], accountId: ACCOUNT }),
    'forbidden:own-submission',
  ],
  [
    'sending back one’s own unit’s work',
    [opened, submitted()],
    (s) => decide.sendBack(s, 1, 'x', { units: [UNIT], accountId: null }),
    'forbidden:own-unit',
  ],
  [
    'reopening what is open',
    [opened],
    (s) => decide.reopen(s, 1, 'x', office),
    'conflict:milestone-not-confirmed',
  ],
  [
    'answering the chase of another lead unit',
    [ledByTwo, chased],
    (s) => decide.answerChase(s, PLAN, 'x', { units: [OTHER_UNIT], accountId: ACCOUNT }),
    'conflict:chase-of-other-unit',
  ],
  [
    'a note on what is done',
    [opened, submitted(), confirmed()],
    (s) => decide.progress(s, 'x'),
    'conflict:task-confirmed',
  ],
])('%s is refused', (_, events, decision, code) => {
  expect(decision(foldedTask(events))).toMatchObject({ refused: true, code });
});

test.each([
  ['the chased unit', [UNIT]],
  ['who stands in for both', [UNIT, OTHER_UNIT]],
  ['who holds the task without a unit of its leads', []],
])('a chase is answered by %s', (_, units) => {
  const answer = decide.answerChase(foldedTask([ledByTwo, chased]), PLAN, 'x', { units, accountId: ACCOUNT });
  expect(isRefusal(answer)).toBe(false);
});

const command = fc.oneof(
  fc.constantFrom<(state: TaskState) => decide.Decision>(
    (state) => decide.assign(state, UNIT, PERSON),
    (state) => decide.assign(state, UNIT, ACCOUNT),
    decide.start,
    (state) => decide.progress(state, 'Đã gửi lấy ý kiến'),
    (state) => decide.withdrawTask(state, 2),
  ),
  fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 3 })).map(
    ([no, which]) =>
      (state: TaskState) =>
        [
          () => decide.submit(state, no, evidence, '2019-06-03'),
          () => decide.sendBack(state, no, 'Thiếu', office),
          () => decide.confirm(state, no, office),
          () => decide.reopen(state, no, 'Nhầm', office),
        ][which]?.() ?? [],
  ),
  fc
    .array(fc.constantFrom(1, 2, 3), { maxLength: 3 })
    .map(
      (numbers) => (state: TaskState) =>
        decide.amendTask(
          state,
          3,
          plannedTask({ milestones: [...new Set(numbers)].map((no) => plannedMilestone(no, '2019-05-31')) }),
        ),
    ),
);

test('whatever lawfully happens folds, keeps every submission, and leaves periods without gap or overlap', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 25 }), fc.constantFrom(0, 1), (commands, hours) => {
      const events: TaskEvent[] = [opened];
      for (const one of commands) {
        const decided = one(foldedTask(events, hours));
        if (!isRefusal(decided)) events.push(...decided);
      }
      const state = foldedTask(events, hours);
      expect(taskStateOf(state)).toBeTypeOf('string');
      const handedIn = events.filter((event) => event.type === 'submitted').length;
      expect(state.milestones.flatMap((milestone) => milestone.submissions)).toHaveLength(handedIn);
      for (const { periods } of [state, ...state.milestones])
        periods.forEach((period, index) => {
          expect(period.to).toBe(periods[index + 1]?.from ?? null);
        });
      for (const period of state.periods) expect(period).toMatchObject(ofMilestonesAt(state, period.from));
    }),
    { numRuns: 300 },
  );
});

/** What the milestones of a task say together of an instant. */
function ofMilestonesAt({ milestones }: TaskState, instant: string) {
  const held = milestones
    .flatMap(({ periods }) => periods.filter(({ from, to }) => from <= instant && (to ?? '~') > instant))
    .filter(({ state }) => state !== 'withdrawn');
  const open = held.filter(({ evidenceDate, end }) => evidenceDate === null && end !== null);
  return {
    withdrawn: held.length === 0,
    confirmed: held.every(({ state }) => state === 'confirmed'),
    waiting: held.some(({ state }) => state === 'submitted'),
    nextEnd: open.map(({ end }) => end).sort()[0] ?? null,
  };
}

test('a section of another document proves a task, and its next own evidence is no revision of that document', () => {
  const state = foldedTask([opened]);
  const hosted = { ...evidence, documentType: 'Báo cáo', use: { section: 'Mục II.3' } };
  const events = decide.submit(state, 1, hosted, '2019-06-03');
  expect(events).toEqual([
    {
      type: 'submitted',
      version: 1,
      payload: {
        milestone: 1,
        evidenceId: PLAN,
        revision: 1,
        evidenceDate: '2019-02-20',
        use: { section: 'Mục II.3' },
      },
    },
  ]);
  const [milestone] = foldedTask([opened, ...(events as TaskEvent[])]).milestones;
  expect(milestone?.submissions[0]?.use).toEqual({ section: 'Mục II.3' });
  expect(milestone && ownEvidence(milestone)).toBeNull();
});

test('where the plan lets a deliverable stand in another document, a borrowed one is used by its section', () => {
  const task = plannedTask({ title: 'Tỷ lệ hồ sơ', requirement: 'Lồng ghép nội dung này trong báo cáo' });
  const state = foldedTask(decide.openTask(PLAN, 1, task));
  const used = { ...evidence, documentType: 'Báo cáo', use: { section: null } };
  expect(decide.submit(state, 1, used, '2019-06-03')).toMatchObject({ code: 'invalid:hosting-section' });
  expect(decide.submit(state, 1, { ...used, use: { section: 'II.3' } }, '2019-06-03')).toHaveLength(1);
});
