import { expect, test } from 'vitest';
import { checkWords } from './check-words.ts';
import { plantedHouse } from './planted.ts';

function house() {
  return plantedHouse({
    'src/plan/words.ts': `export const words = catalogue({
      'plan.title': 'Kế hoạch',
      'plan.kind.year': 'Năm',
      'refusal.conflict:taken': 'Đã có',
      'refusal.invalid:day': 'Không phải ngày',
    });`,
    'src/plan/words.en.ts': `export const english = {
      'plan.title': 'Plan',
      'plan.kind.year': 'Year',
      'refusal.conflict:taken': 'There is one',
      'refusal.invalid:day': 'No day',
    } as const;`,
    'src/plan/pages/plan.tsx':
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the planted page's own template
      'export const a = (kind: string) => <p>{visit.say("plan.title")}{visit.say(`plan.kind.${kind}`)}</p>;',
    'src/plan/actions/a.ts': `throw refuse('conflict:taken');\nexport const code = 'invalid:day';`,
  });
}

test('a house in which every key has its words, and the other way round, has no breach', () => {
  expect(checkWords(house().folder)).toEqual([]);
});

test.each([
  ['src/plan/a.ts', "lexicon.say('plan.gone');", 'src/plan/a.ts: "plan.gone" has no words'],
  ['src/plan/a.ts', "refuse('conflict:gone');", 'src/plan/a.ts: "refusal.conflict:gone" has no words'],
  ['src/plan/a.ts', "catalogue({ 'plan.idle': 'Nhàn' });", 'src/plan/a.ts: nobody says "plan.idle"'],
  [
    'src/plan/x.ts',
    "catalogue({ 'plan.title': 'Kế hoạch' });",
    'src/plan/x.ts: "plan.title" stands in src/plan/words.ts too',
  ],
])('words amiss are seen: %s, %s', (file, text, breach) => {
  const { folder, write } = house();
  write(file, text);
  expect(checkWords(folder)).toEqual([breach]);
});

const other = `{ 'plan.title': 'Kế hoạch', 'plan.count': 'Có {count} mục' }`;
const said = `say('plan.count'); say('plan.title');`;

test.each([
  ["{ 'plan.title': 'Plan', 'plan.count': '{count} {count|item|items}' }", []],
  ["{ 'plan.title': 'Plan' }", ['"plan.count" has no English']],
  [
    "{ 'plan.title': 'Plan', 'plan.count': '{count} items', 'plan.old': 'Old' }",
    ['"plan.old" is the English of nothing'],
  ],
  [
    "{ 'plan.title': 'Plan', 'plan.count': 'Some items' }",
    ['"plan.count" has the parameters none, its Vietnamese {count}'],
  ],
  [
    "{ 'plan.title': 'Plan {no}', 'plan.count': '{count} items' }",
    ['"plan.title" has the parameters {no}, its Vietnamese none'],
  ],
])('English that does not match is seen: %s', (english, breaches) => {
  const { folder } = plantedHouse({
    'src/plan/act-words.ts': `export const words = catalogue(${other}, english); ${said}`,
    'src/plan/act-words.en.ts': `export const english = ${english} as const;`,
  });
  expect(checkWords(folder)).toEqual(breaches.map((breach) => `src/plan/act-words.en.ts: ${breach}`));
});

test('a catalogue without English and English without a catalogue are seen', () => {
  const { folder } = plantedHouse({
    'src/plan/words.ts': `export const words = catalogue({ 'plan.title': 'Kế hoạch' }); say('plan.title');`,
    'src/plan/act-words.en.ts': `export const english = { 'plan.title': 'Plan' } as const;`,
  });
  expect(checkWords(folder)).toEqual([
    'src/plan/act-words.en.ts: there is no catalogue of which it is the English',
    'src/plan/words.en.ts: "plan.title" has no English',
  ]);
});

test('a house without any catalogue is no clean house', () => {
  const { folder } = plantedHouse({ 'src/main.ts': 'export const a = 1;' });
  expect(checkWords(folder)).toEqual(['No catalogue was found']);
});
