import { describe, expect, test } from 'vitest';
import { LONGEST_SPAN, SourceText } from './source-text.ts';

const words = (document: string, [start, end]: readonly [number, number]) =>
  [...document].slice(start, end).join('');

describe('source text', () => {
  test.each([
    ['as it is', 'Số 1: *Phấn đấu* đạt 95%'],
    ['behind an emoji', '😀 Số 1: *Phấn đấu* đạt 95%'],
    ['in NFD', '😀 Số 1: *Phấn đấu* đạt 95%'.normalize('NFD')],
    ['with CRLF', '😀\r\nSố 1:\r\n*Phấn\r\nđấu* đạt 95%'],
  ])('finds words and gives their place in code points: %s', (_, document) => {
    const source = new SourceText(document);
    const range = source.locate('Phấn đấu');
    expect(range).not.toBeNull();
    const span = source.span(range ?? { start: 0, end: 0 });
    expect(words(document, span).normalize('NFC').replace(/\s+/gu, ' ')).toBe('Phấn đấu');
    expect(source.range(span)).toEqual(range);
  });

  test('searches within a range, from its beginning or its end', () => {
    const source = new SourceText('quý I, quý I, quý I');
    expect(source.locate('quý I', { start: 3, end: 13 })).toEqual({ start: 7, end: 12 });
    expect(source.locate('quý I', undefined, 'last')).toEqual({ start: 14, end: 19 });
    expect(source.locate('quý II')).toBeNull();
  });

  test('finds words that a page break parts by their beginning and their end', () => {
    const head = 'Thực hiện nghiêm các quy định về tiếp công dân';
    const tail = 'giải quyết khiếu nại, tố cáo thuộc thẩm quyền của Sở';
    const source = new SourceText(`${head}\nTT Đơn vị Nội dung\n${tail}.`);
    const range = source.locate(`${head} ${tail}`);
    expect(range).toEqual({ start: 0, end: source.text.length - 1 });
  });

  test('no span is longer than a remark may carry', () => {
    const source = new SourceText('a'.repeat(500));
    expect(source.span({ start: 10, end: 490 })).toEqual([10, 10 + LONGEST_SPAN]);
    expect(source.endSpan({ start: 10, end: 490 })).toEqual([490 - LONGEST_SPAN, 490]);
  });
});
