import type { LaidBlock, LaidOut } from './laid-out.ts';

/** A place in a laid-out plan: a block, and a row where that is a table. */
export interface Place {
  block: number;
  row: number | null;
}

/** Where a code point of the reading's text stands; null before the first block, in letterhead and title. */
export function placeOf({ blocks }: Pick<LaidOut, 'blocks'>, point: number): Place | null {
  const block = lastFrom(blocks, point);
  if (block === null) return null;
  const found = blocks[block] as LaidBlock;
  return { block, row: found.kind === 'table' ? lastFrom(found.rows, point) : null };
}

/** The last one that begins at or before a point. */
function lastFrom(all: readonly { span: readonly [number, number] }[], point: number): number | null {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.span[0] ?? 0) <= point) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : low - 1;
}
