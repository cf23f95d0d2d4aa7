import type { FlowLine } from './flow.ts';
import { joinLines } from './lines.ts';

/** Words at the head of a line that begin a paragraph: list numbers and bullets. */
const MARKER = /^([-–•+*▪➢✓❖]\s|\d{1,2}(\.\d{1,2})*[.)]\s|[a-zđ]\)\s|[IVX]{1,5}\.\s)/;
/** Indents smaller than this, in points, are none. */
const INDENT = 8;

/** Joins lines that the margin broke. `leading` is the usual distance between lines. */
export class ParagraphJoiner {
  readonly #leading: number;
  #lines: FlowLine[] = [];

  constructor(leading: number) {
    this.#leading = leading;
  }

  /** Takes the next line; gives the paragraph before it when that is complete. */
  take(line: FlowLine): string | null {
    if (this.#lines.length > 0 && this.#continues(line)) {
      this.#lines.push(line);
      return null;
    }
    const done = this.flush();
    this.#lines = [line];
    return done;
  }

  /** Ends the paragraph, as before a table. */
  flush(): string | null {
    const text = joinLines(this.#lines.map((line) => line.text));
    this.#lines = [];
    return text === '' ? null : text;
  }

  #continues(line: FlowLine): boolean {
    const [first] = this.#lines;
    const previous = this.#lines.at(-1);
    if (first === undefined || previous === undefined) return false;
    if (Math.abs(line.size - previous.size) > 1 || line.narrow !== previous.narrow) return false;
    const samePage = line.page === previous.page;
    const below = line.y - previous.y;
    if (samePage && (below > 1.6 * this.#leading || below < 0.8 * line.size)) return false;
    if (line.narrow) return samePage && line.left === previous.left && /^\p{Ll}/u.test(line.text);
    if (isCentred(previous)) return isCentred(line) && fills(previous, line, previous.x1 - previous.x0, 10);
    if (!fills(previous, line, previous.x1 - previous.left, 1)) return false;
    return this.#indentFits(line, first);
  }

  #indentFits(line: FlowLine, first: FlowLine): boolean {
    const second = this.#lines[1];
    // Margins of a page differ between pages by no more than the bounds tell.
    const indent = line.x0 - line.left;
    const firstIndent = first.x0 - first.left;
    if (MARKER.test(line.text) && indent > firstIndent - INDENT / 2) return false;
    if (second !== undefined) return Math.abs(indent - (second.x0 - second.left)) <= INDENT;
    const hanging = MARKER.test(first.text) ? 60 : INDENT;
    return indent <= firstIndent + hanging;
  }
}

/** Whether the first word of the next line would not have fitted behind this line. */
function fills(line: FlowLine, next: FlowLine, used: number, tolerance: number): boolean {
  const word = next.text.split(' ', 1)[0] ?? '';
  const wordWidth = ((next.x1 - next.x0) * word.length) / next.text.length;
  return used + 0.25 * line.size + wordWidth > line.right - line.left - tolerance;
}

function isCentred(line: FlowLine): boolean {
  const before = line.x0 - line.left;
  const after = line.right - line.x1;
  return before > INDENT && Math.abs(before - after) < INDENT;
}
