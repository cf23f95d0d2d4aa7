import { fold } from '../../pure/vietnamese/fold.ts';

/**
 * Tables as text: a row a line, cells parted by tabs. The value of a cell merged downwards stands again in each row
 * that it covers; a cell merged sideways stands once, followed by empty cells. So does one over the full width, as of
 * a group row: alone on its line, it could as well be the end of the row before.
 */
export interface GridCell {
  text: string;
  colspan: number;
  rowspan: number;
}

/** Lines of a table given as HTML gives it: each cell in the row where it begins. */
export function gridLines(rows: readonly (readonly GridCell[])[]): string[] {
  return gridRows(rows).map((cells) => cells.join('\t'));
}

/** The same as cells; every row has as many as the widest. */
export function gridRows(rows: readonly (readonly GridCell[])[]): string[][] {
  const grid: string[][] = rows.map(() => []);
  const taken: boolean[][] = rows.map(() => []);
  let width = 0;
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row) {
      while (taken[y]?.[x] === true) x++;
      const height = Math.min(cell.rowspan === 0 ? rows.length - y : cell.rowspan, rows.length - y);
      for (let dy = 0; dy < height; dy++) {
        for (let dx = 0; dx < cell.colspan; dx++) {
          place(grid[y + dy], x + dx, dx === 0 ? cell.text : '');
          place(taken[y + dy], x + dx, true);
        }
      }
      x += cell.colspan;
    }
    width = Math.max(width, grid[y]?.length ?? 0);
  });
  return grid.map((cells) => Array.from({ length: width }, (_, x) => cells[x] ?? ''));
}

function place<T>(row: T[] | undefined, x: number, value: T): void {
  if (row !== undefined) row[x] = value;
}

/** A cell's text on one line: white space of any kind, tabs and line ends included, becomes one space. */
export function cellText(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const LETTERHEAD = /cong hoa xa hoi chu nghia|noi nhan ?:/;

/**
 * Whether a table only places text on the page, as letterheads and signature blocks do. Such a table reads cell by
 * cell, each paragraph on its own line: on one line a row, the recipients under "Nơi nhận" would run together.
 */
export function isLayoutTable(rows: number, columns: number, drawn: boolean, text: string): boolean {
  return rows <= 6 && columns <= 3 && (!drawn || LETTERHEAD.test(fold(text)));
}
