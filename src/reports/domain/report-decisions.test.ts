import { expect, test } from 'vitest';
import { isRefusal } from '../../pure/refusal.ts';
import type { Manifest } from './manifest.ts';
import {
  foldReport,
  isOpen,
  REPORT_STATES,
  type ReportEvent,
  type ReportKind,
  type ReportState,
  type ReportStateName,
} from './report.ts';
import * as decide from './report-decisions.ts';

const TODAY = '2019-06-05';
const MANIFEST: Manifest = { asOf: '2019-06-03T01:00:00Z', tasks: [], digest: '0' };
const OFFICE = { units: ['vp'], accountId: 'clerk' };

function folded(kind: ReportKind, ...events: readonly ReportEvent[]): ReportState {
  const opened: ReportEvent = {
    type: 'opened',
    version: 1,
    payload: {
      planId: 'p',
      period: 'q2',
      position: 2,
      kind,
      unitId: kind === 'department' ? 'vp' : 'tccb',
      area: null,
      texts: {},
    },
  };
  let state: ReportState | undefined;
  for (const [index, event] of [opened, ...events].entries())
    state = foldReport(state, event, { at: '2019-06-03T01:00:00Z', account: 'drafter', seq: index + 1 });
  if (state === undefined) throw new Error('nothing was opened');
  return state;
}

/** What was decided, folded in; throws where it was refused. */
function after(
  state: ReportState,
  ...decisions: ((state: ReportState) => decide.ReportDecision)[]
): ReportState {
  return decisions.reduce((now, decision) => {
    const decided = decision(now);
    if (isRefusal(decided)) throw new Error(`refused: ${decided.code}`);
    return decided.reduce(
      (folded, event) =>
        foldReport(folded, event, { at: '2019-06-03T02:00:00Z', account: 'drafter', seq: folded.seq + 1 }),
      now,
    );
  }, state);
}

const submit = (state: ReportState) => decide.submit(state, MANIFEST, '2019-06-03', false);
const compile = (state: ReportState) =>
  decide.compile(state, { manifest: MANIFEST, sources: [], missing: [], texts: {} });
const chain = [
  compile,
  (state: ReportState) => decide.submitForSignature(state, '2019-06-03'),
  decide.review,
  decide.agree,
  (state: ReportState) => decide.sign(state, 'director', 'giamdoc'),
  (state: ReportState) =>
    decide.register(state, { number: '12', symbol: 'BC-SGDĐT', date: '2019-06-04' }, '2019-06-03', TODAY),
  (state: ReportState) => decide.send(state, '2019-06-04', TODAY, { documentId: 'd', evidence: null }),
  (state: ReportState) => decide.receive(state, '2019-06-05', '77', TODAY),
];

/** A report of each state, as it comes there. */
const REPORTS: Readonly<Record<ReportStateName, ReportState>> = {
  draft: folded('unit'),
  submitted: after(folded('unit'), submit),
  sent_back: after(folded('unit'), submit, (state) => decide.sendBack(state, 'Thiếu', OFFICE, false)),
  confirmed: after(folded('unit'), submit, (state) => decide.confirm(state, OFFICE)),
  in_review: after(folded('department'), ...chain.slice(0, 2)),
  reviewed: after(folded('department'), ...chain.slice(0, 3)),
  agreed: after(folded('department'), ...chain.slice(0, 4)),
  signed: after(folded('department'), ...chain.slice(0, 5)),
  registered: after(folded('department'), ...chain.slice(0, 6)),
  sent: after(folded('department'), ...chain.slice(0, 7)),
  received: after(folded('department'), ...chain),
};

test('each state is reached by the acts that lead to it', () => {
  for (const name of REPORT_STATES) expect(REPORTS[name].state).toBe(name);
});

/** Acts, and the states in which each may happen. */
const ACTS: readonly (readonly [
  string,
  (state: ReportState) => decide.ReportDecision,
  readonly ReportStateName[],
])[] = [
  [
    'write',
    (state) => decide.write(state, state.kind === 'unit' ? { next: 'Tiếp' } : { results: 'Tốt' }),
    ['draft', 'sent_back'],
  ],
  ['recall', (state) => decide.recall(state, { next: 'Tiếp', results: 'Tốt' }), ['draft', 'sent_back']],
  ['compile', compile, ['draft', 'sent_back']],
  [
    'raise a concern',
    (state) => decide.raiseConcern(state, { kind: 'difficulty', text: 'Thiếu người', toUnit: null }),
    ['draft', 'sent_back'],
  ],
  ['submit', submit, ['draft', 'sent_back']],
  ['confirm', (state) => decide.confirm(state, OFFICE), ['submitted']],
  ['send back', (state) => decide.sendBack(state, 'Thiếu', OFFICE, false), ['submitted', 'confirmed']],
  ['review', decide.review, ['in_review']],
  ['agree', decide.agree, ['reviewed']],
  ['send back the draft', (state) => decide.sendBackDraft(state, 'Sửa'), ['in_review', 'reviewed', 'agreed']],
  ['sign', (state) => decide.sign(state, 'deputy_director', 'pgd'), ['agreed']],
  [
    'register',
    (state) => decide.register(state, { number: '13', symbol: 'BC-SGDĐT', date: TODAY }, '2019-06-03', TODAY),
    ['signed', 'registered'],
  ],
  ['send', (state) => decide.send(state, TODAY, TODAY, { documentId: 'd', evidence: null }), ['registered']],
  ['receive', (state) => decide.receive(state, TODAY, '78', TODAY), ['sent']],
  ['chase', (state) => decide.chase(state, 'c', 'Đề nghị gửi'), ['draft', 'sent_back']],
];

