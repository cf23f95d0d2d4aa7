import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../pure/refusal.ts';
import { speaksTo } from './concern.ts';
import { foldLeadership, type Leadership, type LeadershipState, leadershipOn } from './leadership.ts';
import {
  foldSubplan,
  inHand,
  type SubplanEvent,
  type SubplanOwner,
  type SubplanState,
  type SubplanText,
} from './subplan.ts';
import * as decide from './subplan-decisions.ts';

const owner: SubplanOwner = { planId: 'plan', recipient: 'agency:a', unitId: null, kind: 'own' };
const text: SubplanText = {
  leader: { name: 'Hiệu trưởng', position: null },
  leaderIsHead: true,
  officer: { name: 'Văn thư', position: null },
  number: '12/KH-TH1',
  issueDate: '2019-02-01',
  section: null,
  source: 'parent',
  file: null,
  items: [{ key: 'duty:0', due: null, person: null }],
};
const stamp = (day: number) => ({
  occurredAt: Temporal.Instant.from(`2019-02-${String(day).padStart(2, '0')}T02:00:00Z`),
  actorAccount: 'somebody',
});

/** What a subplan comes to, each act on a day of its own. */
function reached(
  ...acts: ((state: SubplanState | undefined) => ReturnType<typeof decide.save>)[]
): SubplanState {
  let state: SubplanState | undefined;
  for (const [index, act] of acts.entries()) {
    const events = act(state);
    if (isRefusal(events)) throw new Error(events.code);
    for (const event of events as SubplanEvent[]) state = foldSubplan(state, event, stamp(index + 1));
  }
  if (state === undefined) throw new Error('nothing happened');
  return state;
}
const sent = (state: SubplanState | undefined) => decide.submit(state, owner, text, '2019-02-05');
const given =
  (act: (state: SubplanState) => ReturnType<typeof decide.save>) => (state: SubplanState | undefined) =>
    state === undefined ? [] : act(state);

test.each([
  [{ leader: null }, 'leader', 'invalid:required'],
  [{ officer: null }, 'officer', 'invalid:required'],
  [{ number: null }, 'number', 'invalid:required'],
  [{ issueDate: null }, 'issueDate', 'invalid:required'],
  [{ issueDate: '2019-02-06' }, 'issueDate', 'invalid:issue-date-ahead'],
  [{ items: [] }, 'items', 'invalid:subplan-empty'],
  [{ source: 'file' as const }, 'file', 'invalid:file'],
])('what lacks %j cannot be sent, and says so at its field', (lack, field, code) => {
  const refused = decide.submit(undefined, owner, { ...text, ...lack }, '2019-02-05');
  expect(refused).toMatchObject({ field, code });
  // Kept as a draft it may lack anything.
  expect(isRefusal(decide.save(undefined, owner, { ...text, ...lack }))).toBe(false);
});

test('a division says where reform stands in its plan, and needs no leader', () => {
  const division = { ...owner, unitId: 'unit' };
  expect(decide.submit(undefined, division, text, '2019-02-05')).toMatchObject({ field: 'section' });
  const own = { ...text, leader: null, officer: null, items: [], section: 'Mục III' };
  expect(isRefusal(decide.submit(undefined, division, own, '2019-02-05'))).toBe(false);
});

