import type { CivilDate } from '../../../pure/calendar/civil-date.ts';
import { formatDocumentDate } from '../../../pure/vietnamese/index.ts';
import type { DocumentFields } from '../draft.ts';
import type { LaidBlock, LaidOut } from '../layout/laid-out.ts';

/** Where a task stands in a draft's text, in code points. */
export interface TaskPlace {
  key: string;
  start: number;
  end: number;
}

/** A draft as plain text, as the reader reads it; tables by tabulators. */
export function draftText(
  { issuer, place, type, title }: DocumentFields,
  { parent, blocks, appendix, recipients, posts }: LaidOut,
  symbol: string,
  date: CivilDate | null,
): { text: string; places: TaskPlace[] } {
  const places: TaskPlace[] = [];
  const parts: string[] = [];
  let length = 0;
  const write = (line: string, keys: readonly string[] = []) => {
    const points = [...line].length;
    for (const key of keys)
      if (key.startsWith('task:')) places.push({ key, start: length, end: length + points });
    parts.push(line);
    length += points + 1;
  };
  const writeBlock = (block: LaidBlock) => {
    if (block.kind !== 'table') {
      write(block.text, block.items);
      write('');
      return;
    }
    if (block.header !== null) write(block.header.map(cell).join('\t'));
    for (const { cells, items } of block.rows) write(cells.map(cell).join('\t'), items);
    write('');
  };
  for (const line of [parent, issuer?.toLocaleUpperCase('vi')]) if (line != null) write(line);
  for (const line of [
    `Số:       /${symbol}`,
    `${place ?? ''}, ${date === null ? '' : formatDocumentDate(date)}`,
    (type ?? '').toLocaleUpperCase('vi'),
    title ?? '',
  ]) {
    write(line);
    write('');
  }
  for (const block of blocks.slice(0, appendix)) writeBlock(block);
  write('Nơi nhận:');
  for (const line of recipients) write(`- ${line}`);
  write('');
  for (const line of posts) write(line);
  for (const block of blocks.slice(appendix)) writeBlock(block);
  return { text: parts.join('\n'), places };
}

/** A cell on one line of a table. */
const cell = (text: string) => text.replaceAll(/\s+/gu, ' ');