test.each(ACTS)(
  'to %s is for its states alone; in every other it is refused and says why',
  (_, act, allowed) => {
    for (const name of REPORT_STATES) {
      const decided = act(REPORTS[name]);
      expect([name, !isRefusal(decided)]).toEqual([name, allowed.includes(name)]);
      if (isRefusal(decided)) expect(decided.code).toMatch(/^conflict:report-/);
    }
  },
);

test('nobody judges the report of their own unit, or one that they submitted', () => {
  const { submitted } = REPORTS;
  expect(decide.confirm(submitted, { units: ['tccb'], accountId: 'clerk' })).toMatchObject({
    code: 'forbidden:own-unit',
  });
  expect(decide.sendBack(submitted, 'x', { units: ['vp'], accountId: 'drafter' }, false)).toMatchObject({
    code: 'forbidden:own-submission',
  });
});

test('once the department has signed, no unit submits and no confirmed report goes back', () => {
  expect(decide.submit(REPORTS.draft, MANIFEST, TODAY, true)).toMatchObject({
    code: 'conflict:report-period-closed',
  });
  expect(decide.sendBack(REPORTS.confirmed, 'x', OFFICE, true)).toMatchObject({
    code: 'conflict:report-period-closed',
  });
});

test('recalled and compiled texts go only where nothing is written', () => {
  const written = after(folded('unit'), (state) => decide.write(state, { limits: 'Của tôi' }));
  const recalled = after(written, (state) =>
    decide.recall(state, { limits: 'Cũ', next: 'Kỳ trước', achievements: '' }),
  );
  expect(recalled.texts).toEqual({ limits: 'Của tôi', next: 'Kỳ trước' });
  expect(decide.recall(recalled, { limits: 'Cũ' })).toMatchObject({
    code: 'conflict:report-nothing-to-recall',
  });
  const made = after(folded('department'), (state) => decide.write(state, { results: 'Đã sửa' }));
  const again = after(made, (state) =>
    decide.compile(state, {
      manifest: MANIFEST,
      sources: [],
      missing: ['tccb'],
      texts: { results: 'Tự động', limits: 'Chậm' },
    }),
  );
  expect(again.texts).toEqual({ results: 'Đã sửa', limits: 'Chậm' });
  expect(again.missing).toEqual(['tccb']);
});

test('a concern is told of when the report is submitted, directed by the Office, and answered once', () => {
  const raised = after(folded('unit'), (state) =>
    decide.raiseConcern(state, { kind: 'proposal', text: 'Cần kinh phí', toUnit: null }),
  );
  expect(decide.answerConcern(raised, 1, 'Có')).toMatchObject({ code: 'missing:thing' });
  const told = after(raised, submit);
  expect(
    decide.dropConcern(
      after(told, (state) => decide.sendBack(state, 'x', OFFICE, false)),
      1,
    ),
  ).toMatchObject({
    code: 'conflict:concern-raised',
  });
  expect(decide.directConcern(told, 1, 'tccb')).toMatchObject({ code: 'invalid:concern-to-own-unit' });
  const directed = after(told, (state) => decide.directConcern(state, 1, 'khtc'));
  expect(directed.concerns[0]?.toUnit).toBe('khtc');
  expect(decide.directConcern(directed, 1, 'khtc')).toMatchObject({ code: 'conflict:concern-directed' });
  const answered = after(directed, (state) => decide.answerConcern(state, 1, 'Đã bố trí'));
  expect(answered.concerns[0]?.answer?.text).toBe('Đã bố trí');
  expect(decide.answerConcern(answered, 1, 'Nữa')).toMatchObject({ code: 'conflict:concern-answered' });
  const dropped = after(raised, (state) => decide.dropConcern(state, 1));
  expect(decide.dropConcern(dropped, 1)).toMatchObject({ code: 'missing:thing' });
});

test.each([
  [
    'a number of tomorrow',
    () =>
      decide.register(REPORTS.signed, { number: '1', symbol: 's', date: '2019-06-06' }, '2019-06-03', TODAY),
    'invalid:day-ahead',
    'date',
  ],
  [
    'a number before the signature',
    () =>
      decide.register(REPORTS.signed, { number: '1', symbol: 's', date: '2019-06-02' }, '2019-06-03', TODAY),
    'invalid:before-signature',
    'date',
  ],
  [
    'sent before it was issued',
    () => decide.send(REPORTS.registered, '2019-06-03', TODAY, { documentId: 'd', evidence: null }),
    'invalid:before-issue',
    'day',
  ],
  [
    'received before it was sent',
    () => decide.receive(REPORTS.sent, '2019-06-03', '1', TODAY),
    'invalid:before-sent',
    'day',
  ],
] as const)('%s is refused at its field', (_, decided, code, field) => {
  expect(decided()).toMatchObject({ code, field });
});

test('a chase is answered once; what is sent back moves with its records again', () => {
  const chased = after(folded('unit'), (state) => decide.chase(state, 'c', 'Đề nghị gửi'));
  const answered = after(chased, (state) => decide.answerChase(state, 'c', 'Mai gửi'));
  expect(decide.answerChase(answered, 'c', 'Nữa')).toMatchObject({ code: 'conflict:chase-answered' });
  expect(decide.answerChase(answered, 'x', 'Nữa')).toMatchObject({ code: 'missing:thing' });
  expect([REPORTS.submitted.manifest, REPORTS.sent_back.manifest]).toEqual([MANIFEST, null]);
  expect(isOpen(REPORTS.sent_back)).toBe(true);
});
