import { cellTexts } from '../../../pure/reading/table-cells.ts';
import { passage } from '../../../pure/reading/text.ts';
import { fold } from '../../../pure/vietnamese/fold.ts';
import type { Layout } from './blocks.ts';
import { type Outline, sectionPath } from './outline.ts';
import { columnRole, isMeasureColumn } from './table-columns.ts';
import { type FoundTarget, readValue } from './thresholds.ts';
import { splitUnits } from './units.ts';

/** The columns of a table of targets: "Chỉ tiêu | Đơn vị tính | Năm 2025 | Cơ quan theo dõi". */
interface TargetColumns {
  readonly title: number;
  readonly measure: number;
  readonly lead: number;
  /** A target for each year that has a column. */
  readonly values: readonly { readonly at: number; readonly name: string }[];
}

/** Reads tables whose rows are targets: they have a column of measure units. */
export function readTargetTables(layout: Layout, outline: Outline): FoundTarget[] {
  const found: FoundTarget[] = [];
  for (const { block, section } of outline.placed) {
    if (block.kind !== 'table') continue;
    let columns: TargetColumns | null = null;
    for (const row of block.rows) {
      const texts = cellTexts(layout.source, row);
      const header = readHeader(texts);
      if (header !== null) {
        columns = header;
        continue;
      }
      if (columns === null) continue;
      for (const { at, name } of columns.values) {
        const value = readValue(texts[at] ?? '');
        const title = texts[columns.title] ?? '';
        const measureUnit = texts[columns.measure] ?? '';
        if (value === null || title === '' || measureUnit === '') continue;
        const cells = row.cells
          .map((cell) => passage(layout.source, cell))
          .filter((cell) => cell.text !== '');
        const start = Math.min(...cells.map((cell) => cell.start));
        const end = Math.max(...cells.map((cell) => cell.end));
        found.push({
          paragraph: null,
          target: {
            text: columns.values.length > 1 ? `${title} (${name})` : title,
            section: sectionPath(section),
            ...value,
            measureUnit,
            leadUnits: splitUnits(texts[columns.lead] ?? ''),
            span: layout.source.span(start, end),
          },
        });
      }
    }
  }
  return found;
}

function readHeader(texts: readonly string[]): TargetColumns | null {
  const measure = texts.findIndex(isMeasureColumn);
  if (measure < 0) return null;
  const roles = texts.map(columnRole);
  const title = texts.findIndex((_text, at) => at !== measure && roles[at] !== 'no');
  const values = texts.flatMap((text, at) => {
    const words = fold(text);
    const named = /\d{4}|muc tieu|chi tieu|ke hoach|gia tri|muc phan dau|phan dau/.test(words);
    // What was reached before is not what is aimed at.
    const past = /thuc hien|uoc|ket qua|hien trang|dat duoc/.test(words);
    return at > measure && named && !past && roles[at] !== 'due' ? [{ at, name: text }] : [];
  });
  if (title < 0 || values.length === 0) return null;
  return { title, measure, lead: roles.findIndex((role, at) => role === 'lead' && at !== measure), values };
}
