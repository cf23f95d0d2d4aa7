import { OPS } from 'unpdf/pdfjs';
import { apply, IDENTITY, type Matrix, multiply } from './matrix.ts';

/** One character on the page; y grows downwards, and is that of the baseline. */
export interface Glyph {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
}

/** A drawn line: `at` is its y (horizontal) or its x (vertical). */
export interface Ruling {
  at: number;
  from: number;
  to: number;
}

/** Everything on a page that its text depends on. */
export interface PageMarks {
  width: number;
  height: number;
  glyphs: Glyph[];
  horizontal: Ruling[];
  vertical: Ruling[];
  images: number;
}

/** The drawing instructions of a page, as pdf.js gives them. */
export interface OperatorList {
  fnArray: readonly number[];
  argsArray: readonly (readonly unknown[] | null)[];
}

/** A filled shape thinner than this is a line. */
const THIN = 3;

const STROKES = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLS = new Set([OPS.fill, OPS.eoFill]);
const IMAGES = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintSolidColorImageMask,
]);

interface State {
  matrix: Matrix;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
}

interface PlacedGlyph extends Glyph {
  /** Quarter turns clockwise that the text is set at; null for any other slope. */
  turn: number | null;
}

/**
 * Reads a page's drawing instructions. Character by character, because producers interleave fonts, so that neither the
 * order of instructions nor the spaces that are guessed between runs can be trusted.
 */
export function readMarks(list: OperatorList, view: Matrix, width: number, height: number): PageMarks {
  const reader = new MarkReader(view);
  for (const [i, operation] of list.fnArray.entries()) reader.take(operation, list.argsArray[i] ?? []);
  return reader.finish(width, height);
}

class MarkReader {
  readonly #glyphs: PlacedGlyph[] = [];
  readonly #horizontal: Ruling[] = [];
  readonly #vertical: Ruling[] = [];
  readonly #stack: State[] = [];
  #images = 0;
  #text: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;
  #state: State;

  constructor(view: Matrix) {
    this.#state = {
      matrix: view,
      fontSize: 0,
      charSpacing: 0,
      wordSpacing: 0,
      horizontalScale: 1,
      leading: 0,
      rise: 0,
    };
  }

  take(operation: number, args: readonly unknown[]): void {
    const [first, second] = args;
    switch (operation) {
      case OPS.save:
        this.#stack.push({ ...this.#state });
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        this.#state = this.#stack.pop() ?? this.#state;
        break;
      case OPS.paintFormXObjectBegin:
        this.#stack.push({ ...this.#state });
        this.#state.matrix = multiply(this.#state.matrix, toMatrix(first) ?? IDENTITY);
        break;
      case OPS.transform:
        this.#state.matrix = multiply(this.#state.matrix, toMatrix(args) ?? IDENTITY);
        break;
      case OPS.beginText:
        this.#text = this.#line = IDENTITY;
        break;
      case OPS.setFont:
        this.#state.fontSize = Number(second);
        break;
      case OPS.setTextMatrix:
        this.#text = this.#line = toMatrix(first) ?? toMatrix(args) ?? IDENTITY;
        break;
      case OPS.setLeadingMoveText:
        this.#state.leading = -Number(second);
        this.#move(Number(first), Number(second));
        break;
      case OPS.moveText:
        this.#move(Number(first), Number(second));
        break;
      case OPS.nextLine:
        this.#move(0, -this.#state.leading);
        break;
      case OPS.setLeading:
        this.#state.leading = Number(first);
        break;
      case OPS.setCharSpacing:
        this.#state.charSpacing = Number(first);
        break;
      case OPS.setWordSpacing:
        this.#state.wordSpacing = Number(first);
        break;
      case OPS.setHScale:
        this.#state.horizontalScale = Number(first) / 100;
        break;
      case OPS.setTextRise:
        this.#state.rise = Number(first);
        break;
      case OPS.showText:
        if (Array.isArray(first)) this.#show(first);
        break;
      case OPS.constructPath:
        this.#path(Number(first), second);
        break;
      default:
        if (IMAGES.has(operation)) this.#images++;
    }
  }

  finish(width: number, height: number): PageMarks {
    const turn = mainTurn(this.#glyphs);
    const glyphs = this.#glyphs.filter((glyph) => glyph.turn === turn);
    const page = { width, height, glyphs, horizontal: this.#horizontal, vertical: this.#vertical };
    return { ...upright(page, turn), images: this.#images };
  }

  #move(x: number, y: number): void {
    this.#line = multiply(this.#line, [1, 0, 0, 1, x, y]);
    this.#text = this.#line;
  }

  #show(glyphs: readonly unknown[]): void {
    const { fontSize, charSpacing, wordSpacing, horizontalScale, rise } = this.#state;
    let x = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        x -= (glyph / 1000) * fontSize * horizontalScale;
      } else if (isFontGlyph(glyph)) {
        const drawn = (glyph.width / 1000) * fontSize * horizontalScale;
        const spacing = (charSpacing + (glyph.isSpace ? wordSpacing : 0)) * horizontalScale;
        this.#place(glyph.unicode, x, x + drawn, rise);
        x += drawn + spacing;
      }
    }
    this.#text = multiply(this.#text, [1, 0, 0, 1, x, 0]);
  }

  #place(text: string, from: number, to: number, rise: number): void {
    const matrix = multiply(this.#state.matrix, this.#text);
    const [x0, y0] = apply(matrix, from, rise);
    const [x1, y1] = apply(matrix, to, rise);
    const size = Math.hypot(matrix[2], matrix[3]) * Math.abs(this.#state.fontSize);
    const turn = turnOf(matrix[0], matrix[1]);
    // In the turned page's own directions; `upright` turns the rest.
    this.#glyphs.push(
      turn === 1 || turn === 3
        ? { text, x0: Math.min(y0, y1), x1: Math.max(y0, y1), y: x0, size, turn }
        : { text, x0: Math.min(x0, x1), x1: Math.max(x0, x1), y: y0, size, turn },
    );
  }

  #path(paint: number, shapes: unknown): void {
    const data: unknown = Array.isArray(shapes) ? shapes[0] : null;
    if (!(data instanceof Float32Array) && !Array.isArray(data)) return;
    if (!STROKES.has(paint) && !FILLS.has(paint)) return;
    for (const points of subpaths(data, this.#state.matrix)) {
      if (STROKES.has(paint)) {
        for (let i = 1; i < points.length; i++) this.#segment(points[i - 1], points[i]);
      } else this.#filled(points);
    }
  }

  #segment(start: Point | undefined, end: Point | undefined): void {
    if (start === undefined || end === undefined) return;
    if (Math.abs(start[1] - end[1]) < 1) this.#add(this.#horizontal, start[1], start[0], end[0]);
    else if (Math.abs(start[0] - end[0]) < 1) this.#add(this.#vertical, start[0], start[1], end[1]);
  }

  #filled(points: readonly Point[]): void {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    if (bottom - top < THIN) this.#add(this.#horizontal, (top + bottom) / 2, left, right);
    else if (right - left < THIN) this.#add(this.#vertical, (left + right) / 2, top, bottom);
  }

  #add(list: Ruling[], at: number, a: number, b: number): void {
    if (Number.isFinite(at + a + b)) list.push({ at, from: Math.min(a, b), to: Math.max(a, b) });
  }
}

