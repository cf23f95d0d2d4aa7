/** Half-open range of Unicode code points in a text as given. */
export type Span = readonly [start: number, end: number];

/**
 * The working text of a document: NFC, "\n" line ends, no markup. Every index into {@link Source.text} leads back
 * to a code point of the text as given, so that the reader's patterns need not know of NFD, CRLF or `*emphasis*`.
 */
export interface Source {
  readonly original: string;
  readonly text: string;
  /** The half-open range of {@link text} as a span of code points of {@link original}. */
  span(start: number, end: number): Span;
}

/** A line break inside a table cell; it never ends a line of the working text. */
export const CELL_BREAK = '\u2028';

const TAG = /<(\/?)(br|p|i|b|u|em|strong|span|font|sup|sub|div|a)(?:\s[^<>]{0,200})?\s*\/?>/iy;
const ENTITY = /&(nbsp|amp|lt|gt|quot|#160|#39|apos);/iy;
const ENTITIES: Record<string, string> = {
  nbsp: ' ',
  '#160': ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  apos: "'",
};
const MARK = /\p{M}/u;
const WORD = /[\p{L}\p{N}]/u;

function isMark(unit: number): boolean {
  if (unit < 0x300) return false;
  if (unit <= 0x36f) return true;
  return unit >= 0x483 && unit < 0xd800 && MARK.test(String.fromCharCode(unit));
}

function isInvisible(unit: number): boolean {
  return (
    unit === 0xad ||
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    unit === 0x2060 ||
    unit === 0xfeff
  );
}

/** A letter, a digit, a space or a sign without a meaning in any markup, one unit long. */
function isPlain(unit: number): boolean {
  return (
    unit === 0x20 ||
    (unit >= 0x2b && unit <= 0x3b) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0xc0 && unit < 0x300) ||
    (unit >= 0x1ea0 && unit <= 0x1ef9)
  );
}

function isOddSpace(unit: number): boolean {
  return unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x202f || unit === 0x3000;
}

/** Markdown punctuation that a backslash may stand before. */
const ESCAPABLE = '\\`*_{}[]()#+-.!|<>~"\'';

