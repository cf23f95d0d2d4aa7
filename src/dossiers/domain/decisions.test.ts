import { expect, test } from 'vitest';
import type { Refusal } from '../../pure/refusal.ts';
import * as decide from './decisions.ts';
import type { DossierEvent, DossierState } from './dossier.ts';
import { ACTS, ACTS_IN, type DossierAct, isOpen, NATIONAL_STATUS, STATUSES, type Status } from './status.ts';
import { ACCEPTANCE, at, Dossier, INTAKE } from './testing.ts';

const RULES = { supplementsAllowed: 1, newDatesAllowed: 1 };
const ITEMS = [{ component: 'c1', what: 'Bản sao học bạ', reason: 'thiếu trang điểm' }];
const PAPER = { number: '12/TB-SGDĐT', date: '2019-02-01', file: null };
const RESULT = { number: '45/QĐ-SGDĐT', date: '2019-02-11', documentId: null, file: null };

type Step = (state: DossierState) => readonly DossierEvent[] | Refusal;

/** Each act, as somebody would do it. */
const DO: Record<DossierAct, Step> = {
  accept: (state) => decide.accept(state, ACCEPTANCE),
  refuse: (state) => decide.refuseDossier(state, 'Không thuộc thẩm quyền', 'Nghị định 61/2018/NĐ-CP'),
  'request-completion': (state) => decide.requestCompletion(state, ITEMS),
  'receive-completion': (state) => decide.receiveCompletion(state, INTAKE.components),
  'hand-over': (state) => decide.handOver(state, 'another unit', null),
  'confirm-hand-over': (state) => decide.confirmHandOver(state, null),
  'decline-hand-over': (state) => decide.declineHandOver(state, 'Không thuộc phòng'),
  assign: (state) => decide.assign(state, 'officer', null),
  'request-supplement': (state) =>
    decide.requestSupplement(state, { items: ITEMS, basis: 'Điều 17', document: PAPER }, RULES),
  'receive-supplement': (state) => decide.receiveSupplement(state, INTAKE.components, at('2019-02-15T17:00')),
  'ask-opinion': (state) =>
    decide.askOpinion(state, {
      opinion: 'o2',
      of: { unitId: 'asked', agencyId: null, name: 'Phòng KHTC' },
      question: 'Có ý kiến gì không?',
      due: null,
      interlinked: false,
    }),
  'answer-opinion': (state) => decide.answerOpinion(state, 'o1', 'Không có ý kiến', null),
  suspend: (state) =>
    decide.suspend(state, { basis: 'Luật', reason: 'Chờ kết luận thanh tra', document: PAPER }),
  resume: (state) => decide.resume(state, null),
  propose: (state) => decide.propose(state, { outcome: 'granted', note: 'Đủ điều kiện', file: null }),
  'send-back': (state) => decide.sendBack(state, 'Sai tên trường'),
  agree: (state) => decide.agree(state, null),
  sign: (state) => decide.sign(state, null),
  finish: (state) => decide.finish(state, RESULT),
  'return-result': (state) => decide.returnResult(state, { by: 'direct', to: null, note: null }),
  apologise: (state) =>
    decide.apologise(
      state,
      { reason: 'Chờ xác minh', appointed: at('2019-02-20T17:00'), document: PAPER },
      RULES,
    ),
  withdraw: (state) => decide.withdraw(state, 'Không còn nhu cầu', state.due),
  stop: (state) =>
    decide.stop(state, { reason: 'Hết hiệu lực', basis: 'Luật', document: PAPER, due: state.due }),
  correct: (state) =>
    decide.correct(state, [{ field: 'subject', from: state.subject, to: 'Chuyển trường' }], 'Gõ nhầm'),
};

/** The shortest way to each status. */
const WAY: Record<Status, readonly DossierAct[]> = {
  submitted: [],
  'awaiting-completion': ['request-completion'],
  refused: ['refuse'],
  accepted: ['accept'],
  processing: ['accept', 'assign'],
  'awaiting-supplement': ['accept', 'assign', 'request-supplement'],
  suspended: ['accept', 'assign', 'suspend'],
  proposed: ['accept', 'assign', 'propose'],
  'awaiting-signature': ['accept', 'assign', 'propose', 'agree'],
  signed: ['accept', 'assign', 'propose', 'agree', 'sign'],
  finished: ['accept', 'assign', 'propose', 'agree', 'sign', 'finish'],
  returned: ['accept', 'assign', 'propose', 'agree', 'sign', 'finish', 'return-result'],
  withdrawn: ['accept', 'withdraw'],
  stopped: ['accept', 'stop'],
};

function told(...acts: readonly DossierAct[]): Dossier {
  const dossier = new Dossier();
  dossier.when('2019-01-30T14:00', (state) => decide.submit(state, INTAKE, 'nd61-2018'));
  for (const act of acts) expect(dossier.next('2019-02-01T09:00', DO[act])).toBeUndefined();
  return dossier;
}

