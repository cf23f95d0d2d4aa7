import { describe, expect, it } from 'vitest';
import { passage, readSource } from './text.ts';

/** The words of a range of the working text, cut from the text as given. */
function original(text: string, words: string): string {
  const source = readSource(text);
  const at = source.text.indexOf(words);
  return [...text].slice(...source.span(at, at + words.length)).join('');
}

describe('the working text', () => {
  it('composes letters and counts their code points', () => {
    const text = 'Sở Thử nghiệm: kế hoạch'.normalize('NFD');
    expect(readSource(text).text).toBe('Sở Thử nghiệm: kế hoạch');
    expect(original(text, 'nghiệm')).toBe('nghiệm'.normalize('NFD'));
    expect(original(text, 'hoạch')).toBe('hoạch'.normalize('NFD'));
  });

  it('composes letters whose tone alone stands apart', () => {
    expect(readSource('kê\u0301 hoa\u0323ch').text).toBe('kế hoạch');
  });

  it('ends its lines one way', () => {
    expect(readSource('a\r\nb\rc\u000cd').text).toBe('a\nb\nc\nd');
    expect(original('một\r\nhai', 'hai')).toBe('hai');
  });

  it('holds no markup, and knows what stands between it', () => {
    const text = '**Đơn vị *chủ trì*:** <i>Tổ&nbsp;A</i> &amp; `B` (*) 1\\. __x__ ten_tep';
    expect(readSource(text).text).toBe('Đơn vị chủ trì: Tổ A & B (*) 1. x ten_tep');
    expect(original(text, 'vị chủ trì: Tổ')).toBe('vị *chủ trì*:** <i>Tổ');
  });

  it('keeps a bullet that is a star, and letters outside the first plane', () => {
    expect(readSource('* một\n* **hai**').text).toBe('- một\n- hai');
    expect(original('😀𝒳 việc', 'việc')).toBe('việc');
    expect(readSource('a < b và <1> & c').text).toBe('a < b và <1> & c');
  });

  it('leaves out what cannot be seen', () => {
    expect(readSource('\ufeffkế\u200b hoạch\u00ad').text).toBe('kế hoạch');
  });
});

describe('a passage', () => {
  it('joins ranges, with one space for any white space, and leads back', () => {
    const source = readSource('một \n  hai | ba');
    const words = passage(source, [
      [0, 10],
      [13, 15],
    ]);
    expect(words.text).toBe('một hai ba');
    expect(source.text.slice(...words.range(4, 7))).toBe('hai');
    expect(source.text.slice(...words.range(8, 10))).toBe('ba');
    expect(passage(source, [[3, 4]]).text).toBe('');
  });
});