describe('from draft to confirmation', () => {
  test('one sent back is not in hand until it comes again, and the first day of sending stays', () => {
    const back = reached(
      sent,
      given((state) => decide.sendBack(state, true, 'Thiếu thời hạn')),
    );
    expect([inHand(back.state), back.reason]).toEqual([false, 'Thiếu thời hạn']);
    const again = reached(
      sent,
      given((state) => decide.sendBack(state, true, 'Thiếu thời hạn')),
      (state) => decide.submit(state, owner, text, '2019-02-20'),
    );
    expect([again.state, again.sentOn, again.reason]).toEqual(['submitted', '2019-02-05', null]);
    expect(again.periods.map(({ state }) => state)).toEqual(['draft', 'submitted', 'sent_back', 'submitted']);
  });

  test.each([
    [
      'confirmed by whom it does not answer to',
      (state: SubplanState) => decide.confirm(state, false),
      'forbidden:subplan-only-comment',
    ],
    [
      'sent back by whom it does not answer to',
      (state: SubplanState) => decide.sendBack(state, false, 'x'),
      'forbidden:subplan-only-comment',
    ],
    [
      'saved while it is sent',
      (state: SubplanState) => decide.save(state, owner, text),
      'conflict:subplan-submitted',
    ],
    [
      'chased for though it is there',
      (state: SubplanState) => decide.chase(state, owner, 'c', 'x'),
      'conflict:subplan-in-hand',
    ],
  ])('it is not %s', (_, act, code) => {
    expect(act(reached(sent))).toMatchObject({ code });
  });

  test('what is confirmed is neither withdrawn nor confirmed again', () => {
    const confirmed = reached(
      sent,
      given((state) => decide.confirm(state, true)),
    );
    expect(decide.withdraw(confirmed)).toMatchObject({ code: 'conflict:subplan-confirmed' });
    expect(decide.confirm(confirmed, true)).toMatchObject({ code: 'conflict:subplan-confirmed' });
  });

  test('a chase is answered once', () => {
    const chased = reached((state) => decide.chase(state, owner, 'c', 'Đề nghị gửi'));
    expect(chased.state).toBe('none');
    const answered = reached(
      (state) => decide.chase(state, owner, 'c', 'Đề nghị gửi'),
      given((state) => decide.answerChase(state, 'c', 'Gửi ngay')),
    );
    expect(decide.answerChase(answered, 'c', 'Gửi ngay')).toMatchObject({ code: 'conflict:chase-answered' });
  });
});

test.each([
  ['100% các đơn vị trực thuộc công khai quy trình giải quyết các TTHC', 'affiliated', true],
  ['Sở GD&ĐT kiểm tra theo chuyên đề các đơn vị, cơ sở giáo dục', 'affiliated', false],
  ['Các phòng ban cơ quan Sở thực hiện tốt kế hoạch kiểm tra văn bản', 'affiliated', false],
  ['Các phòng ban cơ quan Sở thực hiện tốt kế hoạch kiểm tra văn bản', 'units', true],
  ['Tiếp tục rà soát các TTHC thuộc quyền giải quyết của Sở, UBND cấp huyện', 'district_offices', true],
] as const)('"%s" speaks to %s: %s', (words, group, speaks) => {
  expect(speaksTo(words, group)).toBe(speaks);
});

describe('the register of leadership', () => {
  const entry = (leader: string, from: string, until: string | null = null): Leadership => ({
    leader: { name: leader, position: null },
    leaderIsHead: true,
    officer: null,
    number: null,
    issueDate: null,
    file: null,
    from,
    until,
  });
  const register = (...entries: Leadership[]) =>
    entries.reduce<LeadershipState | undefined>(
      (state, payload, index) =>
        foldLeadership(state, { type: 'recorded', version: 1, payload }, stamp(index + 1)),
      undefined,
    ) ?? { entries: [] };

  test.each([
    ['2019-01-31', undefined],
    ['2019-02-01', 'A'],
    ['2019-05-31', 'A'],
    ['2019-06-01', 'B'],
    ['2020-01-01', 'A'],
  ])('says on %s who is responsible: %s', (day, name) => {
    const state = register(entry('A', '2019-02-01'), entry('B', '2019-06-01', '2019-12-31'));
    expect(leadershipOn(state, day)?.leader.name).toBe(name);
  });

  test('an entry from the very day of an earlier one corrects it, and both stay', () => {
    const state = register(entry('A', '2019-02-01'), entry('C', '2019-02-01'));
    expect(leadershipOn(state, '2019-03-01')?.leader.name).toBe('C');
    expect(state.entries).toHaveLength(2);
  });
});