/** What an act needs beside a status to be possible at all. */
function prepared(status: Status, act: DossierAct): Dossier {
  const dossier = told(...WAY[status]);
  const open = isOpen(status) && !['awaiting-supplement', 'suspended'].includes(status);
  if (open && (act === 'confirm-hand-over' || act === 'decline-hand-over'))
    dossier.next('2019-02-01T09:00', DO['hand-over']);
  return dossier;
}

test.each(STATUSES)('where a dossier is %s', (status) => {
  expect(told(...WAY[status]).now.status).toBe(status);
});

test.each(STATUSES.flatMap((status) => ACTS.map((act) => [act, status] as const)))(
  '%s of a dossier that is %s',
  (act, status) => {
    const dossier = prepared(status, act);
    if (act === 'answer-opinion' && isOpen(status)) {
      // Asked before the dossier went on.
      const asked = new Dossier();
      asked.state = {
        ...dossier.now,
        opinions: [
          {
            opinion: 'o1',
            of: { unitId: 'asked', agencyId: null, name: 'Phòng KHTC' },
            question: '?',
            interlinked: false,
            due: null,
            askedAt: at('2019-02-01T09:00'),
            answer: null,
          },
        ],
      };
      expect(asked.next('2019-02-02T09:00', DO[act])).toBeUndefined();
      return;
    }
    const refusal = dossier.next('2019-02-02T09:00', DO[act]);
    const may = (ACTS_IN[status] as readonly DossierAct[]).includes(act);
    expect(refusal === undefined, refusal?.code).toBe(may);
  },
);

test('at the counter a dossier is submitted and accepted in one act', () => {
  const dossier = new Dossier();
  dossier.when('2019-01-30T14:00', (state) => decide.takeIn(state, INTAKE, ACCEPTANCE));
  expect(dossier.now).toMatchObject({
    status: 'accepted',
    code: '000.00.01.H26-190130-0001',
    acceptedAt: at('2019-01-30T14:00'),
    originalDue: at('2019-02-11T17:00'),
    due: at('2019-02-11T17:00'),
    appointed: at('2019-02-11T17:00'),
    unitId: 'desk',
  });
});

test('responsibility stays with the sender until the other unit confirms', () => {
  const dossier = told('accept');
  dossier.next('2019-01-30T15:00', (state) => decide.handOver(state, 'division', null));
  expect(dossier.now).toMatchObject({ unitId: 'desk', status: 'accepted' });
  expect(dossier.next('2019-01-30T15:05', (state) => decide.handOver(state, 'other', null))?.code).toBe(
    'conflict:hand-over-open',
  );
  dossier.next('2019-01-31T08:00', (state) => decide.confirmHandOver(state, null));
  expect(dossier.now).toMatchObject({ unitId: 'division', status: 'processing' });
  expect(dossier.now.handOvers).toHaveLength(1);
});

test('a hand-over that is declined leaves it where it was, and can be tried elsewhere', () => {
  const dossier = told('accept', 'hand-over', 'decline-hand-over');
  expect(dossier.now.unitId).toBe('desk');
  expect(dossier.next('2019-02-02T09:00', DO['hand-over'])).toBeUndefined();
});

test('a supplement after acceptance is asked for once, completely', () => {
  const dossier = told('accept', 'assign', 'request-supplement', 'receive-supplement');
  expect(dossier.now.intervals).toEqual([
    expect.objectContaining({ kind: 'supplement', from: at('2019-02-01T09:00'), to: at('2019-02-01T09:00') }),
  ]);
  expect(dossier.next('2019-02-12T09:00', DO['request-supplement'])?.code).toBe('conflict:supplement-asked');
});

test('a rule set that allows more lets one ask again', () => {
  const dossier = told('accept', 'assign', 'request-supplement', 'receive-supplement');
  const again = dossier.next('2019-02-12T09:00', (state) =>
    decide.requestSupplement(
      state,
      { items: ITEMS, basis: 'Điều 17', document: null },
      { ...RULES, supplementsAllowed: 2 },
    ),
  );
  expect(again).toBeUndefined();
});

test('what is asked for before acceptance starts no clock and counts as no supplement of it', () => {
  const dossier = told('request-completion', 'receive-completion');
  expect(dossier.now).toMatchObject({ status: 'submitted', due: null, intervals: [] });
  dossier.next('2019-02-01T10:00', DO.accept);
  dossier.next('2019-02-01T10:05', DO.assign);
  expect(dossier.next('2019-02-01T11:00', DO['request-supplement'])).toBeUndefined();
});

test('an apology moves what the applicant is told, once, and never what it is judged by', () => {
  const dossier = told('accept', 'assign', 'apologise');
  expect(dossier.now).toMatchObject({
    due: at('2019-02-11T17:00'),
    originalDue: at('2019-02-11T17:00'),
    appointed: at('2019-02-20T17:00'),
  });
  expect(dossier.next('2019-02-12T09:00', DO.apologise)?.code).toBe('conflict:apologised');
});

test('the new day of an apology is later than the due time', () => {
  const dossier = told('accept', 'assign');
  const refused = dossier.next('2019-02-02T09:00', (state) =>
    decide.apologise(
      state,
      { reason: 'Chờ xác minh', appointed: at('2019-02-11T17:00'), document: PAPER },
      RULES,
    ),
  );
  expect(refused?.code).toBe('invalid:new-date-not-later');
});

