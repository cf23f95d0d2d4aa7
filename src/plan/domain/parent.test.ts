import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../pure/refusal.ts';
import {
  foldParentage,
  GIVEN,
  givenItem,
  type ItemEvent,
  judge,
  judgedAs,
  mappedName,
  mappingsOf,
  type ParentState,
  parentItems,
  parentOfVersion,
} from './parent.ts';
import { suggestGiven, suggestMappings } from './parent-suggestions.ts';
import type { IssuedItem, PlanState } from './plan.ts';

const PLAN = '0190b2f4-0000-7000-8000-000000000001';
const ours = (key: string) => `${PLAN}/${key}`;

function item(key: string, title: string, end: string | null = null): IssuedItem {
  const kind = key.split(':')[0] as IssuedItem['kind'];
  const due = end === null ? [] : [{ raw: end, label: null, kind: 'date', start: null, end, boundary: null }];
  const fields = kind === 'task' ? { no: '', title, leadUnits: [], supportUnits: [], due } : { text: title };
  return { kind, key, fields, units: { lead: [], support: [] } } as unknown as IssuedItem;
}

const ITEMS = [
  item('task:0', 'Rà soát thủ tục', '2019-03-31'),
  item('task:1', 'Tập huấn'),
  item('target:0', 'Đạt 95%'),
];
const TEXTS = {
  parent: new Map([
    ['task:0', 'Rà soát thủ tục'],
    ['task:1', 'Tập huấn'],
    ['target:0', 'Đạt 95%'],
  ]),
  ours: new Map(['task:0', 'task:1', 'target:0', 'commitment:0'].map((key) => [ours(key), `Việc ${key}`])),
};

const folded = (state: ParentState, events: readonly ItemEvent[], at: string): ParentState =>
  events.reduce<PlanState>((plan, event) => foldParentage(plan, event, at), {
    parent: state,
  } as unknown as PlanState).parent as ParentState;

function judged(state: ParentState, judgement: Parameters<typeof judge>[1], texts = TEXTS): ItemEvent[] {
  const events = judge(state, judgement, texts);
  if (isRefusal(events)) throw new Error(events.code);
  return events;
}

test('a plan without tasks hands down its commitments; both kinds hand down their targets', () => {
  const commitment = item('commitment:0', 'Đẩy mạnh');
  expect(parentItems([...ITEMS, commitment]).map(({ key }) => key)).toEqual(['task:0', 'task:1', 'target:0']);
  expect(parentItems([commitment, item('target:0', 'x'), item('duty:0', 'y')]).map(({ key }) => key)).toEqual(
    ['commitment:0', 'target:0'],
  );
});

