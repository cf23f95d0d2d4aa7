import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { suggestArea } from './area-of-task.ts';
import { type Area, areasOf, suggestOwners } from './areas.ts';
import { readItems } from './draft.ts';
import { readPlan } from './reader/index.ts';

const AREAS: Area[] = [
  { label: '1', name: 'Công tác chỉ đạo, điều hành' },
  { label: '2', name: 'Cải cách thể chế' },
  { label: '3', name: 'Cải cách thủ tục hành chính và thực hiện cơ chế một cửa, cơ chế một cửa liên thông' },
  { label: '4', name: 'Cải cách tổ chức bộ máy' },
  { label: '5', name: 'Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức' },
  { label: '6', name: 'Cải cách tài chính công' },
  { label: '7', name: 'Hiện đại hóa nền hành chính nhà nước' },
];

const plan = readPlan(readFileSync(new URL('../../../examples/plan-375.txt', import.meta.url), 'utf8'));
const items = readItems(plan);

test('the areas of Plan 375 are the headings of its part III, in their order', () => {
  expect(areasOf(items, plan.sections)).toEqual(AREAS);
});

test('a row that was added stands in the area of its number; an unheard number is an area of its own', () => {
  const added = (area: string) => ({
    kind: 'commitment' as const,
    key: `commitment:+${area}`,
    asRead: null,
    fields: { text: 'Thêm', area, tasks: [], targets: [] },
    corrected: false,
    dropped: false,
    spans: [],
  });
  const areas = areasOf([added('2'), ...items, added('9')], plan.sections);
  expect(areas.find(({ label }) => label === '2')?.name).toBe('Cải cách thể chế');
  expect(areas.at(-1)).toEqual({ label: '9', name: '9' });
});

test('the words of the duties of Plan 375 suggest who answers for each area', () => {
  const owners = suggestOwners(AREAS, plan.duties, (written) => written);
  expect(
    Object.fromEntries([...owners].map(([label, { unitId, by }]) => [label, `${unitId}, ${by}`])),
  ).toEqual({
    1: 'Văn phòng Sở, standing',
    2: 'Phòng Tổ chức cán bộ, duty',
    3: 'Văn phòng Sở, standing',
    4: 'Phòng Tổ chức cán bộ, duty',
    5: 'Phòng Tổ chức cán bộ, duty',
    6: 'Phòng Kế hoạch - Tài chính, duty',
    7: 'Văn phòng Sở, standing',
  });
});

test.each([
  [
    'nobody is suggested where no duty says it',
    [{ unit: 'A', text: 'Phối hợp thực hiện cải cách thể chế' }],
    undefined,
  ],
  [
    'nor by a unit that is not known',
    [{ unit: '?', text: 'Chịu trách nhiệm về cải cách thể chế' }],
    undefined,
  ],
  [
    'NFD words are read alike',
    [{ unit: 'A', text: 'Chịu trách nhiệm về Cải cách thể chế'.normalize('NFD') }],
    'A',
  ],
])('%s', (_, duties, unitId) => {
  const owners = suggestOwners(AREAS.slice(1, 2), duties, (written) =>
    written === '?' ? undefined : written,
  );
  expect(owners.get('2')?.unitId).toBe(unitId);
});

/** Areas of the tasks of Plan 375 by the city's scoring sheet, which its appendix follows; none for an inquiry. */
const SCORED: Record<string, readonly string[]> = {
  1: ['30', '54', '64-69'],
  2: ['24-25', '32-37'],
  3: ['1', '38-53'],
  4: ['7-10', '31'],
  5: ['11-23'],
  6: ['2-6'],
  7: ['55-63'],
};

test('the words and links of Plan 375 place its tasks as the scoring sheet does, but for two of 65', () => {
  const links = plan.commitments;
  const scored = new Map(
    Object.entries(SCORED).flatMap(([area, ranges]) =>
      ranges.flatMap((range) => {
        const [from = 0, to = from] = range.split('-').map(Number);
        return Array.from({ length: to - from + 1 }, (_, index) => [String(from + index), area] as const);
      }),
    ),
  );
  const differing = plan.tasks
    .filter(({ no }) => scored.has(no))
    .filter((task) => {
      const linked = links.filter(({ tasks }) => tasks.includes(task.no)).map(({ area }) => area);
      return suggestArea(task, AREAS, linked)?.label !== scored.get(task.no);
    });
  expect(scored.size).toBe(65);
  expect(differing.map(({ no }) => no)).toEqual(['37', '39']);
});

test.each([
  ['words of the title come first', 'Báo cáo quyết toán ngân sách', null, ['5'], '6'],
  ['then the one area of its commitments', 'Báo cáo tổng kết', null, ['5'], '5'],
  ['links to several areas tell nothing', 'Báo cáo tổng kết', null, ['5', '6'], undefined],
  ['then the words of the requirement', 'Báo cáo tổng kết', 'Theo đề án vị trí việc làm', [], '5'],
])('%s', (_, title, requirement, linked, label) => {
  expect(suggestArea({ title, requirement }, AREAS, linked)?.label).toBe(label);
});
