import { describe, expect, test } from 'vitest';
import { markupResidue } from './markup-residue.ts';
import { remarked } from './plan.fixture.ts';

describe('markup-residue', () => {
  test('stars and tags between the words', () => {
    const text = '- UBND tỉnh; (*để b/cáo*)\n- Kế hoạch (<i>riêng</i>)';
    expect(remarked(markupResidue, { text })).toMatchObject([
      { severity: 'info', words: ['*để b/cáo*', '<i>riêng', '</i>)'] },
    ]);
  });

  test('places are counted in code points', () => {
    expect(remarked(markupResidue, { text: '😀 (*để b/cáo*)' })).toMatchObject([{ words: ['*để b/cáo*'] }]);
  });

  test('a break in a cell of a Markdown table is none', () => {
    expect(remarked(markupResidue, { text: '| 1 | Kiểm kê<br>sách |' })).toEqual([]);
  });

  test('a document written in Markdown has no residue', () => {
    const text = '**KẾ HOẠCH**\n\n**I. Mục đích**\n\n**II. Yêu cầu**\n\n*Nơi nhận:* a < b';
    expect(remarked(markupResidue, { text })).toEqual([]);
  });
});
