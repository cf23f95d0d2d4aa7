import { describe, expect, test } from 'vitest';
import { partySymbolForm } from './party-symbol-form.ts';
import { remarked } from './plan.fixture.ts';

describe('party-symbol-form', () => {
  test('doubtful words are remarked', () => {
    expect(remarked(partySymbolForm, { text: 'theo Chương trình 08/CTr-TU của Thành ủy;' })).toMatchObject([
      { severity: 'info', words: ['Chương trình 08/CTr-TU'] },
    ]);
  });

  test('sound words are left alone', () => {
    expect(
      remarked(partySymbolForm, {
        text: 'theo Chương trình số 08-CTr/TU của Thành ủy; Chỉ thị số 13/CT-TTg;',
      }),
    ).toEqual([]);
  });
});
