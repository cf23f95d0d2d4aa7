import { fold } from '../../../pure/vietnamese/index.ts';

/** What stands in a text: a paragraph, or a row of a table. */
export type ReadItem = { paragraph: string } | { row: string[] };

/** The number of a step in its own cell: "Bước 1", "B2", "3.". */
export const STEP_NUMBER = /^(?:bước|b)?\s*(\d{1,2}(?:\.\d{1,2})?[a-zđ]?)\s*[.:)]?$/i;

/** Whether a cell begins the heading of a table of steps. */
const startsHeading = (cell: string) =>
  /^(thu tu|trinh tu|cac buoc|buoc( thuc hien| cong viec)?|stt|tt)\b(?! *\d)/.test(fold(cell)) &&
  cell.length < 60;
export const startsTotal = (cell: string) => /^tong (so )?(thoi gian|cong|gio|ngay)/.test(fold(cell));

/**
 * The paragraphs and table rows of a text. Tables may be written with a tab between cells or with bars, a row a line;
 * or with each bar on a line of its own, as pages turned into text have them, where only its first cell begins a row.
 * In the last form these decisions have no end of a table before the next one's name, and tell paragraphs apart by
 * bold letters alone, which `pure/reading` takes away: so they are read here.
 */
export function readItems(text: string): ReadItem[] {
  const lines = text.normalize('NFC').split(/\r?\n/);
  const items: ReadItem[] = [];
  let chunk: string[] = [];
  let barred = false;
  let open: string[] | null = null;
  const endChunk = () => {
    if (barred) open = placeChunk(chunk.join('\n'), open, items);
    else items.push(...paragraphsOf(chunk.join('\n')));
    chunk = [];
  };
  for (const line of lines) {
    const row = rowOf(line);
    if (line.trim() !== '|' && row === null) {
      chunk.push(line);
      continue;
    }
    endChunk();
    barred = row === null;
    if (row === null) continue;
    open = null;
    items.push({ row });
  }
  endChunk();
  return items;
}

function rowOf(line: string): string[] | null {
  const bars = line.trim();
  if (/^\|.+\|$/.test(bars))
    return /^[|\s:-]+$/.test(bars) ? null : bars.slice(1, -1).split('|').map(cellText);
  return line.includes('\t') ? line.split('\t').map(cellText) : null;
}

/** What stands between two bars. @returns the row that goes on after it */
function placeChunk(chunk: string, open: string[] | null, items: ReadItem[]): string[] | null {
  const cell = cellText(chunk);
  if (cell === '') return open;
  const total = open?.[0] !== undefined && startsTotal(open[0]);
  if (startsHeading(cell) || startsTotal(cell) || (open !== null && !total && STEP_NUMBER.test(cell))) {
    const row = [cell];
    items.push({ row });
    return row;
  }
  if (open === null || (total && open.length > 1)) {
    items.push(...paragraphsOf(chunk));
    return null;
  }
  open.push(cell);
  return open;
}

/** Paragraphs in bold may run over lines. */
function paragraphsOf(chunk: string): ReadItem[] {
  return chunk
    .replace(/\*\*([\s\S]*?)\*\*/g, (_, bold: string) => `\n${bold.replace(/\s+/g, ' ')}\n`)
    .split('\n')
    .map((line) => ({ paragraph: cellText(line) }))
    .filter(({ paragraph }) => paragraph !== '');
}

const cellText = (text: string) => text.replace(/\*+/g, '').replace(/\s+/g, ' ').trim();