type Point = readonly [number, number];

/** Number of coordinates after each drawing code: move, line, cubic, quadratic, close. */
const COORDINATES = [2, 2, 6, 4, 0];

function subpaths(data: ArrayLike<number>, matrix: Matrix): Point[][] {
  const out: Point[][] = [];
  let points: Point[] = [];
  for (let i = 0; i < data.length; ) {
    const code = data[i] ?? 0;
    const count = COORDINATES[code];
    if (count === undefined) break;
    if (code === 0) {
      points = [];
      out.push(points);
    }
    if (code === 4) {
      const start = points[0];
      if (start !== undefined) points.push(start);
    } else points.push(apply(matrix, data[i + count - 1] ?? 0, data[i + count] ?? 0));
    i += 1 + count;
  }
  return out;
}

interface FontGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
}

function isFontGlyph(value: unknown): value is FontGlyph {
  return typeof value === 'object' && value !== null && 'unicode' in value && 'width' in value;
}

function isMatrix(value: unknown): value is Matrix {
  return Array.isArray(value) && value.length === 6 && value.every((each) => typeof each === 'number');
}

function toMatrix(value: unknown): Matrix | null {
  if (value instanceof Float32Array) return toMatrix([...value]);
  return isMatrix(value) ? value : null;
}

function turnOf(x: number, y: number): number | null {
  const quarter = Math.atan2(y, x) / (Math.PI / 2);
  const nearest = Math.round(quarter);
  return Math.abs(quarter - nearest) < 0.05 ? (nearest + 4) % 4 : null;
}

/** The direction of most of the text; what is set across it, as a watermark, is not read. */
function mainTurn(glyphs: readonly PlacedGlyph[]): number {
  const counts = [0, 0, 0, 0];
  for (const { turn } of glyphs) if (turn !== null) counts[turn] = (counts[turn] ?? 0) + 1;
  return counts.indexOf(Math.max(...counts));
}

/** Turns a page whose text runs up or down, such as a landscape table on a portrait page. */
function upright(page: Omit<PageMarks, 'images'>, turn: number): Omit<PageMarks, 'images'> {
  const { width, height } = page;
  const flip = (ruling: Ruling, full: number): Ruling => ({
    at: ruling.at,
    from: full - ruling.to,
    to: full - ruling.from,
  });
  const mirror = (ruling: Ruling, full: number): Ruling => ({ ...ruling, at: full - ruling.at });
  switch (turn) {
    case 1:
      return {
        width: height,
        height: width,
        glyphs: page.glyphs.map((glyph) => ({ ...glyph, y: width - glyph.y })),
        horizontal: page.vertical.map((ruling) => mirror(ruling, width)),
        vertical: page.horizontal.map((ruling) => flip(ruling, width)),
      };
    case 3:
      return {
        width: height,
        height: width,
        glyphs: page.glyphs.map((glyph) => ({ ...glyph, x0: height - glyph.x1, x1: height - glyph.x0 })),
        horizontal: page.vertical.map((ruling) => flip(ruling, height)),
        vertical: page.horizontal.map((ruling) => mirror(ruling, height)),
      };
    case 2:
      return {
        width,
        height,
        glyphs: page.glyphs.map((g) => ({ ...g, x0: width - g.x1, x1: width - g.x0, y: height - g.y })),
        horizontal: page.horizontal.map((ruling) => mirror(flip(ruling, width), height)),
        vertical: page.vertical.map((ruling) => mirror(flip(ruling, height), width)),
      };
    default:
      return page;
  }
}
