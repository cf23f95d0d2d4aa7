import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MarkedNode, markText, type TextMark } from './marked-text.ts';

/** The tree as brackets: [a…] for a mark, {a…} for one that goes on. */
function written(nodes: readonly MarkedNode<TextMark>[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') {
        return node;
      }
      const [open, close] = node.first ? ['[', ']'] : ['{', '}'];
      return `${open}${node.mark.id}:${written(node.parts)}${close}`;
    })
    .join('');
}

function plain(nodes: readonly MarkedNode<TextMark>[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : plain(node.parts))).join('');
}

/** The words under a mark, its continuations included. */
function underMark(nodes: readonly MarkedNode<TextMark>[], id: string): string {
  return nodes
    .map((node) =>
      typeof node === 'string' ? '' : node.mark.id === id ? plain(node.parts) : underMark(node.parts, id),
    )
    .join('');
}

const mark = (id: string, start: number, end: number): TextMark => ({ id, start, end });

describe('markText', () => {
  it('leaves a text without marks as it is', () => {
    expect(markText('Quý II/2019', [])).toEqual(['Quý II/2019']);
    expect(markText('', [])).toEqual([]);
  });

  it('sets a mark within another inside it, whatever their order', () => {
    const marks = [mark('b', 3, 5), mark('a', 0, 9)];
    expect(written(markText('Từ 95% hồ sơ', marks))).toBe('[a:Từ [b:95]% hồ] sơ');
  });

  it('cuts a mark that crosses the end of another, and lets it go on', () => {
    expect(written(markText('abcdef', [mark('x', 0, 4), mark('y', 2, 6)]))).toBe('[x:ab[y:cd]]{y:ef}');
  });

  it('counts code points, with an emoji and combining marks before', () => {
    const text = '🏛 Ễ số 375';
    const start = [...text].length - 3;
    expect(written(markText(text, [mark('n', start, start + 3)]))).toBe('🏛 Ễ số [n:375]');
  });

  it('drops empty spans and holds the others to the text', () => {
    expect(written(markText('abc', [mark('e', 1, 1), mark('o', 2, 99)]))).toBe('ab[o:c]');
  });

  it('keeps every letter, and gives each mark exactly its own', () => {
    const texts = fc.array(fc.constantFrom('a', 'Ễ', '🏛', '\u0301', ' '), { minLength: 1, maxLength: 30 });
    const spans = fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 8 });
    fc.assert(
      fc.property(texts, spans, (signs, pairs) => {
        const points = [...signs.join('')];
        const marks = pairs.map(([a, b], index) =>
          mark(String(index), Math.min(a, b, points.length), Math.min(Math.max(a, b), points.length)),
        );
        const tree = markText(signs.join(''), marks);
        expect(plain(tree)).toBe(signs.join(''));
        for (const { id, start, end } of marks) {
          expect(underMark(tree, id)).toBe(points.slice(start, end).join(''));
        }
      }),
    );
  });
});
