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

test('a house without any catalogue is no clean house', () => {
  const { folder } = plantedHouse({ 'src/main.ts': 'export const a = 1;' });
  expect(checkWords(folder)).toEqual(['No catalogue was found']);
});