describe('what is said of an item', () => {
  const start = parentOfVersion(null, ITEMS, '2019-01-10T00:00:00Z');

  test('is all of it at once: what is not named any more is unmapped', () => {
    const first = judged(start, {
      item: 'task:0',
      given: 'lead',
      reason: null,
      to: [ours('task:0'), ours('target:0')],
    });
    expect(first.map(({ type }) => type)).toEqual(['item-given', 'item-mapped', 'item-mapped']);
    const state = folded(start, first, '2019-01-11T00:00:00Z');
    const second = judged(state, { item: 'task:0', given: 'lead', reason: null, to: [ours('task:0')] });
    expect(second.map(({ type }) => type)).toEqual(['item-unmapped']);
    expect(
      judged(state, { item: 'task:0', given: 'lead', reason: null, to: [ours('task:0'), ours('target:0')] }),
    ).toEqual([]);
  });

  test('that is not ours needs a reason, and takes its mappings away', () => {
    const state = folded(
      start,
      judged(start, { item: 'task:0', given: 'lead', reason: null, to: [ours('task:0')] }),
      '2019-01-11T00:00:00Z',
    );
    const bare = judge(state, { item: 'task:0', given: 'not_ours', reason: null, to: [] }, TEXTS);
    expect(bare).toMatchObject({ code: 'invalid:not-ours-reason', field: 'reason' });
    const events = judged(state, {
      item: 'task:0',
      given: 'not_ours',
      reason: 'Sở Nội vụ',
      to: [ours('task:1')],
    });
    expect(mappingsOf(folded(state, events, '2019-01-12T00:00:00Z'), 'task:0')).toEqual([]);
  });

  test('names what is in force alone', () => {
    expect(judge(start, { item: 'task:9', given: 'lead', reason: null, to: [] }, TEXTS)).toMatchObject({
      code: 'missing:thing',
    });
    expect(
      judge(start, { item: 'task:0', given: 'lead', reason: null, to: [ours('task:9')] }, TEXTS),
    ).toMatchObject({
      code: 'invalid:choose',
      field: 'to',
    });
  });

  test('holds by key through an amendment; changed words are judged again, and only those', () => {
    const mapped = folded(
      start,
      ['task:0', 'task:1'].flatMap((key) =>
        judged(start, { item: key, given: 'support', reason: null, to: [ours(key)] }),
      ),
      '2019-01-11T00:00:00Z',
    );
    const amended = parentOfVersion(
      mapped,
      [item('task:0', 'Rà soát toàn bộ thủ tục', '2019-06-30'), item('task:1', 'Tập huấn')],
      '2019-05-01T00:00:00Z',
    );
    expect(givenItem(amended, 'task:0')).toMatchObject({ given: 'support', end: '2019-06-30' });
    expect(givenItem(amended, 'target:0')).toBeUndefined();
    expect(mappingsOf(amended, 'task:0')).toHaveLength(1);
    const texts = {
      ...TEXTS,
      parent: new Map([
        ['task:0', 'Rà soát toàn bộ thủ tục'],
        ['task:1', 'Tập huấn'],
      ]),
    };
    const again = (key: string) =>
      judged(amended, { item: key, given: 'support', reason: null, to: [ours(key)] }, texts);
    expect(again('task:1')).toEqual([]);
    expect(again('task:0').map(({ type }) => type)).toEqual(['item-mapped']);
  });

  test('whatever was said in whatever order, one period holds for each item at a time and the last words stand', () => {
    const judgement = fc.record({
      item: fc.constantFrom('task:0', 'task:1', 'target:0'),
      given: fc.constantFrom(...GIVEN),
      reason: fc.constant('Cơ quan khác'),
      to: fc.uniqueArray(fc.constantFrom(...[...TEXTS.ours.keys()])),
    });
    fc.assert(
      fc.property(fc.array(judgement, { maxLength: 12 }), (judgements) => {
        let state = start;
        judgements.forEach((one, index) => {
          state = folded(state, judged(state, one), new Date(Date.UTC(2019, 1, 1 + index)).toISOString());
          const wanted = one.given === 'not_ours' ? [] : one.to;
          expect(judgedAs(state, one.item)).toBe([one.given, ...[...wanted].sort()].join(' '));
          expect(mappingsOf(state, one.item).map(mappedName).sort()).toEqual([...wanted].sort());
        });
        for (const { key } of ITEMS) {
          const periods = state.items.filter((period) => period.item === key);
          expect(periods.filter(({ to }) => to === null)).toHaveLength(1);
          periods.slice(1).forEach((period, index) => {
            expect(period.from).toBe(periods[index]?.to);
          });
        }
      }),
    );
  });
});

const AGENCY = { name: 'Sở Giáo dục và Đào tạo Hà Nội', shortName: 'Sở GD&ĐT', symbol: 'SGDĐT' };

test.each([
  [['Sở Giáo dục và Đào tạo'], [], 'lead'],
  [['Sở GD&ĐT'], [], 'lead'],
  [['Sở Giáo dục và Đào tạo Hà Nội; các quận'], [], 'lead'],
  [['Các sở, ban, ngành'], [], 'lead'],
  [['Các cơ quan, đơn vị thuộc Thành phố'], [], 'lead'],
  [['Sở Nội vụ'], ['Sở Giáo dục và Đào tạo'], 'support'],
  [['Sở Nội vụ'], ['Các sở, ngành'], 'support'],
  [['Sở Nội vụ'], ['Sở Tài chính'], 'not_ours'],
  [['Sở'], [], 'not_ours'],
  [[], [], null],
] as const)('led by %j, supported by %j, an item seems to be: %s', (leadUnits, supportUnits, given) => {
  const fields = { ...item('task:0', 'x').fields, leadUnits, supportUnits };
  expect(suggestGiven(fields as unknown as IssuedItem['fields'], AGENCY)).toBe(given);
});

test('suggestions are the items that share rare words, best first, and say how alike they are', () => {
  const parent = ['Ban hành kế hoạch kiểm tra công tác cải cách hành chính', 'Nâng cấp lý lịch tư pháp'];
  const own = [
    { plan: PLAN, key: 'task:0', text: 'Tập huấn nghiệp vụ văn thư lưu trữ' },
    { plan: PLAN, key: 'task:1', text: 'Kế hoạch kiểm tra cải cách hành chính tại đơn vị' },
  ];
  const [found = [], none = []] = suggestMappings(parent, own);
  expect(found.map(({ name }) => name)).toEqual([ours('task:1')]);
  expect(found[0]?.likeness).toBeGreaterThan(0.34);
  expect(found[0]?.likeness).toBeLessThanOrEqual(1);
  expect(none).toEqual([]);
});
