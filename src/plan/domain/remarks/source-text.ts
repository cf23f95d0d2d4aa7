import { readSource, type Source } from '../../../pure/reading/text.ts';
import type { Span } from '../read-plan.ts';

/** Half-open range of indexes into {@link SourceText.text}. Spans of the document are made from it at the very end. */
export interface Range {
  start: number;
  end: number;
}

/** Longest span that a remark may carry, in code points: a page marks words, not whole rows. */
export const LONGEST_SPAN = 300;

/** The text without what is skipped, and where each of its characters stands in the text. */
interface Keyed {
  key: string;
  places: number[];
}

function keyed(text: string): Keyed {
  const places: number[] = [];
  const letters: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (isSkipped(letter)) continue;
    places.push(at);
    letters.push(letter);
  }
  return { key: letters.join(''), places };
}

/** White space, and the bars between the cells of a flattened table: they never tell two texts apart. */
function isSkipped(letter: string): boolean {
  return letter <= ' ' || letter === '|' || (letter > '~' && /\s/u.test(letter));
}

/** First index from which on `value` is reached. */
function lowerBound(length: number, valueAt: (index: number) => number, value: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (valueAt(middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The document's text with what a rule needs to find words in it and to name their place. */
export class SourceText {
  /** The document as the reader sees it: NFC, "\n" line ends, no markup. */
  readonly text: string;
  readonly #source: Source;
  #keyed: Keyed | undefined;

  constructor(document: string | Source) {
    this.#source = typeof document === 'string' ? readSource(document) : document;
    this.text = this.#source.text;
  }

  /** The place of a range as a remark carries it: in code points of the document, cut at {@link LONGEST_SPAN}. */
  span(range: Range): Span {
    const [start, end] = this.#source.span(range.start, range.end);
    return [start, Math.min(end, start + LONGEST_SPAN)];
  }

  /** As {@link span}, but what is cut off a long range is its beginning. */
  endSpan(range: Range): Span {
    const [start, end] = this.#source.span(range.start, range.end);
    return [Math.max(start, end - LONGEST_SPAN), end];
  }

  /** The range of a span that was read. */
  range(span: Span): Range {
    const at = (codePoint: number) =>
      lowerBound(this.text.length, (index) => this.#source.span(index, index)[0], codePoint);
    return { start: at(span[0]), end: at(span[1]) };
  }

  slice(range: Range): string {
    return this.text.slice(range.start, range.end);
  }

  /**
   * Where words stand in the text, white space aside; null where they do not. Words that a page break cuts in two are
   * found by their beginning and their end.
   */
  locate(words: string, within: Range = this.#all(), from: 'first' | 'last' = 'first'): Range | null {
    this.#keyed ??= keyed(this.text);
    const { key, places } = this.#keyed;
    const place = (index: number) => places[index] ?? this.text.length;
    const low = lowerBound(places.length, place, within.start);
    const searched = key.slice(low, lowerBound(places.length, place, within.end));
    const wanted = keyed(words.normalize('NFC')).key;
    if (wanted === '') return null;
    const found = (first: number, length: number): Range => ({
      start: place(low + first),
      end: place(low + first + length - 1) + 1,
    });
    const at = from === 'first' ? searched.indexOf(wanted) : searched.lastIndexOf(wanted);
    if (at >= 0) return found(at, wanted.length);
    if (wanted.length < 60) return null;
    const head = searched.indexOf(wanted.slice(0, 30));
    const tail = searched.indexOf(wanted.slice(-30), Math.max(head, 0));
    return head < 0 || tail < 0 ? null : found(head, tail + 30 - head);
  }

  #all(): Range {
    return { start: 0, end: this.text.length };
  }
}