/** Builds the working text of a document in one pass. */
export function readSource(original: string): Source {
  const length = original.length;
  // A trailing entry each: the end of the text.
  const starts = new Uint32Array(length + 1);
  const ends = new Uint32Array(length + 1);
  const parts: string[] = [];
  let size = 0;
  let i = 0;
  let point = 0;

  // Letters that stay as they are go over in one piece.
  let run = -1;
  const flush = () => {
    if (run >= 0) parts.push(original.slice(run, i));
    run = -1;
  };
  const emit = (words: string, from: number, to: number) => {
    parts.push(words);
    for (let k = 0; k < words.length; k++) {
      starts[size] = from;
      ends[size] = to;
      size++;
    }
  };
  const skip = (units: number) => {
    i += units;
    point += units;
  };
  let lineStart = true;

  while (i < length) {
    const unit = original.charCodeAt(i);
    const char = original[i] ?? '';
    const atLineStart: boolean = lineStart;
    if (isPlain(unit) && !isMark(original.charCodeAt(i + 1))) {
      if (run < 0) run = i;
      starts[size] = point;
      ends[size] = point + 1;
      size++;
      skip(1);
      if (unit !== 0x20) lineStart = false;
      continue;
    }
    flush();
    if (unit !== 0x20 && unit !== 0x09 && unit !== 0x7c) lineStart = false;

    if (unit === 0x0d) {
      const pair = original.charCodeAt(i + 1) === 0x0a;
      emit('\n', point, point + (pair ? 2 : 1));
      skip(pair ? 2 : 1);
      lineStart = true;
      continue;
    }
    if (unit === 0x0a || unit === 0x0c || unit === 0x85) {
      emit('\n', point, point + 1);
      skip(1);
      lineStart = true;
      continue;
    }
    if (unit === 0x0b) {
      emit(CELL_BREAK, point, point + 1);
      skip(1);
      continue;
    }
    if (isInvisible(unit)) {
      skip(1);
      lineStart = atLineStart;
      continue;
    }
    if (unit === 0x2a) {
      let run = 1;
      while (original.charCodeAt(i + run) === 0x2a) run++;
      const next = original[i + run] ?? '';
      if (run === 1 && atLineStart && next === ' ') {
        emit('-', point, point + 1);
      } else if (run === 1 && original[i - 1] === '(' && next === ')') {
        emit('*', point, point + 1);
      } else {
        lineStart = atLineStart;
      }
      skip(run);
      continue;
    }
    if (unit === 0x5f) {
      let run = 1;
      while (original.charCodeAt(i + run) === 0x5f) run++;
      const before = WORD.test(original[i - 1] ?? '');
      const after = WORD.test(original[i + run] ?? '');
      if (run > 2 || before === after) {
        for (let k = 0; k < run; k++) emit('_', point + k, point + k + 1);
      } else {
        lineStart = atLineStart;
      }
      skip(run);
      continue;
    }
    if (unit === 0x60) {
      skip(1);
      continue;
    }
    if (unit === 0x5c && ESCAPABLE.includes(original[i + 1] ?? ' ')) {
      const escaped = original[i + 1] ?? '';
      // An escaped bar is a letter of its cell, not a border.
      emit(escaped === '|' ? '¦' : escaped, point, point + 2);
      skip(2);
      continue;
    }
    if (unit === 0x3c) {
      TAG.lastIndex = i;
      const tag = TAG.exec(original);
      if (tag) {
        const name = (tag[2] ?? '').toLowerCase();
        if (name === 'br') emit(CELL_BREAK, point, point + tag[0].length);
        else lineStart = atLineStart;
        skip(tag[0].length);
        continue;
      }
    }
    if (unit === 0x26) {
      ENTITY.lastIndex = i;
      const entity = ENTITY.exec(original);
      if (entity) {
        emit(ENTITIES[(entity[1] ?? '').toLowerCase()] ?? '&', point, point + entity[0].length);
        skip(entity[0].length);
        continue;
      }
    }
    if (isOddSpace(unit)) {
      emit(' ', point, point + 1);
      skip(1);
      lineStart = atLineStart;
      continue;
    }

    const pair = unit >= 0xd800 && unit <= 0xdbff && (original.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
    const from = point;
    let to = i + (pair ? 2 : 1);
    i = to;
    point += 1;
    if (isMark(original.charCodeAt(to))) {
      const base = pair ? original.slice(to - 2, to) : char;
      while (isMark(original.charCodeAt(to))) to++;
      const cluster = base + original.slice(i, to);
      point += to - i;
      i = to;
      const composed = cluster.normalize('NFC');
      emit(composed.length <= cluster.length ? composed : cluster, from, point);
    } else {
      emit(pair ? original.slice(to - 2, to) : char, from, point);
    }
  }
  flush();
  starts[size] = point;
  ends[size] = point;
  const text = parts.join('');

  return {
    original,
    text,
    span(start, end) {
      if (end <= start) {
        const at = starts[Math.min(start, size)] ?? point;
        return [at, at];
      }
      return [starts[start] ?? point, ends[end - 1] ?? point];
    },
  };
}

/** Range of the working text. */
export type Range = readonly [start: number, end: number];

/**
 * Words taken from one or more ranges of the working text, white space collapsed, each character knowing where it
 * came from.
 */
export interface Passage {
  readonly text: string;
  readonly ranges: readonly Range[];
  /** First and last character in the working text. */
  readonly start: number;
  readonly end: number;
  /** The part [from, to) of {@link text} as a range of the working text. */
  range(from: number, to: number): Range;
}

/** Collects a passage; words of different ranges are parted by one space. */
export function passage(source: Source, ranges: readonly Range[]): Passage {
  const text = ranges
    .map(([start, end]) => source.text.slice(start, end))
    .join(' ')
    .replace(SPACES, ' ')
    .trim();
  let start = ranges[0]?.[0] ?? 0;
  let end = start;
  if (text !== '') {
    const filled = ranges.filter((range) => HOLDS.test(source.text.slice(...range)));
    const [from = 0, first = 0] = filled[0] ?? [];
    const [last = 0, to = 0] = filled.at(-1) ?? [];
    start = first - source.text.slice(from, first).trimStart().length;
    end = last + source.text.slice(last, to).trimEnd().length;
  }
  // Most passages are never asked for their parts.
  let marks: Uint32Array | null = null;
  return {
    text,
    ranges,
    start,
    end,
    range(from, to) {
      marks ??= marksOf(source, ranges, text.length);
      const a = from < text.length ? (marks[from] ?? start) : start;
      const b = to >= 1 && to <= text.length ? marks[to - 1] : undefined;
      return [a, b === undefined ? a : b + 1];
    },
  };
}

const SPACES = /\s+/g;
const HOLDS = /\S/;

/** For each character of a passage its place in the working text; a space between ranges has that before the next word. */
function marksOf(source: Source, ranges: readonly Range[], length: number): Uint32Array {
  const marks = new Uint32Array(length);
  let size = 0;
  let pending = false;
  for (const [start, end] of ranges) {
    for (let i = start; i < end; i++) {
      const unit = source.text.charCodeAt(i);
      if (unit <= 0x20 || unit === 0x2028 || (unit >= 0x80 && SPACE.test(source.text[i] ?? ''))) {
        pending = true;
        continue;
      }
      if (pending && size > 0) marks[size++] = i - 1;
      pending = false;
      marks[size++] = i;
    }
    pending = true;
  }
  return marks;
}

const SPACE = /\s/;
