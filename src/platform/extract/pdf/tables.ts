import type { FlowTable } from './flow.ts';
import { joinLines } from './lines.ts';

/**
 * Sets a table's part at the head of a page behind the part at the foot of the page before it. A row that the page
 * break cut is made whole, and a cell merged over the break keeps its value; a repeated header stays as printed.
 * Returns false where the two are different tables.
 */
export function continueTable(table: FlowTable, next: FlowTable): boolean {
  if (next.page !== table.page + 1 || !sameColumns(table.columns, next.columns)) return false;
  const header = headerRows(table.rows, next.rows);
  const body = next.rows.slice(header);
  const bodyHeights = next.heights.slice(header);
  const last = table.rows.at(-1);
  const lastHeights = table.heights.at(-1) ?? [];
  const first = body[0];
  if (last !== undefined && first !== undefined && last.length === first.length) {
    const heights = bodyHeights[0] ?? [];
    const cut = isCutRow(last, first, lastHeights, heights);
    if (cut) {
      first.forEach((cell, i) => {
        last[i] = joinLines([last[i] ?? '', cell]);
      });
    }
    first.forEach((cell, column) => {
      const height = heights[column] ?? 1;
      const merged = cut ? height > 1 : cell === '' && Math.max(height, lastHeights[column] ?? 1) > 1;
      if (!merged) return;
      for (const row of body.slice(0, height)) row[column] = last[column] ?? '';
    });
    if (cut) {
      body.shift();
      bodyHeights.shift();
    }
  }
  table.rows.push(...next.rows.slice(0, header), ...body);
  table.heights.push(...next.heights.slice(0, header), ...bodyHeights);
  table.page = next.page;
  return true;
}

function sameColumns(a: readonly number[], b: readonly number[]): boolean {
  // Odd and even pages may have different margins, so only widths are compared.
  return (
    a.length > 0 &&
    a.length === b.length &&
    a.every((x, i) => Math.abs(x - (a[0] ?? 0) - ((b[i] ?? 0) - (b[0] ?? 0))) < 6)
  );
}

/** Number of rows at the head of `next` that repeat those at the head of the table. */
function headerRows(rows: readonly string[][], next: readonly string[][]): number {
  let count = 0;
  while (count < Math.min(rows.length, next.length) && same(rows[count], next[count])) count++;
  return count;
}

function same(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a?.join('\t') === b?.join('\t');
}

/** A row without its number, of which at least one other cell had ended before the break. */
function isCutRow(
  last: readonly string[],
  first: readonly string[],
  lastHeights: readonly number[],
  firstHeights: readonly number[],
): boolean {
  if (last.length < 2 || first[0] !== '' || last[0] === '') return false;
  if ((lastHeights[0] ?? 1) > 1 || (firstHeights[0] ?? 1) > 1) return false;
  return (
    first.some((cell, i) => i > 0 && cell === '') || first.slice(1).every((cell) => /^\P{Lu}/u.test(cell))
  );
}
