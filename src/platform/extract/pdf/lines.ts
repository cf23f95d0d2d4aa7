import type { Glyph } from './marks.ts';

/** Characters of one line with no wide gap between them. */
export interface Segment {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
}

/** Gap, in sizes of the font, that parts words where no space is drawn. */
const WORD_GAP = 0.18;
/** Gap that parts columns. A justified line is seldom stretched so far, and never as far as a gutter. */
const COLUMN_GAP = 1.6;

/** Characters → lines, top to bottom, each cut at wide gaps; from left to right. */
export function toLines(glyphs: readonly Glyph[]): Segment[][] {
  const rows: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const reference = row?.[0];
    // Raised and lowered characters belong to the line whose baseline they are near.
    if (
      row !== undefined &&
      reference !== undefined &&
      glyph.y - reference.y < 0.45 * Math.max(reference.size, glyph.size)
    ) {
      row.push(glyph);
    } else rows.push([glyph]);
  }
  return rows.map(toSegments).filter((segments) => segments.length > 0);
}

function toSegments(row: readonly Glyph[]): Segment[] {
  const tallest = row.reduce((a, b) => (b.size > a.size ? b : a));
  const segments: Segment[] = [];
  let current: Segment | null = null;
  let previous: Glyph | null = null;
  let spaced = false;
  for (const glyph of [...row].sort((a, b) => a.x0 - b.x0 || a.x1 - b.x1)) {
    if (glyph.text.trim() === '') {
      spaced = true;
      continue;
    }
    // Bold is sometimes made by drawing a character twice.
    if (previous !== null && previous.text === glyph.text && glyph.x0 - previous.x0 < 0.1 * glyph.size)
      continue;
    const gap: number = current === null ? 0 : glyph.x0 - current.x1;
    if (current === null || gap > COLUMN_GAP * glyph.size) {
      current = { text: textOf(glyph, tallest), x0: glyph.x0, x1: glyph.x1, y: glyph.y, size: glyph.size };
      segments.push(current);
    } else {
      // A combining mark stands over the character before it, wherever it is drawn.
      const joined = (gap <= WORD_GAP * glyph.size && !spaced) || /^\p{M}/u.test(glyph.text);
      current.text += (joined ? '' : ' ') + textOf(glyph, tallest);
      current.x1 = Math.max(current.x1, glyph.x1);
      current.size = Math.max(current.size, glyph.size);
    }
    previous = glyph;
    spaced = false;
  }
  return segments;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A small raised digit is the mark of a note: set as one, it does not run into the number before it. */
function textOf(glyph: Glyph, tallest: Glyph): string {
  const raised = glyph.size < 0.75 * tallest.size && glyph.y < tallest.y - 0.15 * tallest.size;
  return (raised && /^\d$/.test(glyph.text) && SUPERSCRIPTS[Number(glyph.text)]) || glyph.text;
}

/** All text of an area on one line, read line by line. */
export function areaText(glyphs: readonly Glyph[]): string {
  return joinLines(toLines(glyphs).map((segments) => segments.map((segment) => segment.text).join(' ')));
}

/** Lines as one; a word that is broken after its own hyphen or stroke ("13/CT-", "TU") takes no space. */
export function joinLines(lines: readonly string[]): string {
  return lines
    .reduce((text, line) => (/[\p{L}\p{N}][-/]$/u.test(text) ? text + line : `${text} ${line}`), '')
    .trim();
}
