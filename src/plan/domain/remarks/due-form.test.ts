import { describe, expect, test } from 'vitest';
import { dueForm } from './due-form.ts';
import { due, QUARTER_ONE, remarked } from './plan.fixture.ts';

describe('due-form', () => {
  test('odd forms, each with its tasks', () => {
    const rows = [
      { no: '1', due: [due('Quý 01/2019', 'quarter', '2019-01-01', '2019-03-31')] },
      { no: '2', due: [due('5/10.BC quý III', 'date', '2019-10-05', '2019-10-05')] },
      { no: '3', due: ['5/4', '5/7', '5/10'].map((raw) => due(raw, 'date', null, '2019-04-05')) },
    ];
    expect(remarked(dueForm, { rows })).toMatchObject([
      { severity: 'info', words: ['Quý 01/2019'] },
      { words: ['5/10.BC quý III'] },
      { words: ['5/4 5/7 5/10'] },
    ]);
  });

  test('the usual forms are left alone', () => {
    expect(remarked(dueForm, { rows: [{}, { due: [QUARTER_ONE] }] })).toEqual([]);
  });
});
