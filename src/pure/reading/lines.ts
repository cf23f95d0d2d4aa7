import type { Source } from './text.ts';

/** A line of the working text without the white space around it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Depth of a Markdown heading ("## …"), 0 for none. */
  readonly hashes: number;
}

/** Cuts the working text into lines. */
export function readLines(source: Source): Line[] {
  const lines: Line[] = [];
  const { text } = source;
  let at = 0;
  while (at <= text.length) {
    const found = text.indexOf('\n', at);
    const stop = found < 0 ? text.length : found;
    let start = at;
    let end = stop;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    let hashes = 0;
    while (text[start + hashes] === '#') hashes++;
    if (hashes > 0 && hashes <= 6 && text[start + hashes] === ' ') {
      start += hashes;
      while (start < end && isBlank(text.charCodeAt(start))) start++;
    } else {
      hashes = 0;
    }
    // A line of cells keeps its tabs: an empty first or last cell is a cell.
    const cells = text.slice(at, stop).includes('\t');
    const from = cells ? at : start;
    const to = cells ? stop : end;
    lines.push({ start: from, end: to, text: text.slice(from, to), hashes });
    if (found < 0) break;
    at = found + 1;
  }
  return lines;
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x2028;
}

/** Nothing but rules and dashes: "-----", "_____", "* * *". */
const RULE = /^[-_=.*~–—\s|+]*$/;
/** A page number that a converter left on its own line. */
const PAGE_NUMBER = /^(?:[-–]\s*)?(?:trang\s*)?\d{1,3}(?:\s*\/\s*\d{1,3})?(?:\s*[-–])?$/iu;

export function isEmptyLine(line: Line): boolean {
  return line.text.trim() === '';
}

/** A drawn rule, which parts what stands above from what stands below. */
export function isRule(line: Line): boolean {
  return RULE.test(line.text);
}

export function isPageNumber(line: Line): boolean {
  return PAGE_NUMBER.test(line.text);
}

/** How the lines of a text were broken: at the end of a paragraph, or at a margin. */
export interface Wrapping {
  readonly wrapped: boolean;
  /** Usual length of a full line, where lines are broken at a margin. */
  readonly width: number;
  /** Length that no line but a few passes. */
  readonly longest: number;
  /** Paragraphs are parted by blank lines. */
  readonly spaced: boolean;
}

/** Judges how a text's lines were broken. */
export function judgeWrapping(lines: readonly Line[]): Wrapping {
  const lengths: number[] = [];
  let spacedLines = 0;
  let brokenLines = 0;
  let previousEmpty = true;
  for (const line of lines) {
    const empty = isEmptyLine(line);
    if (!empty && !line.text.includes('\t') && !line.text.includes('|')) lengths.push(line.text.length);
    if (!empty && previousEmpty) spacedLines++;
    if (!empty && !previousEmpty && /^\p{Ll}/u.test(line.text)) brokenLines++;
    previousEmpty = empty;
  }
  if (lengths.length === 0) return { wrapped: false, width: 0, longest: 0, spaced: false };
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const longest = lengths[Math.floor(lengths.length * 0.98)] ?? 0;
  const spaced = spacedLines >= lengths.length * 0.15;
  const broken = spaced && brokenLines >= Math.max(3, lengths.length * 0.05);
  return { wrapped: longest <= 130 && (longest - width <= 30 || broken), width, longest, spaced };
}
