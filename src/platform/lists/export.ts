import { Temporal } from 'temporal-polyfill';
import { fold } from '../../pure/vietnamese/index.ts';
import { wallTime } from '../clock/wall-time.ts';
import type { Download } from '../http/page.ts';
import { keepLanguage } from '../i18n/language.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { type SheetValue, writeXlsx, XLSX_TYPE } from '../sheet/index.ts';
import { viewWords } from '../view/words.ts';
import type { List, ListColumn, Say } from './list.ts';
import { type Asker, readAll } from './read.ts';
import type { ListRequest } from './request.ts';

export type ListFormat = 'csv' | 'xlsx';

/** An export of which nothing is taken for so long, in milliseconds, gives its connection back. */
const PATIENCE = 60_000;

/** What stands first in every export of a demo. */
export const demoLine = () => `${viewWords.demoBand}: ${viewWords.demoNote}`;

/**
 * All rows that the request filters, in its order, as a file that is written while it is read.
 * @returns the refusal where the list may not be seen or the request cannot be understood
 */
export async function exportList<Row>(
  asker: Asker,
  list: List<Row>,
  request: ListRequest,
  format: ListFormat,
): Promise<Download | Refusal> {
  const say: Say = asker.house.lexicon.say.bind(asker.house.lexicon);
  const batches = new TransformStream<readonly Row[], readonly Row[]>();
  const writer = batches.writable.getWriter();
  const begun = Promise.withResolvers<void>();
  const reading = readAll(asker, list, request, begun.resolve, async (rows) => {
    const patience = setTimeout(() => writer.abort(new Error('nobody takes its rows')), PATIENCE);
    await writer.write(rows).finally(() => clearTimeout(patience));
  });
  const ended = reading.then(
    async (refusal) => {
      if (refusal === undefined) await writer.close();
      return refusal;
    },
    async (error: unknown) => {
      await writer.abort(error);
      throw error;
    },
  );
  // Once rows flow, an error reaches whoever reads them through the aborted stream.
  const refusal = await Promise.race([begun.promise, ended]);
  if (isRefusal(refusal)) return refusal;
  ended.catch((error: Error) => console.error(`export of ${list.name} broke off: ${error.message}`));
  const pieces =
    format === 'csv'
      ? csvPieces(list, batches.readable, say, asker.house.demo)
      : writeXlsx([
          {
            name: say(list.title),
            notice: asker.house.demo ? demoLine() : undefined,
            columns: list.columns.map((column) => ({
              title: say(column.label),
              type: column.type ?? 'text',
              width: column.width === 'broad' ? 60 : column.width === 'narrow' ? 12 : undefined,
            })),
            rows: mapped(batches.readable, (row) => list.columns.map((column) => column.value(row, say))),
          },
        ]);
  return {
    download: streamOf(pieces, () => writer.abort(new Error('its reader went away'))),
    type: format === 'csv' ? 'text/csv; charset=utf-8' : XLSX_TYPE,
    name: fileName(say(list.title), asker.house.clock.today(), asker.house.demo, format),
  };
}

/** A stream of the pieces; giving it up ends the reading, even before the first piece was asked for. */
function streamOf(
  pieces: AsyncGenerator<Uint8Array>,
  giveUp: () => Promise<void>,
): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: keepLanguage(async (controller: ReadableStreamDefaultController<Uint8Array>) => {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    }),
    cancel: giveUp,
  });
}

async function* mapped<Row>(
  batches: AsyncIterable<readonly Row[]>,
  valuesOf: (row: Row) => readonly SheetValue[],
): AsyncGenerator<readonly (readonly SheetValue[])[]> {
  for await (const rows of batches) yield rows.map(valuesOf);
}

async function* csvPieces<Row>(
  list: List<Row>,
  batches: AsyncIterable<readonly Row[]>,
  say: Say,
  demo: boolean,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const head = list.columns.map((column) => csvCell(say(column.label)));
  // The mark tells a spreadsheet that this is UTF-8.
  yield encoder.encode(`\uFEFF${demo ? `${csvCell(demoLine())}\r\n` : ''}${head.join(',')}\r\n`);
  for await (const rows of batches)
    yield encoder.encode(rows.map((row) => csvRow(list.columns, row, say)).join(''));
}

function csvRow<Row>(columns: readonly ListColumn<Row>[], row: Row, say: Say): string {
  return `${columns.map((column) => csvCell(column.value(row, say))).join(',')}\r\n`;
}

/**
 * A value as a CSV cell (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe in front; a
 * number is a number, whatever its sign.
 */
export function csvCell(value: string | number | Temporal.Instant | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (value instanceof Temporal.Instant) return wallTime(value).slice(0, 16).replace('T', ' ');
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** "nhiem-vu-2019-06-03.csv"; a demo's begins with MO-PHONG. */
export function fileName(title: string, day: string, demo: boolean, format: ListFormat): string {
  const words = fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${demo ? 'MÔ PHỎNG-' : ''}${words}-${day}.${format}`;
}
