import { type GridCell, gridRows } from '../grid.ts';
import { areaText } from './lines.ts';
import type { Glyph, PageMarks, Ruling } from './marks.ts';

/** A table drawn with lines, or the part of it that stands on one page. */
export interface RuledTable {
  top: number;
  bottom: number;
  left: number;
  right: number;
  /** x of each vertical line. */
  columns: number[];
  /** Cells of each row, as many in each as there are columns. */
  rows: string[][];
  /** Number of rows that the cell of each column in each row covers. */
  heights: number[][];
}

/** Lines nearer than this are one line; a cell is never so small. */
const NEAR = 3;

/** Finds the drawn tables of a page, and the characters that stand in none. */
export function readRuledTables(page: PageMarks): { tables: RuledTable[]; rest: Glyph[] } {
  const tables: RuledTable[] = [];
  let rest = page.glyphs;
  for (const { horizontal, vertical } of components(
    joinRulings(page.horizontal),
    joinRulings(page.vertical),
  )) {
    const ys = edges(horizontal, vertical);
    const xs = edges(vertical, horizontal);
    // One box is a frame around something, not a table.
    if (xs.length < 2 || ys.length < 2 || (xs.length === 2 && ys.length === 2)) continue;
    const [left, right, top, bottom] = [xs[0] ?? 0, xs.at(-1) ?? 0, ys[0] ?? 0, ys.at(-1) ?? 0];
    const inside: Glyph[] = [];
    const outside: Glyph[] = [];
    for (const glyph of rest) {
      const x = (glyph.x0 + glyph.x1) / 2;
      const y = middle(glyph);
      (x > left && x < right && y > top && y < bottom ? inside : outside).push(glyph);
    }
    if (inside.length === 0) continue;
    rest = outside;
    const cells = mergedCells(xs, ys, horizontal, vertical);
    tables.push({ top, bottom, left, right, columns: xs, ...fill(cells, xs, ys, inside) });
  }
  return { tables: tables.sort((a, b) => a.top - b.top), rest };
}

function middle(glyph: Glyph): number {
  return glyph.y - 0.3 * glyph.size;
}

/** Pieces of one line drawn cell by cell become one; short ones, as of dots and letters drawn as shapes, go. */
function joinRulings(rulings: readonly Ruling[]): Ruling[] {
  const out: Ruling[] = [];
  const sorted = [...rulings].sort(
    (a, b) => Math.round(a.at / NEAR) - Math.round(b.at / NEAR) || a.from - b.from,
  );
  for (const ruling of sorted) {
    const last = out.at(-1);
    if (last !== undefined && Math.abs(last.at - ruling.at) < NEAR && ruling.from - last.to < NEAR) {
      last.to = Math.max(last.to, ruling.to);
    } else out.push({ ...ruling });
  }
  return out.filter((ruling) => ruling.to - ruling.from > 2 * NEAR);
}

interface Component {
  horizontal: Ruling[];
  vertical: Ruling[];
}

/** Lines that cross or touch, directly or over others, belong to one table. */
function components(horizontal: readonly Ruling[], vertical: readonly Ruling[]): Component[] {
  const parent = horizontal.concat(vertical).map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  horizontal.forEach((h, i) => {
    vertical.forEach((v, j) => {
      const touch = v.at > h.from - NEAR && v.at < h.to + NEAR && h.at > v.from - NEAR && h.at < v.to + NEAR;
      if (touch) parent[root(horizontal.length + j)] = root(i);
    });
  });
  const found = new Map<number, Component>();
  const of = (i: number): Component => {
    const component = found.get(root(i)) ?? { horizontal: [], vertical: [] };
    found.set(root(i), component);
    return component;
  };
  horizontal.forEach((ruling, i) => {
    of(i).horizontal.push(ruling);
  });
  vertical.forEach((ruling, j) => {
    of(horizontal.length + j).vertical.push(ruling);
  });
  return [...found.values()];
}

/** A line that runs on past the last one across it belongs to a row or column that is open at that side. */
const OPEN_SIDE = 8;

/** Where the lines of one direction stand, and the open ends of those across them. */
function edges(lines: readonly Ruling[], across: readonly Ruling[]): number[] {
  const found = cluster(lines.map((ruling) => ruling.at));
  const from = Math.min(...across.map((ruling) => ruling.from));
  const to = Math.max(...across.map((ruling) => ruling.to));
  if (from < (found[0] ?? from) - OPEN_SIDE) found.unshift(from);
  if (to > (found.at(-1) ?? to) + OPEN_SIDE) found.push(to);
  return found;
}

function cluster(values: readonly number[]): number[] {
  const out: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (out.length === 0 || value - (out.at(-1) ?? 0) > NEAR) out.push(value);
  }
  return out;
}

/** For each square of the grid, the first square of the merged cell that it belongs to. */
function mergedCells(
  xs: readonly number[],
  ys: readonly number[],
  horizontal: readonly Ruling[],
  vertical: readonly Ruling[],
): number[] {
  const width = xs.length - 1;
  const owner = Array.from({ length: width * (ys.length - 1) }, (_, i) => i);
  const drawn = (rulings: readonly Ruling[], at: number, from: number, to: number): boolean => {
    const half = (from + to) / 2;
    return rulings.some((r) => Math.abs(r.at - at) <= NEAR && r.from < half && r.to > half);
  };
  for (let y = 0; y < ys.length - 1; y++) {
    for (let x = 0; x < width; x++) {
      const here = y * width + x;
      const [left, right, top, bottom] = [xs[x] ?? 0, xs[x + 1] ?? 0, ys[y] ?? 0, ys[y + 1] ?? 0];
      if (x > 0 && !drawn(vertical, left, top, bottom)) owner[here] = owner[here - 1] ?? here;
      else if (y > 0 && !drawn(horizontal, top, left, right)) owner[here] = owner[here - width] ?? here;
    }
  }
  return owner;
}

function fill(
  owner: readonly number[],
  xs: readonly number[],
  ys: readonly number[],
  glyphs: readonly Glyph[],
): { rows: string[][]; heights: number[][] } {
  const width = xs.length - 1;
  const content = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const x = indexOf(xs, (glyph.x0 + glyph.x1) / 2);
    const y = indexOf(ys, middle(glyph));
    const key = owner[y * width + x] ?? 0;
    const list = content.get(key);
    if (list === undefined) content.set(key, [glyph]);
    else list.push(glyph);
  }
  const last = new Map<number, number>();
  owner.forEach((key, square) => {
    last.set(key, square);
  });
  const grid: GridCell[][] = [];
  const heights: number[][] = [];
  for (let y = 0; y < ys.length - 1; y++) {
    const cells: GridCell[] = [];
    const rowHeights: number[] = [];
    for (let x = 0; x < width; x++) {
      const square = y * width + x;
      const key = owner[square] ?? square;
      const end = last.get(key) ?? square;
      const rowspan = Math.floor(end / width) - Math.floor(key / width) + 1;
      rowHeights.push(rowspan);
      if (key !== square) continue;
      cells.push({ text: areaText(content.get(key) ?? []), colspan: (end % width) - x + 1, rowspan });
    }
    grid.push(cells);
    heights.push(rowHeights);
  }
  return { rows: gridRows(grid), heights };
}

/** Index of the interval that holds the value. */
function indexOf(edges: readonly number[], value: number): number {
  let index = 0;
  while (index < edges.length - 2 && value >= (edges[index + 1] ?? 0)) index++;
  return index;
}