test('a supplement moves the due time; a later day of an apology stays what the applicant was told', () => {
  const dossier = told('accept', 'assign', 'apologise', 'request-supplement');
  dossier.next('2019-02-14T09:00', (state) =>
    decide.receiveSupplement(state, INTAKE.components, at('2019-02-15T17:00')),
  );
  expect(dossier.now).toMatchObject({ due: at('2019-02-15T17:00'), appointed: at('2019-02-20T17:00') });
});

test('an interlinked stage that is open keeps it from being proposed; silence is no consent', () => {
  const dossier = told('accept', 'assign');
  dossier.next('2019-02-01T10:00', (state) =>
    decide.askOpinion(state, {
      opinion: 'o1',
      of: { unitId: null, agencyId: 'other', name: 'Sở Nội vụ' },
      question: 'Thẩm định',
      due: at('2019-02-11T17:00'),
      interlinked: true,
    }),
  );
  expect(dossier.next('2019-03-01T10:00', DO.propose)?.code).toBe('conflict:stage-open');
  dossier.next('2019-03-02T10:00', DO['answer-opinion']);
  expect(dossier.next('2019-03-02T11:00', DO.propose)).toBeUndefined();
});

test('being late stops nothing: it is finished and returned weeks after its due time', () => {
  const dossier = told('accept', 'assign');
  for (const act of ['propose', 'agree', 'sign', 'finish', 'return-result'] as const)
    expect(dossier.next('2019-03-20T09:00', DO[act])).toBeUndefined();
  expect(dossier.now).toMatchObject({
    status: 'returned',
    endedAt: at('2019-03-20T09:00'),
    outcome: 'granted',
  });
});

test('who takes a dossier back while a supplement is awaited is judged by a due time without that waiting', () => {
  const dossier = told('accept', 'assign', 'request-supplement');
  dossier.next('2019-03-20T09:00', (state) => decide.withdraw(state, 'Không còn', at('2019-03-21T17:00')));
  expect(dossier.now).toMatchObject({ endedAt: at('2019-03-20T09:00'), due: at('2019-03-21T17:00') });
});

test('what the applicant was told last is never pulled back by handling that goes on', () => {
  const dossier = told('accept', 'assign', 'apologise', 'suspend');
  dossier.next('2019-02-02T10:00', (state) => decide.resume(state, at('2019-02-13T17:00')));
  expect(dossier.now.appointed).toBe(at('2019-02-20T17:00'));
});

test('a supplement in which nothing came is none', () => {
  const dossier = told('accept', 'assign', 'request-supplement');
  expect(dossier.next('2019-02-14T09:00', (state) => decide.receiveSupplement(state, [], null))?.code).toBe(
    'invalid:nothing-brought',
  );
});

test('a typing error is mended, and what stood there stays on the ledger', () => {
  const dossier = told('accept', 'correct');
  expect(dossier.now.subject).toBe('Chuyển trường');
  expect(dossier.events.at(-1)?.payload).toMatchObject({
    changes: [{ from: 'Xin chuyển trường', to: 'Chuyển trường' }],
  });
});

test('what held when is kept for each change of status, unit, officer or due time', () => {
  const dossier = new Dossier();
  dossier.when('2019-01-30T14:00', (state) => decide.takeIn(state, INTAKE, ACCEPTANCE));
  dossier.next('2019-01-30T15:00', (state) => decide.handOver(state, 'division', null));
  dossier.next('2019-01-31T08:00', (state) => decide.confirmHandOver(state, null));
  dossier.next('2019-01-31T09:00', DO.assign);
  expect(
    dossier.now.periods.map(({ status, unitId, personId, from, to }) => [status, unitId, personId, from, to]),
  ).toEqual([
    ['accepted', 'desk', null, at('2019-01-30T14:00'), at('2019-01-31T08:00')],
    ['processing', 'division', null, at('2019-01-31T08:00'), at('2019-01-31T09:00')],
    ['processing', 'division', 'officer', at('2019-01-31T09:00'), null],
  ]);
});

test('a change of the calendar moves only what is still open', () => {
  const open = told('accept');
  open.next('2019-02-01T10:00', (state) =>
    decide.moveAppointment(state, {
      due: at('2019-02-12T17:00'),
      calendar: 2,
      reason: 'Nghỉ bù',
    }),
  );
  expect(open.now.due).toBe(at('2019-02-12T17:00'));
  const ended = told(...WAY.finished);
  ended.next('2019-02-01T10:00', (state) =>
    decide.moveAppointment(state, {
      due: at('2019-02-12T17:00'),
      calendar: 2,
      reason: 'Nghỉ bù',
    }),
  );
  expect(ended.now.due).toBe(at('2019-02-11T17:00'));
});

test('each status has its national code', () => {
  expect(STATUSES.map((status) => NATIONAL_STATUS[status])).toEqual([
    1, 5, 3, 2, 4, 5, 4, 4, 4, 4, 9, 10, 7, 8,
  ]);
});
