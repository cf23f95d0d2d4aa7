import { raw } from 'hono/html';
import type { LaidParagraph, LaidRow, LaidTable } from '../../../domain/layout/laid-out.ts';

/*
 * Most of a plan is words beside which nothing stands. A plan of three hundred pages has thousands of such paragraphs
 * and cells, so their markup is written once for a reading that stays laid out, not element by element at each visit.
 */

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);

const paragraphs = new WeakMap<LaidParagraph, string>();
const rows = new WeakMap<LaidRow, string>();

/** A paragraph in which no item begins. */
export function printedParagraph(block: LaidParagraph, className: string) {
  const known = paragraphs.get(block) ?? escaped(block.text);
  paragraphs.set(block, known);
  return raw(`<p class="${className}">${known}</p>`);
}

/** Class of a column: a name of its own, for "lead" and "title" mean something else elsewhere. */
export const columnClass = ({ roles }: Pick<LaidTable, 'roles'>, at: number): string =>
  roles[at] ? `column-${roles[at]}` : '';

/** The cells of a row as they were printed. */
export function printedCells(table: LaidTable, row: LaidRow) {
  const columns = Math.max(row.cells.length, table.header?.length ?? 0);
  const known =
    rows.get(row) ??
    Array.from({ length: columns }, (_, at) => {
      const label = escaped(table.header?.[at] ?? '');
      return `<td class="${columnClass(table, at)}" data-label="${label}">${escaped(row.cells[at] ?? '')}</td>`;
    }).join('');
  rows.set(row, known);
  return raw(known);
}
