import { expect, test } from 'vitest';
import { FORM_KINDS } from './domain/content.ts';
import { BLOCKS_OF, FORM_BLOCKS, type FormBlockName } from './domain/form-blocks.ts';
import { blocksIn } from './domain/form-lines.ts';
import { formTexts } from './domain/form-texts.ts';
import { formCode, formOfKind, formRuleSets, formRulesOn } from './rules.ts';
import { sampleForm } from './sample.ts';
import { blocksOfLine } from './template-blocks.ts';

const all = formRuleSets.flatMap((rules) =>
  rules.forms.map((form) => ({ rules, form, code: formCode(rules, form) })),
);

test.each([
  ['2018-12-31', 'tt01-2018', 'before the oldest, the oldest'],
  ['2019-01-06', 'tt01-2018', 'the day it came into force'],
  ['2025-07-01', 'tt01-2018', 'Decree 118/2025 alone brought no new forms'],
  ['2025-09-14', 'tt01-2018', 'its last day'],
  ['2025-09-15', 'tt03-2025', 'the new circular'],
])('on %s the forms are those of %s: %s', (day, code) => {
  expect(formRulesOn(day).code).toBe(code);
});

test('the same number is another form in another rule set', () => {
  expect(all.map(({ code, form }) => `${code} ${form.kind}`)).toEqual([
    'tt01-2018/01 receipt',
    'tt01-2018/02 supplement-request',
    'tt01-2018/03 refusal',
    'tt01-2018/04 apology',
    'tt01-2018/05 control-sheet',
    'tt01-2018/06 tracking-book',
    'tt03-2025/01 receipt',
    'tt03-2025/02 supplement-request',
    'tt03-2025/03 refusal',
    'tt03-2025/04 apology',
    'tt03-2025/05 stop-notice',
    'tt03-2025/06 control-sheet',
    'tt03-2025/07 tracking-book',
  ]);
  expect(formOfKind(formRulesOn('2019-03-01'), 'stop-notice')).toBeUndefined();
});

test('the forms of 2018 are on A5, the tracking book on A4 (Circular 01/2018)', () => {
  const [rules] = formRuleSets;
  const sizes = rules?.forms.map(({ kind, page }) => {
    const { width, height } = rules.layout[page];
    return `${kind} ${Math.min(width, height)} × ${Math.max(width, height)}`;
  });
  expect(sizes).toEqual([
    ...['receipt', 'supplement-request', 'refusal', 'apology', 'control-sheet'].map(
      (kind) => `${kind} 148 × 210`,
    ),
    'tracking-book 210 × 297',
  ]);
});

test('what of a form nobody has compared with the circular says so, with where it comes from', () => {
  for (const { code, form } of all) {
    expect(form.source, code).not.toBe('');
    expect(form.unconfirmed, code).toContain(form.columns.length > 0 ? 'columns' : 'lines');
    expect(form.unconfirmed.includes('page'), code).toBe(code.startsWith('tt03-2025'));
  }
});

test.each(all)('$code is written with blocks that its kind can fill', ({ form }) => {
  const known = new Set<string>(BLOCKS_OF[form.kind]);
  const used = [
    ...form.lines.flatMap(blocksOfLine),
    ...form.signatures.flatMap(({ title, name }) => [...blocksIn(title), name]),
  ];
  expect(used.filter((block) => !known.has(block))).toEqual([]);
});

test.each(all)('the table of $code knows all its columns', ({ rules, form }) => {
  const texts = formTexts(sampleForm(form.kind, rules.from), form.columns);
  const line = form.lines.find((one) => typeof one === 'object' && 'table' in one);
  expect(line === undefined).toBe(form.columns.length === 0);
  if (line === undefined) return;
  const table = texts[blocksOfLine(line)[0] as FormBlockName];
  if (typeof table !== 'object' || !('columns' in table)) throw new Error('no table');
  expect(table.rows.length).toBeGreaterThan(1);
  // Signatures and notes are written in by hand.
  for (const [at, { key }] of form.columns.entries())
    if (key !== 'signature' && key !== 'note')
      expect(table.rows.map(({ cells }) => cells[at]).join(''), key).not.toBe('');
});

test.each(FORM_KINDS)('a %s fills the blocks of its kind and no other', (kind) => {
  const texts = formTexts(sampleForm(kind, '2025-09-15'), []);
  expect(Object.keys(texts).sort()).toEqual([...BLOCKS_OF[kind]].sort());
  for (const name of Object.keys(texts)) expect(FORM_BLOCKS).toHaveProperty([name]);
});
